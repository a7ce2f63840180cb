import { describe, expect, test } from 'vitest';
import { capacityOf } from '../agent/capacity.ts';
import { CENTRE, CONFIG } from '../testing/centre.ts';
import { given, givenIn } from '../testing/house.ts';
import { inHands, ready, submitted } from '../testing/steps.ts';
import { contactCentre } from './contact-centre.ts';
import { Agent, ContactCentreConfig, MediaType, Queue, Settings, WorkbinType } from './objects.ts';
import { danglingReferences } from './references.ts';

test('[A7] a sound configuration is taken as it is', () => {
  expect(ContactCentreConfig.parse(CONFIG)).toEqual(CONFIG);
  expect(danglingReferences(CONFIG)).toEqual([]);
});

describe('[A7 D19] a value of the wrong type is refused where it is written', () => {
  const media = { id: 'fax', name: 'Fax', capacity: 1 };
  const tray = { id: 'fax.tray', name: 'Fax', ownerKind: 'Agent' };
  test.each([
    ['a limit as text', WorkbinType, { ...tray, limit: '3' }],
    ['a limit below nothing', WorkbinType, { ...tray, limit: -1 }],
    ['an owner kind that does not exist', WorkbinType, { ...tray, ownerKind: 'Team' }],
    ['an @ in a workbin type', WorkbinType, { ...tray, id: 'fax@home' }],
    ['a capacity as text', MediaType, { ...media, capacity: '3' }],
    ['half a capacity', MediaType, { ...media, capacity: 1.5 }],
    ['a capacity without end', MediaType, { ...media, capacity: Number.POSITIVE_INFINITY }],
    ['a policy that does not exist', MediaType, { ...media, whenAgentGone: 'shrug' }],
    ['a mistyped key', MediaType, { ...media, handlingMinuts: 5 }],
    ['an agent’s capacity as text', Agent, { id: 'ana', name: 'Ana', roles: [], capacity: { fax: '1' } }],
    ['an agent named like one of Intray’s own hands', Agent, { id: '@timer', name: 'Ana', roles: [] }],
    ['an offer of no time', Queue, { id: 'q', name: 'Q', agentGroups: [], inviteSeconds: 0 }],
    ['yes as text', Settings, { ...CONFIG.settings, dispositionMandatory: 'true' }],
  ])('%s', (_, schema, value) => {
    expect(schema.safeParse(value).success).toBe(false);
  });
});

describe('[A8] a name that points nowhere, to two things or to the wrong kind stops the configuration, in words', () => {
  const [anyone, ...others] = CONFIG.agents;
  if (anyone === undefined) throw new Error('The contact centre of the tests has agents.');
  const email = { id: 'email', name: 'E-mail', capacity: 1 };
  test.each([
    ['agent "ana": role "Boss" does not exist', { agents: [{ ...anyone, roles: ['Boss'] }, ...others] }],
    [
      'agent "ana": place "moon" does not exist',
      { agents: [{ ...anyone, defaultPlace: 'moon' }, ...others] },
    ],
    [
      'agent "ana": media type "fax" does not exist',
      { agents: [{ ...anyone, capacity: { fax: 1 } }, ...others] },
    ],
    ['agents: "ana" is there more than once', { agents: [anyone, ...CONFIG.agents] }],
    [
      'agent group "X": agent "nobody" does not exist',
      { agentGroups: [...CONFIG.agentGroups, { id: 'X', name: 'X', members: [], supervisors: ['nobody'] }] },
    ],
    [
      'place group "X": place "moon" does not exist',
      { placeGroups: [{ id: 'X', name: 'X', places: ['moon'] }] },
    ],
    ['queue "X": agent group "Y" does not exist', { queues: [{ id: 'X', name: 'X', agentGroups: ['Y'] }] }],
    [
      'workbin type "X": media type "fax" does not exist',
      {
        workbinTypes: [
          ...CONFIG.workbinTypes,
          { id: 'X', name: 'X', ownerKind: 'Agent', mediaTypes: ['fax'] },
        ],
      },
    ],
    [
      'workbin type "nowhere" does not exist',
      { mediaTypes: [...CONFIG.mediaTypes.slice(1), { ...email, draftWorkbin: 'nowhere' }] },
    ],
    [
      'is owned by AgentGroup, where Agent was expected',
      { mediaTypes: [...CONFIG.mediaTypes.slice(1), { ...email, inProgressWorkbin: 'team.shared' }] },
    ],
    [
      'does not take this medium',
      {
        mediaTypes: [
          ...CONFIG.mediaTypes,
          { id: 'sms', name: 'SMS', capacity: 1, inProgressWorkbin: 'email.in-progress' },
        ],
      },
    ],
  ] satisfies [string, Partial<ContactCentreConfig>][])('%s', (message, objects) => {
    const config = { ...CONFIG, ...objects };
    expect(danglingReferences(config).join('\n')).toContain(message);
    expect(() => contactCentre(config)).toThrow(message);
  });
});

test('[Q6] a media type is configuration: one nobody has heard of flows like any other', () => {
  const config = {
    ...CONFIG,
    mediaTypes: [...CONFIG.mediaTypes, { id: 'repair order', name: 'Repair order', capacity: 2 }],
  };
  const centre = contactCentre(ContactCentreConfig.parse(config));
  const house = givenIn(centre, ready('ana'), submitted('i1', { mediaType: 'repair order' }), inHands('ana'));
  expect(house.session('ana').load).toEqual({ 'repair order': 1 });
});

test('[Q6] capacity: the agent’s figure, else the medium’s, and nothing for a medium that does not exist', () => {
  expect([capacityOf('gus', 'email', CENTRE), capacityOf('ana', 'email', CENTRE)]).toEqual([1, 2]);
  for (const mediaType of ['fax', 'constructor', '__proto__'])
    expect(capacityOf('gus', mediaType, CENTRE)).toBe(0);
  expect(given(ready('ana')).session('ana').load).toEqual({});
});
