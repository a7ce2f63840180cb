/** What a person feels of the web desk: how soon it stands, how evenly it scrolls, how soon it answers a click. */
import { command, goTo, openBrowser, openDesk, openItem, openReadyDesk, signIn } from '@intray/e2e/desk';
import type { TestServer } from '@intray/e2e/server';
import type { Browser, Page } from 'playwright-core';
import type { Turns } from '../measuring/rounds.ts';
import { quantile } from '../measuring/statistics.ts';
import { startBenchPostgres } from '../postgres.ts';
import { figure } from '../report/table.ts';
import { CROWDED, crowdedCentre } from './crowd.ts';
import type { Figure } from './figure.ts';
import { firstLoad } from './first-load.ts';
import { lighthouseMarks } from './lighthouse.ts';
import { clickUntilPainted } from './painted.ts';
import { framesWhileScrolling } from './scrolling.ts';

const TRAY = 'Shared by the team';

/** How much is measured; `items` in the tray. */
export interface DeskPlan {
  readonly items: number;
  readonly scrollMs: number;
  readonly clicks: number;
  readonly lighthouse: boolean;
}
export const FULL_DESK: DeskPlan = { items: 100_000, scrollMs: 10_000, clicks: 30, lighthouse: true };
export const QUICK_DESK: DeskPlan = { items: 1_000, scrollMs: 2_000, clicks: 4, lighthouse: false };

/** Measures in a real Chromium against a real server of this machine, on a PostgreSQL of its own. */
export async function desk(plan: DeskPlan, { signal, tell }: Omit<Turns, 'plan'>) {
  await using parts = new AsyncDisposableStack();
  const postgres = await startBenchPostgres();
  parts.defer(() => postgres.stop());
  tell(`filling a workbin with ${plan.items} items`);
  const server = await crowdedCentre(await postgres.newDatabase('desk'), plan.items);
  parts.use(server);
  const browser = await openBrowser();
  parts.defer(() => browser.close());

  const figures: Figure[] = [];
  for (const measure of [loading, scrolling, clicking]) {
    signal.throwIfAborted();
    figures.push(...(await measure({ plan, server, browser, tell })));
  }
  if (plan.lighthouse) figures.push(...(await marks(server, tell)));
  return { figures, database: postgres.version };
}

interface Ground {
  readonly plan: DeskPlan;
  readonly server: TestServer;
  readonly browser: Browser;
  readonly tell: (doing: string) => void;
}

const ms = (values: readonly number[], share: number) => `${figure(quantile(values, share))} ms`;

async function loading({ server, browser, tell }: Ground): Promise<readonly Figure[]> {
  tell('loading the desk');
  const { page, context } = await openReadyDesk(browser, server.url, 'agent1');
  const { script, ahead, stood } = await firstLoad(page, server.url);
  await context.close();
  await server.as('agent1', '/session', { type: 'endSession' });
  return [
    {
      what: 'compressed script until an agent’s desk stands',
      value: script,
      unit: ' kB',
      beside: `${figure(ahead)} kB more are fetched ahead once it stands`,
      wanted: { kind: 'below', value: 250 },
    },
    {
      what: 'from asking for the page until the work is shown',
      value: stood,
      unit: ' ms',
      beside: 'nothing cached',
    },
  ];
}

async function scrolling({ plan, server, browser, tell }: Ground): Promise<readonly Figure[]> {
  tell('opening and scrolling the workbin');
  const { page, context } = await openDesk(browser, server.url);
  await signIn(page, 'agent2');
  const opening = page.getByRole('navigation', { name: 'Places' }).getByRole('button', { name: TRAY });
  const opened = await clickUntilPainted(page, opening, 'tr[data-index="20"]');
  const frames = await framesWhileScrolling(page, plan.scrollMs);
  await context.close();
  const items = plan.items.toLocaleString('en-US');
  return [
    {
      what: `from the click until the rows of a workbin of ${items} are painted`,
      value: opened,
      unit: ' ms',
      beside: '–',
    },
    {
      what: `between two frames while it scrolls, 95 of 100`,
      value: quantile(frames, 0.95),
      unit: ' ms',
      beside: `half ${ms(frames, 0.5)}, 99 of 100 ${ms(frames, 0.99)}; ${frames.length} frames of the trace`,
      wanted: { kind: 'below', value: 20 },
    },
  ];
}

async function clicking({ plan, server, browser, tell }: Ground): Promise<readonly Figure[]> {
  tell('clicking');
  const { page, context } = await openReadyDesk(browser, server.url, 'agent3');
  const opening: number[] = [];
  const pulling: number[] = [];
  const readiness: number[] = [];
  for (let click = 0; click < plan.clicks; click += 1) {
    readiness.push(await switchReadiness(page));
    await goTo(page, TRAY);
    const row = page.locator('tr[data-index="0"]');
    const subject = (await row.locator('td').nth(1).locator('span').first().textContent()) ?? '';
    opening.push(await clickUntilPainted(page, row, '[aria-label="Open item"]'));
    const pull = command(await openItem(page, subject), 'pull');
    pulling.push(await clickUntilPainted(page, pull, '!tr[aria-current="true"]'));
    await page.keyboard.press('Escape');
    await page.getByRole('region', { name: 'Open item' }).waitFor({ state: 'detached' });
    await giveBack(server, page);
  }
  await context.close();
  const all = [...opening, ...pulling, ...readiness];
  const each = [
    ['an item opened', opening],
    ['pulled', pulling],
    ['ready', readiness],
  ] as const;
  return [
    {
      what: 'from a click until its acknowledgement is painted, 95 of 100',
      value: quantile(all, 0.95),
      unit: ' ms',
      beside: each.map(([name, values]) => `${name} ${ms(values, 0.95)}`).join(', '),
      wanted: { kind: 'below', value: 50 },
    },
  ];
}

/** Of all channels, by the buttons of its popover. */
async function switchReadiness(page: Page): Promise<number> {
  const button = page.getByRole('button', { name: 'My channels' });
  const ready = (await button.getAttribute('aria-label')) === 'My channels: Ready';
  await button.click();
  const all = page.getByRole('group', { name: 'All channels' });
  const to = ready ? 'Not ready' : 'Ready';
  const heard = `[aria-label="My channels: ${to}"]`;
  const took = await clickUntilPainted(
    page,
    all.getByRole('button', { name: to, exact: true }).first(),
    heard,
  );
  await page.keyboard.press('Escape');
  await page.getByRole('dialog', { name: 'My channels' }).waitFor({ state: 'detached' });
  return took;
}

/** What was pulled goes back, so that nobody's hands fill up. */
async function giveBack(server: TestServer, page: Page): Promise<void> {
  const { work } = await server.as<{ work: readonly { interaction: { id: string } }[] }>('agent3', '/desk');
  for (const { interaction } of work)
    await server.as('agent3', `/interactions/${interaction.id}/commands`, {
      type: 'placeInWorkbin',
      workbin: CROWDED,
    });
  await page
    .getByRole('navigation', { name: 'Places' })
    .getByRole('button', { name: /^My work( 0 items)?$/ })
    .waitFor();
}

async function marks(server: TestServer, tell: (doing: string) => void): Promise<readonly Figure[]> {
  tell('asking Lighthouse');
  const { performance: speed, accessibility } = await lighthouseMarks(server.url);
  return [
    {
      what: 'Lighthouse, performance (desktop)',
      value: speed,
      unit: '',
      beside: `accessibility ${accessibility}`,
      wanted: { kind: 'at least', value: 95 },
    },
  ];
}
