/**
 * Draws the parts in all their states: `node_modules/.bin/node tooling/e2e/src/gallery.ts [FOLDER]`. One sheet for each
 * colour scheme goes into docs/screenshots, and every group and every opened part in full size into the folder.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { SCREENSHOTS } from './config.ts';
import { openBrowser } from './desk.ts';
import { contactSheet, type Shot } from './pictures/sheet.ts';
import { startServer } from './server.ts';

/** Tall enough for all parts, so that nothing scrolls and the header lies over none of them. */
const PAGE = { width: 1280, height: 4_000 };
const WINDOW = { width: 1280, height: 900 };
const MARGIN = 24;

/** Every group of parts as the page shows it. */
async function groups(page: Page): Promise<Shot[]> {
  const shots: Shot[] = [];
  await page.setViewportSize(PAGE);
  for (const group of await page.locator('main > div > section').all()) {
    const box = await group.boundingBox();
    if (box === null) throw new Error('Expected every group of the gallery to be drawn.');
    const clip = {
      x: 0,
      y: box.y - MARGIN,
      width: PAGE.width,
      height: box.height + 2 * MARGIN,
    };
    const state = (await group.locator('> h2').textContent()) ?? '';
    shots.push({ state, png: await page.screenshot({ clip }) });
  }
  return shots;
}

/** What only shows itself when somebody opens it. */
async function opened(page: Page): Promise<Shot[]> {
  const shots: Shot[] = [];
  await page.setViewportSize(WINDOW);
  const shoot = async (state: string) => void shots.push({ state, png: await page.screenshot() });
  for (const [name, role] of [
    ['Menu', 'menu'],
    ['Popover', 'dialog'],
    ['Dialog', 'dialog'],
  ] as const) {
    await page.getByRole('button', { name, exact: true }).click();
    await page.getByRole(role).first().waitFor();
    await shoot(`${name}, opened`);
    await page.keyboard.press('Escape');
    await page.getByRole(role).first().waitFor({ state: 'detached' });
  }
  for (const name of ['Media type', 'Transfer to']) {
    await page.getByRole('combobox', { name }).click();
    await page.getByRole('option').first().waitFor();
    await shoot(name === 'Media type' ? 'Select, opened' : 'Combobox, opened');
    await page.keyboard.press('Escape');
    await page.getByRole('option').first().waitFor({ state: 'detached' });
  }
  for (const name of ['Notify', 'Notify of a refusal', 'Notify of a failure'])
    await page.getByRole('button', { name, exact: true }).click();
  const corner = page.getByRole('region', { name: 'Notifications' });
  await corner.getByText('The server did not answer').waitFor();
  await shoot('Toaster, with three notices');
  return shots;
}

const [folder] = process.argv.slice(2).map((path) => resolve(path));
if (folder !== undefined) await mkdir(folder, { recursive: true });
await using server = await startServer();
const browser = await openBrowser();
for (const colorScheme of ['light', 'dark'] as const) {
  const page = await browser.newPage({ viewport: PAGE, colorScheme, reducedMotion: 'reduce' });
  await page.goto(`${server.url}/gallery`);
  await page.evaluate(() => document.fonts.ready);
  const shots = [...(await groups(page)), ...(await opened(page))];
  await writeFile(join(SCREENSHOTS, `parts-${colorScheme}.webp`), await contactSheet(browser, shots, 1_000));
  for (const { state, png } of folder === undefined ? [] : shots) {
    const name = state.toLowerCase().replaceAll(/[^a-z]+/g, '-');
    await writeFile(join(folder ?? '', `parts-${name}-${colorScheme}.png`), png);
  }
  await page.close();
}
await browser.close();
