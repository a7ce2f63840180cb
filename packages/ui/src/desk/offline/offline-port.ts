/**
 * A port that goes on without the server: it answers from what is kept, lets edits wait on disk, and has them carried
 * out on return. What it decides, it decides by core; what it cannot decide, it leaves to the server.
 */
import { newCommandId } from '@intray/api/client';
import {
  addEdit,
  type Command,
  canWait,
  decideOffline,
  type FeedMessage,
  isOfflineCommand,
  needsServer,
  type OfflineCommand,
  type Outcome,
  replayQueue,
  settle,
  withAttempt,
} from '@intray/core';
import { type DeskPort, Refused } from '../port.ts';
import type { Kept } from './kept.ts';
import { isNo, keptReads } from './kept-reads.ts';
import { localAnswers } from './local-answers.ts';
import { lookAhead } from './look-ahead.ts';
import { lost } from './loss.ts';
import type { OfflineState } from './offline-work.ts';
import { giveNow, refusingWhileAway } from './server-only.ts';

/** How often the server is asked for while it cannot be reached. */
const PROBE_EVERY = 3_000;

export interface OfflinePort extends DeskPort {
  readonly offline: NonNullable<DeskPort['offline']>;
  /** Looks for the server at once: the network is back, or the computer has woken. */
  recover(): void;
  stop(): void;
}

export function offlinePort(port: DeskPort, kept: Kept, now: () => number = Date.now): OfflinePort {
  const local = localAnswers(kept, now);
  const ahead = lookAhead(port, kept);
  const listeners = new Set<() => void>();
  const following = new Set<(message: FeedMessage) => void>();
  /** The server has answered since the start, or since it was lost. Until then what is kept is shown. */
  let proven = kept.snapshot() === undefined;
  /** What is on the screen came from what is kept, and has not been asked anew yet. */
  let stale = !proven;
  let replaying = false;
  let probing = false;
  let state: OfflineState = stateNow();
  let timer: ReturnType<typeof setInterval> | undefined;

  function stateNow(): OfflineState {
    const { edits, conflicts } = kept.queue();
    return { local: !isThere(), waiting: edits.length, conflicts };
  }
  function isThere(): boolean {
    return proven && port.link() === 'online';
  }
  function tell(): void {
    state = stateNow();
    for (const listener of [...listeners]) listener();
  }
  /** Everything on the screen is asked for anew; by whoever follows, now or as soon as somebody does. */
  function reset(): void {
    const cursor = kept.snapshot()?.me.cursor;
    stale = following.size === 0 || !isThere();
    if (cursor !== undefined) for (const listener of [...following]) listener({ kind: 'reset', cursor });
  }

  async function replay(): Promise<void> {
    if (replaying || !isThere() || kept.snapshot() === undefined) return;
    replaying = true;
    const before = kept.queue();
    try {
      await replayQueue({
        myId: kept.snapshot()?.me.agent.id ?? '',
        queue: kept.queue,
        change: kept.changeQueue,
        view: (id) =>
          port.interaction(id).catch((error: unknown) => (error instanceof Refused ? 'gone' : 'unanswered')),
        execute: ({ commandId, command, expectVersion }) =>
          port.execute(commandId, command, { expectVersion }).catch(() => 'unanswered' as const),
      });
    } finally {
      replaying = false;
    }
    if (kept.queue() !== before) reset();
  }

  /** Asks the server whether it is there; when it is, what waits goes out first, and then all is asked anew. */
  async function probe(): Promise<void> {
    if (probing) return;
    probing = true;
    try {
      kept.heardMe(await port.me());
      proven = true;
    } catch (error) {
      // Signed out is an answer too: the desk asks for the password over what is on the screen.
      if (isNo(error)) proven = true;
    } finally {
      probing = false;
    }
    if (!isThere()) return;
    await replay();
    if (stale) reset();
    ahead.soon();
    tell();
  }

  const watch = () => {
    if (isThere() && kept.queue().edits.length === 0) return;
    void (isThere() ? replay() : probe());
  };
  timer = setInterval(watch, PROBE_EVERY);
  const unlinked = port.onLink(() => {
    if (port.link() !== 'online' && kept.snapshot() !== undefined) {
      proven = false;
      stale = true;
    }
    tell();
    if (port.link() === 'online') void probe();
  });
  const unkept = kept.subscribe(tell);
  if (!proven) void probe();

  async function wait(
    commandId: string,
    command: OfflineCommand,
    sent: boolean,
  ): Promise<Outcome | undefined> {
    const desk = local.desk();
    const skew = kept.snapshot()?.skew ?? 0;
    const view = local.view(command.interactionId);
    const decision = desk && decideOffline(desk, view, { commandId, command, now: now() + skew });
    if (decision === undefined) return undefined;
    if (!decision.ok) return sent ? undefined : { ok: false, refusal: decision.refusal };
    const { edit } = decision;
    await kept.changeQueue((queue) => {
      const added = addEdit(queue, edit);
      // It may have arrived: asked again in the same words, it is answered as before.
      return sent ? withAttempt(added, commandId, { command, expectVersion: edit.base.version }) : added;
    });
    reset();
    const { version, state: after, id } = decision.view.interaction;
    return { ok: true, id, version, state: after, events: [] };
  }

  async function executeNow(commandId: string, command: OfflineCommand): Promise<Outcome> {
    const over = new AbortController();
    try {
      const asked = port.execute(commandId, command, { signal: over.signal });
      const first = await Promise.race([asked, lost(port, over.signal)]);
      if (first !== 'lost') return first;
      asked.catch(() => undefined);
      return (await wait(commandId, command, true)) ?? (await port.execute(commandId, command));
    } finally {
      over.abort();
    }
  }

  return {
    ...refusingWhileAway(port, () => isThere() || kept.snapshot() === undefined),
    async signOut(where) {
      await port.signOut(where);
      kept.forgetSnapshot();
      proven = true;
    },
    ...keptReads({ port, kept, local, isThere, onMe: ahead.soon }),
    async execute(commandId: string, command: Command, more) {
      if (isOfflineCommand(command)) {
        if (isThere()) return executeNow(commandId, command);
        const waits = await wait(commandId, command, false);
        return waits ?? { ok: false, refusal: needsServer(command.type) };
      }
      if (isThere()) return giveNow(port, commandId, command, more);
      return { ok: false, refusal: needsServer(command.type) };
    },
    follow(cursor, listener) {
      const hear = (message: FeedMessage) => {
        if (message.kind === 'event') ahead.soon();
        listener(message);
      };
      following.add(listener);
      if (stale && isThere()) queueMicrotask(reset);
      const stop = port.follow(cursor, hear);
      return () => {
        following.delete(listener);
        stop();
      };
    },
    offline: {
      state: () => state,
      canGive: (type) => isThere() || canWait(type),
      subscribe(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      async settle(commandId, choice) {
        await kept.changeQueue((queue) => settle(queue, commandId, choice, newCommandId()));
        await replay();
      },
    },
    recover: () => void probe(),
    stop() {
      clearInterval(timer);
      timer = undefined;
      ahead.stop();
      unlinked();
      unkept();
    },
  };
}
