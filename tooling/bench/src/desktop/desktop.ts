/** How soon the desktop desk stands after a cold start, with what it kept, whether the server is there or not. */
import { openBrowser, openPage } from '@intray/desktop-story/bridged-page';
import { type Centre, openCentre } from '@intray/desktop-story/contact-centre';
import { signIn } from '@intray/desktop-story/stage';
import { type BuiltMain, startBuiltMain } from '@intray/desktop-story/start-built';
import type { Browser } from 'playwright-core';
import type { Figure } from '../desk/figure.ts';
import type { Turns } from '../measuring/rounds.ts';
import { quantile } from '../measuring/statistics.ts';
import { figure } from '../report/table.ts';
import { coldStart, markWhenItStands, openTray } from './cold-start.ts';

export interface DesktopPlan {
  /** How much rests in the agent's tray. */
  readonly items: number;
  readonly starts: number;
}
export const FULL_DESKTOP: DesktopPlan = { items: 500, starts: 9 };
export const QUICK_DESKTOP: DesktopPlan = { items: 50, starts: 2 };

const AGENT = 'agent1';
const TRAY = { type: 'workitem.in-progress', owner: { kind: 'Agent', id: AGENT } } as const;
const LOOK_EVERY = 500;
const PATIENCE = 120_000;

interface Ground {
  readonly browser: Browser;
  readonly centre: Centre;
  readonly main: BuiltMain;
  readonly plan: DesktopPlan;
}

/** Measures the built main process, preload and page on what stands in for Electron, in a real Chromium. */
export async function desktop(plan: DesktopPlan, { signal, tell }: Omit<Turns, 'plan'>) {
  await using parts = new AsyncDisposableStack();
  const centre = parts.use(await openCentre());
  const began = performance.now();
  const main = parts.use(await startBuiltMain());
  const mainTook = performance.now() - began;
  const browser = await openBrowser();
  parts.defer(() => browser.close());
  const ground = { browser, centre, main, plan };

  tell(`filling the tray with ${plan.items} items`);
  await fill(ground);
  const figures: Figure[] = [];
  for (const away of [true, false]) {
    if (away) centre.unplug();
    else centre.plugIn();
    const stood: number[] = [];
    const opened: number[] = [];
    for (let start = 0; start < plan.starts; start += 1) {
      signal.throwIfAborted();
      tell(`start ${start + 1} of ${plan.starts}, ${away ? 'without' : 'with'} the server`);
      const { page, context } = await openPage(browser, main.electron, {
        script: markWhenItStands,
      });
      stood.push(await coldStart(page));
      opened.push(await openTray(page));
      await context.close();
    }
    figures.push({
      what: `from opening the page until the work is shown, ${away ? 'without' : 'with'} the server`,
      value: quantile(stood, 0.5),
      unit: ' ms',
      beside: `slowest of ${plan.starts} ${ms(Math.max(...stood))}; from a click on the tray until its rows are painted ${ms(quantile(opened, 0.5))}`,
      wanted: { kind: 'below', value: 1_000 },
    });
  }
  const before: Figure = {
    what: 'the main process until it opens its window',
    value: mainTook,
    unit: ' ms',
    beside: 'once; Electron’s own start is not in it',
  };
  return { figures: [...figures, before] };
}

const ms = (value: number) => `${figure(value)} ms`;

/** Work in hand and in the tray, seen once by a desk that then has all of it. */
async function fill({ browser, centre, main, plan }: Ground): Promise<void> {
  const { page, context } = await openPage(browser, main.electron);
  await signIn({ page, centre });
  for (let item = 0; item < plan.items; item += 1) {
    const interactionId = await centre.submit(`Street light out, house number ${item}`, { take: AGENT });
    await centre.give(AGENT, { type: 'placeInWorkbin', interactionId, workbin: TRAY });
  }
  await centre.submit('In hand', { take: AGENT });
  const until = Date.now() + PATIENCE;
  while ((await seen(main)) <= plan.items) {
    if (Date.now() > until) throw new Error('The desk has not kept what lies in its tray.');
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY));
  }
  await context.close();
}

/** How many pieces of work are kept. */
async function seen({ electron }: BuiltMain): Promise<number> {
  const answer = (await electron.invoke('intray:readKept', { shelf: 'snapshot' })) as {
    readonly value?: string | null;
  };
  const kept = JSON.parse(answer.value || '{}') as { readonly views?: object };
  return Object.keys(kept.views ?? {}).length;
}
