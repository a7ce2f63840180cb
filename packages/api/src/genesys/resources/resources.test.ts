import { INTERACTION_COMMAND_TYPES, INTERACTION_STATES, type Interaction, REFUSAL_CODES } from '@intray/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EDGE_CODES } from '../../wire/envelope.ts';
import { address, lastSegment, workbinId } from '../addresses.ts';
import { FAMILIES, familyOf } from '../media.ts';
import { receivedDate, systemTime } from '../moments.ts';
import { settled } from '../options.ts';
import { STATUS, STATUS_OF_EDGE, STATUS_OF_REFUSAL } from '../status.ts';
import { ADDED, PULLED, STORED_USER_DATA } from '../testing/seeds.ts';
import { capabilities } from './capabilities.ts';
import { AGENT_STATES, interactionResource, showsSystem, stateFor } from './interaction.ts';
import { routingKeys, systemProperties, userDataOf } from './user-data.ts';
import { workbinResource } from './workbin.ts';

const at = (time: string) => Date.parse(`2014-04-17T${time}Z`);
const settings = settled({ strategyDbid: '197', utcOffset: () => -420 });
const writing = { base: 'http://localhost:8080/api/v2', settings };
const tray = { type: 'testWorkbin', owner: { kind: 'Agent', id: 'MaratTest' } } as const;

/** The item of the samples, as Intray keeps it while it lies in the workbin. */
const STORED: Interaction = {
  id: '02F0ASAK8EAFA00W',
  mediaType: 'workitem',
  state: 'InWorkbin',
  version: 4,
  queue: 'Inbox',
  priority: 0,
  userData: {},
  noteCount: 0,
  exclusions: [],
  workbin: tray,
  submittedBy: 'es_inx_wscp',
  submittedAt: at('04:03:21'),
  receivedAt: at('04:03:21'),
  placedAt: at('04:03:56'),
  placement: { place: 'tray', at: at('04:03:56'), since: at('04:03:56') },
  deliveredAt: at('04:03:25'),
  assignedAt: at('04:03:25'),
  assignedTo: 'MaratTest',
  delivery: {
    agentId: 'MaratTest',
    queue: 'Inbox',
    agentGroup: '?: 2>1',
    perGroup: { '?: 2>1': 1 },
    acceptedAt: at('04:03:25'),
  },
};
const { workbin, ...rest } = STORED;
const PULLED_AGAIN: Interaction = {
  ...rest,
  state: 'Processing',
  handler: 'MaratTest',
  pulledFrom: tray,
  assignedAt: at('04:10:00'),
};
const ALL = INTERACTION_COMMAND_TYPES;

describe('attached data', () => {
  it('[R55 R56 R57 R58 R59 R60 R61 R62 R63] has the routing keys of the reference, with their types', () => {
    expect(routingKeys(STORED, settings)).toEqual(STORED_USER_DATA);
  });

  it('[R134 R135 R136 R137 R138 R139 R140 R141 R142] has the system properties of the reference, sequences apart', () => {
    const expected = {
      ...PULLED.workitem.userData,
      SubmitSeq: '1397707401000',
      PlaceInQueueSeq: '1397707436000',
    };
    expect(userDataOf(PULLED_AGAIN, settings, true)).toEqual(expected);
    expect(Number(expected.SubmitSeq)).toBeLessThan(Number(expected.PlaceInQueueSeq));
  });

  it('lets what is attached stand above the routing keys, and nothing above the system properties', () => {
    const own = { ...STORED, userData: { CustomerSegment: 'gold', InteractionId: 'mine' } };
    expect(userDataOf(own, settings, true)).toMatchObject({
      CustomerSegment: 'gold',
      InteractionId: STORED.id,
    });
  });

  it('has no routing keys when nobody was offered the item, and no group when a lead chose the agent', () => {
    const { delivery, ...never } = STORED;
    expect(routingKeys(never, settings)).toEqual({});
    expect(
      routingKeys({ ...STORED, delivery: { agentId: 'a', queue: 'q', perGroup: {} } }, settings),
    ).toMatchObject({
      RTargetTypeSelected: '0',
      RTargetObjectSelected: 'a',
      RTargetAgentGroup: '',
    });
  });

  it.each([
    ['AgentGroup', 'WorkbinGroupId'],
    ['Place', 'WorkbinPlaceId'],
    ['PlaceGroup', 'WorkbinPlaceGroupId'],
  ] as const)('[R141] names a workbin of a %s by %s', (kind, key) => {
    const shared = { ...STORED, workbin: { type: 't', owner: { kind, id: 'o' } } };
    expect(systemProperties(shared)).toMatchObject({ Workbin: 't', [key]: 'o' });
    expect(systemProperties(shared)).not.toHaveProperty('WorkbinAgentId');
  });

  it('[R142] says 1 for what is held', () => {
    expect(systemProperties({ ...STORED, state: 'Held' }).IsHeld).toBe(1);
  });
});

describe('an item', () => {
  it('[R52 R53 R54] in a workbin is the one of the reference', () => {
    const item = interactionResource(
      'MaratTest',
      { interaction: STORED, allowed: ALL },
      'InWorkbin',
      writing,
      false,
    );
    expect(item).toEqual(ADDED.workitem);
  });

  it('[R127 R128 R129 R130 R131 R132] in hand has the six capabilities, in the order of the reference', () => {
    const inHand = { ...STORED, state: 'Processing', handler: 'a' } as const;
    expect(capabilities('a', { interaction: inHand, allowed: ALL })).toEqual(PULLED.workitem.capabilities);
    expect(capabilities('a', { interaction: inHand, allowed: ['complete', 'attachUserData'] })).toEqual([
      'AttachUserData',
      'Complete',
    ]);
  });

  it('has the two answers of whoever it is offered to, and stays in hand for whoever offers it', () => {
    const invitation = { agentId: 'b', ticket: 1, offeredAt: 0, until: 1 };
    const transfer = { ...STORED, state: 'Transferring', handler: 'a', invitation } as const;
    expect(capabilities('b', { interaction: transfer, allowed: ALL })).toEqual(['Accept', 'Reject']);
    expect(capabilities('a', { interaction: transfer, allowed: ['attachUserData'] })).toEqual([
      'AttachUserData',
    ]);
  });

  it('[R53] offers nothing in any state to whoever has it neither in hand nor on offer, whatever core allows them', () => {
    const { workbin, ...bare } = STORED;
    for (const state of INTERACTION_STATES) {
      const interaction = { ...bare, state, handler: 'somebody else' };
      expect(capabilities('MaratTest', { interaction, allowed: ALL })).toEqual([]);
    }
    expect(capabilities('MaratTest', { interaction: STORED, allowed: ALL })).toEqual([]);
  });

  it('has a state for every state of core', () => {
    for (const state of INTERACTION_STATES)
      expect(AGENT_STATES).toContain(stateFor('x', { ...STORED, state }));
  });

  it('is an offer for one and work in hand for the other while it is transferred', () => {
    const invitation = { agentId: 'b', ticket: 1, offeredAt: 0, until: 1 };
    const moving = { ...PULLED_AGAIN, state: 'Transferring', invitation } as const;
    expect([stateFor('MaratTest', moving), stateFor('b', moving)]).toEqual(['Processing', 'Invited']);
    expect(stateFor('c', { ...rest, state: 'Invited', invitation })).toBe('Queued');
  });

  it('shows system properties where it lies in a workbin or was taken from one', () => {
    expect([STORED, PULLED_AGAIN, rest].map(showsSystem)).toEqual([true, true, false]);
  });
});

describe('moments', () => {
  it('[R54] have the server’s own time and its distance from UTC', () => {
    expect(receivedDate(at('04:03:21'), -420)).toBe('2014-04-16 21:03:21.000-0700');
    expect(receivedDate(Date.parse('2014-03-26T14:02:22.007Z'), 120)).toBe('2014-03-26 16:02:22.007+0200');
    expect(receivedDate(0, 345)).toBe('1970-01-01 05:45:00.000+0545');
    expect(receivedDate(0, -210)).toBe('1969-12-31 20:30:00.000-0330');
  });

  it('[R134] of the system are UTC without milliseconds', () => {
    expect(systemTime(at('04:03:21') + 999)).toBe('2014-04-17T04:03:21Z');
  });

  it('can be read back, whatever the zone', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 4e12 }),
        fc.integer({ min: -720, max: 840 }),
        (moment, offset) => {
          const iso = receivedDate(moment, offset)
            .replace(' ', 'T')
            .replace(/(\d\d)$/, ':$1');
          expect(Date.parse(iso)).toBe(moment);
        },
      ),
    );
  });
});

describe('ids and addresses', () => {
  it('[R35] of a workbin type look like a UUID, stay, and differ', () => {
    expect(workbinId('testWorkbin')).toMatch(
      /^[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/,
    );
    expect(workbinId('testWorkbin')).toBe(workbinId('testWorkbin'));
    expect(workbinId('testWorkbin')).not.toBe(workbinId('testworkbin'));
  });

  it('[R45] are read from whatever stands before the last segment', () => {
    const forms = [
      '.../FE7978FEWFE',
      '/api/v2/workitems/FE7978FEWFE',
      'FE7978FEWFE',
      'http://x/y/FE7978FEWFE/?a=/b',
    ];
    for (const form of forms) expect(lastSegment(form)).toBe('FE7978FEWFE');
  });

  it('come back from an address, whatever they are made of', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), (id) => {
        expect(lastSegment(address('http://x/api/v2', 'users', id))).toBe(id);
      }),
    );
  });

  it('[R46] has both spellings of a workbin’s name', () => {
    const id = workbinId('testWorkbin');
    expect(workbinResource({ id: 'testWorkbin', name: 'Mine', ownerKind: 'Agent' }, writing.base)).toEqual({
      name: 'testWorkbin',
      workbinName: 'testWorkbin',
      displayName: 'Mine',
      id,
      uri: `http://localhost:8080/api/v2/workbins/${id}`,
      type: 'Agent',
    });
  });
});

describe('status codes', () => {
  it('there is one for every refusal of core and of the edge, and none means success', () => {
    expect(Object.keys(STATUS_OF_REFUSAL).sort()).toEqual([...REFUSAL_CODES].sort());
    expect(Object.keys(STATUS_OF_EDGE).sort()).toEqual(Object.keys(EDGE_CODES).sort());
    const all = [...Object.values(STATUS_OF_REFUSAL), ...Object.values(STATUS_OF_EDGE)] as readonly number[];
    expect(all).not.toContain(STATUS.success);
  });
});

describe('media', () => {
  it('[R64] of the house’s own making are work items', () => {
    expect([familyOf('myworkitem').name, familyOf('constructor').name, familyOf('twitter').name]).toEqual([
      'workitem',
      'workitem',
      'tweet',
    ]);
    expect(new Set(FAMILIES.map(({ path }) => path)).size).toBe(FAMILIES.length);
  });
});
