import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Cable, cable } from './cable.ts';
import {
  accept,
  becomeNotReady,
  choose,
  command,
  goTo,
  mark,
  offer,
  openBrowser,
  openItem,
  openReadyDesk,
  row,
} from './desk.ts';
import { historyOf, interactionOf, startServer, submit, type TestServer } from './server.ts';

const SHARED = { type: 'team.shared', owner: { kind: 'AgentGroup', id: 'Demo Team' } };
const PATIENT = { timeout: 90_000 };

let server: TestServer;
let browser: Browser;
let wire: Cable;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), openBrowser()]);
  wire = await cable(server.port);
});
afterAll(async () => {
  await browser.close();
  await wire[Symbol.asyncDispose]();
  await server[Symbol.asyncDispose]();
});

const stateOf = async (id: string) => (await interactionOf(server, id)).state;

/** Takes a privilege from the role of all agents, or gives it back. */
async function agentsMay(privilege: string, yes: boolean): Promise<void> {
  const { version, config } = await server.as<{
    version: number;
    config: { roles: readonly { id: string; name: string; privileges: readonly string[] }[] };
  }>('admin1', '/configuration');
  const role = config.roles.find(({ id }) => id === 'Agent');
  if (role === undefined) throw new Error('Expected a role "Agent".');
  const others = role.privileges.filter((each) => each !== privilege);
  const put = { ...role, privileges: yes ? [...others, privilege] : others };
  await server.as('admin1', '/configuration', { base: version, edits: [{ kind: 'roles', put }] });
}

test('[R53] [R83] [R93] [R100] [R102] an agent’s day, with all that can come between', async () => {
  const one = await openReadyDesk(browser, wire.url, 'agent1');
  const two = await openReadyDesk(browser, server.url, 'agent2');
  const { page } = one;
  await becomeNotReady(two.page);
  const notReloaded = await mark(page);

  // An offer while a note is being written: it takes neither the words nor the keyboard.
  const letter = await submit(server, { subject: 'A long letter' });
  const item = await accept(page, 'A long letter');
  await page.keyboard.press('n');
  const note = item.getByLabel('Write a note');
  await page.keyboard.type('The customer called and ');
  await submit(server, { subject: 'Something urgent' });
  await offer(page, 'Something urgent').waitFor();
  await page.keyboard.type('said: Aa, dD.');
  expect(await note.inputValue()).toBe('The customer called and said: Aa, dD.');
  expect(await note.evaluate((field) => field === document.activeElement)).toBe(true);
  await accept(page, 'Something urgent');
  await becomeNotReady(page);
  await page.keyboard.press('d');
  await choose(page, 'Done', 'Resolved');
  await row(page, 'A long letter').click();
  await openItem(page, 'A long letter');
  await item.getByRole('tab', { name: 'Notes' }).click();
  expect(await note.inputValue()).toBe('The customer called and said: Aa, dD.');

  // Two reach for the same item, one of them while the network is cut: the other has it, and that is told in words.
  const wanted = await submit(server, { subject: 'Wanted by two' });
  await server.as('admin1', `/interactions/${wanted}/commands`, { type: 'moveToWorkbin', workbin: SHARED });
  for (const desk of [one, two]) {
    await goTo(desk.page, 'Shared by the team');
    await row(desk.page, 'Wanted by two').click();
    await command(await openItem(desk.page, 'Wanted by two'), 'pull').waitFor();
  }
  wire.pull();
  await page.getByText('Reconnecting.').waitFor();
  await page.keyboard.press('p');
  await page.getByText('1 change waiting to be sent.').waitFor();
  await two.page.keyboard.press('p');
  await expect
    .poll(() => interactionOf(server, wanted), PATIENT)
    .toMatchObject({ state: 'Processing', handler: 'agent2' });
  wire.plugIn();
  await page
    .getByRole('region', { name: 'Notices' })
    .getByText(/took it/)
    .waitFor();
  const pulls = (await historyOf(server, wanted)).filter(({ type }) => type === 'InteractionPulled');
  expect(pulls).toHaveLength(1);
  await command(await openItem(two.page, 'Wanted by two'), 'complete').click();
  await choose(two.page, 'Done', 'Resolved');
  await expect.poll(() => stateOf(wanted), PATIENT).toBe('Done');

  // A privilege is taken away while the item is open: its button goes, and the command is refused.
  await goTo(page, 'My work');
  await row(page, 'A long letter').click();
  await openItem(page, 'A long letter');
  await command(item, 'complete').waitFor();
  await agentsMay('mark-done', false);
  await command(item, 'complete').waitFor({ state: 'detached' });
  await expect(
    server.as('agent1', `/interactions/${letter}/commands`, { type: 'complete', disposition: 'resolved' }),
  ).rejects.toThrow('answered 403');
  await agentsMay('mark-done', true);
  await command(item, 'complete').waitFor();

  // The server is stopped and started: the desk is back by itself, signed in, with the work in hand.
  const restarted = server.restart();
  await page.getByText('Reconnecting.').waitFor();
  await restarted;
  await page.getByText('Reconnecting.').waitFor({ state: 'detached' });
  await row(page, 'A long letter').waitFor();
  expect(await interactionOf(server, letter)).toMatchObject({ state: 'Processing', handler: 'agent1' });

  // The login ends: the same person signs in over what was there, and the note is still half written.
  await item.getByRole('tab', { name: 'Notes' }).click();
  await server.as('agent1', '/logout-everywhere', {});
  const again = page.getByRole('dialog', { name: 'Sign in again' });
  await again.getByLabel('Password').fill('demo');
  await page.keyboard.press('Enter');
  await again.waitFor({ state: 'detached' });
  expect(await note.inputValue()).toBe('The customer called and said: Aa, dD.');
  await item.getByRole('button', { name: 'Add note' }).click();
  await item.getByRole('article').getByText('said: Aa, dD.').waitFor();
  expect(await notReloaded()).toBe(true);

  // Home: everything done, signed out.
  await command(item, 'complete').click();
  await choose(page, 'Done', 'Answered');
  await expect.poll(() => stateOf(letter), PATIENT).toBe('Done');
  await page.getByRole('button', { name: 'Ana Lima' }).click();
  await page.getByRole('menuitem', { name: 'Sign out', exact: true }).click();
  await page.getByLabel('User name').waitFor();
  expect([...one.complaints, ...two.complaints]).toEqual([]);
});
