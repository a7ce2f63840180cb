import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { goTo, openBrowser, openDesk, signIn } from './desk.ts';
import { configuration, configureFlow, put, RANK } from './flow-centre.ts';
import { startServer, type TestServer } from './server.ts';

let server: TestServer;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), openBrowser()]);
  await configureFlow(server);
});
afterAll(async () => {
  await browser.close();
  await server[Symbol.asyncDispose]();
});

const PATIENCE = { timeout: 90_000 };
const rowsKept = async () => {
  const { config } = await configuration(server);
  const table = config.taskRules?.find(({ id }) => id === 'rank')?.table as typeof RANK.table;
  return table.rows;
};

/** What a spreadsheet leaves on the clipboard, pasted where the keyboard is. */
const paste = (page: Page, text: string) =>
  page.evaluate((copied) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', copied);
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }, text);

async function save(page: Page, note: string): Promise<void> {
  await page.getByLabel('Why this change?').fill(note);
  await page.getByRole('button', { name: 'Save as a new version' }).click();
  await page.getByText('It holds at once.').last().waitFor();
  await page.getByRole('region', { name: 'Draft' }).waitFor({ state: 'detached' });
}

test('[T26] [T27] [T30] [C20] [C21] [Q25] an administrator writes a table like a spreadsheet, tries rules and a strategy out, and settles a conflict', async () => {
  const { page, complaints } = await openDesk(browser, server.url);
  await signIn(page, 'admin1');
  await goTo(page, 'Rules');
  await page.getByRole('button', { name: 'By time left' }).click();

  // A cell that makes no sense is told at once and cannot be saved; undone, it is as before.
  await page.locator('[data-spot="0:2"]').click();
  await page.keyboard.type('high');
  await page.keyboard.press('Enter');
  await page.getByRole('status').getByText('1 thing to correct').waitFor();
  await page.keyboard.press('ArrowUp');
  await page.getByText(/^Row 1, column 3: /).waitFor();
  expect(await page.getByRole('button', { name: 'Save as a new version' }).isDisabled()).toBe(true);
  await page.keyboard.press('Control+z');
  await page.getByRole('region', { name: 'Draft' }).waitFor({ state: 'detached' });

  // Pasted over the end, the table grows. Somebody else renames the rule meanwhile.
  await page.locator('[data-spot="3:0"]').click();
  await paste(page, '4h\tTree|Light\t30\n\t\t5\n');
  await page.locator('[data-spot="4:2"]').getByText('5', { exact: true }).waitFor();
  await put(server, 'taskRules', { ...RANK, name: 'By time' });
  await page.getByText('Both of you changed: rank.').waitFor();
  await page.getByRole('button', { name: 'Keep mine' }).click();
  await save(page, 'More kinds');
  await expect
    .poll(rowsKept, PATIENCE)
    .toEqual([
      ...RANK.table.rows.slice(0, 3),
      { when: ['4h', ['Tree', 'Light']], do: [30] },
      { when: [null, null], do: [5] },
    ]);

  // Working time: a length and a calendar, told where it makes no sense.
  await page.getByRole('button', { name: 'Due in office hours' }).click();
  const deeds = page.getByRole('region', { name: 'Then' });
  await deeds.getByLabel('Length').fill('1w');
  await deeds.getByText('a length in s, m, h or d and the id of a business calendar').waitFor();
  await deeds.getByLabel('Length').fill('1d');
  await deeds.getByText('Front office').waitFor();
  await save(page, 'By the close of the next working day');
  await expect
    .poll(async () => JSON.stringify((await configuration(server)).config.taskRules), PATIENCE)
    .toContain('"1d front"');

  await page.getByRole('tab', { name: 'Try out' }).click();
  await page.getByLabel('Due in').fill('90m');
  await page.getByText('process Noise · priority 80').waitFor();

  await goTo(page, 'Strategies');
  await page.getByRole('button', { name: 'Skilled people first' }).click();
  const first = page.getByRole('region', { name: 'Step 1' });
  await first.getByLabel('For how many seconds').fill('90');
  await first.getByLabel('Expression').first().fill('Englisch >= 5');
  await first.getByText('Did you mean "English"?').waitFor();
  await first.getByLabel('Expression').first().fill('English >= 7');
  await page.getByText('Everything holds together.').waitFor();
  await page.getByRole('tab', { name: 'Try out' }).click();
  const course = page.getByRole('region', { name: 'If nobody takes it' });
  await course.getByText('moves to team.shared · Demo Team').waitFor();
  await course.getByText('from 1 min 30 s').waitFor();
  await save(page, 'More time for those who know');
  await expect
    .poll(async () => JSON.stringify((await configuration(server)).config.strategies), PATIENCE)
    .toContain('English >= 7');
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('work from a file is mapped, checked row by row, sent, and never there twice', async () => {
  const { page, complaints } = await openDesk(browser, server.url);
  await signIn(page, 'admin1');
  await goTo(page, 'Import work');
  const text = 'Id,What,Due\n1,Noise,2026-12-01\n2,Light,soon\n3,Tree,2026-12-02\n';
  await page
    .locator('input[type="file"]')
    .setInputFiles({ name: 'work.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
  await page.getByRole('button', { name: 'Check all rows' }).click();
  await page.getByText('2 rows can be imported, 1 row cannot.').waitFor();
  await page.getByText('"soon" is not a time of the form ISO').waitFor();
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await page.getByText('2 new, 0 already there, 1 rejected').waitFor();
  await page.getByRole('button', { name: 'Check all rows' }).click();
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await page.getByText('0 new, 2 already there, 1 rejected').waitFor();
  const { items } = await server.as<{ items: readonly unknown[] }>('admin1', '/queues/Inbox');
  expect(items).toHaveLength(2);
  expect(complaints).toEqual([]);
  await page.context().close();
});
