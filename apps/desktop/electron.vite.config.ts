import { resolve } from 'node:path';
import { defineConfig } from 'electron-vite';

const at = (path: string) => resolve(import.meta.dirname, path);
/** There at run time, or tried for and done without. */
const external = ['electron', 'bufferutil', 'utf-8-validate'];

/** Everything is bundled: what is packed is three folders, and no tree of packages. */
export default defineConfig({
  main: {
    build: {
      outDir: at('out/main'),
      externalizeDeps: false,
      minify: false,
      rollupOptions: {
        input: at('src/main/index.ts'),
        external,
        output: { format: 'es', entryFileNames: 'index.js' },
      },
    },
  },
  preload: {
    build: {
      outDir: at('out/preload'),
      externalizeDeps: false,
      minify: false,
      // A sandboxed preload is a plain script.
      rollupOptions: {
        input: at('src/preload/index.ts'),
        external,
        output: { format: 'cjs', entryFileNames: 'index.cjs' },
      },
    },
  },
  renderer: {
    root: at('src/renderer'),
    base: './',
    build: {
      outDir: at('out/renderer'),
      emptyOutDir: true,
      // What a cold start reads and parses is half as much.
      minify: true,
      rollupOptions: {
        input: at('src/renderer/index.html'),
        // What a start needs is one file: a hundred small ones would be a hundred questions to the main process.
        output: { codeSplitting: { groups: [{ name: 'desk', tags: ['$initial'] }] } },
        // "use client" speaks to Next; here everything is the client's.
        onwarn: (warning, tell) => warning.code === 'MODULE_LEVEL_DIRECTIVE' || tell(warning),
      },
      // Inlined, a font or a picture would be an address that the policy need not allow.
      assetsInlineLimit: 0,
    },
  },
});
