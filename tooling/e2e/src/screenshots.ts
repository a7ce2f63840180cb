/**
 * Draws the pictures of the documentation: `node tooling/e2e/src/screenshots.ts`. Kept apart from the tests, which must
 * not change what is committed.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
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
  row,
  signIn,
  startSession,
} from './desk.ts';
import { startServer, submit, type TestServer, type Work } from './server.ts';

const MINUTE = 60_000;

const letters = (now: number): readonly Work[] => [
  {
    mediaType: 'email',
    subject: 'Invoice 40318 was charged twice',
    from: 'Ana Ferreira',
    dueAt: now + 42 * MINUTE,
    priority: 20,
  },
  {
    subject: 'Street light out, Fulton St and Nostrand Ave',
    from: 'City portal',
    dueAt: now - 25 * MINUTE,
    priority: 30,
  },
  { mediaType: 'chat', subject: 'Can I still change my delivery address?', from: 'Jonas Weber' },
  {
    mediaType: 'twitter',
    subject: 'Third day without an answer, is anybody there?',
    from: '@m_okafor',
    priority: 10,
  },
  {
    mediaType: 'email',
    subject: 'Request for a copy of the contract',
    from: 'Sofia Lindqvist',
    dueAt: now + 26 * 60 * MINUTE,
  },
  { mediaType: 'facebook', subject: 'Opening hours over the holidays', from: 'Marek Nowak' },
  { subject: 'Noise complaint, residential, loud music', from: 'City portal', dueAt: now + 3 * 60 * MINUTE },
  {
    mediaType: 'email',
    subject: 'Power of attorney, signed',
    from: 'Notary Dr. Hahn',
    dueAt: now + 50 * 60 * MINUTE,
    priority: 10,
  },
];

const DATA = {
  Text: 'Hello,\nthe amount of 129.50 was taken twice from my account on 14 November. Please return one of them.\nAna Ferreira',
  Invoice: '40318',
  Amount: 129.5,
  Paid: true,
};

const SHARED = { type: 'team.shared', owner: { kind: 'AgentGroup', id: 'Demo Team' } };

/** Work that rests in the shared tray before anybody looks. */
async function fillTray(server: TestServer): Promise<void> {
  for (const work of letters(Date.now())) {
    const id = await submit(server, { ...work, subject: work.subject });
    await server.as('admin1', `/interactions/${id}/commands`, { type: 'moveToWorkbin', workbin: SHARED });
  }
}

async function draw(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: join(SCREENSHOTS, `${name}.png`) });
}

async function picturesOf(
  server: TestServer,
  colorScheme: 'light' | 'dark',
  userName: string,
): Promise<void> {
  const browser = await openBrowser();
  const { page } = await openDesk(browser, server.url, { colorScheme, width: 1280, height: 760 });
  const shoot = (name: string) => draw(page, `${name}-${colorScheme}`);
  await signIn(page, userName);
  await page.getByRole('button', { name: 'Start session' }).waitFor();
  await startSession(page);

  const [first, second] = letters(Date.now());
  if (first === undefined || second === undefined) throw new Error('There is nothing to draw.');
  await goTo(page, 'Shared by the team');
  await submit(server, { ...second, data: { Agency: 'DOT', Borough: 'Brooklyn', Reports: 7 } });
  await offer(page, second.subject).waitFor();
  await shoot('offer');
  await accept(page, second.subject);
  await submit(server, { ...first, data: DATA });
  const item = await accept(page, first.subject);
  await becomeNotReady(page);
  await item.getByText('129.5', { exact: true }).waitFor();
  await shoot('item');
  await command(item, 'placeInWorkbin').click();
  await page
    .getByRole('dialog', { name: 'Put in workbin' })
    .getByRole('option', { name: 'Shared' })
    .waitFor();
  await shoot('put-aside');
  await choose(page, 'Put in workbin', 'Shared');
  await goTo(page, 'Shared by the team');
  await row(page, 'Power of attorney').click();
  await item.getByRole('tab', { name: 'History' }).click();
  await item.getByText('Moved to').waitFor();
  await shoot('workbin');
  await browser.close();
  await server.as(userName, '/session', { type: 'endSession' });
}

await mkdir(SCREENSHOTS, { recursive: true });
await using server = await startServer();
await fillTray(server);
await picturesOf(server, 'light', 'agent1');
await picturesOf(server, 'dark', 'agent2');
