/**
 * One person as this wire knows them while a client of theirs listens: the trays they watch, the messages they got, and
 * which of those each of their clients has taken. A client that was lost and comes back gets the rest.
 */
import { type Desk, type FeedMessage, user } from '@intray/core';
import type { Clock } from '../../wire/clock.ts';
import type { Log } from '../../wire/log.ts';
import { referenceIn } from '../references.ts';
import { channelResources } from '../resources/channels.ts';
import type { Writing } from '../resources/interaction.ts';
import { known } from './known.ts';
import { CHANNELS, type Draft, type Letter, SERVICES } from './letter.ts';
import { lettersFor } from './letters.ts';
import { type Subscriptions, subscriptions } from './subscriptions.ts';

/** At most so many messages are kept for clients that have not confirmed them; a client that missed more reads anew. */
const KEPT = 2_000;
/** After the feed failed, until it is followed again, in milliseconds. */
const AGAIN_AFTER = 500;

export interface Listener {
  /** Gets every message from now on, in order. */
  deliver(letter: Letter): void;
}

/** A client's place in the messages. */
export interface Attached {
  /** The client's messages so far: for when it subscribes after they came. */
  missed(): readonly Letter[];
  /** The number of the newest message. */
  readonly latest: number;
  /** The client has every message up to this one that it wants. */
  acknowledge(number: number): void;
  /** @param lost it went without a word: what it did not acknowledge is kept for the next client */
  detach(lost: boolean): void;
}

export interface Presence {
  readonly subscriptions: Subscriptions;
  attach(listener: Listener): Attached;
  /** Sends a message of the wire's own, such as the answer to a subscription. */
  post(draft: Draft): void;
  /** Clients that are listening. */
  readonly size: number;
  /** Messages that are kept, because somebody has not confirmed them. */
  readonly kept: number;
  /** Gives up on clients that were lost before a moment. */
  forget(before: number): void;
  /** Resolves when it follows what happens. */
  readonly ready: Promise<void>;
  end(): void;
}

interface Ports {
  readonly desk: Desk;
  readonly log: Log;
  readonly writing: Writing;
  readonly clock: Clock;
}

const pause = (milliseconds: number, signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });

export function presence(agentId: string, { desk, log, writing, clock }: Ports): Presence {
  const actor = user(agentId);
  const watched = subscriptions();
  const interactions = known(desk, agentId);
  const letters: Letter[] = [];
  /** Per client, up to where it has confirmed. */
  const listeners = new Map<Listener, number>();
  /** Where clients that were lost had got to, oldest loss first. */
  let losses: readonly { readonly number: number; readonly at: number }[] = [];
  const ended = new AbortController();
  const ready = Promise.withResolvers<void>();
  let count = 0;

  /** Drops what nobody waits for. */
  function trim(): void {
    const awaited = Math.min(count, ...listeners.values(), ...losses.map(({ number }) => number));
    const oldest = Math.max(awaited, count - KEPT);
    const first = letters[0]?.number ?? count + 1;
    if (oldest >= first) letters.splice(0, oldest - first + 1);
  }

  function post(draft: Draft): void {
    count += 1;
    const letter = { number: count, ...draft };
    letters.push(letter);
    for (const listener of [...listeners.keys()]) listener.deliver(letter);
    trim();
  }

  async function tellOfSession(message: Extract<FeedMessage, { kind: 'event' }>): Promise<void> {
    const { event } = message;
    if (event.subject !== 'agent' || event.agentId !== agentId) return;
    // Subscriptions end with the work session.
    if (event.type === 'SessionEnded') watched.clear();
    const [me, catalogue] = await Promise.all([desk.me(actor), desk.catalogue(actor)]);
    if (!me.ok || !catalogue.ok) return;
    const referenceId = referenceIn(message.commandId, agentId);
    post({
      channel: CHANNELS,
      data: {
        messageType: 'ChannelStateChangeMessageV2',
        channels: channelResources(catalogue.value, me.value.session, writing.base),
        ...(referenceId === undefined ? {} : { referenceId }),
      },
    });
  }

  async function tell(message: Extract<FeedMessage, { kind: 'event' }>): Promise<void> {
    const { event } = message;
    if (event.subject === 'agent') return tellOfSession(message);
    const step = await interactions.after(event);
    if (step === undefined) return;
    const referenceId = event.by === agentId ? referenceIn(message.commandId, agentId) : undefined;
    for (const draft of lettersFor({ event, ...step, agentId, referenceId, subscriptions: watched, writing }))
      post(draft);
  }

  /** Something else may be done with work on the desk than is remembered. */
  const isNewsOfWork = (message: FeedMessage): boolean =>
    message.kind === 'configured' && message.work && interactions.atWork;

  /** Reads the whole desk, and answers from where to follow what happens to it. */
  async function look(): Promise<string | undefined> {
    const me = await desk.me(actor);
    if (!me.ok) return undefined;
    interactions.remember(me.value.work);
    return me.value.cursor;
  }

  async function follow(): Promise<void> {
    let cursor: string | undefined;
    while (!ended.signal.aborted) {
      try {
        cursor ??= await look();
        const feed = desk.follow(actor, cursor, ended.signal);
        ready.resolve();
        for await (const message of feed) {
          if (message.kind === 'event') await tell(message);
          else if (message.kind === 'reset' || isNewsOfWork(message)) await look();
          cursor = message.cursor;
        }
        await pause(AGAIN_AFTER, ended.signal);
      } catch (error) {
        log.warn({ error, agentId }, 'the feed broke off; it is followed again from where it was');
        const service = { messageType: 'ServiceStateChangeMessage', service: 'interaction-server' } as const;
        post({ channel: SERVICES, data: { ...service, state: 'Unavailable' } });
        await pause(AGAIN_AFTER, ended.signal);
        post({ channel: SERVICES, data: { ...service, state: 'Available' } });
      }
    }
  }
  void follow();

  return {
    subscriptions: watched,
    ready: ready.promise,
    post,
    get size() {
      return listeners.size;
    },
    get kept() {
      return letters.length;
    },
    forget(before) {
      losses = losses.filter(({ at }) => at >= before);
      trim();
    },
    attach(listener) {
      const loss = losses.toSorted((a, b) => a.number - b.number)[0];
      losses = losses.filter((other) => other !== loss);
      const from = loss?.number ?? count;
      listeners.set(listener, from);
      return {
        missed: () => letters.filter(({ number }) => number > from),
        get latest() {
          return count;
        },
        acknowledge(number) {
          const before = listeners.get(listener);
          if (before === undefined || number <= before) return;
          listeners.set(listener, number);
          trim();
        },
        detach(lost) {
          const number = listeners.get(listener);
          if (number === undefined) return;
          listeners.delete(listener);
          if (lost) losses = [...losses, { number, at: clock() }];
          trim();
        },
      };
    },
    end() {
      ready.resolve();
      ended.abort();
    },
  };
}
