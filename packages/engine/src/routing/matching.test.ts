import { type AgentSession, contactCentre, noSession } from '@intray/core';
import type { Waiting } from '@intray/store';
import { describe, expect, it } from 'vitest';
import { CENTRE } from '../testing/centre.ts';
import { justArrived, Lane } from './lane.ts';
import { match } from './matching.ts';

const centre = contactCentre(CENTRE);
const waiting = (id: string, more: Partial<Waiting> = {}): Waiting => ({
  id,
  version: 1,
  mediaType: 'workitem',
  queue: 'Inbox',
  priority: 0,
  sequence: Number(id),
  exclusions: [],
  ...more,
});
const session = (agentId: string, idleSince: number, more: Partial<AgentSession> = {}): AgentSession => ({
  ...noSession(agentId),
  active: true,
  reachable: true,
  channels: { workitem: { ready: true, since: 0 } },
  idleSince,
  ...more,
});
const laneOf = (...items: readonly Waiting[]): Lane => {
  const lane = new Lane('Inbox', 'workitem');
  lane.extend(lane.beginReading().epoch, items, true, () => false);
  return lane;
};
const offers = (lane: Lane, sessions: readonly AgentSession[], now = 0) => {
  const found = match({ lanes: [lane], sessions, underWay: () => undefined, now, centre });
  return { ...found, offers: found.offers.map(({ item, agentId }) => `${item.id} to ${agentId}`) };
};

describe('matching', () => {
  it('gives the best work to the longest idle, and goes round before anybody gets a second piece', () => {
    const lane = laneOf(waiting('1'), waiting('2'), waiting('3'));
    expect(offers(lane, [session('ana', 20), session('ben', 10)]).offers).toEqual([
      '1 to ben',
      '2 to ana',
      '3 to ben',
    ]);
  });

  it.each([
    ['is not reachable', { reachable: false }],
    ['is not ready', { channels: { workitem: { ready: false, since: 0 } } }],
    ['is logged on to another medium', { channels: { chat: { ready: true, since: 0 } } }],
    ['has no room', { load: { workitem: 2 } }],
    ['has logged off', { active: false }],
  ])('offers nothing to an agent who %s', (_why, more) => {
    expect(offers(laneOf(waiting('1')), [session('ana', 0, more)]).offers).toEqual([]);
  });

  it('offers nothing to somebody who does not serve the queue', () => {
    expect(offers(laneOf(waiting('1')), [session('lena', 0)]).offers).toEqual([]);
  });

  it('asks the preferred agent first, although others have been idle for longer', () => {
    const lane = laneOf(waiting('1', { preferredAgent: 'ben' }));
    expect(offers(lane, [session('ana', 0), session('ben', 9)]).offers).toEqual(['1 to ben']);
  });

  it('passes over work whose only candidate declined it, says when to try again, and offers what is behind it', () => {
    const lane = laneOf(waiting('1', { exclusions: [{ agentId: 'ana', until: 50 }] }), waiting('2'));
    expect(offers(lane, [session('ana', 0)], 10)).toMatchObject({ offers: ['2 to ana'], tryAgainAt: 50 });
    expect(offers(lane, [session('ana', 0)], 50).offers).toEqual(['1 to ana', '2 to ana']);
  });

  it('counts offers that are under way', () => {
    const lane = laneOf(waiting('1'));
    expect(
      match({
        lanes: [lane],
        sessions: [session('ana', 0)],
        underWay: () => new Map([['workitem', 2]]),
        now: 0,
        centre,
      }).offers,
    ).toEqual([]);
  });

  it('[C3] counts media together where a capacity rule does, also what it has just offered itself', () => {
    const rules = [{ id: 'two', name: 'Two', anyOf: [{ allOf: [{ atMost: 2 }] }] }];
    const settings = { ...CENTRE.settings, capacityRule: 'two' };
    const mediaTypes = ['workitem', 'email'].map((id) => ({ id, name: id, capacity: 5 }));
    const ruled = contactCentre({ ...CENTRE, mediaTypes, workbinTypes: [], capacityRules: rules, settings });
    const emails = new Lane('Inbox', 'email');
    emails.extend(emails.beginReading().epoch, [waiting('3', { mediaType: 'email' })], true, () => false);
    const channels = { workitem: { ready: true, since: 0 }, email: { ready: true, since: 0 } };
    const made = (coming: ReadonlyMap<string, number>) =>
      match({
        lanes: [laneOf(waiting('1')), emails],
        sessions: [session('ana', 0, { channels })],
        underWay: () => coming,
        now: 0,
        centre: ruled,
      }).offers.map(({ item }) => item.id);
    expect([made(new Map()), made(new Map([['email', 1]])), made(new Map([['email', 2]]))]).toEqual([
      ['1', '3'],
      ['1'],
      [],
    ]);
  });

  it('asks for more of a lane that it has not read to its end only while somebody is free', () => {
    const lane = new Lane('Inbox', 'workitem');
    expect(offers(lane, [session('ana', 0, { load: { workitem: 2 } })]).hungry).toEqual([]);
    expect(offers(lane, [session('ana', 0)]).hungry).toEqual([lane]);
  });
});

describe('a lane', () => {
  const ids = (lane: Lane) => lane.items.map(({ id }) => id);

  it('keeps priority and arrival in order, whatever the order of hearing', () => {
    const lane = laneOf(waiting('2'), waiting('4'));
    lane.add(waiting('9', { priority: 5 }));
    lane.add(waiting('3'));
    lane.add({ ...waiting('8'), sequence: justArrived() });
    expect(ids(lane)).toEqual(['9', '2', '3', '4', '8']);
  });

  it('is not complete when something came in while its end was being read', () => {
    const lane = new Lane('Inbox', 'workitem');
    const { epoch } = lane.beginReading();
    lane.add({ ...waiting('8'), sequence: justArrived() });
    lane.extend(epoch, [], true, () => false);
    expect([ids(lane), lane.readable]).toEqual([[], true]);
    lane.extend(lane.beginReading().epoch, [waiting('8')], true, () => false);
    expect([ids(lane), lane.readable]).toEqual([['8'], false]);
  });

  it('takes nothing from a reading that began before everything was forgotten', () => {
    const lane = new Lane('Inbox', 'workitem');
    const { epoch } = lane.beginReading();
    lane.reset();
    lane.extend(epoch, [waiting('1')], true, () => false);
    expect([ids(lane), lane.readable]).toEqual([[], true]);
  });

  it('leaves out what is being offered, and other media', () => {
    const lane = new Lane('Inbox', 'workitem');
    const slice = [waiting('1'), waiting('2', { mediaType: 'chat' }), waiting('3')];
    lane.extend(lane.beginReading().epoch, slice, false, (id) => id === '1');
    expect([ids(lane), lane.beginReading().after]).toEqual([['3'], slice[2]]);
  });
});
