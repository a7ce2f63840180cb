/** Where pictures are taken: a contact centre seen in one colour scheme, and how a picture of it is drawn. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { SCREENSHOTS } from '../config.ts';
import { openDesk, signIn } from '../desk.ts';
import { restingWork } from '../sample-work.ts';
import { submit, type TestServer } from '../server.ts';

export type Scheme = 'light' | 'dark';

export const SHARED = { type: 'team.shared', owner: { kind: 'AgentGroup', id: 'Demo Team' } };
export const LARGE = { width: 1440, height: 900 };
export const USUAL = { width: 1280, height: 800 };

/** One contact centre seen in one colour scheme. */
export interface Scene {
  readonly server: TestServer;
  readonly browser: Browser;
  readonly scheme: Scheme;
}

/** A page as it is, with nothing under the pointer, so that no hint hangs over the picture. */
export async function still(page: Page): Promise<Buffer> {
  await page.evaluate(() => document.fonts.ready);
  await page.mouse.move(0, 0);
  await page.getByRole('tooltip').waitFor({ state: 'detached' });
  return await page.screenshot();
}

/** A picture of the documentation. */
export async function draw(page: Page, name: string, scheme: Scheme): Promise<void> {
  await writeFile(join(SCREENSHOTS, `${name}-${scheme}.png`), await still(page));
}

/** Gives a command as somebody. */
export const give = (server: TestServer, who: string, id: string, order: object) =>
  server.as(who, `/interactions/${id}/commands`, order);

/** Work that rests in the team's tray before anybody looks. */
export async function fillTray(server: TestServer): Promise<void> {
  for (const work of restingWork(Date.now()))
    await give(server, 'admin1', await submit(server, work), { type: 'moveToWorkbin', workbin: SHARED });
}

/** Somebody signed in, in a window of the usual size. */
export async function person({ server, browser, scheme }: Scene, userName: string): Promise<Page> {
  const { page } = await openDesk(browser, server.url, { colorScheme: scheme, ...USUAL });
  await signIn(page, userName);
  return page;
}
