import { type Command, contactCentre, ROUTER, user } from '@intray/core';
import { MemoryDatabase, memoryStore, sharing } from '@intray/store/memory';
import { describe, expect, it } from 'vitest';
import { CENTRE } from '../testing/centre.ts';
import { decideBatch } from './batch.ts';
import { joinOffers } from './joint-offers.ts';
import { Memory } from './memory.ts';
import { newTicket } from './ticket.ts';
import { WorkingSet } from './working-set.ts';

const centre = contactCentre(CENTRE);
const NOW = Date.UTC(2026, 10, 27, 12);
const channels = [{ mediaType: 'chat', ready: true }];
const work = { type: 'submit', mediaType: 'chat', queue: 'Inbox', userData: {} } as const;
const NOTHING = { workbins: [], commandIds: [], externalIds: [], contactIds: [] };
const NONE = { interactions: [], sessions: [], workbins: [], receipts: new Map(), lastAgents: [] };

/** Ana and Ben are ready for one chat each, and two have come in: the router offers the older to Ben, the newer to Ana. */
function offered(others: readonly WorkingSet[]) {
  const set = new WorkingSet();
  set.add({ ...NOTHING, interactionIds: ['older', 'newer'], agentIds: ['ana', 'ben', 'adam'] }, NONE);
  const orders: readonly (readonly [string, Command])[] = [
    ['ana', { type: 'startSession', agentId: 'ana', channels }],
    ['ben', { type: 'startSession', agentId: 'ben', channels }],
    ['adam', { ...work, interactionId: 'older' }],
    ['adam', { ...work, interactionId: 'newer' }],
  ];
  const tickets = orders.map(([who, command]) => newTicket({ command, actor: user(who) }));
  const { granted } = decideBatch(tickets, set, centre, NOW);
  expect(granted).toHaveLength(4);
  const offers = [
    { interactionId: 'older', agentId: 'ben', among: 2 },
    { interactionId: 'newer', agentId: 'ana', among: 1 },
  ];
  const joined = joinOffers(granted, set, {
    source: { propose: () => ({ offers, settled: () => {} }) },
    gathering: {
      store: memoryStore(sharing(new MemoryDatabase())),
      memory: new Memory(),
      centre,
      afresh: false,
      askExternalIds: false,
      receipts: [],
      counted: () => {},
    },
    centre,
    now: NOW,
    others,
  });
  return joined?.orders.map(({ ticket: { order } }) => [order.actor, order.command]);
}

/** Another batch is just changing Ben's session. */
function busyWithBen(): WorkingSet {
  const busy = new WorkingSet();
  busy.add({ ...NOTHING, interactionIds: [], agentIds: ['ben'] }, NONE);
  return busy;
}

describe('offers that join a batch', () => {
  it('are made in their order [Q1]', () => {
    expect(offered([])).toMatchObject([
      [ROUTER, { interactionId: 'older', agentId: 'ben' }],
      [ROUTER, { interactionId: 'newer', agentId: 'ana' }],
    ]);
  });

  it('never overtake one that is left out, whomever it is for [Q1]', () => {
    expect(offered([busyWithBen()])).toEqual([]);
  });
});
