import type { DomainEvent } from '@intray/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Store } from '../store.ts';
import { batch, inTray, NOW, onDeskOf, page, sampleInteraction, submit } from '../test-samples.ts';
import { BOTH, type Opened } from './both.ts';

describe.each(BOTH)('history in $kind', ({ open }) => {
  let opened: Opened;
  let store: Store;
  beforeAll(async () => {
    opened = await open();
    [store] = opened.stores;
    const contactId = 'ann';
    await submit(
      store,
      sampleInteraction('h1', { contactId, placedAt: NOW + 1 }),
      inTray('h2', { contactId, placedAt: NOW + 2, mediaType: 'chat' }),
      sampleInteraction('h3', {
        contactId,
        placedAt: NOW + 3,
        state: 'Done',
        assignedTo: 'ana',
        completedAt: 5,
      }),
      sampleInteraction('h4', { state: 'Done', assignedTo: 'ana', completedAt: 6, mediaType: 'chat' }),
      onDeskOf('ana', 'h5', { contactId: 'bob', placedAt: NOW + 4 }),
    );
  });
  afterAll(async () => opened?.[Symbol.asyncDispose]());

  test('what belongs to a contact is read newest first, page by page, of one medium, or what is not finished [A9]', async () => {
    const ids = async (filter = {}, more = {}) =>
      (await store.ofContact('ann', page(more), filter)).items.map(({ id }) => id).join(' ');
    expect(await ids()).toBe('h3 h2 h1');
    expect(await ids({ mediaType: 'chat' })).toBe('h2');
    expect(await ids({ unfinished: true })).toBe('h2 h1');
    const { next } = await store.ofContact('ann', page({ limit: 2 }), {});
    expect(await ids({}, { limit: 2, after: next })).toBe('h1');
  });

  test('what an agent finished is read of one medium and between two moments', async () => {
    const ids = async (filter: Parameters<Store['finishedBy']>[2]) =>
      (await store.finishedBy('ana', page({}), filter)).items.map(({ id }) => id).join(' ');
    expect(await ids(undefined)).toBe('h4 h3');
    expect(await ids({ mediaType: 'chat' })).toBe('h4');
    expect(await ids({ since: 6 })).toBe('h4');
    expect(await ids({ until: 6 })).toBe('h3');
  });

  test('work is found by what its words begin with, once its events are counted [A10]', async () => {
    await submit(
      store,
      sampleInteraction('w1', { placedAt: NOW }),
      sampleInteraction('w2', { placedAt: NOW + 1 }),
    );
    const told = (interactionId: string, userData: object): DomainEvent => {
      const about = { subject: 'interaction', interactionId, version: 1, at: NOW, by: 'a' } as const;
      const data = {
        ...{ mediaType: 'email', queue: 'Inbox', priority: 0, userData },
        ...{ submittedBy: 'a', receivedAt: NOW },
      };
      return { ...about, type: 'InteractionSubmitted', state: 'Queued', data } as DomainEvent;
    };
    const userData = { Subject: "Broken street-light, O'Hare" };
    await submit(store, sampleInteraction('w3', { userData, placedAt: NOW + 2 }));
    await store.save(batch({ events: [{ event: told('w3', userData), topics: ['t'] }] }));
    const found = async (...terms: string[]) => (await store.found(terms, 10)).map(({ id }) => id);
    // The horizon may be held back by other databases of the same server.
    await expect
      .poll(
        async () => {
          await store.countEvents(100);
          return found('stree', 'hare');
        },
        { timeout: 20_000 },
      )
      .toEqual(['w3']);
    expect(await found('stree', 'nothing')).toEqual([]);
    expect(await found()).toEqual([]);
  });
});
