/** From a click until the screen shows that it was heard: the time that a person waits. */
import type { Locator, Page } from 'playwright-core';

/**
 * Clicks, and measures in the page from the moment the browser stamped the click until the frame is painted in which
 * `heard` first holds, in milliseconds.
 * @param heard a selector that is there when the click has been heard; after `!`, one that is there no longer
 */
export async function clickUntilPainted(page: Page, target: Locator, heard: string): Promise<number> {
  await target.waitFor();
  const painted = page.evaluate(watch, heard);
  await target.click();
  return painted;
}

/** Runs in the page. */
function watch(heard: string): Promise<number> {
  const shown = () =>
    heard.startsWith('!') ? !document.querySelector(heard.slice(1)) : document.querySelector(heard) !== null;
  if (shown()) throw new Error(`"${heard}" holds before anybody clicked.`);
  return new Promise((resolve) => {
    let clicked: number | undefined;
    addEventListener('click', ({ timeStamp }) => (clicked = timeStamp), { capture: true, once: true });
    const look = () => {
      if (clicked === undefined || !shown()) return;
      const from = clicked;
      observer.disconnect();
      // The task after the frame's callbacks runs when the frame has been painted.
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now() - from);
        port2.postMessage(undefined);
      });
    };
    const observer = new MutationObserver(look);
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  });
}
