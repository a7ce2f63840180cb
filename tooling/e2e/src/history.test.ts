import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { becomeNotReady, command, goTo, leave, openBrowser, openItem, openReadyDesk, row } from './desk.ts';
import { interactionOf, startServer, type TestServer } from './server.ts';

const CONTACT = 'ann@example.org';

let server: TestServer;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await server[Symbol.asyncDispose]();
});

async function bringIn(subject: string, more: object = {}): Promise<string> {
  const { id } = await server.as<{ id: string }>('admin1', '/interactions', {
    mediaType: 'workitem',
    queue: 'Inbox',
    contact: CONTACT,
    userData: { Subject: subject, From: 'Ann Example', Reference: `REF-${subject.length}` },
    ...more,
  });
  return id;
}

test('[R105] [R108] [R109] [R110] an agent finds, takes the next best, looks back on a contact, and works in German', async () => {
  const desk = await openReadyDesk(browser, server.url, 'agent1');
  const { page, complaints } = desk;
  await becomeNotReady(page);
  type Desk = {
    readonly session: { readonly channels: Readonly<Record<string, { readonly ready: boolean }>> };
  };
  const readyFor = async () =>
    Object.values((await server.as<Desk>('agent1', '/desk')).session.channels).filter(({ ready }) => ready);
  await expect.poll(readyFor, { timeout: 90_000 }).toEqual([]);
  const stateOf = async (id: string) => (await interactionOf(server, id)).state;
  // The colleague takes nothing but what is pulled: an offer would keep work from the desk until it runs out.
  await server.as('agent2', '/session', {
    type: 'startSession',
    channels: [{ mediaType: 'workitem', ready: false }],
  });
  const done = await bringIn('Lamp repaired');
  for (const type of ['pull', 'complete'])
    await server.as('agent1', `/interactions/${done}/commands`, {
      type,
      ...(type === 'complete' && { disposition: 'resolved' }),
    });
  const second = await bringIn('Lamp still dark');
  const first = await bringIn('Sparks at the mast', { priority: 9, dueAt: Date.now() - 60_000 });
  const taken = await bringIn('Taken by a colleague');
  await server.as('agent2', `/interactions/${taken}/commands`, { type: 'pull' });

  // The palette gives commands of the desk: the next best is the one of the highest priority.
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('combobox').fill('pull next');
  await page.getByRole('option', { name: 'Pull next' }).waitFor();
  await page.keyboard.press('Enter');
  const item = await openItem(page, 'Sparks at the mast');
  await command(item, 'transfer').waitFor();
  await expect.poll(() => stateOf(first), { timeout: 90_000 }).toBe('Processing');

  // [R108] [R110] Each of the contact's interactions with where it stands, and Open only where nobody has it in hand.
  await item.getByRole('tab', { name: 'Contact' }).click();
  const history = page.getByRole('region', { name: `History of ${CONTACT}` });
  const line = (subject: string) => history.getByRole('listitem').filter({ hasText: subject });
  await line('Lamp still dark').getByText('In the queue Inbox').waitFor();
  await line('Taken by a colleague').getByText('desk').waitFor();
  expect(
    await line('Taken by a colleague')
      .getByRole('button', { name: /^(Open|Reopen) / })
      .count(),
  ).toBe(0);
  await history.getByRole('checkbox', { name: 'Only unfinished' }).click();
  await line('Lamp repaired').waitFor({ state: 'detached' });

  // [R109] Opened past the routing; what was on the desk stays there, one key away.
  await line('Lamp still dark').getByRole('button', { name: 'Open Lamp still dark' }).focus();
  await page.keyboard.press('Enter');
  await command(await openItem(page, 'Lamp still dark'), 'transfer').waitFor();
  await expect.poll(() => stateOf(second), { timeout: 90_000 }).toBe('Processing');
  await page.getByRole('navigation', { name: 'Open items' }).getByText('Sparks at the mast').waitFor();
  await page.keyboard.press('[');
  await openItem(page, 'Sparks at the mast');

  // [R105] Finished work of the contact is reopened from that history, and only there.
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('combobox').fill(done);
  await page.getByRole('option', { name: 'Lamp repaired' }).waitFor();
  await page.keyboard.press('Enter');
  const finished = await openItem(page, 'Lamp repaired');
  expect(await command(finished, 'reportReply').count()).toBe(0);
  await command(finished, 'reopen').click();
  await line('Lamp repaired').getByRole('button', { name: 'Reopen Lamp repaired' }).click();
  await expect.poll(() => stateOf(done), { timeout: 90_000 }).toBe('Processing');

  // A heading sorts, a chip filters, and what is written on the work finds it.
  await goTo(page, 'My work');
  await page.getByRole('button', { name: 'Subject', exact: true }).click();
  const subjects = page.getByRole('row').filter({ hasText: 'Ann Example' });
  await expect.poll(() => subjects.first().textContent()).toContain('Lamp repaired');
  await page.getByRole('button', { name: 'Overdue' }).click();
  await row(page, 'Lamp repaired').waitFor({ state: 'detached' });
  await row(page, 'Sparks at the mast').waitFor();

  // Another language, at once and after a reload.
  await page.getByRole('button', { name: 'Ana Lima' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Deutsch' }).click();
  await page.getByRole('heading', { name: 'Meine Arbeit', level: 2 }).waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('de');
  await page.reload();
  await page.getByRole('heading', { name: 'Meine Arbeit', level: 2 }).waitFor();
  expect(complaints).toEqual([]);
  await leave(server, desk, 'agent1');
  await server.as('agent2', '/session', { type: 'endSession' });
});
