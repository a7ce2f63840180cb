/** One CometD session as a listener of a person's presence: gets what it subscribed to, once, and acknowledges it. */
import type { ServerMessage, ServerSession } from 'cometd-nodejs-server';
import { type Letter, takes } from './letter.ts';
import type { Attached, Presence } from './presence.ts';

export interface BayeuxSession {
  readonly userName: string;
  /** Of the login it was opened with. */
  readonly loginHash: string | undefined;
  /** Sends what came before it subscribed to the channel. */
  subscribed(): void;
  detach(lost: boolean): void;
}

interface Opening {
  readonly session: ServerSession;
  readonly userName: string;
  readonly loginHash: string | undefined;
  readonly presence: Presence;
}

export function bayeuxSession({ session, userName, loginHash, presence }: Opening): BayeuxSession {
  /** Numbers of what was given to the session, by the `data` that the library hands through. */
  const numbers = new WeakMap<object, number>();
  const given = new Set<number>();
  /** What the client will have when it confirms a batch of the acknowledgement extension. */
  const batches = new Map<number, number>();
  /** Given to the session, and not yet in an answer. */
  const unsent = new Set<number>();
  /** Up to here everything that the client wants is in an answer. */
  let sent = 0;

  function deliver(letter: Letter): void {
    const wanted = session.subscriptions.some(({ name }) => takes(name, letter.channel));
    if (!wanted || given.has(letter.number)) return;
    given.add(letter.number);
    unsent.add(letter.number);
    // A copy: each session's message is found again by its own.
    const data = { ...letter.data };
    numbers.set(data, letter.number);
    session.deliver(null, letter.channel, data);
  }

  const attached: Attached = presence.attach({ deliver });

  function acknowledge(number: number): void {
    attached.acknowledge(number);
    for (const one of given) if (one <= number) given.delete(one);
  }

  session.addListener(
    'queueDrain',
    (_session: unknown, queue: readonly ServerMessage[], replies: readonly ServerMessage[]) => {
      for (const { data } of queue) if (data !== undefined) unsent.delete(numbers.get(data) ?? 0);
      sent = unsent.size === 0 ? attached.latest : Math.min(...unsent) - 1;
      const batch = replies.find(({ channel }) => channel === '/meta/connect')?.ext?.ack;
      if (typeof batch === 'number') batches.set(batch, sent);
    },
  );
  session.addExtension({
    incoming(_session, message, callback) {
      // A client that connects again has the answer before; with the extension it says so itself.
      if (message.channel === '/meta/connect') {
        const batch: unknown = message.ext?.ack;
        if (typeof batch === 'number') {
          for (const [earlier, number] of batches)
            if (earlier <= batch) {
              acknowledge(number);
              batches.delete(earlier);
            }
        } else if (batches.size === 0) acknowledge(sent);
      }
      callback(undefined, true);
    },
  });

  return {
    userName,
    loginHash,
    subscribed: () => {
      for (const letter of attached.missed()) deliver(letter);
    },
    detach: attached.detach,
  };
}
