import { type DomainEvent, type FeedMessage, user } from '@intray/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Engine } from '../engine.ts';
import { SHARED } from '../testing/centre.ts';
import { House } from '../testing/house.ts';

const SEED = 20_260_105;

const key = (event: DomainEvent) =>
  `${event.subject === 'agent' ? event.agentId : event.interactionId} ${event.version} ${event.type}`;

/** Follows as a person and answers with the messages until one is the last. */
async function hear(
  engine: Engine,
  who: string,
  from: string | undefined,
  last: (message: FeedMessage, count: number) => boolean,
) {
  const abort = new AbortController();
  const messages: FeedMessage[] = [];
  for await (const message of engine.follow(user(who), from, abort.signal)) {
    messages.push(message);
    if (last(message, messages.length)) break;
  }
  abort.abort();
  return messages;
}

describe('following the feed', () => {
  it('tells each event once and in order to a follower who is cut off at random, while two nodes write [F9] [F10]', async () => {
    await using house = await House.open({ engines: 2 });
    const cuts = fc.sample(fc.integer({ min: 1, max: 17 }), { seed: SEED, numRuns: 200 });
    const from = await house.store.feedEnd();
    const writing = Promise.all(
      house.engines.flatMap((engine) =>
        Array.from({ length: 8 }, async () => {
          const id = await house.submit({}, engine);
          for (let note = 0; note < 24; note += 1)
            await house.given('lena', id, { type: 'addNote', text: 'x' }, engine);
        }),
      ),
    );
    const heard: string[] = [];
    let cursor = from;
    for (let cut = 0; heard.length < 400; cut += 1) {
      const most = cuts[cut % cuts.length] ?? 1;
      const messages = await hear(house.engines[cut % 2] as Engine, 'adam', cursor, (message, count) => {
        cursor = message.cursor;
        return count >= most || heard.length + count >= 400;
      });
      for (const message of messages) if (message.kind === 'event') heard.push(key(message.event));
    }
    await writing;
    const { entries } = await house.store.feed(from, 1_000);
    expect(heard, `seed ${SEED}`).toEqual(entries.map(({ event }) => key(event)));
  });

  it('does not tell again what was known when the cursor was given, although the relay lags behind', async () => {
    await using house = await House.open();
    await house.submit();
    const me = await house.engine.me(user('lena'));
    if (!me.ok) throw new Error(me.refusal.message);
    const following = hear(house.engine, 'lena', me.value.cursor, ({ kind }) => kind === 'event');
    const id = await house.submit();
    const messages = await following;
    expect(messages).toMatchObject([
      { kind: 'event', event: { type: 'InteractionSubmitted', interactionId: id } },
    ]);
  });

  it('tells people only of what they may see, and of a new place as soon as they sit there', async () => {
    await using house = await House.open();
    await house.present('ben');
    await house.present('ana');
    const id = await house.submit();
    await house.given('ben', id, { type: 'pull' });
    const cursor = await house.store.feedEnd();
    const alarms = house.clock.pending;
    const tray = { type: 'place.tray', owner: { kind: 'Place', id: 'desk ben' } } as const;
    const following = hear(
      house.engine,
      'ana',
      cursor,
      (message) => message.kind === 'event' && message.event.type === 'MovedToWorkbin',
    );
    // At the live end of the feed: what was missed is asked for by where one sits then.
    while (house.clock.pending === alarms) await house.store.ping();
    await house.given('ben', id, { type: 'addNote', text: 'between ben and me' });
    await house.given('ben', id, { type: 'placeInWorkbin', workbin: tray });
    await house.session('ana', { type: 'startSession', placeId: 'desk ben' });
    await house.given('ben', id, { type: 'moveToWorkbin', workbin: SHARED });
    const types = (await following).flatMap((message) =>
      message.kind === 'event' ? [message.event.type] : [],
    );
    expect(types).toEqual(['SessionExtended', 'MovedToWorkbin']);
  });

  it('hands every follower the same frozen message, with the id of the command that caused it', async () => {
    await using house = await House.open();
    const interactionId = await house.submit();
    const alarms = house.clock.pending;
    const following = ['adam', 'lena'].map((who) =>
      hear(house.engine, who, undefined, ({ kind }) => kind === 'event'),
    );
    // Whoever has set the alarm for the end of silence is at the live end of the feed.
    while (house.clock.pending < alarms + 2) await house.store.ping();
    const command = { type: 'addNote', interactionId, text: 'x' } as const;
    await house.engine.execute({ commandId: 'note 1', command, actor: user('lena') });
    const [one, two] = (await Promise.all(following)).map((messages) => messages[0]);
    expect(one).toMatchObject({ kind: 'event', commandId: 'note 1' });
    expect(two).toBe(one);
    expect(Object.isFrozen(one)).toBe(true);
  });

  it('tells a follower who is too slow to read everything anew, and goes on from there', async () => {
    await using house = await House.open();
    const abort = new AbortController();
    const messages = house.engine.follow(user('adam'), undefined, abort.signal)[Symbol.asyncIterator]();
    const first = messages.next();
    // The follower is there before the flood and fetches one message of it.
    while (house.engine.metrics().followers === 0) await house.store.ping();
    await house.submit();
    await first;
    await Promise.all(Array.from({ length: 1_100 }, () => house.submit()));
    const seen: FeedMessage[] = [];
    while (seen.at(-1)?.kind !== 'reset') seen.push((await messages.next()).value as FeedMessage);
    expect(seen.length).toBeLessThan(1_100);
    const id = await house.submit();
    expect((await messages.next()).value).toMatchObject({ kind: 'event', event: { interactionId: id } });
    abort.abort();
    expect(await messages.next()).toMatchObject({ done: true });
  });

  it('tells a follower who missed too much to read everything anew [F10]', async () => {
    await using house = await House.open();
    const cursor = await house.store.feedEnd();
    await Promise.all(Array.from({ length: 5_100 }, () => house.submit()));
    const messages = await hear(house.engine, 'adam', cursor, ({ kind }) => kind === 'reset');
    expect(messages.at(-1)?.kind).toBe('reset');
  });

  it('shows in ten seconds of silence that it is alive', async () => {
    await using house = await House.open();
    const beat = hear(house.engine, 'adam', undefined, ({ kind }) => kind === 'beat');
    const began = house.clock.now();
    while (!(await Promise.race([beat.then(() => true), house.clock.advance(1_000).then(() => false)])));
    const [message] = await beat;
    expect(message?.kind === 'beat' && message.now - began).toBeGreaterThanOrEqual(10_000);
  });

  it('ends with the signal and with the engine, and leaves nothing behind', async () => {
    await using house = await House.open();
    const abort = new AbortController();
    let listeners = 0;
    const { signal } = abort;
    const counted = {
      get aborted() {
        return signal.aborted;
      },
      addEventListener: (type: 'abort', listener: () => void) => {
        listeners += 1;
        signal.addEventListener(type, listener);
      },
      removeEventListener: (type: 'abort', listener: () => void) => {
        listeners -= 1;
        signal.removeEventListener(type, listener);
      },
    };
    const alarms = house.clock.pending;
    const messages = house.engine.follow(user('adam'), undefined, counted)[Symbol.asyncIterator]();
    const next = messages.next();
    while (house.clock.pending === alarms) await house.store.ping();
    abort.abort();
    expect(await next).toMatchObject({ done: true });
    expect([listeners, house.engine.metrics().followers, house.clock.pending]).toEqual([0, 0, alarms]);

    const other = house.engine
      .follow(user('adam'), undefined, new AbortController().signal)
      [Symbol.asyncIterator]();
    const last = other.next();
    await house.engine.stop();
    expect(await last).toMatchObject({ done: true });
  });
});
