/**
 * Finds those who are to hear of an event by the topics it is filed under. However many follow the feed, an event costs
 * no more than those whom it concerns: asking every follower would cost a busy house with a thousand desks millions of
 * questions a second.
 */
import { EVERYTHING } from '@intray/core';
import type { Relay, Told } from './relay.ts';

export interface Follower {
  /** Hears every event that is filed under one of the follower's topics, once and in order. Must not throw. */
  hear(told: Told): void;
}

export class Switchboard {
  readonly #byTopic = new Map<string, Set<Follower>>();
  readonly #topics = new Map<Follower, ReadonlySet<string>>();

  constructor(relay: Pick<Relay, 'subscribe'>) {
    relay.subscribe((told) => {
      // Whom it concerns is asked anew for each: one event may change what somebody follows.
      for (const one of told) for (const follower of this.#concerned(one.entry.topics)) follower.hear(one);
    });
  }

  /** From now on the follower hears of these topics and of no others. */
  connect(follower: Follower, topics: ReadonlySet<string>): void {
    this.disconnect(follower);
    this.#topics.set(follower, topics);
    for (const topic of topics) {
      const followers = this.#byTopic.get(topic) ?? new Set();
      this.#byTopic.set(topic, followers.add(follower));
    }
  }

  disconnect(follower: Follower): void {
    for (const topic of this.#topics.get(follower) ?? []) {
      const followers = this.#byTopic.get(topic);
      followers?.delete(follower);
      if (followers?.size === 0) this.#byTopic.delete(topic);
    }
    this.#topics.delete(follower);
  }

  #concerned(topics: readonly string[]): ReadonlySet<Follower> {
    const concerned = new Set(this.#byTopic.get(EVERYTHING));
    for (const topic of topics)
      for (const follower of this.#byTopic.get(topic) ?? []) concerned.add(follower);
    return concerned;
  }
}
