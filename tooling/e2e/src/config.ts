/** Where the parts are that the tests drive. The one file here that reads the environment. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../../..');

export const SERVER_MAIN = resolve(ROOT, 'apps/server/src/main.ts');
export const WEB_OUT = resolve(ROOT, 'apps/web/out');
export const SCREENSHOTS = resolve(ROOT, 'docs/screenshots');

/** The Chromium to drive: the one named in `INTRAY_CHROMIUM`, else the usual place on Debian. */
export function chromiumPath(): string {
  const path = process.env['INTRAY_CHROMIUM'] ?? '/usr/bin/chromium';
  if (!existsSync(path))
    throw new Error(`Expected a Chromium at ${path}. Install one, or name its path in INTRAY_CHROMIUM.`);
  return path;
}

/** @throws when the web desk has not been built, which `npm test` and `npm start` do */
export function requireWebDesk(): void {
  if (!existsSync(resolve(WEB_OUT, 'index.html')))
    throw new Error(
      `Expected the built web desk in ${WEB_OUT}. Run "npm test" at the root, which builds it.`,
    );
}
