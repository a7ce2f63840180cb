import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts'],
    globalSetup: ['@intray/store/testing/global-postgres'],
    testTimeout: 300_000,
    hookTimeout: 120_000,
  },
});
