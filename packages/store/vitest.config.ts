import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts'],
    globalSetup: ['./src/testing/global-postgres.ts'],
    // Database servers are started and killed here, on whatever machine this is.
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
