/** Everything a desk needs of the wire, in one object. Runs in browsers and in Electron's renderer. */
import type { Command, Outcome } from '@intray/core';
import { createTRPCClient, httpBatchLink, splitLink, type TRPCClient } from '@trpc/client';
import type { AppRouter } from '../trpc/router.ts';
import { type ExecuteOptions, execute, type Patience, USUAL_PATIENCE } from './execute.ts';
import { type Following, type FollowOptions, followFeed } from './feed.ts';
import type { Observable } from './observable-state.ts';
import { type SignIn, signIn } from './sign-in.ts';
import { type ConnectionState, socket } from './socket.ts';
import { csrfFromCookie, newCommandId, onWake } from './surroundings.ts';
import { type Backoff, USUAL_BACKOFF } from './waiting.ts';

export interface ClientOptions {
  /** Where the server is, without a slash at the end; empty for the page's own origin. */
  readonly baseUrl?: string;
  /** The CSRF token to send; by default the one in the cookie, else the one of the last login. */
  readonly getCsrf?: () => string | undefined;
  readonly onConnection?: (state: ConnectionState) => void;
  /** The login is over: closed here, elsewhere, or by time. */
  readonly onSignedOut?: () => void;
  readonly fetch?: typeof globalThis.fetch;
  readonly WebSocket?: typeof globalThis.WebSocket;
  readonly backoff?: Backoff;
  readonly patience?: Patience;
  /** Reasons to stop waiting and try at once; by default `online` and the page becoming visible. */
  readonly wakes?: (wake: () => void) => () => void;
}

export interface IntrayClient extends SignIn {
  readonly trpc: TRPCClient<AppRouter>;
  /** Of the WebSocket: `closed` while nothing is followed. */
  readonly connection: Observable<ConnectionState>;
  /** Gives a command once, however often the network is cut meanwhile. */
  execute(command: Command, options?: ExecuteOptions): Promise<Outcome>;
  followFeed(options: FollowOptions): Following;
  newCommandId(): string;
  /** Stops following and closes the connection. */
  close(): void;
}

export function createIntrayClient(options: ClientOptions = {}): IntrayClient {
  const {
    baseUrl = '',
    // Called as functions of the page: detached from it, browsers refuse them.
    fetch = (input, init) => globalThis.fetch(input, init),
    WebSocket = globalThis.WebSocket,
    backoff = USUAL_BACKOFF,
    patience = USUAL_PATIENCE,
    wakes = onWake,
    onSignedOut = () => undefined,
  } = options;

  let remembered: string | undefined;
  let signedOut = false;
  const csrf = options.getCsrf ?? (() => csrfFromCookie() ?? remembered);
  const followings = new Set<Following>();

  const session = signIn({
    baseUrl,
    fetch,
    csrf,
    remember(csrfToken) {
      remembered = csrfToken;
      if (csrfToken !== undefined) signedOut = false;
    },
  });

  const { connection, link, close } = socket({
    baseUrl,
    WebSocket,
    backoff,
    wakes,
    async stillSignedIn() {
      const me = await session.me();
      return me.ok || me.problem.status !== 401;
    },
    onSignedOut() {
      signedOut = true;
      onSignedOut();
    },
  });
  const { onConnection } = options;
  if (onConnection) connection.subscribe(() => onConnection(connection.get()));

  const trpc = createTRPCClient<AppRouter>({
    links: [
      splitLink({
        // A question may ask for the socket: it is answered there without anybody looking into the database who asks.
        condition: ({ type, context }) => type === 'subscription' || context['overSocket'] === true,
        true: link,
        false: httpBatchLink({
          url: `${baseUrl}/trpc`,
          // Below what proxies take of a URL.
          maxURLLength: 4_000,
          maxItems: 50,
          fetch: (input, init) =>
            fetch(input as Parameters<typeof fetch>[0], { ...(init as RequestInit), credentials: 'include' }),
          headers() {
            const token = csrf();
            return token === undefined ? {} : { 'x-intray-csrf': token };
          },
        }),
      }),
    ],
  });

  function stopAll(): void {
    for (const following of followings) following.stop();
    followings.clear();
    close();
  }

  return {
    ...session,
    async logout() {
      stopAll();
      await session.logout();
    },
    async logoutEverywhere() {
      stopAll();
      await session.logoutEverywhere();
    },
    trpc,
    connection,
    execute: (command, more) => execute({ trpc, backoff, patience, wakes }, command, more),
    followFeed(follow) {
      const following = followFeed({ trpc, backoff, wakes, signedIn: () => !signedOut }, follow);
      followings.add(following);
      return {
        get cursor() {
          return following.cursor;
        },
        stop() {
          followings.delete(following);
          following.stop();
        },
      };
    },
    newCommandId,
    close: stopAll,
  };
}
