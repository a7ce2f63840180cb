import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts'],
    globalSetup: ['@intray/store/testing/global-postgres'],
    // Whatever a test keeps, it keeps in a database or an engine of its own.
    isolate: false,
    // Every test file has a real database of its own.
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
