import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts'],
    // Nothing here has a state of its own that one file could leave to the next, so all share their modules.
    isolate: false,
    setupFiles: ['./src/testing/seed.ts'],
    // Walks of thousands of steps take a second or two, and several times that on a machine that is busy.
    testTimeout: 30_000,
  },
});
