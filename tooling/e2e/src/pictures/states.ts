/** Every screen in every state: nothing there yet, on its way, failed, and full, in all widths, colours and languages. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { SCREENSHOTS } from '../config.ts';
import { openBrowser, openDesk, signIn } from '../desk.ts';
import { startServer } from '../server.ts';
import { type Crowd, fillCentre, stayThere } from './crowd.ts';
import { SCREENS, type Screen } from './screens.ts';
import { contactSheet, type Shot } from './sheet.ts';
import { type Scheme, still, USUAL } from './stage.ts';
import { fail, hold, mend } from './trouble.ts';

const SIZES = {
  1280: USUAL,
  1920: { width: 1920, height: 1080 },
  820: { width: 820, height: 1180 },
} as const;

/** How a full screen is looked at. */
const LOOKS: readonly (readonly [keyof typeof SIZES, Scheme, 'en' | 'de'])[] = [
  [1280, 'light', 'en'],
  [1280, 'dark', 'de'],
  [1920, 'light', 'en'],
  [820, 'light', 'en'],
];

const skeleton = (page: Page) => page.locator('main [role="status"][data-density]').first();

/** The screen with all that it shows: nothing is on its way any more. */
async function arrive(page: Page, url: string): Promise<void> {
  await page.goto(url, { waitUntil: 'networkidle' });
  await page.getByRole('main').getByRole('heading').first().waitFor();
  await skeleton(page).waitFor({ state: 'detached' });
}

/** Goes there without opening the desk anew, so that only the screen's own questions are asked. */
async function goWithin(page: Page, address: string): Promise<void> {
  await page.evaluate((next) => {
    history.pushState(null, '', `/${next}`);
    dispatchEvent(new PopStateEvent('popstate'));
  }, address);
}

async function withoutWork(page: Page, base: string, { address, asks }: Screen): Promise<Shot[]> {
  const shots: Shot[] = [];
  const shoot = async (state: string) => void shots.push({ state, png: await still(page) });
  await page.setViewportSize(USUAL);
  await arrive(page, `${base}/${address()}`);
  await shoot('Empty');
  if (asks.length === 0) return shots;
  await arrive(page, base);
  await hold(page, asks);
  await goWithin(page, address());
  await skeleton(page).waitFor();
  await shoot('On its way');
  await mend(page);
  await arrive(page, base);
  await fail(page, asks);
  await goWithin(page, address());
  await page.getByRole('main').getByRole('alert').getByRole('button').first().waitFor();
  await shoot('The server failed');
  await mend(page);
  // What was opened in vain does not stay among what is open.
  await page.evaluate(() => sessionStorage.clear());
  return shots;
}

async function withWork(page: Page, base: string, { address }: Screen, filled: Crowd): Promise<Shot[]> {
  const shots: Shot[] = [];
  for (const [size, scheme, language] of LOOKS) {
    await page.setViewportSize(SIZES[size]);
    await page.emulateMedia({ colorScheme: scheme });
    await page.evaluate((chosen) => localStorage.setItem('intray.language', chosen), language);
    await arrive(page, `${base}/${address(filled)}`);
    const state = `Full, ${size} wide, ${scheme}${language === 'de' ? ', German' : ''}`;
    shots.push({ state, png: await still(page) });
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.evaluate(() => localStorage.setItem('intray.language', 'en'));
  return shots;
}

async function pagesOf(browser: Browser, base: string, screens: readonly Screen[]) {
  const pages = new Map<string, Page>();
  for (const { who } of screens) {
    if (pages.has(who)) continue;
    const { page } = await openDesk(browser, base, USUAL);
    await signIn(page, who);
    pages.set(who, page);
  }
  return (who: string): Page => {
    const page = pages.get(who);
    if (page === undefined) throw new Error(`Nobody signed in as ${who}.`);
    return page;
  };
}

/**
 * Draws a contact sheet of each screen into `states` beside the other pictures.
 * @param names only these screens; none: all
 * @param folder where every shot goes in full size besides, if anywhere
 */
export async function drawStates(names: readonly string[], folder: string | undefined): Promise<void> {
  const screens = SCREENS.filter(({ name }) => names.length === 0 || names.includes(name));
  const sheets = join(SCREENSHOTS, 'states');
  for (const each of [sheets, ...(folder === undefined ? [] : [folder])])
    await mkdir(each, { recursive: true });
  await using server = await startServer();
  const browser = await openBrowser();
  const pageOf = await pagesOf(browser, server.url, screens);
  const shots = new Map<string, readonly Shot[]>();
  for (const screen of screens)
    shots.set(screen.name, await withoutWork(pageOf(screen.who), server.url, screen));
  const filled = await fillCentre(server);
  for (const screen of screens) {
    await stayThere(server);
    const full = await withWork(pageOf(screen.who), server.url, screen, filled);
    const all = [...(shots.get(screen.name) ?? []), ...full];
    await writeFile(join(sheets, `${screen.name}.webp`), await contactSheet(browser, all));
    if (folder === undefined) continue;
    for (const { state, png } of all)
      await writeFile(
        join(folder, `${screen.name}-${state.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}.png`),
        png,
      );
  }
  await browser.close();
}
