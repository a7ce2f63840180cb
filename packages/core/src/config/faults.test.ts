import { describe, expect, test } from 'vitest';
import { CONFIG } from '../testing/centre.ts';
import { ContactCentreConfig } from './objects.ts';
import { configurationFaults } from './references.ts';

const none = { skills: [{ id: 'English', name: 'English' }] };
const first = <T>(all: readonly T[]): T => all[0] as T;
const ana = first(CONFIG.agents);
const inbox = first(CONFIG.queues);
const rule = { id: 'busy', name: 'Busy', anyOf: [{ allOf: [{ mediaTypes: ['emial'], atMost: 1 }] }] };
const attribute = (values: { id: string; name: string; parent?: string; default?: boolean }[]) => ({
  businessAttributes: [{ id: 'Service', name: 'Service', values }],
});

describe('[C5] each fault is told with where it is and the nearest name that exists', () => {
  test.each([
    [
      { ...none, agents: [{ ...ana, skills: { Englsh: 3 } }] },
      'agents.0.skills.Englsh',
      'Did you mean "English"?',
    ],
    [
      { agents: [{ ...ana, capacityRule: 'busy' }] },
      'agents.0.capacityRule',
      'capacity rule "busy" does not exist',
    ],
    [
      { places: [{ id: 'desk 1', name: 'Desk', capacityRule: 'busy' }] },
      'places.0.capacityRule',
      'capacity rule "busy" does not exist',
    ],
    [
      { capacityRules: [rule] },
      'capacityRules.0.anyOf.0.allOf.0.mediaTypes.0',
      'media type "emial" does not exist. Did you mean "email"?',
    ],
    [
      { queues: [{ ...inbox, calendar: 'weekdays' }] },
      'queues.0.calendar',
      'calendar "weekdays" does not exist',
    ],
    [
      { filters: [{ id: 'F', name: 'F', condition: 'true', columns: [], queues: ['Inbx'] }] },
      'filters.0.queues.0',
      'Did you mean "Inbox"?',
    ],
    [
      { virtualGroups: [{ id: 'Claims', name: 'C', expression: 'English', supervisors: [] }], ...none },
      'virtualGroups.0.id',
      'there is an agent group of that name',
    ],
    [
      { dispositions: [{ id: 'sold', name: 'Sold', parent: 'sale' }] },
      'dispositions.0.parent',
      'disposition "sold": parent "sale" does not exist. Did you mean "sold"?',
    ],
    [
      {
        dispositions: [
          { id: 'a', name: 'A', parent: 'b' },
          { id: 'b', name: 'B', parent: 'a' },
        ],
      },
      'dispositions.0.parent',
      'disposition "a" stands below itself: a → b → a',
    ],
    [
      attribute([
        { id: 'x', name: 'X', default: true },
        { id: 'y', name: 'Y', default: true },
      ]),
      'businessAttributes.0.values.1.default',
      'is a second default',
    ],
    [
      attribute([
        { id: 'x', name: 'X' },
        { id: 'x', name: 'Y' },
      ]),
      'businessAttributes.0.values.1.id',
      'is there more than once',
    ],
    [
      attribute([{ id: 'x', name: 'X', parent: 'x' }]),
      'businessAttributes.0.values.0.parent',
      'stands below itself: x → x',
    ],
  ])('%#', (objects, path, message) => {
    const config = ContactCentreConfig.parse({ ...CONFIG, ...objects });
    const found = configurationFaults(config).find((fault) => fault.path.join('.') === path);
    expect(found?.message).toContain(message);
  });
});

describe('[A7] calendars', () => {
  const calendar = { id: 'c', name: 'C', timeZone: 'Europe/Berlin', week: {}, exceptions: [] };
  const day = (...hours: [string, string][]) => ({ monday: hours.map(([from, to]) => ({ from, to })) });
  const taken = (more: object): boolean =>
    ContactCentreConfig.safeParse({ ...CONFIG, calendars: [{ ...calendar, ...more }] }).success;

  test('take hours that come in order, closed days and days that are different', () => {
    expect(taken({ week: day(['08:00', '12:00'], ['13:00', '24:00']) })).toBe(true);
    expect(taken({ exceptions: [{ date: '2026-12-25', name: 'Christmas', hours: [] }] })).toBe(true);
  });

  test.each([
    [{ timeZone: 'Berlin' }],
    [{ week: day(['8:00', '12:00']) }],
    [{ week: day(['12:00', '08:00']) }],
    [{ week: day(['08:00', '12:00'], ['11:00', '13:00']) }],
    [{ week: { mnday: [] } }],
    [{ exceptions: [{ date: '2026-02-30', hours: [] }] }],
  ])('refuse %j', (more) => {
    expect(taken(more)).toBe(false);
  });
});

test('[C5] of ten thousand wrong names each is told, and for the first of them the nearest that exists', () => {
  const known = Array.from({ length: 10_000 }, (_, n) => ({ id: `agent number ${n}`, name: 'A', roles: [] }));
  const members = known.map(({ id }) => id.replace('number', 'nubmer'));
  const team = { id: 'Team', name: 'Team', members, supervisors: [] };
  const faults = configurationFaults({
    ...CONFIG,
    agents: [...CONFIG.agents, ...known],
    agentGroups: [team],
    queues: [],
  });
  expect(faults).toHaveLength(10_000);
  expect(faults[0]?.message).toContain('Did you mean "agent number 0"?');
  expect(faults.filter(({ message }) => message.includes('Did you mean'))).toHaveLength(20);
});
