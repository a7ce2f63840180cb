/** Desks in real browsers, and what people do at them. */
import {
  type Browser,
  type BrowserContext,
  chromium,
  type Locator,
  type Page,
  type Request,
} from 'playwright-core';
import { chromiumPath } from './config.ts';
import type { TestServer } from './server.ts';

/** Two busy cores take their time. */
const PATIENCE = 90_000;

export interface DeskOptions {
  readonly colorScheme?: 'light' | 'dark';
  readonly width?: number;
  readonly height?: number;
}

export interface OpenDesk {
  readonly context: BrowserContext;
  readonly page: Page;
  /** What the browser complained of: errors thrown in the page. */
  readonly complaints: readonly string[];
}

/** Starts the browser. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox'] });

/** Opens the desk in a browser profile of its own. */
export async function openDesk(browser: Browser, url: string, options: DeskOptions = {}): Promise<OpenDesk> {
  const { colorScheme = 'light', width = 1440, height = 860 } = options;
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme,
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(PATIENCE);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  const unanswered = new Set<string>();
  page.on('request', (request) => unanswered.add(request.url()));
  const answered = (request: Request) => unanswered.delete(request.url());
  page.on('requestfinished', answered);
  page.on('requestfailed', answered);
  await page.goto(url);
  await page
    .getByLabel('User name')
    .waitFor()
    .catch(async (cause: Error) => {
      const there = await page.locator('body').textContent({ timeout: 5_000 });
      const facts = { there: there?.slice(0, 300), unanswered: [...unanswered], complaints };
      throw new Error(`The desk did not open: ${JSON.stringify(facts)}`, { cause });
    });
  return { context, page, complaints };
}

/** Signs in with the demo's password. */
export async function signIn(page: Page, userName: string): Promise<void> {
  await page.getByLabel('User name').fill(userName);
  await page.getByLabel('Password').fill('demo');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: 'My work', exact: true }).waitFor();
}

/** Starts the session as offered: usual place, all channels, ready. */
export async function startSession(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Start session' }).click();
  await page.getByRole('button', { name: 'My channels: Ready' }).waitFor();
}

/** Takes no more offers. */
export async function becomeNotReady(page: Page): Promise<void> {
  await page.keyboard.press('Shift+R');
  await page.getByRole('button', { name: 'My channels: Not ready' }).waitFor();
}

/** Signed in, logged on and ready. */
export async function openReadyDesk(
  browser: Browser,
  url: string,
  userName: string,
  options?: DeskOptions,
): Promise<OpenDesk> {
  const desk = await openDesk(browser, url, options);
  await signIn(desk.page, userName);
  await startSession(desk.page);
  return desk;
}

/** The offer of an interaction in the corner. */
export const offer = (page: Page, subject: string): Locator =>
  page.getByRole('region', { name: 'Offers' }).getByRole('region', { name: subject });

/** A row of the list in the middle. */
export const row = (page: Page, subject: string): Locator => page.getByRole('row', { name: subject });

/** The open item, once it is the one named. */
export async function openItem(page: Page, subject: string): Promise<Locator> {
  const item = page.getByRole('region', { name: 'Open item' });
  await item.getByRole('heading', { name: subject }).waitFor();
  return item;
}

/** Accepts an offer and waits until the item is on the desk. */
export async function accept(page: Page, subject: string): Promise<Locator> {
  await offer(page, subject).getByRole('button', { name: 'Accept' }).click();
  const item = await openItem(page, subject);
  await command(item, 'complete').waitFor();
  return item;
}

/** The button of a command, by core's own name for it. */
export const command = (item: Locator, name: string): Locator => item.locator(`[data-command="${name}"]`);

/** Goes to a place on the left side. */
export async function goTo(page: Page, name: string): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Places' })
    .getByRole('button', { name: new RegExp(`^${name}( [\\d,]+ items?)?$`) })
    .click();
  await page.getByRole('main').getByRole('heading', { name, level: 2, exact: true }).waitFor();
}

/** Answers the question of a dialog by typing and Enter. */
export async function choose(page: Page, question: string, answer: string): Promise<void> {
  const dialog = page.getByRole('dialog', { name: question });
  await dialog.getByRole('combobox').fill(answer);
  await dialog.getByRole('option', { name: answer }).first().waitFor();
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });
}

/** Marks the page, so that a reload would be noticed. */
export async function mark(page: Page): Promise<() => Promise<boolean>> {
  await page.evaluate(() => {
    document.body.dataset['marked'] = 'yes';
  });
  return () => page.evaluate(() => document.body.dataset['marked'] === 'yes');
}

/** Ends the session and closes the browser window: nothing is offered there any more. */
export async function leave(server: TestServer, { context }: OpenDesk, userName: string): Promise<void> {
  await context.close();
  await server.as(userName, '/session', { type: 'endSession' });
}
