/** The same story and the same attempts, on the real binary. Runs only by `npm run e2e:electron`. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DESKTOP, electronPath, requireBuilt } from '../built.ts';
import { type Centre, openCentre } from '../contact-centre.ts';
import { expectedOutcome } from '../expected-outcome.ts';
import { offlineStory } from '../offline-story.ts';
import { attempts } from '../page-attempts.ts';

let app: ElectronApplication;
let page: Page;
let centre: Centre;
let folder: string;

beforeAll(async () => {
  requireBuilt();
  const executablePath = electronPath();
  if (executablePath === undefined) throw new Error('Expected the path of Electron in INTRAY_ELECTRON.');
  folder = await mkdtemp(join(tmpdir(), 'intray-electron-'));
  centre = await openCentre();
  app = await _electron.launch({ executablePath, args: [DESKTOP, `--user-data-dir=${folder}`] });
  page = await app.firstWindow();
  page.setDefaultTimeout(90_000);
});
afterAll(async () => {
  await app?.close();
  await centre?.[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

test('[L1] [L3] [L4] [L8] [L9] the story of five minutes without the server, in a real window', async () => {
  const stage = {
    page,
    centre,
    // Notifications and the tray belong to the system, which a test cannot click: the page’s own buttons do.
    acceptOutside: (subject: string) =>
      page
        .getByRole('region', { name: 'Offers' })
        .getByRole('region', { name: subject })
        .getByRole('button', { name: 'Accept' })
        .click(),
    notReadyOutside: () => page.keyboard.press('Shift+R'),
  };
  await offlineStory(stage, async () => undefined);
});

test('a page that was taken over gets nowhere', async () => {
  expect(await page.evaluate(attempts)).toMatchObject(expectedOutcome);
  const preferences = await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    return { windows: BrowserWindow.getAllWindows().length, url: window?.webContents.getURL() };
  });
  expect(preferences).toMatchObject({ windows: 1 });
  await page.evaluate(() => {
    location.href = 'https://example.com/';
  });
  expect(page.url()).toMatch(/^app:\/\/intray\/index\.html/);
});
