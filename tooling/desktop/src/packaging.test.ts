/** Packs the desk around a stand-in for Electron. What comes out is no app, but what is packed, and how, can be read. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { extractFile, listPackage } from '@electron/asar';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DESKTOP, requireBuilt } from './built.ts';

const BUILDER = resolve(DESKTOP, 'node_modules/electron-builder/cli.js');
let folder: string;
let packed: string;

beforeAll(async () => {
  requireBuilt();
  folder = mkdtempSync(join(tmpdir(), 'intray-packaging-'));
  const standIn = join(folder, 'electron');
  mkdirSync(join(standIn, 'resources'), { recursive: true });
  writeFileSync(join(standIn, 'electron'), '#!/bin/sh\nexit 1\n', { mode: 0o755 });
  writeFileSync(join(standIn, 'version'), '45.4.1');
  // A stand-in has no fuses to set.
  const config = readFileSync(join(DESKTOP, 'electron-builder.yml'), 'utf8');
  writeFileSync(join(folder, 'electron-builder.yml'), config.replace(/^electronFuses:\n(?: {2}.*\n)+/m, ''));
  const builder = spawn(
    process.execPath,
    [
      BUILDER,
      '--linux',
      'dir',
      '--x64',
      '--publish=never',
      `--config=${join(folder, 'electron-builder.yml')}`,
      `-c.electronDist=${standIn}`,
      `-c.directories.output=${join(folder, 'out')}`,
    ],
    { cwd: DESKTOP, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let printed = '';
  for (const stream of [builder.stdout, builder.stderr])
    stream.on('data', (bytes: Buffer) => {
      printed += bytes.toString();
    });
  const [code] = await once(builder, 'close');
  if (code !== 0) throw new Error(`electron-builder ended with ${code}:\n${printed}`);
  packed = join(folder, 'out/linux-unpacked/resources/app.asar');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('packed is what was built and nothing else: no sources, no packages, no tests, nothing secret', () => {
  const files = listPackage(packed, { isPack: false }).map((path) => path.replaceAll('\\', '/'));
  for (const path of [
    '/package.json',
    '/out/main/index.js',
    '/out/preload/index.cjs',
    '/out/renderer/index.html',
    '/build/tray.png',
    '/build/mark.png',
  ])
    expect(files).toContain(path);
  expect(
    files.filter((path) => /node_modules|\.tsx?$|\.test\.|\.map$|testing|\.env|\.pem$/.test(path)),
  ).toEqual([]);
  const { main, version } = JSON.parse(extractFile(packed, 'package.json').toString());
  expect({ main, version }).toEqual({ main: './out/main/index.js', version: '0.1.0' });
});

test('what runs in the page asks for nothing from outside, and the preload is a script of its own', () => {
  const page = extractFile(packed, 'out/renderer/index.html').toString();
  expect(page).not.toMatch(/https?:\/\//);
  expect(page).not.toMatch(/<script(?![^>]*src=)/);
  const preload = extractFile(packed, 'out/preload/index.cjs').toString();
  const required = [...preload.matchAll(/require\(["'`]([^"'`]+)/g)].map(([, name]) => name);
  expect([...new Set(required)]).toEqual(['electron']);
  const main = extractFile(packed, 'out/main/index.js').toString();
  expect(main).not.toMatch(/from ["']@intray\//);
});

test('the configuration names all three systems, signs where it can, and closes the doors of the binary', () => {
  const text = readFileSync(join(DESKTOP, 'electron-builder.yml'), 'utf8');
  for (const target of ['nsis', 'dmg', 'zip', 'AppImage', 'deb']) expect(text).toContain(`target: ${target}`);
  for (const fuse of [
    'runAsNode: false',
    'enableNodeOptionsEnvironmentVariable: false',
    'enableNodeCliInspectArguments: false',
    'onlyLoadAppFromAsar: true',
    'enableEmbeddedAsarIntegrityValidation: true',
  ])
    expect(text).toContain(fuse);
});

test('there is an icon for each system, of the size that it asks for', () => {
  const at = (name: string) => readFileSync(join(DESKTOP, 'build', name));
  const width = (png: Buffer) => png.readUInt32BE(16);
  expect(width(at('icon.png'))).toBe(512);
  expect(width(at('tray.png'))).toBe(32);
  expect(width(at('mark.png'))).toBe(32);
  expect(width(at('icon.ico').subarray(22))).toBe(256);
  expect(at('icon.icns').subarray(0, 4).toString()).toBe('icns');
});
