import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { command, offer, openBrowser, openDesk, openItem, row } from './desk.ts';
import { historyOf, interactionOf, startServer, submit, type TestServer } from './server.ts';

let server: TestServer;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await server[Symbol.asyncDispose]();
});

/** Presses Tab until the control with that name has the focus, as a person without a mouse does. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let step = 0; step < 60; step += 1) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const { activeElement, body } = document;
      // Past the last control the page itself has the focus, or a dialog as a whole; both hold every word.
      if (activeElement === null || activeElement === body || activeElement.matches('[role="dialog"]'))
        return '';
      return `${activeElement?.getAttribute('aria-label') ?? ''} ${activeElement?.textContent ?? ''}`;
    });
    if (focused.includes(name)) return;
  }
  throw new Error(`Tab never reached "${name}".`);
}

/** One key after the other, as on a real keyboard. */
async function type(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

test('a whole day by keyboard alone, from signing in to signing out', async () => {
  const subject = 'Noise complaint, loud music';
  const { page, context, complaints } = await openDesk(browser, server.url);
  const { keyboard } = page;

  await keyboard.type('agent1');
  await type(page, 'Tab');
  await keyboard.type('demo');
  await type(page, 'Enter');
  await page.getByRole('button', { name: 'Start session' }).waitFor();
  await tabTo(page, 'Start session');
  await type(page, 'Enter');
  await page.getByRole('button', { name: 'My channels: Ready' }).waitFor();

  // Accept the offer; the item opens and has the focus.
  const id = await submit(server, { subject, data: { Borough: 'Queens' } });
  await offer(page, subject).waitFor();
  await type(page, 'Shift+A');
  const item = await openItem(page, subject);
  await command(item, 'transfer').waitFor();

  // What has no key of its own is in the menu, and the menu needs no mouse.
  await tabTo(page, 'More');
  await type(page, 'Enter');
  const more = page.getByRole('menuitem');
  await more.first().waitFor();
  const reached = new Set<string>();
  for (let left = await more.count(); left > 0; left -= 1) {
    reached.add(await page.evaluate(() => document.activeElement?.textContent ?? ''));
    await type(page, 'ArrowDown');
  }
  expect([...reached].sort()).toEqual((await more.allTextContents()).sort());
  await type(page, 'Escape');
  await more.first().waitFor({ state: 'detached' });

  // A note.
  await type(page, 'n');
  await item.getByLabel('Write a note').waitFor();
  await keyboard.type('Called back.');
  await type(page, 'Control+Enter');
  await item.getByRole('article').getByText('Called back.').waitFor();
  await type(page, 'Escape');

  // Aside into the shared tray; the list has the keyboard again.
  await type(page, 'w');
  await page.getByRole('dialog', { name: 'Put in workbin' }).waitFor();
  await keyboard.type('Shared');
  await page.getByRole('option', { name: 'Shared by the team' }).waitFor();
  await type(page, 'Enter');
  await page.getByText('Nothing on your desk').waitFor();

  // To the tray, down to the row, open, pull.
  await type(page, 'g', '4');
  await row(page, subject).waitFor();
  await type(page, 'j', 'Enter');
  await command(await openItem(page, subject), 'pull').waitFor();
  await type(page, 'p');
  await command(item, 'transfer').waitFor();
  await row(page, subject).waitFor({ state: 'detached' });

  // Snooze it: it sleeps in its agent's own tray, where pulling wakes it.
  await type(page, 's');
  await page.getByRole('option', { name: 'In one hour' }).waitFor();
  await type(page, 'Enter');
  await type(page, 'g', '1');
  await row(page, subject).getByText('Snoozed').waitFor();
  await type(page, 'j', 'Enter');
  await command(await openItem(page, subject), 'wake').waitFor();
  await type(page, 'p');
  await command(item, 'transfer').waitFor();

  // [R103] [R105] Done, and reopened from what was finished.
  await type(page, 'd');
  await page.getByRole('dialog', { name: 'Done' }).getByRole('combobox').waitFor();
  await keyboard.type('Refunded');
  await page.getByRole('option', { name: 'Refunded' }).waitFor();
  await type(page, 'Enter');
  await item.waitFor({ state: 'detached' });
  await expect.poll(async () => (await interactionOf(server, id)).state, { timeout: 90_000 }).toBe('Done');
  await type(page, 'g', 'f');
  await row(page, subject).waitFor();

  // The overview of keys, not ready, and out.
  await type(page, '?');
  await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
  await type(page, 'Escape');
  await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor({ state: 'detached' });
  await type(page, 'Shift+R');
  await page.getByRole('button', { name: 'My channels: Not ready' }).waitFor();
  await tabTo(page, 'My channels');
  await type(page, 'Enter');
  await page.getByRole('dialog', { name: 'My channels' }).waitFor();
  // [S11] Off one channel and on again.
  const channels = page.getByRole('dialog', { name: 'My channels' });
  await tabTo(page, 'Log off from Chat');
  await type(page, 'Enter');
  await channels.getByRole('button', { name: 'Log on to Chat' }).waitFor();
  await tabTo(page, 'Log on to Chat');
  await type(page, 'Enter');
  await channels.getByRole('button', { name: 'Log off from Chat' }).waitFor();
  await tabTo(page, 'End session');
  await type(page, 'Enter');
  await page.getByRole('button', { name: 'My channels' }).waitFor({ state: 'detached' });
  await tabTo(page, 'Ana Lima');
  await type(page, 'Enter');
  await page.getByRole('menuitem', { name: 'Sign out', exact: true }).waitFor();
  await keyboard.type('Sign out');
  await type(page, 'Enter');
  await page.getByLabel('User name').waitFor();

  const told = (await historyOf(server, id)).map(({ type: event }) => event);
  expect(told).toContain('NoteAdded');
  expect(complaints).toEqual([]);
  await context.close();
});
