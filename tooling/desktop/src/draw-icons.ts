/** Draws the icons of the desktop desk from the logo. Run when the logo has changed; the drawings are kept in the repository. */
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import sharp from 'sharp';
import { DESKTOP } from './built.ts';

const LOGO = resolve(DESKTOP, '../../packages/ui/src/design/logo.svg');
const BUILD = resolve(DESKTOP, 'build');

const drawn = (svg: Buffer, size: number): Promise<Buffer> =>
  sharp(svg, { density: (72 * size) / 32 })
    .resize(size, size)
    .png({ compressionLevel: 9 })
    .toBuffer();

/** A Windows icon that holds one picture of 256 pixels, as it stands. */
function ico(png: Buffer): Buffer {
  const head = Buffer.alloc(22);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(1, 4);
  // Width and height of 256 are written as 0.
  head.writeUInt16LE(1, 10);
  head.writeUInt16LE(32, 12);
  head.writeUInt32LE(png.length, 14);
  head.writeUInt32LE(head.length, 18);
  return Buffer.concat([head, png]);
}

/** A macOS icon: pictures under the names of their sizes. */
function icns(pictures: Readonly<Record<string, Buffer>>): Buffer {
  const parts = Object.entries(pictures).map(([name, png]) => {
    const head = Buffer.alloc(8);
    head.write(name, 0, 'latin1');
    head.writeUInt32BE(png.length + 8, 4);
    return Buffer.concat([head, png]);
  });
  const head = Buffer.alloc(8);
  head.write('icns', 0, 'latin1');
  head.writeUInt32BE(8 + parts.reduce((sum, part) => sum + part.length, 0), 4);
  return Buffer.concat([head, ...parts]);
}

const svg = readFileSync(LOGO);
const [tray, small, middle, large] = await Promise.all([32, 256, 512, 1024].map((size) => drawn(svg, size)));
if (!tray || !small || !middle || !large) throw new Error('An icon was not drawn.');
// Windows lays it over the icon in the taskbar.
const dot =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><circle cx="16" cy="16" r="13" fill="#c42b2b"/></svg>';
writeFileSync(resolve(BUILD, 'mark.png'), await drawn(Buffer.from(dot), 32));
writeFileSync(resolve(BUILD, 'tray.png'), tray);
writeFileSync(resolve(BUILD, 'icon.png'), middle);
writeFileSync(resolve(BUILD, 'icon.ico'), ico(small));
writeFileSync(resolve(BUILD, 'icon.icns'), icns({ ic08: small, ic09: middle, ic10: large }));
