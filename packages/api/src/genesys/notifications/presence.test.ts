import { once } from 'node:events';
import { type Desk, type FeedMessage, ROUTER, user } from '@intray/core';
import { describe, expect, it } from 'vitest';
import { basic, memoryDesk, runServer } from '../../testing/index.ts';
import type { Log } from '../../wire/log.ts';
import { settled } from '../options.ts';
import { RawBayeux } from '../testing/raw-bayeux.ts';
import type { Letter } from './letter.ts';
import { presence } from './presence.ts';

const silent: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
const now = 1_000;
const writing = { base: 'http://x/api/v2', settings: settled() };

/** Collects letters, and resolves when one fits. */
function mailbox() {
  const letters: Letter[] = [];
  const waiting = new Set<() => void>();
  return {
    letters,
    deliver(letter: Letter) {
      letters.push(letter);
      for (const look of [...waiting]) look();
    },
    until: (fits: (letter: Letter) => boolean) =>
      new Promise<void>((resolve) => {
        const look = () => {
          if (!letters.some(fits)) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
  };
}
const about = (id: string, state: string) => (letter: Letter) => {
  const { workitem } = letter.data as { workitem?: { id: string; state: string } };
  return workitem?.id === id && workitem.state === state;
};

async function offer(desk: Desk, interactionId: string) {
  const work = { mediaType: 'workitem', queue: 'Inbox', userData: {} };
  await desk.execute({ actor: user('admin1'), command: { type: 'submit', interactionId, ...work } });
  await desk.execute({ actor: ROUTER, command: { type: 'invite', interactionId, agentId: 'agent1' } });
}
async function loggedOn() {
  const desk = memoryDesk();
  await desk.execute({ actor: user('agent1'), command: { type: 'startSession', agentId: 'agent1' } });
  await desk.execute({ actor: user('agent1'), command: { type: 'setReady', agentId: 'agent1' } });
  return desk;
}

describe('a person’s messages', () => {
  it('go to each client once, and what a lost client did not confirm goes to the next', async () => {
    const desk = await loggedOn();
    const present = presence('agent1', { desk, log: silent, writing, clock: () => now });
    await present.ready;
    const [one, two] = [mailbox(), mailbox()];
    const first = present.attach(one);
    const second = present.attach(two);
    await offer(desk, 'w1');
    await Promise.all([one.until(about('w1', 'Invited')), two.until(about('w1', 'Invited'))]);
    second.acknowledge(one.letters.at(-1)?.number ?? 0);
    first.detach(true);
    second.detach(true);
    await offer(desk, 'w2');
    const next = mailbox();
    const third = present.attach(next);
    const fourth = present.attach(mailbox());
    await present.ready;
    expect(third.missed().some(about('w1', 'Invited'))).toBe(true);
    expect(fourth.missed().some(about('w1', 'Invited'))).toBe(false);
    present.end();
  });

  it('are kept no longer than somebody waits for them', async () => {
    const desk = await loggedOn();
    const present = presence('agent1', { desk, log: silent, writing, clock: () => now });
    await present.ready;
    const box = mailbox();
    const client = present.attach(box);
    await offer(desk, 'w1');
    await box.until(about('w1', 'Invited'));
    expect(present.kept).toBeGreaterThan(0);
    client.acknowledge(client.latest);
    expect(present.kept).toBe(0);
    present.end();
  });

  it('are given up with the client that does not come back', async () => {
    const desk = await loggedOn();
    const present = presence('agent1', { desk, log: silent, writing, clock: () => now });
    await present.ready;
    const lost = mailbox();
    const staying = mailbox();
    const client = present.attach(lost);
    const other = present.attach(staying);
    client.detach(true);
    await offer(desk, 'w1');
    await staying.until(about('w1', 'Invited'));
    other.acknowledge(other.latest);
    expect(present.kept).toBeGreaterThan(0);
    present.forget(now + 1);
    expect(present.kept).toBe(0);
    present.end();
  });

  it('are not kept for a client that said goodbye', async () => {
    const desk = await loggedOn();
    const present = presence('agent1', { desk, log: silent, writing, clock: () => now });
    await present.ready;
    const box = mailbox();
    const client = present.attach(box);
    await offer(desk, 'w1');
    await box.until(about('w1', 'Invited'));
    client.detach(false);
    expect(present.attach(mailbox()).missed()).toEqual([]);
    present.end();
  });

  it('go on from where they were when the feed breaks off, and the services’ state is told', async () => {
    const desk = await loggedOn();
    const breaks = Promise.withResolvers<never>();
    breaks.promise.catch(() => {});
    let times = 0;
    const fragile: Desk = {
      ...desk,
      async *follow(...ask): AsyncGenerator<FeedMessage> {
        times += 1;
        const feed = desk.follow(...ask)[Symbol.asyncIterator]();
        for (;;) {
          const result = await (times === 1 ? Promise.race([feed.next(), breaks.promise]) : feed.next());
          if (result.done === true) return;
          yield result.value;
        }
      },
    };
    const present = presence('agent1', { desk: fragile, log: silent, writing, clock: () => now });
    await present.ready;
    const box = mailbox();
    present.attach(box);
    await offer(desk, 'w1');
    await box.until(about('w1', 'Invited'));
    breaks.reject(new Error('the database is gone'));
    await offer(desk, 'w2');
    await box.until(about('w2', 'Invited'));
    const services = box.letters.filter(({ channel }) => channel === '/notifications/services');
    expect(services.map(({ data }) => (data as { state: string }).state)).toEqual([
      'Unavailable',
      'Available',
    ]);
    expect(box.letters.filter(about('w1', 'Invited'))).toHaveLength(1);
    present.end();
  });

  it('end their subscriptions with the work session', async () => {
    const desk = await loggedOn();
    const present = presence('agent1', { desk, log: silent, writing, clock: () => now });
    await present.ready;
    const box = mailbox();
    present.attach(box);
    const workbin = { type: 'workitem.in-progress', owner: { kind: 'Agent', id: 'agent1' } } as const;
    present.subscriptions.add({ workbin, id: 'x', propertyChanges: false });
    await desk.execute({ actor: user('agent1'), command: { type: 'endSession', agentId: 'agent1' } });
    await box.until(({ channel }) => channel === '/v2/me/channels');
    expect(present.subscriptions.to(workbin)).toBeUndefined();
    present.end();
  });
});

describe('being there', () => {
  it('keeps the work session alive with every request', async () => {
    let now = 1_800_000_000_000;
    const desk = memoryDesk({ now: () => now });
    await using server = await runServer({ desk, clock: () => now });
    const lease = async () => {
      const me = await desk.me(user('agent1'));
      return me.ok ? me.value.session.leaseUntil : undefined;
    };
    await desk.execute({ actor: user('agent1'), command: { type: 'startSession', agentId: 'agent1' } });
    const before = (await lease()) ?? 0;
    now += 10_000;
    await fetch(`${server.url}/api/v2/me/workitems`, { headers: basic('agent1') });
    await expect.poll(lease).toBe(before + 10_000);
  });

  it('does not keep a server from stopping: polls are answered', async () => {
    const server = await runServer();
    const client = new RawBayeux(server.url, basic('agent1'));
    await client.handshake();
    const arrived = once(server.app.server, 'request');
    const poll = client.send({ channel: '/meta/connect', connectionType: 'long-polling' });
    await arrived;
    await server.app.close();
    expect((await poll).length).toBeGreaterThan(0);
  });
});
