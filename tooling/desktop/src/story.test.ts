import { FakeElectron, type StartedDesktop, startedDesktop } from '@intray/desktop/testing';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BridgedPage, HOME, openBrowser, openPage } from './bridged-page.ts';
import { PAGES, requireBuilt } from './built.ts';
import { type Centre, openCentre } from './contact-centre.ts';
import { expectedOutcome } from './expected-outcome.ts';
import { offlineStory } from './offline-story.ts';
import { attempts } from './page-attempts.ts';
import { POLL } from './stage.ts';

let browser: Browser;
let centre: Centre;
let desktop: StartedDesktop;
let desk: BridgedPage;
const electron = new FakeElectron();

beforeAll(async () => {
  requireBuilt();
  [browser, centre] = await Promise.all([openBrowser(), openCentre()]);
  desktop = await startedDesktop({
    electron,
    pages: PAGES,
    fetch: (input, init) => globalThis.fetch(input, init),
  });
  desk = await openPage(browser, electron);
});
afterAll(async () => {
  await browser?.close();
  await desktop?.[Symbol.asyncDispose]();
  await centre?.[Symbol.asyncDispose]();
});

/** How many edits wait in the vault. */
async function waiting(): Promise<number> {
  const answer = await desktop.ask('readKept', { shelf: 'queue' });
  return ((answer.ok && answer.value) || '').split('"commandId"').length - 1;
}

test('[L1] [L3] [L4] [L8] [L9] sign in, accept from a notification, go on without the server for five minutes, come back', async () => {
  const { page } = desk;
  const stage = {
    page,
    centre,
    async acceptOutside(subject: string) {
      electron.focused = false;
      await expect.poll(() => electron.notes.map(({ title }) => title), POLL).toEqual([subject]);
      expect(electron.badge).toBe(1);
      expect(electron.tooltip).toBe('Intray: ready, 0 in hand');
      electron.notes[0]?.onButton(0);
      await expect.poll(() => electron.badge, POLL).toBe(0);
    },
    async notReadyOutside() {
      electron.menu.find(({ label }) => label === 'Not ready')?.onClick?.();
    },
  };
  await offlineStory(stage, async () => {
    expect(await waiting()).toBe(10);
    expect(electron.tooltip).toBe('Intray: no connection, 10 waiting to be sent');
  });
  await expect.poll(waiting, POLL).toBe(0);
  expect(desk.complaints).toEqual([]);
});

test('the page cannot leave, cannot reach anybody, and finds no other door', async () => {
  const { page, tried } = desk;
  tried.length = 0;
  const came = await page.evaluate(attempts);
  expect(came).toMatchObject({ ...expectedOutcome, withFunction: 'refused DataCloneError' });
  expect(came.verbs).toHaveLength(14);
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
