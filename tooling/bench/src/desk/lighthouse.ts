/** Lighthouse's own marks for the page a person opens first. Fetched for the measurement: nothing else needs it. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const LIGHTHOUSE = 'lighthouse@13.5.0';

/** From 0 to 100. */
export interface Marks {
  readonly performance: number;
  readonly accessibility: number;
}

/** Asks Lighthouse with its desktop profile; it finds the machine's Chromium by itself. */
export async function lighthouseMarks(url: string): Promise<Marks> {
  const flags = [
    '--quiet',
    '--preset=desktop',
    '--output=json',
    '--only-categories=performance,accessibility',
  ];
  const browser = '--chrome-flags=--headless=new --no-sandbox';
  const asked = ['-y', LIGHTHOUSE, url, ...flags, browser];
  const { stdout } = await promisify(execFile)('npx', asked, { maxBuffer: 64 * 1_024 * 1_024 });
  const { categories } = JSON.parse(stdout) as { categories: Record<keyof Marks, { score: number }> };
  return {
    performance: Math.round(categories.performance.score * 100),
    accessibility: Math.round(categories.accessibility.score * 100),
  };
}
