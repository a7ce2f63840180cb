import { type Answer, DEFAULT_SETTINGS, PageRequest, user } from '@intray/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CENTRE, SHARED } from '../testing/centre.ts';
import { House } from '../testing/house.ts';

const page = PageRequest.parse({});
const value = <T>(answer: Answer<T>): T => {
  if (!answer.ok) throw new Error(answer.refusal.message);
  return answer.value;
};
const code = (answer: Answer<unknown>) => (answer.ok ? 'answered' : answer.refusal.code);

describe('questions to the desk', () => {
  let house: House;
  let onDesk: string;
  let shared: string;
  beforeAll(async () => {
    house = await House.open({ config: { ...CENTRE, settings: { ...DEFAULT_SETTINGS, leaseSeconds: 600 } } });
    await house.present('ana', ['workitem', 'email']);
    await house.ready('ben', ['chat']);
    onDesk = await house.submit();
    shared = await house.submit();
    await house.submit({ mediaType: 'email' });
    for (const id of [onDesk, shared]) await house.given('ana', id, { type: 'pull' });
    await house.given('ana', shared, { type: 'placeInWorkbin', workbin: SHARED });
  });
  afterAll(() => house[Symbol.asyncDispose]());

  it('shows a person their desk: session, capacity, work with what may be done, and a cursor to go on from', async () => {
    const me = value(await house.engine.me(user('ana')));
    expect(me).toMatchObject({
      agent: { id: 'ana' },
      session: { active: true },
      capacity: { workitem: 2, email: 1 },
    });
    expect(me.work.map(({ interaction }) => interaction.id)).toEqual([onDesk]);
    expect(me.work[0]?.allowed).toEqual(expect.arrayContaining(['placeInWorkbin', 'transfer', 'complete']));
    expect(me.cursor).not.toBe('');
    expect(code(await house.engine.me(user('nobody')))).toBe('agent_unknown');
  });

  it('shows an interaction and its history to those who may see it, and to nobody else', async () => {
    const { engine } = house;
    expect(value(await engine.interaction(user('ana'), onDesk)).interaction.handler).toBe('ana');
    expect(value(await engine.interaction(user('lena'), onDesk)).allowed).toContain('cancel');
    expect(code(await engine.interaction(user('ben'), onDesk))).toBe('not_permitted');
    expect(code(await engine.history(user('ben'), onDesk, page))).toBe('not_permitted');
    expect(code(await engine.interaction(user('ana'), 'NOWHERE'))).toBe('interaction_unknown');
    const { items } = value(await engine.history(user('ben'), shared, page));
    expect(items.map(({ type }) => type)).toEqual([
      'InteractionSubmitted',
      'InteractionPulled',
      'PlacedInWorkbin',
    ]);
  });

  it('lists the trays a person shares or supervises, with what is in them', async () => {
    const { engine } = house;
    const mine = value(await engine.workbins(user('ana')));
    expect(mine.every((tray) => tray.mine)).toBe(true);
    expect(mine.find(({ workbin }) => workbin.type === 'team.shared')).toMatchObject({
      count: 1,
      unopened: 1,
      name: 'Shared',
    });
    expect(mine.find(({ workbin }) => workbin.type === 'team.small')).toMatchObject({ count: 0, limit: 1 });
    const watched = value(await engine.workbins(user('lena'))).filter((tray) => !tray.mine);
    expect(watched.map(({ workbin }) => workbin.owner.id)).toEqual(
      expect.arrayContaining(['Team', 'ana', 'desk ana']),
    );
    const { items } = value(await engine.workbinContent(user('ben'), SHARED, page));
    expect(items.map(({ id }) => id)).toEqual([shared]);
    const ofAna = { type: 'email.in-progress', owner: { kind: 'Agent', id: 'ana' } } as const;
    expect(code(await engine.workbinContent(user('ben'), ofAna, page))).toBe('not_permitted');
    const nowhere = { type: 'no.such', owner: { kind: 'Agent', id: 'ana' } } as const;
    expect(code(await engine.workbinContent(user('ana'), nowhere, page))).toBe('workbin_unknown');
  });

  it('counts what lies in trays, per medium, for those who may look into them', async () => {
    const { engine } = house;
    const all = value(await engine.workbinStatistics(user('ana')));
    expect(all.map(({ workbin }) => workbin.type)).toEqual(
      value(await engine.workbins(user('ana'))).map(({ workbin }) => workbin.type),
    );
    expect(all.find(({ workbin }) => workbin.type === 'team.shared')).toEqual({
      workbin: SHARED,
      name: 'Shared',
      mine: true,
      count: 1,
      perMediaType: { workitem: 1 },
    });
    const ofAna = { type: 'email.in-progress', owner: { kind: 'Agent', id: 'ana' } } as const;
    const [first, second] = value(await engine.workbinStatistics(user('lena'), [SHARED, ofAna]));
    expect(first).toMatchObject({ mine: false, count: 1, perMediaType: { workitem: 1 } });
    expect(second).toMatchObject({ mine: false, count: 0, perMediaType: {} });
    expect(value(await engine.workbinStatistics(user('ana'), []))).toEqual([]);
    expect(code(await engine.workbinStatistics(user('ben'), [SHARED, ofAna]))).toBe('not_permitted');
    const nowhere = { type: 'team.shared', owner: { kind: 'Agent', id: 'ana' } } as const;
    expect(code(await engine.workbinStatistics(user('ana'), [nowhere]))).toBe('workbin_unknown');
  });

  it('lists the queues a person may look into', async () => {
    const { engine } = house;
    expect(value(await engine.queues(user('ana')))).toEqual([{ queue: 'Inbox', name: 'Inbox', count: 1 }]);
    expect(value(await engine.queueContent(user('lena'), 'Inbox', page)).items).toHaveLength(1);
    expect(code(await engine.queueContent(user('nobody'), 'Inbox', page))).toBe('not_permitted');
    expect(code(await engine.queueContent(user('ana'), 'Outbox', page))).toBe('queue_unknown');
  });

  it('lists what a person finished', async () => {
    const id = await house.submit({ mediaType: 'email' });
    await house.given('ana', id, { type: 'pull' });
    await house.given('ana', id, { type: 'complete', disposition: 'solved' });
    const { items } = value(await house.engine.finished(user('ana'), page));
    expect(items).toMatchObject([{ id, state: 'Done', disposition: 'solved' }]);
  });

  it('finds colleagues, those who can take the medium first', async () => {
    const found = value(await house.engine.colleagues(user('ana'), { text: 'team', mediaType: 'chat' }));
    expect(found.map(({ id }) => id)).toEqual(['ben', 'cem', 'dora']);
    expect(found[0]).toEqual({
      id: 'ben',
      name: 'BEN of the team',
      active: true,
      reachable: true,
      ready: ['chat'],
      hasRoomFor: ['chat'],
    });
  });

  it('names the people one works with, and not the rest', async () => {
    const { people } = value(await house.engine.catalogue(user('ana')));
    expect(people).toContainEqual({ id: 'ben', name: 'BEN of the team' });
    expect(people.length).toBeLessThan(CENTRE.agents.length);
    expect(value(await house.engine.catalogue(user('adam'))).people).toHaveLength(CENTRE.agents.length);
  });

  it('says which parts are well', async () => {
    expect(await house.engine.health()).toMatchObject({
      ready: true,
      parts: { database: { ok: true }, pulse: { ok: true } },
    });
  });

  it('takes up a new configuration by itself, and says clearly when there is none', async () => {
    const names = async () => value(await house.engine.catalogue(user('ana'))).queues.map(({ name }) => name);
    const renamed = { ...CENTRE, queues: CENTRE.queues.map((queue) => ({ ...queue, name: 'Post' })) };
    await house.store.saveConfiguration(renamed, 'adam', house.clock.now());
    await expect.poll(names).toEqual(['Post']);
  });
});
