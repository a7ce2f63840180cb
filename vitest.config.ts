import { existsSync } from 'node:fs';
import { defineConfig } from 'vitest/config';
import { packageFolders } from './tooling/run/packages.mjs';

// Suites that start whole servers and browsers are run one package after the other. Crashes come one at a time, since a
// neighbour's work would move them; the others wait for servers more than they work, so two files share two cores.
const ALONE = ['tooling/crash', 'tooling/conformance', 'tooling/e2e', 'tooling/desktop'];
const FILES_AT_ONCE = [1, 2, 2, 1];

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'src/**/*.test.tsx'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: packageFolders().map((folder) => {
      // What a package asks for in its own file (a database, a longer time-out) holds here too.
      const own = `./${folder}/vitest.config.ts`;
      const turn = ALONE.indexOf(folder) + 1;
      return {
        extends: existsSync(own) ? own : true,
        root: `./${folder}`,
        test: {
          name: folder,
          sequence: { groupOrder: turn },
          ...(turn > 0 && { maxWorkers: FILES_AT_ONCE[turn - 1] ?? 1 }),
        },
      };
    }),
  },
});
