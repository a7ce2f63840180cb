import { existsSync } from 'node:fs';
import { defineConfig } from 'vitest/config';
import { packageFolders } from './tooling/run/packages.mjs';

// Suites that start whole servers and browsers go last, one package after the other and one file at a time: on
// two cores a neighbour's work would make their clocks lie.
const LAST = ['tooling/crash', 'tooling/conformance', 'tooling/e2e', 'tooling/desktop'];

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'src/**/*.test.tsx'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: packageFolders().map((folder) => {
      // What a package asks for in its own file (a database, a longer time-out) holds here too.
      const own = `./${folder}/vitest.config.ts`;
      const turn = LAST.indexOf(folder) + 1;
      return {
        extends: existsSync(own) ? own : true,
        root: `./${folder}`,
        test: {
          name: folder,
          sequence: { groupOrder: turn },
          ...(turn > 0 && { maxWorkers: 1 }),
        },
      };
    }),
  },
});
