/**
 * Draws the pictures of the documentation: `node tooling/e2e/src/screenshots.ts`. Kept apart from the tests, which must
 * not change what is committed.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { SCREENSHOTS } from './config.ts';
import {
  accept,
  becomeNotReady,
  choose,
  command,
  goTo,
  offer,
  openBrowser,
  openDesk,
  openItem,
  row,
  signIn,
  startSession,
} from './desk.ts';
import { configureFlow } from './flow-centre.ts';
import { inHand, invoice, offered, restingWork, waitingWork } from './sample-work.ts';
import { startServer, submit, type TestServer } from './server.ts';

type Scheme = 'light' | 'dark';

const SHARED = { type: 'team.shared', owner: { kind: 'AgentGroup', id: 'Demo Team' } };
const LARGE = { width: 1440, height: 900 };
const USUAL = { width: 1280, height: 800 };

/** One contact centre seen in one colour scheme. */
interface Scene {
  readonly server: TestServer;
  readonly browser: Browser;
  readonly scheme: Scheme;
}

async function draw(page: Page, name: string, scheme: Scheme): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  // Nothing under the pointer, so that no hint hangs over the picture.
  await page.mouse.move(0, 0);
  await page.getByRole('tooltip').waitFor({ state: 'detached' });
  await page.screenshot({ path: join(SCREENSHOTS, `${name}-${scheme}.png`) });
}

const give = (server: TestServer, who: string, id: string, order: object) =>
  server.as(who, `/interactions/${id}/commands`, order);

/** Work that rests in the team's tray before anybody looks. */
async function fillTray(server: TestServer): Promise<void> {
  for (const work of restingWork(Date.now()))
    await give(server, 'admin1', await submit(server, work), { type: 'moveToWorkbin', workbin: SHARED });
}

async function person({ server, browser, scheme }: Scene, userName: string): Promise<Page> {
  const { page } = await openDesk(browser, server.url, { colorScheme: scheme, ...USUAL });
  await signIn(page, userName);
  return page;
}

async function agentsDay(scene: Scene): Promise<void> {
  const { server, browser, scheme } = scene;
  const now = Date.now();
  const shoot = (name: string, on: Page) => draw(on, name, scheme);

  const door = await openDesk(browser, server.url, { colorScheme: scheme, width: 960, height: 640 });
  await door.page.getByText('password demo').waitFor();
  await shoot('sign-in', door.page);
  await door.context.close();

  // The first picture: work in hand, trays, an offer with its countdown.
  const page = await person(scene, 'agent1');
  await startSession(page);
  for (const work of [...inHand(now), invoice(now)]) {
    await submit(server, work);
    await accept(page, work.subject);
  }
  await page.setViewportSize(LARGE);
  await goTo(page, 'My work');
  await row(page, invoice(now).subject).click();
  const item = await openItem(page, invoice(now).subject);
  await submit(server, offered(now));
  await offer(page, offered(now).subject).getByText('Brooklyn').waitFor();
  await shoot('desk', page);
  await page.setViewportSize(USUAL);
  await accept(page, offered(now).subject);
  await becomeNotReady(page);

  await command(item, 'placeInWorkbin').click();
  await page
    .getByRole('dialog', { name: 'Put in workbin' })
    .getByRole('option', { name: 'Shared' })
    .waitFor();
  await shoot('put-aside', page);
  await choose(page, 'Put in workbin', 'Shared');

  await goTo(page, 'Shared by the team');
  await row(page, offered(now).subject).click();
  await openItem(page, offered(now).subject);
  await item.getByRole('tab', { name: 'History' }).click();
  await item.getByText('Put in Shared by the team').waitFor();
  await shoot('workbin', page);

  await page.keyboard.press('j');
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('Shift+ArrowDown');
  await page.getByText('4 items chosen').waitFor();
  await page.getByRole('button', { name: 'Move to queue' }).waitFor();
  await shoot('several', page);
  await page.getByRole('button', { name: 'Clear', exact: true }).click();
}

/** Where the flow of work is shaped: rules, a strategy, work from a file. */
async function flowOfWork(scene: Scene): Promise<void> {
  const { server, scheme } = scene;
  await configureFlow(server);
  const page = await person(scene, 'admin1');
  await page.setViewportSize(LARGE);
  const shoot = (name: string) => draw(page, name, scheme);
  await goTo(page, 'Rules');
  await page.getByRole('button', { name: 'By time left' }).click();
  await page.locator('[data-spot="0:2"]').click();
  await page.keyboard.type('high');
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowUp');
  await page.getByText(/^Row 1, column 3: /).waitFor();
  await shoot('rule-table');
  await page.getByRole('button', { name: 'Discard' }).click();
  await page.getByRole('tab', { name: 'Try out' }).click();
  await page.getByLabel('Due in').fill('90m');
  await page.getByText('priority 80').last().waitFor();
  await shoot('rules-tried');
  await goTo(page, 'Strategies');
  await page.getByRole('button', { name: 'Skilled people first' }).click();
  await page.getByRole('region', { name: 'Step 1' }).waitFor();
  await shoot('strategy');
  await page.getByRole('tab', { name: 'Try out' }).click();
  await page.getByRole('region', { name: 'If nobody takes it' }).waitFor();
  await shoot('strategy-tried');
  await goTo(page, 'Import work');
  await page.locator('input[type="file"]').setInputFiles({
    name: 'requests.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('Id,What,Due\n1,Noise,2026-12-01\n2,Light,soon\n3,Tree,2026-12-02\n'),
  });
  await page.getByRole('button', { name: 'Check all rows' }).click();
  await page.getByText('2 rows can be imported').scrollIntoViewIfNeeded();
  await shoot('import');
  await page.context().close();
}

async function handOver(scene: Scene): Promise<void> {
  const { server, scheme } = scene;
  const now = Date.now();
  const { subject } = invoice(now);
  const [chat, label] = inHand(now);
  if (chat === undefined || label === undefined) throw new Error('Expected work in hand.');
  const shoot = (name: string, on: Page) => draw(on, name, scheme);

  const page = await person(scene, 'agent1');
  const other = await person(scene, 'agent2');
  await startSession(other);
  await becomeNotReady(other);

  await row(page, subject).click();
  const item = await openItem(page, subject);
  await command(item, 'transfer').click();
  await choose(page, 'Transfer', 'Ben Okafor');
  await offer(other, subject).waitFor();
  await item.getByText('Offered to Ben Okafor').waitFor();
  await shoot('transferring', page);
  await goTo(other, 'Shared by the team');
  await shoot('handed-over', other);
  await offer(other, subject).getByRole('button', { name: 'Reject' }).click();
  await offer(other, subject).waitFor({ state: 'detached' });

  await row(page, label.subject).click();
  await openItem(page, label.subject);
  await command(item, 'snooze').click();
  await page
    .getByRole('dialog', { name: 'Snooze' })
    .getByRole('option', { name: 'Tomorrow morning' })
    .click();
  await page.getByText('Snoozed until').waitFor();
  await page.getByText('In My e-mails').waitFor();
  await goTo(page, 'My e-mails');
  await row(page, label.subject).click();
  await command(await openItem(page, label.subject), 'wake').waitFor();
  await shoot('snoozed', page);

  await goTo(page, 'My work');
  await row(page, chat.subject).click();
  await command(await openItem(page, chat.subject), 'complete').click();
  await choose(page, 'Done', 'Call-back agreed');
  await goTo(page, 'Finished');
  await row(page, chat.subject).click();
  await command(await openItem(page, chat.subject), 'reopen').waitFor();
  await shoot('finished', page);
  await server.as('agent2', '/session', { type: 'endSession' });
}

/** What belongs to a contact, and the field that finds everything. */
async function lookingBack(scene: Scene): Promise<void> {
  const { server, scheme } = scene;
  const contact = 'rosa.delgado@example.org';
  const work = ['Lamp repaired', 'Lamp dark again', 'Sparks at the mast'].map((subject) =>
    submit(server, { subject, from: 'Rosa Delgado', contact }),
  );
  const [repaired = ''] = await Promise.all(work);
  const page = await person(scene, 'agent4');
  await server.as('agent4', '/session', { type: 'startSession', channels: [] });
  await give(server, 'agent4', repaired, { type: 'pull' });
  await give(server, 'agent4', repaired, { type: 'complete', disposition: 'resolved' });
  await goTo(page, 'Finished');
  await row(page, 'Lamp repaired').click();
  const item = await openItem(page, 'Lamp repaired');
  await item.getByRole('tab', { name: 'Contact' }).click();
  await item.getByRole('button', { name: 'Reopen Lamp repaired' }).waitFor();
  await draw(page, 'contact', scheme);
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('combobox').fill('re');
  await page.getByRole('option', { name: 'Lamp repaired' }).waitFor();
  await draw(page, 'palette', scheme);
  await server.as('agent4', '/session', { type: 'endSession' });
}

async function leadsPages(lead: Page, scheme: Scheme): Promise<void> {
  await lead.setViewportSize(LARGE);
  await goTo(lead, 'Interaction queues');
  await lead.getByRole('button', { name: 'Do this to all found' }).waitFor();
  await draw(lead, 'oversight', scheme);
  await lead.getByRole('button', { name: 'Do this to all found' }).click();
  await lead.getByRole('menuitem', { name: 'Put on hold' }).click();
  const dialog = lead.getByRole('dialog', { name: 'Put on hold' });
  await dialog.getByRole('button', { name: 'See what would come of it' }).click();
  await dialog.getByText('would be changed').waitFor();
  await draw(lead, 'operation', scheme);
  await lead.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await goTo(lead, 'Live board');
  await lead.getByRole('row').nth(1).click();
  await lead.getByRole('region', { name: 'The chosen agent' }).getByText('Why no work comes').waitFor();
  await draw(lead, 'board', scheme);
  await goTo(lead, 'Reports');
  await lead
    .getByRole('button', { name: /^Look at it: Unfinished/ })
    .first()
    .waitFor();
  await draw(lead, 'reports', scheme);
  await lead.setViewportSize(USUAL);
}

async function oversight(scene: Scene): Promise<void> {
  const { server, scheme } = scene;
  const waiting = waitingWork(Date.now());
  const [login, pothole] = waiting;
  if (login === undefined || pothole === undefined) throw new Error('Expected waiting work.');
  // Only now: as long as somebody is ready it would be offered.
  for (const work of waiting) await submit(server, work);
  const lead = await person(scene, 'lead1');
  await goTo(lead, 'Inbox');
  await row(lead, login.subject).click();
  await command(await openItem(lead, login.subject), 'complete').waitFor();
  await draw(lead, 'lead', scheme);

  await row(lead, pothole.subject).click();
  await openItem(lead, pothole.subject);
  await lead.keyboard.press('h');
  await lead.getByRole('dialog', { name: 'Put on hold' }).getByLabel('Reason').fill('Waits for the survey');
  await lead.keyboard.press('Enter');
  const item = await openItem(lead, pothole.subject);
  await command(item, 'resume').waitFor();
  await item.getByRole('tab', { name: 'History' }).click();
  await item.getByText('Waits for the survey').waitFor();
  await draw(lead, 'held', scheme);

  await lead.keyboard.press('Shift+X');
  const dialog = lead.getByRole('dialog', { name: 'Cancel this work' });
  await dialog.getByLabel('Reason').fill('Reported twice');
  await lead.keyboard.press('Enter');
  await row(lead, pothole.subject).waitFor({ state: 'detached' });
  await goTo(lead, 'Finished');
  await row(lead, pothole.subject).click();
  await command(await openItem(lead, pothole.subject), 'restart').waitFor();
  await item.getByRole('tab', { name: 'History' }).click();
  await item.getByText('Reported twice').waitFor();
  await draw(lead, 'cancelled', scheme);

  await leadsPages(lead, scheme);

  // Ready for a medium that nothing waits for, so that nothing is offered.
  await server.as('agent2', '/session', {
    type: 'startSession',
    channels: [{ mediaType: 'chat', ready: true }],
  });
  const admin = await person(scene, 'admin1');
  await goTo(admin, 'Colleagues');
  await admin.getByText('Farid Rahman').waitFor();
  await draw(admin, 'administrator', scheme);
}

/** The administrator's screens, with a draft that changes three things and a fault in one of them. */
async function administration(scene: Scene): Promise<void> {
  const { server, scheme } = scene;
  const page = await person(scene, 'admin1');
  const look = async (name: string, address: string, landmark: string) => {
    await page.goto(`${server.url}/${address}`);
    await page.getByText(landmark).first().waitFor();
    await draw(page, name, scheme);
  };
  await page.goto(`${server.url}/?view=configuration&page=queues&id=Inbox`);
  const queue = page.getByRole('region', { name: 'Inbox' });
  await queue.getByLabel('Offer lasts (seconds)').fill('soon');
  await queue.getByText(/expected a number/i).waitFor();
  await draw(page, 'configuration', scheme);
  await queue.getByLabel('Offer lasts (seconds)').fill('45');
  await look('options', '?view=options', 'workitem.auto-answer');
  await look('options-inspected', '?view=options&page=inspect&id=agent1', 'workbin.email.draft');
  await look('roles', '?view=access&page=roles&id=Agent', 'move-to-workbin');
  await look('privileges-inspected', '?view=access&page=inspect&id=agent1', 'Allowed by role');
  await page.getByRole('button', { name: 'Review and save' }).click();
  const dialog = page.getByRole('dialog', { name: 'Save the draft as a new version' });
  await dialog.getByLabel('Why').fill('Longer offers in the morning');
  await draw(page, 'configuration-review', scheme);
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  await look('versions', '?view=versions', 'Longer offers');
}

await mkdir(SCREENSHOTS, { recursive: true });
for (const scheme of ['light', 'dark'] as const) {
  await using server = await startServer();
  const browser = await openBrowser();
  await fillTray(server);
  const scene = { server, browser, scheme };
  await agentsDay(scene);
  await handOver(scene);
  await lookingBack(scene);
  await oversight(scene);
  await flowOfWork(scene);
  await administration(scene);
  await browser.close();
}
