import {
  INTERACTION_COMMAND_TYPES,
  type Interaction,
  type InteractionEvent,
  type WorkbinRef,
} from '@intray/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { settled } from '../options.ts';
import { referenceIn, references } from '../references.ts';
import { takes } from './letter.ts';
import { lettersFor } from './letters.ts';
import { subscriptions } from './subscriptions.ts';

const tray: WorkbinRef = { type: 'team.shared', owner: { kind: 'AgentGroup', id: 'Team' } };
const other: WorkbinRef = { type: 'mine', owner: { kind: 'Agent', id: 'ana' } };
const writing = { base: 'http://x/api/v2', settings: settled({ utcOffset: () => 0 }) };

const item = (fields: Partial<Interaction>): Interaction => ({
  id: 'i1',
  mediaType: 'workitem',
  state: 'Queued',
  version: 5,
  queue: 'Inbox',
  priority: 0,
  userData: {},
  noteCount: 0,
  exclusions: [],
  submittedBy: 'source',
  submittedAt: 0,
  receivedAt: 0,
  placedAt: 0,
  ...fields,
});
const invitation = { agentId: 'ana', ticket: 4, offeredAt: 0, until: 30 };
const onDesk = item({ state: 'Processing', handler: 'ana' });
const offered = item({ state: 'Invited', invitation });
const resting = item({ state: 'InWorkbin', workbin: tray });
const free = item({});

interface Happening {
  readonly type: InteractionEvent['type'];
  readonly by?: string;
  readonly data?: object;
  readonly before?: Interaction;
  readonly after: Interaction;
  readonly watching?: readonly WorkbinRef[];
  readonly propertyChanges?: boolean;
}

/** What ana's clients hear: `workitems:Processing`, `workbins:ItemAdded`. */
function heard({
  type,
  by = 'ana',
  data = {},
  before,
  after,
  watching = [],
  propertyChanges = false,
}: Happening) {
  const watched = subscriptions();
  for (const workbin of watching) watched.add({ workbin, id: 'id', propertyChanges });
  const event = {
    subject: 'interaction',
    interactionId: 'i1',
    type,
    by,
    data,
    at: 0,
    version: after.version,
    state: after.state,
  } as unknown as InteractionEvent;
  const news = {
    event,
    before,
    after,
    allowed: INTERACTION_COMMAND_TYPES,
    agentId: 'ana',
    referenceId: 14,
    subscriptions: watched,
    writing,
  };
  return lettersFor(news).map(({ channel, data: said }) => {
    const { action, workitem } = said as { action?: string; workitem?: { state: string } };
    return `${channel.slice('/v2/me/'.length)}:${action ?? workitem?.state}`;
  });
}

const NO_ONES = { ...onDesk, handler: 'ben' };
const CASES: readonly (readonly [what: string, happening: Happening, heard: readonly string[]])[] = [
  ['an offer', { type: 'AgentInvited', by: '@router', before: free, after: offered }, ['workitems:Invited']],
  [
    'an offer to somebody else',
    {
      type: 'AgentInvited',
      after: item({ state: 'Invited', invitation: { ...invitation, agentId: 'ben' } }),
    },
    [],
  ],
  [
    'an acceptance',
    { type: 'InteractionAccepted', before: offered, after: onDesk },
    ['workitems:Processing'],
  ],
  ['a no', { type: 'InviteRejected', before: offered, after: free }, ['workitems:Completed']],
  [
    'an offer that ran out',
    { type: 'InviteRevoked', by: '@timer', before: offered, after: free },
    ['workitems:Revoked'],
  ],
  [
    'an offer taken back by a lead',
    { type: 'InviteRevoked', by: 'lena', before: offered, after: free },
    ['workitems:Revoked'],
  ],
  [
    'an offer that is moved away',
    { type: 'MovedToWorkbin', by: 'lena', before: offered, after: resting },
    ['workitems:Revoked'],
  ],
  [
    'an offer that is cancelled',
    { type: 'InteractionCancelled', by: 'lena', before: offered, after: item({ state: 'Cancelled' }) },
    ['workitems:Revoked'],
  ],
  [
    'putting aside',
    {
      type: 'PlacedInWorkbin',
      data: { workbin: tray, fromAgent: 'ana' },
      before: onDesk,
      after: resting,
      watching: [tray],
    },
    ['workbins:ItemAdded', 'workitems:InWorkbin'],
  ],
  [
    'putting aside by another',
    {
      type: 'PlacedInWorkbin',
      by: 'ben',
      data: { workbin: tray },
      before: NO_ONES,
      after: resting,
      watching: [tray],
    },
    ['workbins:ItemAdded'],
  ],
  [
    'putting aside by another, unseen before',
    { type: 'PlacedInWorkbin', by: 'ben', data: { workbin: tray }, after: resting, watching: [tray] },
    ['workbins:ItemAdded'],
  ],
  [
    'pulling',
    {
      type: 'InteractionPulled',
      data: { fromWorkbin: tray },
      before: resting,
      after: onDesk,
      watching: [tray],
    },
    ['workbins:ItemRemoved', 'workitems:Processing'],
  ],
  [
    'pulling by another',
    { type: 'InteractionPulled', by: 'ben', data: { fromWorkbin: tray }, after: NO_ONES, watching: [tray] },
    ['workbins:ItemRemoved'],
  ],
  [
    'moving between trays',
    {
      type: 'MovedToWorkbin',
      data: { workbin: other, fromWorkbin: tray },
      before: resting,
      after: { ...resting, workbin: other },
      watching: [tray, other],
    },
    ['workbins:ItemRemoved', 'workbins:ItemAdded'],
  ],
  [
    'finishing in hand',
    { type: 'InteractionCompleted', data: {}, before: onDesk, after: item({ state: 'Done' }) },
    ['workitems:Completed'],
  ],
  [
    'finishing in a tray',
    {
      type: 'InteractionCompleted',
      data: { fromWorkbin: tray },
      before: resting,
      after: item({ state: 'Done' }),
      watching: [tray],
    },
    ['workbins:ItemRemoved'],
  ],
  [
    'giving to a queue',
    { type: 'MovedToQueue', data: { fromAgent: 'ana' }, before: onDesk, after: free },
    ['workitems:Completed'],
  ],
  [
    'being taken away',
    { type: 'WorkReturnedToQueue', by: '@timer', before: onDesk, after: free },
    ['workitems:Revoked'],
  ],
  [
    'being laid into a tray',
    { type: 'WorkReturnedToWorkbin', by: '@timer', before: onDesk, after: resting, watching: [tray] },
    ['workbins:ItemAdded', 'workitems:Revoked'],
  ],
  [
    'offering to a colleague',
    {
      type: 'TransferOffered',
      before: onDesk,
      after: { ...onDesk, state: 'Transferring', invitation: { ...invitation, agentId: 'ben' } },
    },
    ['workitems:Processing'],
  ],
  [
    'a colleague’s yes',
    { type: 'TransferAccepted', by: 'ben', before: onDesk, after: NO_ONES },
    ['workitems:Completed'],
  ],
  [
    'a colleague’s no',
    { type: 'TransferRejected', by: 'ben', before: onDesk, after: onDesk },
    ['workitems:Processing'],
  ],
  [
    'putting to sleep',
    {
      type: 'InteractionSnoozed',
      data: { workbin: tray },
      before: onDesk,
      after: { ...resting, state: 'Snoozed' },
      watching: [tray],
    },
    ['workbins:ItemAdded', 'workitems:InWorkbin'],
  ],
  [
    'waking up in a tray',
    { type: 'WokeInWorkbin', by: '@timer', before: resting, after: resting, watching: [tray] },
    [],
  ],
  ['new data in hand', { type: 'UserDataAttached', before: onDesk, after: onDesk }, ['workitems:Processing']],
  ['new data in a tray', { type: 'UserDataAttached', before: resting, after: resting, watching: [tray] }, []],
  [
    'new data in a tray, asked for',
    { type: 'UserDataAttached', before: resting, after: resting, watching: [tray], propertyChanges: true },
    ['workbins:ItemUpdated'],
  ],
  [
    'new data in a tray, asked for, unseen before',
    { type: 'UserDataAttached', after: resting, watching: [tray], propertyChanges: true },
    ['workbins:ItemUpdated'],
  ],
  ['a look', { type: 'FocusSet', before: onDesk, after: onDesk }, []],
  ['a note', { type: 'NoteAdded', before: onDesk, after: onDesk }, []],
];

describe('what is told', () => {
  it.each(CASES)('[R48 R49 R52 R126] of %s', (_, happening, expected) => {
    expect(heard(happening)).toEqual(expected);
  });

  it('[R50 R51 R144] has the number of the request, the kind of notification and of message', () => {
    const event = {
      subject: 'interaction',
      type: 'UserDataAttached',
      interactionId: 'i1',
      by: 'ana',
      data: {},
      at: 0,
      version: 5,
      state: 'Processing',
    } as unknown as InteractionEvent;
    const news = {
      event,
      before: onDesk,
      after: onDesk,
      allowed: [],
      agentId: 'ana',
      subscriptions: subscriptions(),
      writing,
    };
    const [mine] = lettersFor({ ...news, referenceId: 17 });
    expect(mine?.data).toMatchObject({
      referenceId: 17,
      notificationType: 'PropertiesUpdated',
      messageType: 'WorkitemStateChangeMessage',
    });
    const [unsolicited] = lettersFor({ ...news, referenceId: undefined });
    expect(unsolicited?.data).not.toHaveProperty('referenceId');
  });

  it('is sent on the channel of its medium', () => {
    const event = {
      subject: 'interaction',
      type: 'InteractionAccepted',
      interactionId: 'i1',
      by: 'ana',
      data: {},
      at: 0,
      version: 5,
      state: 'Processing',
    } as unknown as InteractionEvent;
    const news = {
      event,
      before: undefined,
      allowed: [],
      agentId: 'ana',
      referenceId: undefined,
      subscriptions: subscriptions(),
      writing,
    };
    const channels = ['email', 'chat', 'facebook', 'twitter', 'openmedia', 'fax'].map(
      (mediaType) => lettersFor({ ...news, after: { ...onDesk, mediaType } })[0]?.channel,
    );
    expect(channels).toEqual(
      ['emails', 'chats', 'facebook', 'tweets', 'openmedia', 'workitems'].map((path) => `/v2/me/${path}`),
    );
  });
});

describe('a subscription', () => {
  it.each([
    ['/v2/me/workitems', '/v2/me/workitems', true],
    ['/v2/me/*', '/v2/me/workitems', true],
    ['/v2/**', '/v2/me/workitems', true],
    ['/v2/*', '/v2/me/workitems', false],
    ['/v2/me/*', '/v2/me', false],
    ['/v2/me/work', '/v2/me/workitems', false],
    ['/notifications/services', '/v2/me/workitems', false],
  ])('to %s takes %s: %j', (subscription, channel, expected) => {
    expect(takes(subscription, channel)).toBe(expected);
  });
});

describe('numbers', () => {
  it('[R47 R51] grow per person, and are read back only by the person they belong to', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.string({ minLength: 1 }), fc.nat(5), (one, two, more) => {
        const numbers = references();
        const given = Array.from({ length: more + 1 }, () => numbers.next(one));
        expect(given.map(({ referenceId }) => referenceId)).toEqual(given.map((_, index) => index + 1));
        const last = given.at(-1);
        expect(referenceIn(last?.commandId, one)).toBe(more + 1);
        if (one !== two) expect(referenceIn(last?.commandId, two)).toBeUndefined();
      }),
    );
  });

  it('are the same for one Idempotency-Key of one person, on any server', () => {
    const [here, there] = [references(), references()];
    expect(here.next('ana', 'k')).toEqual(there.next('ana', 'k'));
    expect(here.next('ben', 'k').commandId).not.toBe(there.next('ana', 'k').commandId);
    expect(here.next('ana').commandId).not.toBe(there.next('ana').commandId);
    const { commandId, referenceId } = here.next('ana', 'k');
    expect(referenceIn(commandId, 'ana')).toBe(referenceId);
  });

  it('are not read from what others call their commands', () => {
    for (const id of [undefined, '', 'abc', 'v2:x:y:ana', 'v2:12345678901:a:ana'])
      expect(referenceIn(id, 'ana')).toBeUndefined();
  });
});
