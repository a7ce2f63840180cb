/** A page of the server's own origin in which the official CometD client listens, as existing integrations have it. */
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';

const CLIENT = dirname(createRequire(import.meta.url).resolve('cometd'));
const PROGRAM = resolve(import.meta.dirname, '../page/listener.mjs');

export interface Heard {
  readonly channel: string;
  readonly data: Readonly<Record<string, unknown>> & {
    readonly workitem?: {
      readonly id: string;
      readonly state: string;
      readonly userData: Record<string, unknown>;
    };
  };
}

export interface Listening {
  /** The only transport the client has; left out, it chooses by itself. */
  readonly only?: 'websocket' | 'long-polling';
  readonly acknowledges?: boolean;
  readonly channels: readonly string[];
}

interface Program {
  signIn(userName: string, password: string): Promise<unknown>;
  post(path: string, body: object): Promise<string>;
  listen(listening: Listening): Promise<void>;
  heard(): readonly Heard[];
  handshakes(): readonly string[];
  transport(): string | undefined;
}

declare global {
  interface Window {
    readonly program: Program;
  }
}

export interface ListeningPage {
  /** Asks the API as the page does, with cookie and CSRF pair; answers the text as it came. */
  post(path: string, body: object): Promise<string>;
  /** Everything heard so far, in order. */
  heard(): Promise<readonly Heard[]>;
  /** Client ids that the server has given, one for each handshake. */
  handshakes(): Promise<readonly string[]>;
  transport(): Promise<string | undefined>;
}

/** Opens a page, signs in with the demo's password, and listens. */
export async function openListener(
  context: BrowserContext,
  url: string,
  userName: string,
  listening: Listening,
): Promise<ListeningPage> {
  const page: Page = await context.newPage();
  // Scripts beside the server's own, under the policy of its own pages.
  await page.route('**/listening/*', (route) => {
    const name = new URL(route.request().url()).pathname.split('/').at(-1) ?? '';
    const path = name === 'listener.mjs' ? PROGRAM : join(CLIENT, name);
    return route.fulfill({ contentType: 'text/javascript', path });
  });
  await page.goto(`${url}/healthz`);
  await page.addScriptTag({ url: '/listening/listener.mjs', type: 'module' });
  await page.waitForFunction(() => 'program' in window);
  await page.evaluate((name) => window.program.signIn(name, 'demo'), userName);
  await page.evaluate((how) => window.program.listen(how), listening);
  return {
    post: (path, body) => page.evaluate(([to, what]) => window.program.post(to, what), [path, body] as const),
    heard: () => page.evaluate(() => window.program.heard()),
    handshakes: () => page.evaluate(() => window.program.handshakes()),
    transport: () => page.evaluate(() => window.program.transport()),
  };
}
