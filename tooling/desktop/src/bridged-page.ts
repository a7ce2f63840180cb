/** The built page and the built preload in a real browser, with the built main process at the other end of the bridge. */
import { readFileSync } from 'node:fs';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { chromiumPath, PRELOAD } from './built.ts';
import { preloadScript } from './electron-shim.ts';
import type { StandIn } from './stand-in/electron.ts';
import type { Contents } from './stand-in/window.ts';

const ORIGIN = 'https://app.local';
export const HOME = `${ORIGIN}/index.html`;
const ASK = '__ask';
const PATIENCE = 90_000;

export interface BridgedPage {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly complaints: readonly string[];
  /** Addresses outside that the page tried to reach, whichever way. */
  readonly tried: string[];
}

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox'] });

const asElectronSees = (url: string): string => url.replace(ORIGIN, 'app://intray');

/** Serves the desk's pages as the main process answers them, and asks its guards before going anywhere. */
async function serve(
  context: BrowserContext,
  electron: StandIn,
  contents: Contents,
  tried: string[],
): Promise<void> {
  await context.route('**/*', async (route) => {
    const request = route.request();
    const url = asElectronSees(request.url());
    // Of another frame there is none: the policy keeps them from being asked for.
    const goesThere = request.isNavigationRequest();
    if (!url.startsWith('app://intray/') || (goesThere && !contents.mayGo(url))) {
      tried.push(request.url());
      // An answer without content leaves the page where it is, as a navigation that Electron was told to prevent.
      return goesThere ? route.fulfill({ status: 204 }) : route.abort('blockedbyclient');
    }
    const answer = await electron.answerPage(url);
    await route.fulfill({
      status: answer.status,
      headers: Object.fromEntries(answer.headers),
      body: Buffer.from(await answer.arrayBuffer()),
    });
  });
}

export interface PageLooks {
  readonly language?: string;
  readonly colorScheme?: 'light' | 'dark';
  /** Runs in the page before its own scripts. */
  readonly script?: () => void;
}

/** Opens the desk as a fresh start does. */
export async function openPage(
  browser: Browser,
  electron: StandIn,
  { language = 'en-GB', colorScheme = 'light', script }: PageLooks = {},
): Promise<BridgedPage> {
  const contents = electron.windows[0]?.webContents;
  if (contents === undefined) throw new Error('The main process has opened no window.');
  const context = await browser.newContext({
    viewport: { width: 1440, height: 860 },
    reducedMotion: 'reduce',
    locale: language,
    colorScheme,
  });
  context.setDefaultTimeout(PATIENCE);
  const tried: string[] = [];
  await serve(context, electron, contents, tried);
  await context.exposeBinding(ASK, ({ frame }, channel: string, input: unknown) =>
    electron.invoke(channel, input, {
      topFrame: frame.parentFrame() === null,
      url: asElectronSees(frame.url()),
    }),
  );
  await context.addInitScript({ content: preloadScript(readFileSync(PRELOAD, 'utf8'), ASK) });
  if (script !== undefined) await context.addInitScript(script);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  context.on('page', (opened) => {
    if (opened !== page) void opened.close();
  });
  contents.hear = (channel, message) => {
    const hear = ([to, what]: [string, unknown]) =>
      (window as unknown as { __hear?: (channel: string, message: unknown) => void }).__hear?.(to, what);
    // A page that is being loaded anew hears nothing, as in Electron.
    page.evaluate(hear, [channel, message] as [string, unknown]).catch(() => undefined);
  };
  await page.goto(HOME);
  return { context, page, complaints, tried };
}
