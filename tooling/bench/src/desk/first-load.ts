/** What comes over the wire before the agent's desk stands. */
import type { Page } from 'playwright-core';

export interface FirstLoad {
  /** Compressed script until the desk stood, in kB. */
  readonly script: number;
  /** Compressed script that was fetched ahead after that, in kB. */
  readonly ahead: number;
  /** Milliseconds from the request for the page until the work was shown. */
  readonly stood: number;
}

/** Opens the desk with an empty cache as somebody who is signed in and has a session. */
export async function firstLoad(page: Page, url: string): Promise<FirstLoad> {
  await page.addInitScript(() => {
    const observer = new MutationObserver(() => {
      if (!document.querySelector('main h2')) return;
      observer.disconnect();
      performance.mark('stands');
    });
    observer.observe(document, { subtree: true, childList: true });
  });
  const session = await page.context().newCDPSession(page);
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  await page.goto(url);
  await page.getByRole('heading', { name: 'My work', exact: true }).waitFor();
  await page.waitForLoadState('networkidle');
  const found = await page.evaluate(() => {
    const stood = performance.getEntriesByName('stands')[0]?.startTime ?? Number.NaN;
    const scripts = (performance.getEntriesByType('resource') as PerformanceResourceTiming[]).filter(
      ({ name }) => new URL(name).pathname.endsWith('.js'),
    );
    const sum = (of: readonly PerformanceResourceTiming[]) =>
      of.reduce((bytes, { encodedBodySize }) => bytes + encodedBodySize, 0) / 1_000;
    return {
      stood,
      script: sum(scripts.filter(({ startTime }) => startTime <= stood)),
      ahead: sum(scripts.filter(({ startTime }) => startTime > stood)),
    };
  });
  await session.send('Network.setCacheDisabled', { cacheDisabled: false });
  await session.detach();
  return found;
}
