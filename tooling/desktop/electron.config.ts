import { defineConfig } from 'vitest/config';

/** What needs the real Electron: apart from all other tests, so that none of them can be mistaken for it. */
export default defineConfig({
  root: import.meta.dirname,
  test: { include: ['src/electron/*.electron.ts'], testTimeout: 400_000, hookTimeout: 180_000 },
});
