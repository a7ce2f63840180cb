// The checks that need no running program: lint and format, types, floors.
import { existsSync, readdirSync } from 'node:fs';
import { packageFolders } from './packages.mjs';
import { capture } from './processes.mjs';
import { at, node24 } from './repository.mjs';

// Two at a time: a type check takes a core for itself.
const AT_ONCE = 2;

/** Runs every check and resolves with `{ name, ok, output }` for each, telling `onDone` as they end. */
export async function runChecks(onDone) {
  const waiting = checks();
  const results = [];
  const worker = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const { code, output } = await capture(node24, check.args);
      const result = { name: check.name, ok: code === 0, output };
      results.push(result);
      onDone(result);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return results;
}

function checks() {
  return [
    {
      name: 'lint and format',
      args: [tool('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings', '--max-diagnostics=100'],
    },
    { name: 'floors', args: [tool('turbo/bin/turbo'), 'boundaries'] },
    ...packageFolders().flatMap((folder) =>
      typeScriptProjects(folder).map((project) => ({
        name: `types of ${project}`,
        args: [tool('typescript/bin/tsc'), '-p', at(project)],
      })),
    ),
  ];
}

/** A package may have more than one project: core checks its tests apart, with more than its sources may use. */
function typeScriptProjects(folder) {
  if (!existsSync(at(folder, 'tsconfig.json'))) return [];
  return readdirSync(at(folder))
    .filter((name) => /^tsconfig(\.\w+)?\.json$/.test(name))
    .map((name) => `${folder}/${name}`);
}

function tool(path) {
  return at('node_modules', path);
}
