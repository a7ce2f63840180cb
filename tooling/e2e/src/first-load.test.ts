import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { requireWebDesk, WEB_OUT } from './config.ts';

/** Bytes of script, as they are sent to a browser that takes Brotli, that the page itself asks for. */
function scriptOf(page: string): ReadonlyMap<string, number> {
  const html = readFileSync(join(WEB_OUT, page), 'utf8');
  const asked = [...html.matchAll(/<script\s(?<attributes>[^>]*)>/g)].flatMap(({ groups }) => {
    const { attributes = '' } = groups ?? {};
    const path = /\bsrc="(?<path>[^"]+)"/.exec(attributes)?.groups?.['path'];
    // For browsers that are too old to show the desk at all.
    return path === undefined || /\bnomodule\b/i.test(attributes) ? [] : [path];
  });
  return new Map(asked.map((path) => [path, statSync(join(WEB_OUT, `${path}.br`)).size]));
}

test('the first load of the desk stays below 225 kB of compressed script', () => {
  requireWebDesk();
  const script = scriptOf('index.html');
  expect(script.size).toBeGreaterThan(3);
  const bytes = [...script.values()].reduce((sum, size) => sum + size, 0);
  // Whoever makes this fail has added to what everybody waits for: fetch it later (`screens/later.tsx`).
  expect(bytes).toBeLessThan(225_000);
});
