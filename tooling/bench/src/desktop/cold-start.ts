/** When a desk that has just been opened can be used, told by the page itself. */
import type { Page } from 'playwright-core';
import { clickUntilPainted } from '../desk/painted.ts';

/** Runs in the page before its own scripts: marks the frame that shows the first piece of work. */
export function markWhenItStands(): void {
  const observer = new MutationObserver(() => {
    if (!document.querySelector('tr[data-index="0"]')) return;
    observer.disconnect();
    // The task after the frame's callbacks runs when the frame has been painted.
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => void performance.mark('stands');
      port2.postMessage(undefined);
    });
  });
  observer.observe(document, { subtree: true, childList: true });
}

/** Milliseconds from the beginning of the navigation until the work is on the screen. */
export async function coldStart(page: Page): Promise<number> {
  const marked = await page.waitForFunction(
    () => performance.getEntriesByName('stands')[0]?.startTime ?? false,
  );
  return Number(await marked.jsonValue());
}

/** Milliseconds from a click on the agent's own tray until its rows are painted. */
export function openTray(page: Page): Promise<number> {
  const tray = page.getByRole('navigation', { name: 'Places' }).getByRole('button', { name: /^In progress/ });
  return clickUntilPainted(page, tray, 'tr[data-index="20"]');
}
