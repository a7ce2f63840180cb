/** Where the built desktop desk lies, and the browser that stands in for Electron's. The one file that reads the environment. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../../..');
export const DESKTOP = resolve(ROOT, 'apps/desktop');
const OUT = resolve(DESKTOP, 'out');
export const PAGES = resolve(OUT, 'renderer');
export const PRELOAD = resolve(OUT, 'preload/index.cjs');
export const MAIN = resolve(OUT, 'main/index.js');

/** @throws Error when it has not been built, which `npm test` does */
export function requireBuilt(): void {
  for (const path of [resolve(PAGES, 'index.html'), PRELOAD, MAIN])
    if (!existsSync(path))
      throw new Error(
        `Expected the built desktop desk, found no ${path}. Run "npm test" at the root, which builds it.`,
      );
}

/** The Chromium to drive: the one named in `INTRAY_CHROMIUM`, else the usual place on Debian. */
export function chromiumPath(): string {
  const path = process.env['INTRAY_CHROMIUM'] ?? '/usr/bin/chromium';
  if (!existsSync(path))
    throw new Error(`Expected a Chromium at ${path}. Install one, or name its path in INTRAY_CHROMIUM.`);
  return path;
}

/** The real Electron, where somebody has named it; `undefined` elsewhere. */
export const electronPath = (): string | undefined => process.env['INTRAY_ELECTRON'];
