import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { setAutostart } from './autostart.ts';

const folder = mkdtempSync(join(tmpdir(), 'intray-autostart-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('on Linux an entry starts the program with the computer, whatever its path holds, until it is taken away', () => {
  const place = { folder: join(folder, 'autostart'), program: '/opt/My "Apps"/100%/$HOME/Intray.AppImage' };
  const entry = join(place.folder, 'intray.desktop');
  setAutostart(place, false);
  setAutostart(place, true);
  setAutostart(place, true);
  expect(readFileSync(entry, 'utf8')).toContain('Exec="/opt/My \\"Apps\\"/100%%/\\$HOME/Intray.AppImage"\n');
  setAutostart(place, false);
  expect(existsSync(entry)).toBe(false);
});
