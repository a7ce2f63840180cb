import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Stylesheets are read as they are: one test measures the colours written in them.
  test: { include: ['src/**/*.test.{ts,tsx}'], css: true },
});
