import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts'],
    // Each file starts a server, a database and a browser; two at a time would only wait for each other.
    fileParallelism: false,
    testTimeout: 400_000,
    hookTimeout: 180_000,
  },
});
