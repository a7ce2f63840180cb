import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  accept,
  becomeNotReady,
  goTo,
  leave,
  offer,
  openBrowser,
  openDesk,
  row,
  signIn,
  startSession,
} from './desk.ts';
import { configureFlow } from './flow-centre.ts';
import { startServer, submit, type TestServer } from './server.ts';

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

/** Where a team lead goes, and what is there when it is filled. */
const LEADS_PAGES: readonly (readonly [string, 'row' | 'button', RegExp])[] = [
  ['Live board', 'row', /Ready|Logged off|Not ready/],
  ['Interaction queues', 'row', /Seen by the lead/],
  ['My team’s workbins', 'row', /\((light|dark)\)/],
  ['Reports', 'button', /^Look at it: Unfinished/],
];

/** All in which the dark desk differs from the light one. */
const COLOURS = ['color-contrast', 'link-in-text-block'];

/** What axe finds that keeps somebody out, in words. */
async function barriers(page: Page, screen: string): Promise<readonly string[]> {
  // Guards catch the focus at the ends of a menu and pass it on at once; nobody can stay on one.
  const axe = new AxeBuilder({ page }).exclude('[data-base-ui-focus-guard]');
  if (await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)) axe.withRules(COLOURS);
  const { violations } = await axe.analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${screen}: ${id} at ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}

/** Where each of an administrator's screens is, and a word by which it is known to be there. */
const ADMINISTRATION: Readonly<Record<string, readonly [address: string, landmark: string]>> = {
  'an agent’s form': ['?view=configuration&page=agents&id=agent1', 'Usual place'],
  'a queue’s form': ['?view=configuration&page=queues&id=Inbox', 'After a missed offer'],
  settings: ['?view=configuration&page=settings', 'Disposition is mandatory'],
  options: ['?view=options', 'workitem.auto-answer'],
  'what holds': ['?view=options&page=inspect&id=agent1', 'workbin.email.draft'],
  'a role': ['?view=access&page=roles&id=Agent', 'move-to-workbin'],
  'who may do what': ['?view=access&page=inspect&id=agent1', 'Allowed by role'],
  versions: ['?view=versions', 'In force'],
  servers: ['?view=operator', 'Serving'],
};

test.each(['light', 'dark'] as const)('no screen keeps anybody out, %s', async (colorScheme) => {
  const found: string[] = [];
  const userName = colorScheme === 'light' ? 'agent1' : 'agent2';
  const desk = await openDesk(browser, server.url, { colorScheme });
  const { page } = desk;
  const look = async (screen: string) => void found.push(...(await barriers(page, screen)));

  await look('sign in');
  await signIn(page, userName);
  await page.getByRole('button', { name: 'Start session' }).waitFor();
  await look('start session');
  await startSession(page);
  await page.getByText('Nothing on your desk').waitFor();
  await look('nothing to do');
  await page.getByRole('button', { name: 'My channels: Ready' }).click();
  await page.getByRole('dialog', { name: 'My channels' }).waitFor();
  await look('channels');
  await page.keyboard.press('Escape');

  const subjects = [`First (${colorScheme})`, `Second (${colorScheme})`];
  for (const subject of subjects)
    await submit(server, {
      subject,
      dueAt: Date.now() - 60_000,
      priority: 10,
      contact: `contact (${colorScheme})`,
      data: { Agency: 'DOT', Urgent: true, Raw: { a: 1 } },
    });
  const [first = '', second = ''] = subjects;
  await offer(page, second).waitFor();
  await look('offers');
  const item = await accept(page, first);
  await accept(page, second);
  await look('case data');
  for (const tab of ['Notes', 'History', 'Contact', 'Details']) {
    await item.getByRole('tab', { name: tab }).click();
    await item.getByRole('tabpanel', { name: tab }).waitFor();
    await look(tab);
  }
  await item.getByRole('tab', { name: 'Case data' }).click();
  await item.getByRole('button', { name: 'Add a key' }).click();
  await item.getByLabel('Key', { exact: true }).waitFor();
  await look('new key');
  await item.getByRole('button', { name: 'Cancel', exact: true }).click();

  const questions = {
    w: 'Put in workbin',
    t: 'Transfer',
    d: 'Done',
    s: 'Snooze',
    u: 'Change priority',
    '?': 'Keyboard shortcuts',
  };
  for (const [key, name] of Object.entries(questions)) {
    await page.keyboard.press(key);
    await page.getByRole('dialog', { name }).waitFor();
    await look(name);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog', { name }).waitFor({ state: 'detached' });
  }
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('option', { name: 'Pull next' }).waitFor();
  await look('palette');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await item.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menu').waitFor();
  await look('more');
  await page.keyboard.press('Escape');
  await page.getByRole('menu').waitFor({ state: 'detached' });

  await page.keyboard.press('w');
  await page.getByRole('dialog', { name: 'Put in workbin' }).getByRole('combobox').fill('Shared');
  await page.keyboard.press('Enter');
  await goTo(page, 'Shared by the team');
  await row(page, second).waitFor();
  await look('workbin');
  await row(page, second).focus();
  await page.keyboard.press('Space');
  await page.getByText('1 item chosen').waitFor();
  await look('chosen rows');
  for (const place of ['Finished', 'Colleagues', 'Inbox', 'My drafts']) {
    await goTo(page, place);
    await look(place);
  }

  // What the lead looks at waits in its queue, and is offered to nobody.
  await becomeNotReady(page);
  const lead = await openDesk(browser, server.url, { colorScheme });
  await signIn(lead.page, 'lead1');
  await lead.page.getByRole('button', { name: /^Show \d+ empty$/ }).click();
  await lead.page.getByRole('button', { name: 'Hide empty' }).waitFor();
  found.push(...(await barriers(lead.page, 'a team lead’s trays')));
  await submit(server, { subject: `Seen by the lead (${colorScheme})`, dueAt: Date.now() - 60_000 });
  for (const [place, role, name] of LEADS_PAGES) {
    await goTo(lead.page, place);
    await lead.page.getByRole(role, { name }).first().waitFor();
    found.push(...(await barriers(lead.page, place)));
  }
  await goTo(lead.page, 'Live board');
  await lead.page.getByRole('row').nth(1).click();
  await lead.page.getByRole('region', { name: 'The chosen agent' }).getByText('Why no work comes').waitFor();
  found.push(...(await barriers(lead.page, 'an agent on the board')));
  await goTo(lead.page, 'Interaction queues');
  await lead.page.getByRole('button', { name: 'Build a filter' }).click();
  await lead.page.getByRole('dialog', { name: 'Filter' }).waitFor();
  found.push(...(await barriers(lead.page, 'filter')));
  await lead.page.keyboard.press('Escape');
  await lead.page.getByRole('button', { name: 'Do this to all found' }).click();
  await lead.page.getByRole('menuitem', { name: 'Change priority' }).click();
  await lead.page.getByRole('dialog', { name: 'Change priority' }).waitFor();
  found.push(...(await barriers(lead.page, 'operation')));
  await lead.context.close();

  const builder = await openDesk(browser, server.url, { colorScheme });
  await signIn(builder.page, 'admin1');
  for (const [place, opened] of [
    ['Rules', 'By time left'],
    ['Strategies', 'Skilled people first'],
  ] as const) {
    await goTo(builder.page, place);
    await builder.page.getByRole('button', { name: opened }).click();
    found.push(...(await barriers(builder.page, opened)));
    await builder.page.getByRole('tab', { name: 'Try out' }).click();
    found.push(...(await barriers(builder.page, `${opened}, tried out`)));
  }
  await goTo(builder.page, 'Import work');
  await builder.page.locator('input[type="file"]').setInputFiles({
    name: 'work.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('Id,What\n1,Noise\n,Light\n'),
  });
  await builder.page.getByRole('button', { name: 'Check all rows' }).click();
  await builder.page.getByText('1 row can be imported, 1 row cannot.').waitFor();
  found.push(...(await barriers(builder.page, 'import')));
  await builder.context.close();
  const admin = await openDesk(browser, server.url, { colorScheme });
  await signIn(admin.page, 'admin1');
  for (const [screen, [address, landmark]] of Object.entries(ADMINISTRATION)) {
    await admin.page.goto(`${server.url}/${address}`);
    await admin.page.getByText(landmark).first().waitFor();
    found.push(...(await barriers(admin.page, screen)));
  }
  await admin.context.close();
  expect(found).toEqual([]);
  await leave(server, desk, userName);
});
