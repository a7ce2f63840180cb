import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts'],
    // Whole servers are started and cut off here, on whatever machine this is.
    testTimeout: 30_000,
  },
});
