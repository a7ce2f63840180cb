import { type Order, type Outcome, user } from '@intray/core';
import { DIRECT, MemoryDatabase, memoryStore, sharing, type Wire } from '@intray/store/memory';
import { describe, expect, it } from 'vitest';
import { createEngine } from '../engine.ts';
import { systemIds } from '../ids.ts';
import { CENTRE, SMALL } from '../testing/centre.ts';
import { ManualClock } from '../testing/manual-clock.ts';

const log = { info() {}, warn() {}, error() {} };

describe('a command that is sent to two servers at once', () => {
  it('is not refused by the one for what the other has just done with it [F6]', async () => {
    const shared = sharing(new MemoryDatabase());
    await memoryStore(shared).saveConfiguration(CENTRE, 'adam', 1);
    const clock = new ManualClock();
    /** Called when the second server has had the answer to a question, before it asks the next one. */
    let between: (() => Promise<unknown>) | undefined;
    const watched: Wire = {
      ...DIRECT,
      async ask(work) {
        const answer = work();
        const act = between;
        between = undefined;
        await act?.();
        return answer;
      },
    };
    const [one, two] = [DIRECT, watched].map((wire, n) =>
      createEngine({ store: memoryStore(shared, wire), clock, ids: systemIds, log, nodeId: `node ${n}` }),
    );
    if (one === undefined || two === undefined) throw new Error('Expected two servers.');
    await one.start();
    await two.start();
    const ana = user('ana');
    await one.execute({ command: { type: 'startSession', agentId: 'ana' }, actor: ana });
    const submit = { type: 'submit', mediaType: 'workitem', queue: 'Inbox', userData: {} } as const;
    await one.execute({ command: { ...submit, interactionId: 'ONE', take: true }, actor: ana });

    // The tray takes one. The second server reads the work first, and how full the tray is only afterwards.
    const command = { type: 'placeInWorkbin', interactionId: 'ONE', workbin: SMALL } as const;
    const order: Order = { command, actor: ana, commandId: 'twice' };
    let first: Outcome | undefined;
    between = async () => {
      first = await one.execute(order);
    };
    expect(await two.execute(order)).toEqual(first);
    expect(first).toMatchObject({ ok: true, state: 'InWorkbin' });
    await Promise.all([one.stop(), two.stop()]);
  });
});
