import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  accept,
  becomeNotReady,
  command,
  goTo,
  leave,
  openBrowser,
  openDesk,
  openItem,
  openReadyDesk,
  row,
  signIn,
} from './desk.ts';
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

const stateOf = async (id: string) => (await interactionOf(server, id)).state;

test('[I9] [I17] a lead who watches an item takes it out of an agent’s hands, and cancels it', async () => {
  const subject = 'Manhole cover loose, 5th Ave';
  const id = await submit(server, { subject });
  const lead = await openDesk(browser, server.url);
  await signIn(lead.page, 'lead1');
  await goTo(lead.page, 'Inbox');
  await row(lead.page, subject).click();
  const watched = await openItem(lead.page, subject);

  // It is offered and accepted while the lead looks on: what the lead sees and may do follows by itself.
  const agent = await openReadyDesk(browser, server.url, 'agent1');
  await accept(agent.page, subject);
  await becomeNotReady(agent.page);
  await watched.getByText('In progress').first().waitFor();
  await command(watched, 'revoke').click();
  await agent.page.getByText('Nothing on your desk').waitFor();
  await expect.poll(() => stateOf(id), { timeout: 90_000 }).toBe('Queued');

  await command(watched, 'revoke').waitFor({ state: 'detached' });
  await lead.page.keyboard.press('Shift+X');
  const dialog = lead.page.getByRole('dialog', { name: 'Cancel this work' });
  await dialog.getByLabel('Reason').fill('Reported twice');
  await dialog.getByRole('button', { name: 'Cancel this work' }).click();
  await row(lead.page, subject).waitFor({ state: 'detached' });
  await expect.poll(() => stateOf(id), { timeout: 90_000 }).toBe('Cancelled');

  // Cancelled by mistake it is not lost: it is among what the lead has finished, and can be put back.
  await goTo(lead.page, 'Finished');
  await row(lead.page, subject).getByText('Cancelled').waitFor();
  await row(lead.page, subject).click();
  await command(await openItem(lead.page, subject), 'restart').waitFor();
  expect([...lead.complaints, ...agent.complaints]).toEqual([]);
  await lead.context.close();
  await leave(server, agent, 'agent1');
});

test('[I13] work sleeps until a moment of the agent’s own, which must lie ahead', async () => {
  const subject = 'Call back next year';
  const agent = await openReadyDesk(browser, server.url, 'agent2');
  const id = await submit(server, { subject });
  const item = await accept(agent.page, subject);
  await command(item, 'snooze').click();
  const dialog = agent.page.getByRole('dialog', { name: 'Snooze' });
  await dialog.getByRole('option').last().click();
  const field = dialog.locator('input[type="datetime-local"]');
  await field.fill('2020-01-01T09:00');
  await agent.page.keyboard.press('Enter');
  await dialog.getByText('still to come').waitFor();
  expect(await stateOf(id)).toBe('Processing');

  const year = new Date().getUTCFullYear() + 1;
  await field.fill(`${year}-02-03T09:30`);
  await agent.page.keyboard.press('Enter');
  await agent.page.getByText('Snoozed until').waitFor();
  await expect.poll(() => stateOf(id), { timeout: 90_000 }).toBe('Snoozed');
  const { interaction } = await server.as<{ interaction: { wakeAt: number } }>(
    'admin1',
    `/interactions/${id}`,
  );
  expect(new Date(interaction.wakeAt).toISOString().slice(0, 10)).toBe(`${year}-02-03`);
  expect(agent.complaints).toEqual([]);
  await leave(server, agent, 'agent2');
});
