import { type FeedMessage, user } from '@intray/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cuttingProxy, deskClient, memoryDesk, PASSWORD, runServer } from '../testing/index.ts';
import { createIntrayClient } from './index.ts';
import { delayBefore } from './waiting.ts';

const SEED = 20_261_120;
const submit = { type: 'submit', mediaType: 'workitem', queue: 'Inbox', userData: {} } as const;

describe('following', () => {
  it('gets every event once and in order, wherever and however often the network is cut', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 3_000 }), { maxLength: 6 }), async (cuts) => {
        const desk = memoryDesk();
        await using server = await runServer({ desk });
        await using proxy = await cuttingProxy(server.url, cuts);
        await using client = await deskClient(server.url, 'admin1', {
          baseUrl: proxy.url,
          fetch: (input, init) => fetch(String(input).replace(proxy.url, server.url), init),
        });
        const notes = Array.from({ length: 25 }, (_, i) => `note ${i}`);
        const told: FeedMessage[] = [];
        const all = Promise.withResolvers<void>();
        client.followFeed({
          from: '0',
          onMessage(message) {
            told.push(message);
            if (told.length === notes.length + 1) all.resolve();
          },
        });
        await desk.execute({ command: { ...submit, interactionId: 'X' }, actor: user('agent1') });
        // Between two of them the network has a turn: some come before, some during, some after the cuts.
        for (const text of notes) {
          await desk.execute({
            command: { type: 'addNote', interactionId: 'X', text },
            actor: user('admin1'),
          });
          await new Promise(setImmediate);
        }
        await all.promise;
        expect(told.map(({ cursor }) => cursor)).toEqual(told.map((_, i) => String(i + 1)));
        expect(told.slice(1).map((message) => message.kind === 'event' && message.event.data)).toEqual(
          notes.map((text) => ({ text })),
        );
      }),
      { seed: SEED, numRuns: 40 },
    );
  });

  it('resumes from the cursor of an answer: nothing between the answer and the feed is lost', async () => {
    const desk = memoryDesk();
    await using server = await runServer({ desk });
    await using client = await deskClient(server.url, 'admin1');
    await client.execute({ ...submit, interactionId: 'BEFORE' });
    const { cursor } = await client.trpc.desk.me.query();
    await client.execute({ ...submit, interactionId: 'AFTER' });
    const first = Promise.withResolvers<FeedMessage>();
    const following = client.followFeed({ from: cursor, onMessage: first.resolve });
    expect(await first.promise).toMatchObject({ event: { interactionId: 'AFTER' } });
    expect(following.cursor).toBe('2');
  });

  it('stops when told to, and the server stops with it', async () => {
    const ended = Promise.withResolvers<void>();
    const desk = memoryDesk();
    const follow: typeof desk.follow = (actor, cursor, signal) => {
      signal.addEventListener('abort', ended.resolve);
      return desk.follow(actor, cursor, signal);
    };
    await using server = await runServer({ desk: { ...desk, follow } });
    await using client = await deskClient(server.url, 'agent1');
    const states: string[] = [];
    const live = Promise.withResolvers<void>();
    const following = client.followFeed({
      onMessage: () => undefined,
      onState(state) {
        states.push(state);
        if (state === 'live') live.resolve();
      },
    });
    await live.promise;
    expect(client.connection.get()).toBe('open');
    following.stop();
    await ended.promise;
    expect(states.at(-1)).toBe('stopped');
  });

  it('does not wait its turn when the network is back', async () => {
    await using server = await runServer();
    await using proxy = await cuttingProxy(server.url, [1]);
    const live = Promise.withResolvers<void>();
    const wakers = new Set<() => void>();
    await using client = await deskClient(server.url, 'agent1', {
      baseUrl: proxy.url,
      fetch: (input, init) => fetch(String(input).replace(proxy.url, server.url), init),
      // Left alone it would try again in an hour.
      backoff: { first: 3_600_000, longest: 3_600_000 },
      wakes(waker) {
        wakers.add(waker);
        return () => wakers.delete(waker);
      },
    });
    client.followFeed({
      onMessage: () => undefined,
      onState: (state) => state === 'live' && live.resolve(),
    });
    await proxy.firstCut;
    for (const wake of [...wakers]) wake();
    await live.promise;
    expect(proxy.connections).toBe(2);
  });
});

describe('giving commands', () => {
  /** Lets requests to `/trpc/desk.execute` through and loses the first answers. */
  function losing(answers: number) {
    const sent: string[] = [];
    let left = answers;
    const lossy: typeof fetch = async (input, init) => {
      const answer = await fetch(input, init);
      if (!String(input).includes('desk.execute')) return answer;
      sent.push(String(init?.body));
      if (left-- > 0) throw new TypeError('the network was cut');
      return answer;
    };
    return { lossy, sent };
  }

  it('sends the same command id until an answer comes, so nothing is done twice', async () => {
    const { lossy, sent } = losing(3);
    await using server = await runServer();
    await using client = await deskClient(server.url, 'agent1', { fetch: lossy });
    const outcome = await client.execute({ ...submit, interactionId: 'ONCE' });
    expect(outcome).toEqual({
      ok: true,
      id: 'ONCE',
      version: 1,
      state: 'Queued',
      events: ['InteractionSubmitted'],
    });
    expect(sent).toHaveLength(4);
    expect(new Set(sent).size).toBe(1);
    expect((await client.trpc.interaction.history.query({ id: 'ONCE' })).items).toHaveLength(1);
  });

  it('does not repeat a refusal, a failure of the server, or a lost login', async () => {
    const { lossy, sent } = losing(0);
    const desk = memoryDesk();
    let broken = false;
    const execute: typeof desk.execute = async (order) => {
      if (broken) throw new Error('broken');
      return desk.execute(order);
    };
    await using server = await runServer({ desk: { ...desk, execute } });
    await using client = await deskClient(server.url, 'agent1', { fetch: lossy });
    const pull = { type: 'pull', interactionId: 'NONE' } as const;
    expect(await client.execute(pull)).toMatchObject({ ok: false, refusal: { code: 'interaction_unknown' } });
    broken = true;
    await expect(client.execute(pull)).rejects.toMatchObject({ data: { httpStatus: 500 } });
    await server.accounts.closeLogins('agent1');
    await expect(client.execute(pull)).rejects.toMatchObject({ data: { code: 'UNAUTHORIZED' } });
    expect(sent).toHaveLength(3);
  });

  it('does not repeat what can only fail again', async () => {
    const { lossy, sent } = losing(0);
    await using server = await runServer();
    await using client = await deskClient(server.url, 'agent1', { fetch: lossy });
    const text = 'x'.repeat(1024 * 1024);
    await expect(client.execute({ ...submit, interactionId: 'BIG', userData: { text } })).rejects.toThrow(
      'larger than 1 MiB',
    );
    expect(sent).toHaveLength(1);
  });

  it('gives up in the end, and says so', async () => {
    const { lossy } = losing(Number.POSITIVE_INFINITY);
    await using server = await runServer();
    await using client = await deskClient(server.url, 'agent1', {
      fetch: lossy,
      patience: { total: 20, each: 1_000 },
    });
    await expect(client.execute({ ...submit, interactionId: 'LOST' })).rejects.toThrow('the network was cut');
  });

  it('refuses an outdated version as a value', async () => {
    await using server = await runServer();
    await using client = await deskClient(server.url, 'admin1');
    await client.execute({ ...submit, interactionId: 'X' });
    expect(await client.execute({ type: 'hold', interactionId: 'X' }, { expectVersion: 9 })).toMatchObject({
      refusal: { code: 'version_mismatch', detail: { version: 1, expected: 9 } },
    });
  });
});

describe('signing in', () => {
  it('tells a wrong password as a value, and who is signed in', async () => {
    await using server = await runServer();
    const client = createIntrayClient({ baseUrl: server.url });
    expect(await client.login('agent1', 'guess')).toMatchObject({
      ok: false,
      problem: { code: 'unauthenticated', status: 401 },
    });
    expect(await client.me()).toMatchObject({ ok: false, problem: { status: 401 } });
    expect(await client.login('agent1', PASSWORD)).toMatchObject({ ok: true, value: { userName: 'agent1' } });
  });

  it('signs out here and everywhere', async () => {
    await using server = await runServer();
    await using one = await deskClient(server.url, 'agent1');
    await using two = await deskClient(server.url, 'agent1');
    await one.logout();
    expect((await one.me()).ok).toBe(false);
    expect(await two.me()).toMatchObject({ ok: true, value: { userName: 'agent1' } });
    await two.logoutEverywhere();
    expect((await two.me()).ok).toBe(false);
    await two.logout();
  });
});

describe('waiting', () => {
  it('doubles, never exceeds the longest, and is never in step', () => {
    fc.assert(
      fc.property(
        fc.nat(200),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (attempt, random) => {
          const delay = delayBefore(attempt, { first: 250, longest: 8_000 }, () => random);
          const full = Math.min(8_000, 250 * 2 ** attempt);
          expect(delay).toBeGreaterThanOrEqual(full / 2);
          expect(delay).toBeLessThanOrEqual(full);
        },
      ),
      { seed: SEED },
    );
  });
});
