import { user } from '@intray/core';
import { MemoryDatabase, memoryStore, sharing } from '@intray/store/memory';
import { expect, it } from 'vitest';
import { createEngine } from '../engine.ts';
import { systemIds } from '../ids.ts';
import { CENTRE } from '../testing/centre.ts';
import { ManualClock } from '../testing/manual-clock.ts';

const log = { info() {}, warn() {}, error() {} };

it('work that came in through another server is not overtaken in the commit that makes its agent ready [Q1]', async () => {
  const shared = sharing(new MemoryDatabase());
  const store = memoryStore(shared);
  await store.saveConfiguration(CENTRE, 'adam', 1);
  const clock = new ManualClock();
  const [router, other] = ['router', 'other'].map((nodeId) =>
    createEngine({ store: memoryStore(shared), clock, ids: systemIds, log, nodeId }),
  );
  if (router === undefined || other === undefined) throw new Error('Expected two servers.');
  await router.start();
  await other.start();
  const ana = user('ana');
  const media = (ready: boolean) => [{ mediaType: 'workitem', ready }];
  const submit = { type: 'submit', mediaType: 'workitem', queue: 'Inbox', userData: {} } as const;
  const invited = async () =>
    (await store.feed('0.0', 100)).entries.flatMap(({ event }) =>
      event.type === 'AgentInvited' ? [event.interactionId] : [],
    );

  // The router reads what waits, and has seen everything of what it brings in itself, but not the row of the first.
  await router.execute({
    command: { type: 'startSession', agentId: 'ana', channels: media(true) },
    actor: ana,
  });
  await expect.poll(() => router.metrics().routing).toBe(true);
  await router.execute({ command: { type: 'setNotReady', agentId: 'ana' }, actor: ana });
  await other.execute({ command: { ...submit, interactionId: 'FIRST' }, actor: user('adam') });
  await clock.advance(1_000);
  await router.execute({ command: { ...submit, interactionId: 'SECOND' }, actor: user('adam') });
  await router.execute({ command: { type: 'setReady', agentId: 'ana' }, actor: ana });
  await expect.poll(async () => (await invited()).length).toBe(2);
  expect(await invited()).toEqual(['FIRST', 'SECOND']);
  await Promise.all([router.stop(), other.stop()]);
});
