import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { becomeNotReady, command, leave, openBrowser, openItem, openReadyDesk, row } from './desk.ts';
import { interactionOf, startServer, submit, type TestServer } from './server.ts';

const SHARED = { type: 'team.shared', owner: { kind: 'AgentGroup', id: 'Demo Team' } };

let server: TestServer;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await server[Symbol.asyncDispose]();
});

/** Where notices appear; what a screen reader is told of them stands elsewhere too. */
const notices = (page: Page) => page.getByRole('region', { name: 'Notices' });

/** Work that rests in the shared tray; answers its id. */
async function resting(subject: string): Promise<string> {
  const id = await submit(server, { subject });
  await server.as('admin1', `/interactions/${id}/commands`, { type: 'moveToWorkbin', workbin: SHARED });
  return id;
}

test('[R117] keys act on the row that has the keyboard, and on all that are chosen', async () => {
  const ids = await Promise.all(['Alpha', 'Beta', 'Gamma'].map(resting));
  const desk = await openReadyDesk(browser, server.url, 'agent1');
  const { page } = desk;
  const { keyboard } = page;
  await becomeNotReady(page);
  await keyboard.press('g');
  await keyboard.press('4');
  await row(page, 'Gamma').waitFor();
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-index') ?? null);
  await expect.poll(focused, { timeout: 90_000 }).toBe('0');
  await keyboard.press('j');
  await expect.poll(focused, { timeout: 90_000 }).toBe('1');
  await keyboard.press('k');
  await expect.poll(focused, { timeout: 90_000 }).toBe('0');

  // One row, without opening it; the notice says where it sleeps.
  await keyboard.press('s');
  const dialog = page.getByRole('dialog', { name: 'Snooze' });
  await dialog.getByRole('option', { name: 'Tomorrow morning' }).click();
  await notices(page).getByText('Snoozed until').waitFor();
  await notices(page).getByText('In Shared by the team').waitFor();
  const states = () => Promise.all(ids.map(async (id) => (await interactionOf(server, id)).state));
  await expect
    .poll(async () => (await states()).sort(), { timeout: 90_000 })
    .toEqual(['InWorkbin', 'InWorkbin', 'Snoozed']);

  // All of them at once, and one notice for all.
  await row(page, 'Alpha').focus();
  await keyboard.press('Control+a');
  await page.getByText('3 items chosen').waitFor();
  await keyboard.press('p');
  await notices(page).getByText('Pull: 3 of 3 done').waitFor();
  await page.getByText('This workbin is empty').waitFor();
  expect(await states()).toEqual(['Processing', 'Processing', 'Processing']);
  expect(desk.complaints).toEqual([]);
  await leave(server, desk, 'agent1');
});

test('[R53] of several rows those that allow it are done, and each refusal is told', async () => {
  const desk = await openReadyDesk(browser, server.url, 'agent2');
  const { page } = desk;
  await becomeNotReady(page);
  const ids = await Promise.all(['Delta', 'Epsilon'].map(resting));
  await page.keyboard.press('g');
  await page.keyboard.press('4');
  await row(page, 'Epsilon').waitFor();
  const [held = '', free = ''] = ids;
  await server.as('lead1', `/interactions/${held}/commands`, { type: 'hold', reason: 'Waits' });
  await row(page, 'Delta').getByText('On hold').waitFor();
  await row(page, 'Epsilon').focus();
  await page.keyboard.press('Control+a');
  await page.getByText('2 items chosen').waitFor();
  await page.keyboard.press('p');
  await notices(page).getByText('Pull: 1 of 2 done').waitFor();
  await notices(page).getByText('Delta: this is not possible now').waitFor();
  await expect
    .poll(async () => (await interactionOf(server, free)).state, { timeout: 90_000 })
    .toBe('Processing');
  expect((await interactionOf(server, held)).state).toBe('Held');

  // The one on hold is still in its tray; the lead's name, not an id, is in its story.
  await row(page, 'Delta').click();
  const item = await openItem(page, 'Delta');
  await item.getByRole('tab', { name: 'History' }).click();
  await item.getByText('by Lena Brandt').waitFor();
  expect(await command(item, 'pull').count()).toBe(0);
  await leave(server, desk, 'agent2');
});

test('a key that is half typed outlives a reload, with its name and its type', async () => {
  const desk = await openReadyDesk(browser, server.url, 'agent3');
  const { page } = desk;
  await becomeNotReady(page);
  const id = await resting('Zeta');
  await page.keyboard.press('g');
  await page.keyboard.press('4');
  await row(page, 'Zeta').click();
  const item = await openItem(page, 'Zeta');
  await item.getByRole('button', { name: 'Add a key' }).click();
  await item.getByLabel('Key', { exact: true }).fill('Amount');
  await item.getByRole('combobox', { name: 'Type' }).click();
  await page.getByRole('option', { name: 'Number' }).click();
  await item.getByLabel('Value', { exact: true }).fill('12.5');
  await page.reload();
  await openItem(page, 'Zeta');
  await item.getByLabel('Key', { exact: true }).waitFor();
  expect(await item.getByLabel('Key', { exact: true }).inputValue()).toBe('Amount');
  await item.getByRole('button', { name: 'Save' }).click();
  await expect
    .poll(async () => (await interactionOf(server, id)).userData, { timeout: 90_000 })
    .toMatchObject({ Amount: 12.5 });
  await leave(server, desk, 'agent3');
});
