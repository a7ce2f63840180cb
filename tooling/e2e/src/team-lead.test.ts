import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accept, goTo, openBrowser, openDesk, openItem, openReadyDesk, row, signIn } from './desk.ts';
import { interactionOf, startServer, submit, type TestServer } from './server.ts';

let server: TestServer;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await server[Symbol.asyncDispose]();
});

const PATIENCE = { timeout: 90_000 };
const stateOf = async (id: string) => (await interactionOf(server, id)).state;

/** Writes a filter as text, wrong at first, with the keyboard. */
async function filterBy(page: Page, condition: string): Promise<void> {
  await page.getByRole('button', { name: 'Build a filter' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Filter' });
  await dialog.getByRole('button', { name: 'Write it as text' }).press('Enter');
  await dialog.getByLabel('Condition').fill("Borough='Queens' AND");
  await dialog.getByText('Not understood at character').waitFor();
  await dialog.getByLabel('Condition').fill(condition);
  await dialog.getByRole('button', { name: 'Use this filter' }).press('Enter');
  await dialog.waitFor({ state: 'detached' });
}

test('[T16] [T17] [T18] [T23] [T24] [T25] a team lead’s hour: filter, hold many and take it back, watch, release, look into figures', async () => {
  const boroughs = ['Queens', 'Bronx', 'Queens'];
  const ids = await Promise.all(
    boroughs.map((Borough, n) => submit(server, { subject: `Street light ${n}`, data: { Borough } })),
  );
  const [first = '', second = '', third = ''] = ids;
  const { version } = await server.as<{ version: number }>('admin1', '/configuration');
  const filter = { id: 'Bronx', name: 'In the Bronx', condition: "Borough='Bronx'", columns: ['Borough'] };
  await server.as('admin1', '/configuration', { base: version, edits: [{ kind: 'filters', put: filter }] });
  const lead = await openDesk(browser, server.url);
  const { page } = lead;
  await signIn(page, 'lead1');

  // What a filter finds, all of it, held with one operation that is tried before; and put back again.
  await goTo(page, 'Interaction queues');
  await row(page, 'Street light 1').waitFor();
  await page.getByRole('combobox', { name: 'Filter', exact: true }).press('Enter');
  await page.getByRole('option', { name: 'In the Bronx' }).press('Enter');
  await row(page, 'Street light 0').waitFor({ state: 'detached' });
  await row(page, 'Street light 1').getByText('Bronx').waitFor();
  await filterBy(page, "Borough='Queens' AND _age()<3600");
  await row(page, 'Street light 1').waitFor({ state: 'detached' });
  await row(page, 'Street light 2').waitFor();
  await page.getByRole('button', { name: 'Do this to all found' }).press('Enter');
  await page.getByRole('menuitem', { name: 'Put on hold' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Put on hold' });
  await dialog.getByLabel('Reason').fill('Storm');
  await page.keyboard.press('Enter');
  await dialog.getByText('2 items would be changed').waitFor();
  expect(await stateOf(first)).toBe('Queued');
  await dialog.getByRole('button', { name: 'Do it to 2 items' }).press('Enter');
  await dialog.getByText('2 items changed').waitFor();
  expect([await stateOf(first), await stateOf(second), await stateOf(third)]).toEqual([
    'Held',
    'Queued',
    'Held',
  ]);
  await dialog.getByRole('button', { name: 'Undo' }).press('Enter');
  await dialog.getByText('2 items put back as before').waitFor();
  expect([await stateOf(first), await stateOf(third)]).toEqual(['Queued', 'Queued']);
  await dialog.getByRole('button', { name: 'Close', exact: true }).last().press('Enter');

  // Rows chosen by keyboard, moved into a tray, where the team's workbins show them.
  await page.getByRole('button', { name: 'Subject' }).press('Enter');
  await row(page, 'Street light 0').focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Space');
  await page.getByText('1 item chosen').waitFor();
  await page.getByRole('button', { name: 'Move to workbin' }).press('Enter');
  const move = page.getByRole('dialog', { name: 'Move to workbin' });
  await move.getByRole('combobox', { name: 'Workbin' }).fill('Shared');
  await page
    .getByRole('option', { name: /Shared/ })
    .first()
    .click();
  await move.getByRole('button', { name: 'See what would come of it' }).press('Enter');
  await move.getByRole('button', { name: 'Do it to 1 item' }).press('Enter');
  await move.getByText('1 item changed').waitFor();
  await expect.poll(() => stateOf(first), PATIENCE).toBe('InWorkbin');
  await move.getByRole('button', { name: 'Close', exact: true }).last().press('Enter');
  await goTo(page, 'My team’s workbins');
  await row(page, 'Street light 0').waitFor();

  // Why it waits, in the item itself.
  await goTo(page, 'Interaction queues');
  await row(page, 'Street light 1').click();
  const item = await openItem(page, 'Street light 1');
  await item.getByRole('tab', { name: 'Why' }).press('Enter');
  await item.getByText('Waits in Inbox').waitFor();
  await item.getByText('is not logged on').first().waitFor();
  await page.keyboard.press('Escape');

  // The board follows by itself: an agent comes, takes work, and it is taken back from there.
  await goTo(page, 'Live board');
  await row(page, 'Ana Lima').getByText('Logged off', { exact: true }).waitFor();
  const agent = await openReadyDesk(browser, server.url, 'agent1');
  await accept(agent.page, 'Street light 1');
  await row(page, 'Ana Lima').click();
  const pane = page.getByRole('region', { name: 'The chosen agent' });
  await pane.getByRole('button', { name: 'Take back Street light 1' }).press('Enter');
  await expect.poll(async () => (await interactionOf(server, second)).handler, PATIENCE).toBeUndefined();
  await pane.getByRole('button', { name: 'Log off' }).press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: 'Log off' }).press('Enter');
  await pane.getByText('Logged off').first().waitFor();

  // Figures lead to the work behind them.
  await goTo(page, 'Reports');
  await page.getByRole('button', { name: /^Look at it: Unfinished \d+, Inbox$/ }).press('Enter');
  await page.getByRole('main').getByRole('heading', { name: 'Inbox', level: 2 }).waitFor();
  await row(page, 'Street light 2').waitFor();
  expect([...lead.complaints, ...agent.complaints]).toEqual([]);
  await lead.context.close();
  await agent.context.close();
});
