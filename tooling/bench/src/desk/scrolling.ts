/** How evenly the crowded tray scrolls: the frames that Chromium drew, read from its own trace. */
import type { CDPSession, Page } from 'playwright-core';

interface TraceEvent {
  readonly name: string;
  /** Microseconds. */
  readonly ts: number;
}

/** Frames that are further apart than this belong to two scrolls. */
const PAUSE = 1_000_000;

/**
 * Scrolls the list on for so long, a stretch with each frame.
 * @returns the distance between frames, in milliseconds, one after the other
 */
export async function framesWhileScrolling(page: Page, ms: number): Promise<readonly number[]> {
  const session = await page.context().newCDPSession(page);
  const events = traced(session);
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: {
      includedCategories: ['disabled-by-default-devtools.timeline.frame', 'devtools.timeline.frame'],
    },
  });
  await page.evaluate(scroll, ms);
  await session.send('Tracing.end');
  const drawn = (await events)
    .filter(({ name }) => name === 'DrawFrame')
    .map(({ ts }) => ts)
    .sort((a, b) => a - b);
  await session.detach();
  return drawn
    .slice(1)
    .map((at, index) => at - (drawn[index] ?? at))
    .filter((apart) => apart < PAUSE)
    .map((apart) => apart / 1_000);
}

function traced(session: CDPSession): Promise<readonly TraceEvent[]> {
  const found: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => found.push(...(value as unknown as TraceEvent[])));
  return new Promise((resolve) => session.once('Tracing.tracingComplete', () => resolve(found)));
}

/** Runs in the page. Two rows and a half with each frame: 6,000 pixels a second, as fast as a wheel is turned. */
function scroll(ms: number): Promise<void> {
  const grid = document.querySelector('[role="grid"]')?.parentElement;
  if (!grid) throw new Error('There is no list to scroll.');
  const end = performance.now() + ms;
  return new Promise((resolve) => {
    const step = () => {
      grid.scrollTop += 80;
      if (performance.now() < end) requestAnimationFrame(step);
      else resolve();
    };
    requestAnimationFrame(step);
  });
}
