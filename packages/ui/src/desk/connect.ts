/** The desk's port over Intray's own wire. */

import { createIntrayClient, type IntrayClient } from '@intray/api/client';
import type { FeedMessage } from '@intray/core';
import { TRPCClientError } from '@trpc/client';
import { connectConfiguration } from './connect-configuration.ts';
import { connectHistory } from './connect-history.ts';
import { operatorOver } from './connect-operator.ts';
import { oversightOver } from './oversight-connect.ts';
import { type DeskPort, Failed, type Link, Refused, SignedOut, type WireRefusal } from './port.ts';
import { pageOf as page } from './slice.ts';
import { watchedFetch } from './watched-fetch.ts';

/** A command is asked again until it is answered: the person must not have to remember what they did in a cut. */
const PATIENCE = { total: Number.POSITIVE_INFINITY, each: 10_000 };
const BACKOFF = { first: 250, longest: 4_000 };

interface WireError {
  readonly httpStatus?: number;
  readonly refusal?: WireRefusal;
  readonly requestId?: string;
}

/** Puts an error of the wire into the desk's words; what never reached the server stays what it is. */
function inOurWords(error: unknown): unknown {
  if (!(error instanceof TRPCClientError)) return error;
  const data = error.data as WireError | null | undefined;
  if (data?.httpStatus === 401) return new SignedOut('Nobody is signed in.');
  if (data?.refusal) return new Refused(data.refusal);
  // A token that belongs to an older login is as good as none.
  if (data?.httpStatus === 403) return new SignedOut('The login has changed.');
  if (data?.httpStatus !== undefined)
    return data.httpStatus < 500
      ? new Refused({ code: 'invalid_input', message: error.message })
      : new Failed(error.message, data.requestId);
  return error;
}

const asked = async <T>(answer: Promise<T>): Promise<T> => {
  try {
    return await answer;
  } catch (error) {
    throw inOurWords(error);
  }
};

function linkOf(client: IntrayClient, following: boolean, reached: boolean): Link {
  const socketLost = following && client.connection.get() !== 'open';
  if (!socketLost && reached) return 'online';
  return navigator.onLine ? 'reconnecting' : 'offline';
}

export interface Connection {
  /** Where the server is; empty: where the page came from. */
  readonly baseUrl?: string;
  /** How requests get there, where it is not the browser that sends them. */
  readonly fetch?: typeof globalThis.fetch;
  readonly WebSocket?: typeof globalThis.WebSocket;
}

/** Connects to a server. */
export function connectDesk({ baseUrl = '', fetch, WebSocket }: Connection = {}): DeskPort {
  const ask: typeof globalThis.fetch = fetch ?? ((input, init) => globalThis.fetch(input, init));
  const listeners = new Set<() => void>();
  const ended = new Set<() => void>();
  let link: Link = 'online';
  let following = 0;
  let reached = true;
  const look = () => {
    const next = linkOf(client, following > 0, reached);
    if (next === link) return;
    link = next;
    for (const listener of [...listeners]) listener();
  };

  const client = createIntrayClient({
    baseUrl,
    patience: PATIENCE,
    backoff: BACKOFF,
    onConnection: () => look(),
    onSignedOut: () => {
      for (const listener of [...ended]) listener();
    },
    ...(WebSocket !== undefined && { WebSocket }),
    fetch: watchedFetch(ask, (yes) => {
      reached = yes;
      look();
    }),
  });
  window.addEventListener('online', look);
  window.addEventListener('offline', look);
  const { trpc } = client;

  return {
    async signIn(userName, password) {
      try {
        const answer = await client.login(userName, password);
        if (answer.ok) return { ok: true };
        const { code, message, retryAfter } = answer.problem;
        const detail = retryAfter === undefined ? {} : { seconds: retryAfter };
        return { ok: false, problem: { code, message, detail } };
      } catch {
        return { ok: false, problem: { code: 'no_answer', message: 'No answer came.' } };
      }
    },
    signOut: (where) => (where === 'everywhere' ? client.logoutEverywhere() : client.logout()),
    async isDemo() {
      const response = await ask(`${baseUrl}/healthz`);
      const health = (await response.json()) as { readonly demo?: boolean };
      return health.demo === true;
    },

    me: () => asked(trpc.desk.me.query()),
    catalogue: () => asked(trpc.desk.catalogue.query()),
    interaction: (id) => asked(trpc.interaction.get.query({ id })),
    history: (id, slice) => asked(trpc.interaction.history.query({ id, ...page(slice) })),
    workbins: () => asked(trpc.workbins.list.query()),
    workbinContent: (workbin, slice) => asked(trpc.workbins.content.query({ workbin, ...page(slice) })),
    queues: () => asked(trpc.queues.list.query()),
    queueContent: (queue, slice) => asked(trpc.queues.content.query({ queue, ...page(slice) })),
    colleagues: (search) => asked(trpc.desk.colleagues.query(search)),

    ...connectHistory(client, asked),
    ...oversightOver(client, asked),
    ...operatorOver(client, asked),
    ...connectConfiguration(trpc, asked),

    execute: (commandId, command, more) => asked(client.execute(command, { commandId, ...more })),
    follow(cursor, listener: (message: FeedMessage) => void) {
      const feed = client.followFeed({ from: cursor, onMessage: listener });
      following += 1;
      look();
      return () => {
        feed.stop();
        following -= 1;
        look();
      };
    },
    onSignedOut(listener) {
      ended.add(listener);
      return () => ended.delete(listener);
    },
    link: () => link,
    onLink(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
