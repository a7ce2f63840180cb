import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BridgedPage, HOME, openBrowser, openPage } from './bridged-page.ts';
import { requireBuilt } from './built.ts';
import { type Centre, openCentre } from './contact-centre.ts';
import { expectedOutcome } from './expected-outcome.ts';
import { offlineStory } from './offline-story.ts';
import { attempts } from './page-attempts.ts';
import { POLL } from './stage.ts';
import { type BuiltMain, startBuiltMain } from './stand-in/start-built.ts';

let browser: Browser;
let centre: Centre;
let main: BuiltMain;
let desk: BridgedPage;

beforeAll(async () => {
  requireBuilt();
  [browser, centre, main] = await Promise.all([openBrowser(), openCentre(), startBuiltMain()]);
  desk = await openPage(browser, main.electron);
});
afterAll(async () => {
  await browser?.close();
  await main?.[Symbol.asyncDispose]();
  await centre?.[Symbol.asyncDispose]();
});

/** How many edits wait in the vault. */
async function waiting(): Promise<number> {
  const answer = (await main.electron.invoke('intray:readKept', { shelf: 'queue' })) as {
    readonly value?: string | null;
  };
  return (answer.value ?? '').split('"commandId"').length - 1;
}

test('[L1] [L3] [L4] [L8] [L9] sign in, accept from a notification, go on without the server for five minutes, come back', async () => {
  const { electron } = main;
  const { page } = desk;
  const [window] = electron.windows;
  const stage = {
    page,
    centre,
    async acceptOutside(subject: string) {
      if (window) window.focused = false;
      await expect.poll(() => electron.notes.map(({ title }) => title), POLL).toEqual([subject]);
      expect(electron.badge()).toBe(1);
      expect(electron.tray.tooltip).toBe('Intray: ready, 0 in hand');
      expect(window?.attention).toBe(true);
      electron.notes[0]?.press(0);
      await expect.poll(() => electron.badge(), POLL).toBe(0);
    },
    async notReadyOutside() {
      electron.tray.menu.find(({ label }) => label === 'Not ready')?.click?.();
    },
  };
  await offlineStory(stage, async () => {
    expect(await waiting()).toBe(10);
    expect(electron.tray.tooltip).toBe('Intray: no connection, 10 waiting to be sent');
  });
  await expect.poll(waiting, POLL).toBe(0);
  expect(desk.complaints).toEqual([]);
});

test('preferences open over the desk, speak its language, take keys by pressing them, and hold at once', async () => {
  const { electron } = main;
  const { page } = desk;
  const entry = (label: string) => electron.tray.menu.find((one) => one.label === label);
  entry('Servers and preferences')?.click?.();
  const english = page.getByRole('dialog', { name: 'Intray on this computer' });
  await english.getByRole('textbox', { name: 'Accept the first offer' }).press('Control+Alt+KeyA');
  await expect.poll(() => [...electron.keys.keys()], POLL).toEqual(['Control+Alt+A']);
  await english.getByRole('combobox', { name: 'Language' }).click();
  await page.getByRole('option', { name: 'Deutsch' }).click();
  const german = page.getByRole('dialog', { name: 'Intray auf diesem Rechner' });
  await german.waitFor();
  await expect.poll(() => entry('Server und Einstellungen') !== undefined, POLL).toBe(true);
  expect(electron.tray.tooltip).toMatch(/^Intray: nicht bereit/);

  await german.getByRole('textbox', { name: 'Erstes Angebot annehmen' }).press('Delete');
  await expect.poll(() => [...electron.keys.keys()], POLL).toEqual([]);
  const address = german.getByRole('textbox', { name: 'Woher neue Versionen kommen' });
  await address.fill('http://plain.example/');
  await address.press('Enter');
  await german.getByRole('alert').getByText('updateAddress').waitFor();
  await german.getByRole('button', { name: 'Zurück zum Arbeitsplatz' }).click();
  await page.getByRole('button', { name: 'Agent 1' }).click();
  await page.getByRole('menu').getByText('English', { exact: true }).click();
  await expect.poll(() => entry('Servers and preferences') !== undefined, POLL).toBe(true);
});

test('the page cannot leave, cannot reach anybody, and finds no other door', async () => {
  const { page, tried } = desk;
  tried.length = 0;
  const came = await page.evaluate(attempts);
  expect(came).toMatchObject({ ...expectedOutcome, withFunction: 'refused DataCloneError' });
  expect(came.verbs).toHaveLength(17);
  // The policy stopped these before they were requests.
  expect(tried).toEqual([]);

  // Going elsewhere, the several ways a page has.
  await page.evaluate(() => {
    location.href = 'https://evil.example/go';
  });
  await expect.poll(() => tried, POLL).toContain('https://evil.example/go');
  await page.evaluate(() => {
    const link = document.createElement('a');
    link.href = 'https://evil.example/link';
    document.body.append(link);
    link.click();
    const frame = document.createElement('iframe');
    frame.src = 'https://evil.example/frame';
    const script = document.createElement('script');
    script.src = 'https://evil.example/script.js';
    const picture = document.createElement('img');
    picture.src = 'https://evil.example/picture.png';
    const inline = document.createElement('script');
    inline.textContent = 'window.evil = true';
    document.body.append(frame, script, picture, inline);
  });
  await expect.poll(() => tried, POLL).toContain('https://evil.example/link');
  await page.evaluate(() => void window.open('https://evil.example/window'));
  await expect.poll(() => tried, POLL).toContain('https://evil.example/window');
  await expect.poll(() => desk.context.pages().length, POLL).toBe(1);
  await page.evaluate(() => {
    location.href = 'file:///etc/passwd';
  });
  expect(await page.evaluate(() => (window as unknown as { evil?: boolean }).evil)).toBeUndefined();
  expect(tried.filter((url) => /frame|script|picture/.test(url))).toEqual([]);
  expect(page.url().startsWith(HOME)).toBe(true);
});

test('what was built holds its guards, whatever Electron asks it', async () => {
  const { electron } = main;
  const [window] = electron.windows;
  const contents = window?.webContents;
  expect(window?.asked.webPreferences).toMatchObject({
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
  });
  for (const how of ['will-navigate', 'will-redirect', 'will-frame-navigate'] as const)
    for (const url of [
      'https://evil.example/',
      'file:///etc/passwd',
      'app://intray/other.html',
      'data:text/html,x',
    ])
      expect(contents?.mayGo(url, how), `${how} ${url}`).toBe(false);
  expect(contents?.mayGo('app://intray/index.html?view=work')).toBe(true);
  expect(contents?.mayOpen('file:///etc/passwd')).toBe(false);
  expect(contents?.mayAttachWebview()).toBe(false);
  expect(contents?.mayOpen('https://crm.example.com/1')).toBe(false);
  expect(electron.opened).toEqual(['https://crm.example.com/1']);
  expect(['media', 'geolocation', 'notifications', 'hid'].filter(electron.permits)).toEqual([]);

  // A channel that is not in the contract, a frame inside the page, another page, and far too much.
  await expect(electron.invoke('intray:run', {})).rejects.toThrow('No handler registered');
  const ours = 'app://intray/index.html';
  for (const from of [
    { url: ours, topFrame: false },
    { url: 'https://evil.example/', topFrame: true },
  ])
    expect(await electron.invoke('intray:begin', {}, from)).toMatchObject({
      refusal: { code: 'not_our_page' },
    });
  const much = { shelf: 'queue', text: 'x'.repeat(17 * 1024 * 1024) };
  expect(await electron.invoke('intray:keep', much)).toMatchObject({ refusal: { code: 'malformed' } });
  const page = await electron.answerPage(ours);
  expect(page.headers.get('content-security-policy')).toContain("connect-src 'none'");
  expect((await electron.answerPage('app://intray/../main/index.js')).status).toBe(404);
});
