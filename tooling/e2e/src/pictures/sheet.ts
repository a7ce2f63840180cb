/** A contact sheet: every state of one screen on one picture, small enough to be kept. */
import type { Browser } from 'playwright-core';

export interface Shot {
  readonly state: string;
  readonly png: Buffer;
}

const WIDTH = 1_480;
const STYLE = `
  body { margin: 0; padding: 20px; width: ${WIDTH - 40}px; background: #e9e9ed; color: #1a1b1f;
    font: 500 15px "Inter Variable", system-ui, sans-serif; }
  main { display: grid; grid-template-columns: 1fr 1fr; align-items: start; gap: 16px 20px; }
  figure { margin: 0; }
  figcaption { margin-bottom: 6px; }
  img { display: block; max-width: 100%; max-height: var(--tallest); border-radius: 6px; box-shadow: 0 0 0 1px #c9c9d2; }
`;

/**
 * Draws the shots beside each other, each under the name of its state.
 * @param tallest pixels; what is taller is drawn smaller
 * @returns a WebP picture
 */
export async function contactSheet(browser: Browser, shots: readonly Shot[], tallest = 520): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width: WIDTH, height: 400 } });
  const figures = shots.map(
    ({ state, png }) =>
      `<figure><figcaption>${state}</figcaption><img src="data:image/png;base64,${png.toString('base64')}"></figure>`,
  );
  await page.setContent(
    `<style>:root { --tallest: ${tallest}px }${STYLE}</style><main>${figures.join('')}</main>`,
  );
  await page.evaluate(() => Promise.all([...document.images].map((image) => image.decode())));
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  // Playwright writes PNG and JPEG only; the browser itself knows a format a fourth as large.
  const wire = await page.context().newCDPSession(page);
  const { data } = await wire.send('Page.captureScreenshot', {
    format: 'webp',
    quality: 80,
    captureBeyondViewport: true,
    clip: { x: 0, y: 0, width: WIDTH, height, scale: 1 },
  });
  await page.close();
  return Buffer.from(data, 'base64');
}
