import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts'],
    // Each file starts a server, a database and a browser of its own.
    testTimeout: 400_000,
    hookTimeout: 180_000,
  },
});
