/**
 * One person's view of the feed, from a cursor on, for as long as they listen. Every event they may see comes once and
 * in order, however long they were away: first what they missed, then what happens.
 *
 * The seam between the two is the delicate part. We subscribe first, read the backlog to its end, and then wait until
 * the relay has read to at least the same place. What was put into the mailbox until then may be in the backlog too and
 * is sorted out by its cursor; what comes later cannot be.
 */
import {
  type Actor,
  type AgentSession,
  type ConfigurationNews,
  type ContactCentre,
  configurationNews,
  type Desk,
  EVERYTHING,
  type FeedMessage,
  joinNews,
  type Reconfiguration,
  topicsFor,
} from '@intray/core';
import { isAfter, type Store } from '@intray/store';
import type { Clock } from '../clock.ts';
import type { Counters } from '../metrics.ts';
import { Mailbox } from './mailbox.ts';
import type { Relay, Told } from './relay.ts';
import type { Switchboard } from './switchboard.ts';

export interface FollowParts {
  readonly store: Store;
  readonly relay: Relay;
  readonly switchboard: Switchboard;
  readonly clock: Clock;
  readonly counters: Counters;
  readonly centre: () => ContactCentre;
  /** Hears of new configurations. */
  readonly onConfiguration: (listener: (changed: Reconfiguration) => void) => { stop(): void };
  /** Aborts when the engine stops. */
  readonly stopping: AbortSignal;
}

const SLICE = 500;
/** Who missed more than that is quicker read anew than told. */
const MOST_MISSED = 5_000;
const MOST_WAITING = 1_000;
const SILENCE = 10_000;

type Signal = Parameters<Desk['follow']>[2];

const PLACE_EVENTS: ReadonlySet<string> = new Set(['SessionStarted', 'SessionExtended', 'SessionEnded']);

/** The topics of one person, kept up with the configuration and with where the person sits. */
class Sight {
  readonly #actor: Actor;
  readonly #parts: FollowParts;
  readonly #onTopics: (topics: ReadonlySet<string>) => void;
  #session: AgentSession | undefined;
  #topics: ReadonlySet<string> = new Set();

  /** @param onTopics hears of every change of what the person follows */
  constructor(actor: Actor, parts: FollowParts, onTopics: (topics: ReadonlySet<string>) => void) {
    this.#actor = actor;
    this.#parts = parts;
    this.#onTopics = onTopics;
  }

  async look(): Promise<void> {
    if (this.#actor.kind === 'user') [this.#session] = await this.#parts.store.sessions([this.#actor.id]);
    this.recompute();
  }

  /** Answers whether it is other things now that the person may see. */
  recompute(): boolean {
    const before = this.#topics;
    this.#topics = topicsFor(this.#actor, this.#session, this.#parts.centre());
    if (before.size === this.#topics.size && [...this.#topics].every((topic) => before.has(topic)))
      return false;
    this.#onTopics(this.#topics);
    return true;
  }

  /** An event about the person's own place changes what they may see from now on. */
  notice({ event }: Told['entry']): void {
    if (
      event.subject === 'agent' &&
      this.#actor.kind === 'user' &&
      event.agentId === this.#actor.id &&
      PLACE_EVENTS.has(event.type)
    )
      this.#moved(event);
  }

  #moved(event: Extract<Told['entry']['event'], { subject: 'agent' }>): void {
    const { placeId, ...session } =
      this.#session ??
      ({
        agentId: event.agentId,
        version: 0,
        reachable: true,
        channels: {},
        load: {},
        idleSince: 0,
      } as const);
    const seat =
      event.type === 'SessionStarted' || event.type === 'SessionExtended' ? event.data.placeId : undefined;
    this.#session = {
      ...session,
      active: event.type !== 'SessionEnded',
      ...(seat === undefined ? {} : { placeId: seat }),
    };
    this.recompute();
  }

  /** For the store: nothing given means everything. */
  get asked(): readonly string[] | undefined {
    return this.#topics.has(EVERYTHING) ? undefined : [...this.#topics];
  }
}

const later = (one: string, other: string): string => (isAfter(one, other) ? one : other);

export async function* follow(
  actor: Actor,
  from: string | undefined,
  signal: Signal,
  parts: FollowParts,
): AsyncGenerator<FeedMessage, void, void> {
  const { store, relay, switchboard, clock, counters } = parts;
  const ended = () => signal.aborted || parts.stopping.aborted;
  if (ended()) return;

  let mailbox = new Mailbox(MOST_WAITING);
  let cursor = from;
  const follower = {
    hear({ entry, message }: Told): void {
      sight.notice(entry);
      mailbox.put(message);
    },
  };
  const sight = new Sight(actor, parts, (topics) => switchboard.connect(follower, topics));
  /** The person may see other things than when they were last told to look. */
  let sightChanged = false;
  /** What was configured anew since they were last told. */
  let news: ConfigurationNews | undefined;
  const configuration = parts.onConfiguration((changed) => {
    if (sight.recompute()) sightChanged = true;
    news = joinNews(news, configurationNews(actor, changed));
    mailbox.ring();
  });
  const gone = Promise.withResolvers<void>();
  const leave = () => {
    gone.resolve();
    mailbox.ring();
  };
  signal.addEventListener('abort', leave, { once: true });
  parts.stopping.addEventListener('abort', leave, { once: true });
  counters.followers += 1;

  try {
    await sight.look();
    while (!ended()) {
      // What the follower has already must not come again from a relay that lags behind.
      cursor ??= await store.feedEnd();
      await Promise.race([relay.caughtUp(), gone.promise]);
      mailbox = new Mailbox(MOST_WAITING);

      // What was missed.
      const seen = new Set<string>();
      let missed = 0;
      for (let more = true; more && !ended(); ) {
        const slice = await store.feed(cursor, SLICE, sight.asked);
        missed += slice.entries.length;
        if (missed > MOST_MISSED) break;
        for (const { cursor: at, event, commandId } of slice.entries) {
          if (ended()) return;
          seen.add(at);
          yield { kind: 'event', cursor: at, event, ...(commandId === undefined ? {} : { commandId }) };
        }
        ({ cursor, more } = slice);
      }
      await Promise.race([relay.caughtUp(), gone.promise]);

      // What happens.
      while (!ended() && missed <= MOST_MISSED && !mailbox.overflowed) {
        for (const message of mailbox.takeAll()) {
          if (ended()) return;
          if (seen.has(message.cursor)) continue;
          ({ cursor } = message);
          yield message;
        }
        seen.clear();
        if (!mailbox.empty) continue;
        // All that was told up to where the relay is was for others.
        cursor = later(relay.cursor, cursor);
        if (sightChanged) {
          sightChanged = false;
          news = undefined;
          yield { kind: 'reset', cursor };
          continue;
        }
        if (news !== undefined) {
          const told = news;
          news = undefined;
          yield { kind: 'configured', cursor, ...told };
          continue;
        }
        const silence = clock.at(clock.now() + SILENCE, () => mailbox.ring());
        await mailbox.rung();
        silence.cancel();
        if (!mailbox.empty || ended() || sightChanged || news !== undefined) continue;
        cursor = later(relay.cursor, cursor);
        yield { kind: 'beat', cursor, now: clock.now() };
      }
      if (ended()) return;

      // Too much to tell: all that was put aside is in what the follower is about to read anew.
      cursor = await store.feedEnd();
      sightChanged = false;
      news = undefined;
      yield { kind: 'reset', cursor };
    }
  } finally {
    switchboard.disconnect(follower);
    configuration.stop();
    signal.removeEventListener('abort', leave);
    parts.stopping.removeEventListener('abort', leave);
    counters.followers -= 1;
  }
}
