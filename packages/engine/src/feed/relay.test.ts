import type { DomainEvent } from '@intray/core';
import { openDatabase } from '@intray/store';
import { describe, expect, it } from 'vitest';
import { Ear, House } from '../testing/house.ts';

const key = (event: DomainEvent) =>
  `${event.subject === 'agent' ? event.agentId : event.interactionId} ${event.version}`;

const NOTES = 20;
const CALLERS = 6;
const STRAGGLERS = 12;

describe('the relay', () => {
  it('tells each event once and in commit order, with two nodes that tell their own at once and a third that is slow [F9]', async () => {
    await using house = await House.open({ engines: 2 });
    const from = await house.store.feedEnd();
    const ears = house.engines.map((engine) => new Ear(engine, from));
    const listening = ears.map((ear) => ear.until((event) => event.type === 'SessionStarted'));
    const slow = openDatabase({ url: house.url, poolSize: 1, applicationName: 'slow' });
    const batches = () => house.engines.reduce((sum, engine) => sum + engine.metrics().batches, 0);
    let writing = true;

    /** Has its number before others have theirs, and is committed after them. */
    async function straggle(n: number): Promise<void> {
      await slow.transaction(async (transaction) => {
        await transaction.query({
          text: `insert into event (at, subject, subject_id, version, type, state, "by", data, topics)
                 values (1, 'interaction', $1, 1, 'ResumedInQueue', 'Queued', 'lead1', '{}', '{t}')`,
          values: [`straggler ${n}`],
        });
        const seen = batches();
        while (writing && batches() < seen + 1 + (n % 4)) await house.store.ping();
      });
    }
    const straggling = (async () => {
      for (let n = 0; n < STRAGGLERS; n += 1) await straggle(n);
    })();
    await Promise.all(
      house.engines.flatMap((engine) =>
        Array.from({ length: CALLERS }, async () => {
          const id = await house.submit({}, engine);
          for (let note = 0; note < NOTES; note += 1)
            await house.given('lena', id, { type: 'addNote', text: 'x' }, engine);
        }),
      ),
    );
    writing = false;
    await straggling;
    await slow.close();
    await house.present('ana');
    await Promise.all(listening);
    const { entries } = await house.store.feed(from, 1_000);
    expect(entries).toHaveLength(2 * CALLERS * (NOTES + 1) + STRAGGLERS + 1);
    for (const ear of ears) {
      expect(ear.heard.map(key)).toEqual(entries.map(({ event }) => key(event)));
      await ear[Symbol.asyncDispose]();
    }
  });

  it('tells of what its own node commits without reading the feed [F8] [F9]', async () => {
    await using house = await House.open();
    await using ear = await house.listen();
    const id = await house.submit();
    await ear.untilType('InteractionSubmitted', id);
    // Another database of this server may have a transaction open, and then it has to be read: not each time, though.
    let reads: number;
    do {
      reads = house.engine.metrics().feedReads;
      await house.given('lena', id, { type: 'addNote', text: 'x' });
      await ear.untilType('NoteAdded', id);
    } while (house.engine.metrics().feedReads > reads);
    expect(ear.heard.length).toBeGreaterThan(1);
  });
});
