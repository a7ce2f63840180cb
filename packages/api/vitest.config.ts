import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts'],
    // Each test has a server of its own; the modules are shared, which spares loading them forty times.
    isolate: false,
    // Whole servers are started and cut off here, on whatever machine this is.
    testTimeout: 30_000,
  },
});
