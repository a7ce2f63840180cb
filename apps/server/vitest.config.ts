import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Most tests here start whole servers with a database of their own; beside other suites that takes its time.
  test: { include: ['src/**/*.test.ts'], testTimeout: 90_000, hookTimeout: 60_000 },
});
