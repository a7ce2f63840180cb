import { user } from '@intray/core';
import { DatabaseFailure } from '@intray/store';
import { DIRECT, MemoryDatabase, memoryStore, sharing, type Wire } from '@intray/store/memory';
import { describe, expect, it } from 'vitest';
import { createEngine } from './engine.ts';
import { systemIds } from './ids.ts';
import { CENTRE } from './testing/centre.ts';
import { ManualClock } from './testing/manual-clock.ts';

const log = { info() {}, warn() {}, error() {} };
const away = () =>
  new DatabaseFailure(new Error('the connection is gone'), { doing: 'ask', connectionLost: true });

/** A way to the database on which one question is lost. */
function losing(nth: number): Wire {
  let asked = 0;
  return {
    ...DIRECT,
    async ask(work) {
      asked += 1;
      if (asked === nth) throw away();
      return work();
    },
  };
}

describe('a start that failed for want of the database', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])(
    'at question %i can be tried again, and the server then hears what others do [F11 C11]',
    async (nth) => {
      const shared = sharing(new MemoryDatabase());
      const other = memoryStore(shared);
      await other.saveConfiguration(CENTRE, 'adam', 1);
      const clock = new ManualClock();
      const store = memoryStore(shared, losing(nth));
      const engine = createEngine({ store, clock, ids: systemIds, log, nodeId: 'a' });
      await engine.start().catch(() => engine.start());

      const { feedReads } = engine.metrics();
      const reasons = [{ id: 'tea', name: 'Tea' }];
      await other.saveConfiguration({ ...CENTRE, notReadyReasons: reasons }, 'adam', 2);
      await clock.advance(2_000);
      expect(engine.metrics().feedReads).toBeGreaterThan(feedReads);
      expect(await engine.catalogue(user('adam'))).toMatchObject({ value: { notReadyReasons: reasons } });
      await engine.stop();
    },
  );
});
