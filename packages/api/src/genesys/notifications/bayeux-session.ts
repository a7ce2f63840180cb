/** One CometD session as a listener of a person's presence: gets what it subscribed to, once, and acknowledges it. */
import type { ServerMessage, ServerSession } from 'cometd-nodejs-server';
import { type Letter, takes } from './letter.ts';
import type { Attached, Presence } from './presence.ts';

/** What an answer is written to. */
export interface Connection {
  /** Nobody can read there any more. */
  readonly destroyed: boolean;
}

export interface BayeuxSession {
  readonly userName: string;
  /** Of the login it was opened with. */
  readonly loginHash: string | undefined;
  /** Sends what came before it subscribed to the channel. */
  subscribed(): void;
  /** A connection is gone: if the client waits for messages there, it waits no longer, and may be taken for lost. */
  closed(connection: Connection): void;
  /** Answers a client that waits for messages, although there are none. */
  answer(): void;
  detach(lost: boolean): void;
  disconnect(): void;
}

interface Opening {
  readonly session: ServerSession;
  readonly userName: string;
  readonly loginHash: string | undefined;
  readonly presence: Presence;
  /** Where a message that came in is answered. */
  readonly connectionOf: (message: object) => Connection | undefined;
}

/** The library offers no other way to answer a waiting client before something happens. */
type Flushable = ServerSession & { _flush(): void };

export function bayeuxSession(opening: Opening): BayeuxSession {
  const { session, userName, loginHash, presence, connectionOf } = opening;
  /** Numbers of what was given to the session, by the `data` that the library hands through. */
  const numbers = new WeakMap<object, number>();
  const given = new Set<number>();
  /** What the client will have when it confirms a batch of the acknowledgement extension. */
  const batches = new Map<number, number>();
  /** Given to the session, and not yet in an answer. */
  const unsent = new Set<number>();
  /** Up to here everything that the client wants is in an answer. */
  let sent = 0;
  /** Where replies go. */
  const destinations = new WeakMap<object, Connection>();
  /** Where the client waits for messages, or waited last. */
  let waitsAt: Connection | undefined;
  /** Taken out of an answer that nobody could have read, oldest first. */
  const held: ServerMessage[] = [];

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
    (_session: unknown, queue: ServerMessage[], replies: readonly ServerMessage[]) => {
      const batch: unknown = replies.find(({ channel }) => channel === '/meta/connect')?.ext?.ack;
      const acknowledges = typeof batch === 'number';
      if (replies.some((reply) => destinations.get(reply)?.destroyed)) {
        // The acknowledgement extension keeps what it sends; without it this is the only copy.
        if (!acknowledges) held.push(...queue.splice(0));
        return;
      }
      queue.unshift(...held.splice(0));
      for (const { data } of queue) if (data !== undefined) unsent.delete(numbers.get(data) ?? 0);
      sent = unsent.size === 0 ? attached.latest : Math.min(...unsent) - 1;
      if (acknowledges) batches.set(batch, sent);
    },
  );
  session.addListener('suspended', (_session: unknown, message: ServerMessage) => {
    waitsAt = connectionOf(message);
  });
  session.addExtension({
    incoming(_session, message, callback) {
      const connection = connectionOf(message);
      if (message.reply !== undefined && connection !== undefined)
        destinations.set(message.reply, connection);
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
        // There is something to tell already.
        if (held.length > 0) message.advice = { ...message.advice, timeout: 0 };
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
    closed(connection) {
      if (connection === waitsAt) (session as Flushable)._flush();
    },
    answer: () => (session as Flushable)._flush(),
    detach: attached.detach,
    disconnect: () => session.disconnect(),
  };
}
