import { type OperationReport, OperationRequest, UndoRequest, user } from '@intray/core';
import { describe, expect, it } from 'vitest';
import { House } from '../testing/house.ts';

type Request = Parameters<typeof OperationRequest.parse>[0];

async function operate(house: House, who: string, request: Request): Promise<OperationReport> {
  const answer = await house.engine.operate(user(who), OperationRequest.parse(request));
  if (!answer.ok) throw new Error(answer.refusal.message);
  return answer.value;
}
const undo = async (house: House, who: string, report: OperationReport) => {
  const steps = report.items.flatMap(({ undo: step }) => step ?? []);
  const answer = await house.engine.undo(user(who), UndoRequest.parse({ steps }));
  if (!answer.ok) throw new Error(answer.refusal.message);
  return answer.value;
};
const submitMany = (house: House, many: number) =>
  Promise.all(Array.from({ length: many }, (_, index) => house.submit({ externalId: `e${index}` })));

describe('operations', () => {
  it('are tried first: the report says what would come of each, and nothing is changed [T17]', async () => {
    await using house = await House.open();
    await house.present('ana');
    const [first = '', second = ''] = await submitMany(house, 2);
    await house.given('ana', second, { type: 'pull' });
    const report = await operate(house, 'lena', {
      operation: { type: 'hold', reason: 'storm' },
      items: [{ externalId: 'e0' }, { id: second }, { externalId: 'none' }],
      dryRun: true,
    });
    expect(report).toMatchObject({ done: 1, refused: 2 });
    expect(report.items).toMatchObject([
      {
        id: first,
        before: { status: 'queued' },
        after: { status: 'held' },
        undo: { command: { type: 'resume' } },
      },
      { id: second, before: { status: 'assigned' }, refusal: { code: 'wrong_state' } },
      { externalId: 'none', refusal: { code: 'interaction_unknown' } },
    ]);
    expect((await house.row(first)).state).toBe('Queued');
  });

  it('are done to each by itself, and taken back but for what has changed since [T16 T18]', async () => {
    await using house = await House.open();
    const ids = await submitMany(house, 5);
    const report = await operate(house, 'lena', {
      operation: { type: 'hold' },
      items: [...ids.map((id) => ({ id })), { id: ids[0] ?? '' }],
    });
    expect(report).toMatchObject({ done: 5, refused: 0 });
    expect(await Promise.all(ids.map(async (id) => (await house.row(id)).state))).toEqual(
      Array(5).fill('Held'),
    );
    await house.given('lena', ids[2] ?? '', { type: 'addNote', text: 'This one stays.' });
    const back = await undo(house, 'lena', report);
    expect(back).toMatchObject({ done: 4, refused: 1 });
    expect(back.items[2]).toMatchObject({ id: ids[2], refusal: { code: 'version_mismatch' } });
    const states = await Promise.all(ids.map(async (id) => (await house.row(id)).state));
    expect(states).toEqual(['Queued', 'Queued', 'Held', 'Queued', 'Queued']);
  });

  it('go through a queue batch by batch, and touch what is selected only [T16]', async () => {
    await using house = await House.open();
    await submitMany(house, 250);
    const urgent = await house.submit({ priority: 9 });
    const seen: number[] = [];
    for (let after: string | undefined, more = true; more; ) {
      const { done, next } = await operate(house, 'lena', {
        operation: { type: 'updateProperties', priority: 3 },
        select: { queue: 'Inbox', priorityTo: 5, ...(after === undefined ? {} : { after }) },
      });
      seen.push(done);
      after = next;
      more = next !== undefined && seen.length < 5;
    }
    // Those that were ranked up come before the place where it went on, and are not met twice.
    expect(seen.reduce((sum, done) => sum + done, 0)).toBe(250);
    expect((await house.row(urgent)).priority).toBe(9);
  });

  it('need the rights of the command alone, and tell nobody of work they may not see [T16]', async () => {
    await using house = await House.open();
    const [id = ''] = await submitMany(house, 1);
    for (const request of [{ items: [{ id }] }, { select: { queue: 'Inbox' } }]) {
      const parsed = OperationRequest.parse({ operation: { type: 'cancel' }, ...request });
      const answer = await house.engine.operate(user('ana'), parsed);
      expect(answer).toMatchObject({ ok: false, refusal: { code: 'not_permitted' } });
    }
    const undone = await house.engine.undo(user('ana'), {
      steps: [{ command: { type: 'cancel', interactionId: id }, version: 1 }],
    });
    expect(undone).toMatchObject({ ok: false, refusal: { code: 'not_permitted' } });
    expect((await house.row(id)).state).toBe('Queued');
  });

  it('move, finish, offer and take back, and lead back to where the work was [T16 T18]', async () => {
    await using house = await House.open();
    await house.present('ana');
    const shared = { type: 'team.shared', owner: { kind: 'AgentGroup', id: 'Team' } } as const;
    const id = await house.submit({ userData: { Colour: 'red' } });
    const there = async () => {
      const { state, workbin, userData } = await house.row(id);
      return [state, workbin?.type, userData['Colour']];
    };
    const before = await there();
    for (const [operation, during] of [
      [{ type: 'moveToWorkbin', workbin: shared }, ['InWorkbin', 'team.shared', 'red']],
      [{ type: 'updateUserData', userData: { Colour: 'blue' } }, ['Queued', undefined, 'blue']],
      [{ type: 'invite', agentId: 'ana' }, ['Invited', undefined, 'red']],
    ] as const) {
      const report = await operate(house, 'lena', { operation, items: [{ id }] });
      expect(report, operation.type).toMatchObject({ done: 1, refused: 0 });
      expect(await there()).toEqual(during);
      expect(await undo(house, 'lena', report)).toMatchObject({ done: 1 });
      expect(await there()).toEqual(before);
    }
  });

  it('are done once for a key, by two servers at once and by one that starts later [T31]', async () => {
    await using house = await House.open({ engines: 2 });
    const ids = await submitMany(house, 3);
    const request = OperationRequest.parse({
      operation: { type: 'hold' },
      select: { queue: 'Inbox', status: ['queued'] },
    });
    const versions = () => Promise.all(ids.map(async (id) => (await house.row(id)).version));
    const before = await versions();
    const lena = user('lena');
    const [one, other] = await Promise.all(
      house.engines.map((engine) => engine.operate(lena, request, 'k-1')),
    );
    expect(one).toMatchObject({ ok: true, value: { done: 3, refused: 0 } });
    expect(other).toEqual(one);
    expect(await versions()).toEqual(before.map((version) => version + 1));

    // Nothing waits there any more that would fit the selection, and one of them has gone on.
    await house.given('lena', ids[0] ?? '', { type: 'resume' });
    const later = await house.addEngine();
    expect(await later.operate(lena, request, 'k-1')).toEqual(one);
    expect((await house.row(ids[0] ?? '')).state).toBe('Queued');
    expect(await later.operate(lena, { ...request, operation: { type: 'cancel' } }, 'k-1')).toMatchObject({
      refusal: { code: 'key_reused' },
    });
    if (one?.ok !== true) throw new Error('Nothing was done.');
    const steps = UndoRequest.parse({ steps: one.value.items.flatMap(({ undo: step }) => step ?? []) });
    const back = await house.engine.undo(lena, steps, 'k-2');
    expect(back).toMatchObject({ ok: true, value: { done: 2, refused: 1 } });
    expect(await later.undo(lena, steps, 'k-2')).toEqual(back);
  });
});
