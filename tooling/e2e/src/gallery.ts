/**
 * Draws the parts in all their states: `node tooling/e2e/src/gallery.ts [folder]`, by default into docs/screenshots.
 * One picture for each group of the gallery and each colour scheme.
 */
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { SCREENSHOTS } from './config.ts';
import { openBrowser } from './desk.ts';
import { startServer } from './server.ts';

const [folder = SCREENSHOTS] = process.argv.slice(2).map((path) => resolve(path));

await mkdir(folder, { recursive: true });
await using server = await startServer();
const browser = await openBrowser();
for (const colorScheme of ['light', 'dark'] as const) {
  const page = await browser.newPage({
    viewport: { width: 1280, height: 900 },
    colorScheme,
    reducedMotion: 'reduce',
  });
  await page.goto(`${server.url}/gallery`);
  await page.evaluate(() => document.fonts.ready);
  for (const group of await page.locator('main > div > section').all()) {
    const name = (await group.locator('> h2').textContent()) ?? '';
    const file = `parts-${name.toLowerCase().replaceAll(/[^a-z]+/g, '-')}-${colorScheme}.png`;
    await group.screenshot({ path: join(folder, file) });
  }
  await page.close();
}
await browser.close();
