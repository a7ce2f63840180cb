import type { OfflineCommand } from '@intray/core';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Refused } from '../port.ts';
import { openKept, type Shelves } from './kept.ts';
import { type OfflinePort, offlinePort } from './offline-port.ts';
import { GRACE } from './server-only.ts';
import { MINE, SmallServer, shelves } from './testing/small-server.ts';

const note = (text: string): OfflineCommand => ({ type: 'addNote', interactionId: 'i1', text });
const paint = (colour: string): OfflineCommand => ({
  type: 'updateUserData',
  interactionId: 'i1',
  userData: { colour },
});
const desks: OfflinePort[] = [];

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  for (const desk of desks.splice(0)) desk.stop();
  vi.useRealTimers();
});

/** So long that everything that was asked has been answered, looks ahead and writes included. */
const calm = () => vi.advanceTimersByTimeAsync(10_000);

async function deskOn(server: SmallServer, on: Shelves) {
  const desk = offlinePort(server.port(), await openKept(on));
  desks.push(desk);
  return desk;
}

/** A desk that has seen everything there is to see. */
async function begun(on = shelves()) {
  const server = new SmallServer();
  server.holds('i1');
  server.holds('i2', { state: 'InWorkbin', workbin: MINE });
  const desk = await deskOn(server, on);
  await Promise.all([desk.me(), desk.catalogue(), desk.workbins()]);
  await calm();
  return { server, desk, on };
}

describe('without the server', () => {
  test('[L1] [L3] [L10] what can wait is shown as done, said to be waiting, kept on disk, and done once on return', async () => {
    const { server, desk, on } = await begun();
    server.cut();
    const outcome = await desk.execute('c1', note('called'));
    expect(outcome).toMatchObject({ ok: true, id: 'i1' });
    await desk.execute('c2', paint('blue'));
    expect(desk.offline.state()).toMatchObject({ local: true, waiting: 2 });
    expect((await desk.interaction('i1')).interaction).toMatchObject({
      noteCount: 1,
      userData: { colour: 'blue' },
    });
    expect((await desk.history('i1', { limit: 10 })).items.map(({ type }) => type)).toContain('NoteAdded');
    expect(on.texts['queue']).toContain('"c2"');

    server.back();
    await calm();
    expect(server.decided).toEqual(['c1', 'c2']);
    expect(server.interaction('i1')).toMatchObject({ noteCount: 1, userData: { colour: 'blue' } });
    expect(desk.offline.state()).toEqual({ local: false, waiting: 0, conflicts: [] });
  });

  test('[L12] what cannot wait is refused at once and says what to do; a question of the server alone too', async () => {
    const { server, desk } = await begun();
    expect(desk.offline.canGive('accept')).toBe(true);
    server.cut();
    expect(desk.offline.canGive('accept')).toBe(false);
    expect(desk.offline.canGive('addNote')).toBe(true);
    const outcomes = await Promise.all([
      desk.execute('c1', { type: 'accept', interactionId: 'i1', ticket: 1 }),
      desk.execute('c2', { type: 'setReady', agentId: 'ana' }),
      desk.pullNext(),
    ]);
    for (const outcome of outcomes)
      expect(outcome).toMatchObject({
        ok: false,
        refusal: { message: expect.stringContaining('Try again') },
      });
    await expect(desk.search('x')).rejects.toThrow(Refused);
    expect(server.questions).not.toContain('search');

    server.back();
    await calm();
    expect(await desk.execute('c3', { type: 'setReady', agentId: 'ana' })).toMatchObject({ ok: true });
    expect(await desk.pullNext()).toMatchObject({ ok: true });
    await desk.search('x');
  });

  test('[L12] under way when the server was lost: given up after a few seconds, with the word that it may be done', async () => {
    const { server, desk } = await begun();
    server.wire = 'lost';
    const asked = desk.execute('c1', { type: 'setNotReady', agentId: 'ana' });
    server.cut();
    await vi.advanceTimersByTimeAsync(GRACE);
    expect(await asked).toMatchObject({
      refusal: { code: 'answer_lost', message: expect.stringContaining('Look whether') },
    });
  });

  test('[L12] a cut of a moment is none: the answer that comes then counts', async () => {
    const { server, desk } = await begun();
    server.wire = 'lost';
    const asked = desk.execute('c1', { type: 'setNotReady', agentId: 'ana' });
    server.cut();
    await vi.advanceTimersByTimeAsync(GRACE / 2);
    server.back();
    expect(await asked).toMatchObject({ ok: true });
  });

  test('[L10] an edit whose answer was lost waits, is asked again in the same words, and is done once', async () => {
    const { server, desk } = await begun();
    server.wire = 'lost';
    const asked = desk.execute('c1', note('called'));
    server.cut();
    expect(await asked).toMatchObject({ ok: true });
    expect(desk.offline.state().waiting).toBe(1);
    server.back();
    await calm();
    expect(server.decided).toEqual(['c1']);
    expect(server.interaction('i1').noteCount).toBe(1);
    expect(desk.offline.state()).toMatchObject({ waiting: 0, conflicts: [] });
  });

  test('[L4] [L9] what both changed waits for a choice; mine goes on top of what was shown', async () => {
    const { server, desk } = await begun();
    server.cut();
    await desk.execute('c1', paint('blue'));
    server.changes('i1', { userData: { colour: 'green' } });
    server.back();
    await calm();
    const [conflict] = desk.offline.state().conflicts;
    expect(conflict).toMatchObject({ commandId: 'c1', reason: 'data', keys: ['colour'] });
    expect(server.interaction('i1').userData).toEqual({ colour: 'green' });
    await desk.offline.settle('c1', 'mine');
    await calm();
    expect(server.interaction('i1').userData).toEqual({ colour: 'blue' });
    expect(desk.offline.state().conflicts).toEqual([]);
  });
});

describe('what is kept', () => {
  test('a start without the server shows what was last known, without offers, and knows its trays', async () => {
    const { server, on } = await begun();
    server.holds('i3', {
      state: 'Invited',
      invitation: { agentId: 'ana', ticket: 1, offeredAt: 0, until: 9_999_999_999_999 },
    } as never);
    server.cut();
    const desk = await deskOn(server, on);
    const me = await desk.me();
    expect(me.work.map(({ interaction }) => interaction.id)).toEqual(['i1']);
    expect((await desk.workbinContent(MINE, { limit: 50 })).items.map(({ id }) => id)).toEqual(['i2']);
    await desk.execute('c1', { type: 'placeInWorkbin', interactionId: 'i1', workbin: MINE });
    expect((await desk.workbinContent(MINE, { limit: 50 })).items.map(({ id }) => id)).toEqual(['i2', 'i1']);
    expect((await desk.workbins()).map(({ count }) => count)).toEqual([2]);
    expect((await desk.me()).work).toEqual([]);
    await expect(desk.interaction('i9')).rejects.toThrow('not kept');
    expect(await desk.execute('c2', { type: 'addNote', interactionId: 'i9', text: 'x' })).toMatchObject({
      refusal: { code: 'interaction_unknown' },
    });
  });

  test('signing out takes what was seen away; what waits is there again for the same person', async () => {
    const { server, desk, on } = await begun();
    server.cut();
    await desk.execute('c1', note('called'));
    await desk.signOut('here');
    expect(desk.offline.state()).toMatchObject({ waiting: 0 });
    expect(on.texts['snapshot']).toBe('');
    server.back();
    const again = await deskOn(server, on);
    await again.me();
    expect(again.offline.state().waiting).toBe(1);
    again.recover();
    await calm();
    expect(server.interaction('i1').noteCount).toBe(1);
  });

  test('edits that can no longer be read are put beside, and the desk begins without them', async () => {
    const { server, on } = await begun();
    on.texts['queue'] = JSON.stringify({ ana: { edits: 'nonsense', conflicts: [] } });
    server.cut();
    const desk = await deskOn(server, on);
    await desk.me();
    await desk.catalogue();
    await desk.workbins();
    await desk.execute('c1', note('called'));
    expect(desk.offline.state().waiting).toBe(1);
    expect(Object.keys(JSON.parse(on.texts['queue']))).toEqual(['ana', 'ana (unreadable)']);
  });
});
