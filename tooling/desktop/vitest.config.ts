import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts'],
    // A server and a browser each; two at a time would only wait for each other.
    fileParallelism: false,
    testTimeout: 400_000,
    hookTimeout: 180_000,
  },
});
