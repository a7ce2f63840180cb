import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contactCentre } from '../config/contact-centre.ts';
import { CENTRE, CONFIG } from '../testing/centre.ts';
import { centreWithOptions, type Settings } from '../testing/options.ts';
import { AUTO_ANSWER, AUTO_ANSWER_TIMER } from './answer-options.ts';
import { DISPOSITION_MANDATORY, MEDIUM_DISPOSITION_MANDATORY } from './disposition-options.ts';
import { explain, explainAll } from './explain.ts';
import { placeOptions } from './placed-options.ts';
import { readName } from './reading.ts';
import { OPTIONS, SECTION } from './registry.ts';
import { resolve } from './resolve.ts';
import { COLUMNS, IN_PROGRESS } from './workbin-options.ts';

const NAME = 'email.auto-answer.timer';
const timer = (settings: Settings, agentId: string | undefined, overrides?: string) =>
  resolve(
    AUTO_ANSWER_TIMER,
    ['email'],
    {
      agentId,
      ...(overrides === undefined ? {} : { item: { userData: { IW_OverrideOptions: overrides } } }),
    },
    centreWithOptions(settings),
  );
const named = (name: string) => {
  const read = readName(name);
  if (!read.ok) throw new Error(read.fault);
  return read.value;
};

describe('the nearest level that says anything wins', () => {
  const all: Settings = {
    application: { [NAME]: '1' },
    tenant: { [NAME]: '2' },
    groups: { Claims: { [NAME]: '3' } },
    persons: { ana: { [NAME]: '4' } },
    sets: { VIP: { [NAME]: '5' } },
  };
  test.each([
    ['the default', {}, 'ana', undefined, 0],
    ['the application', { application: all.application }, 'ana', undefined, 1],
    [
      'the tenant over the application',
      { application: all.application, tenant: all.tenant },
      'ana',
      undefined,
      2,
    ],
    ['the agent group over both', { ...all, persons: {} }, 'ana', undefined, 3],
    ['the person over their groups', all, 'ana', undefined, 4],
    ['an override set over everything', all, 'ana', 'VIP', 5],
    ['for somebody of another group, the tenant', all, 'cem', undefined, 2],
    ['for nobody in particular, the tenant', all, undefined, undefined, 2],
    ['with a set that does not exist, what would hold without', all, 'ana', 'unheard of', 4],
  ] as const)('[O5 O6 R10] %s', (_, settings, agentId, overrides, value) => {
    expect(timer(settings, agentId, overrides)).toBe(value);
  });

  test('[O5] any set of levels gives the value of the strongest among them', () => {
    fc.assert(
      fc.property(fc.subarray(['application', 'tenant', 'groups', 'persons', 'sets'] as const), (present) => {
        const settings = Object.fromEntries(present.map((level) => [level, all[level]]));
        const values = { application: 1, tenant: 2, groups: 3, persons: 4, sets: 5 };
        const strongest = Math.max(0, ...present.map((level) => values[level]));
        expect(timer(settings, 'ana', 'VIP')).toBe(strongest);
      }),
    );
  });

  test('[O5] of several groups, the one whose id comes last', () => {
    const groups = { Claims: { [NAME]: '3' }, Sales: { [NAME]: '7' }, Aftercare: { [NAME]: '9' } };
    const member = { members: ['ana'] };
    const order = (ids: readonly string[]) =>
      centreWithOptions(
        { groups },
        {
          agentGroups: ids.map((id) => ({ id, name: id, supervisors: [], ...member })),
        },
      );
    for (const ids of [
      ['Claims', 'Sales', 'Aftercare'],
      ['Sales', 'Aftercare', 'Claims'],
    ])
      expect(resolve(AUTO_ANSWER_TIMER, ['email'], { agentId: 'ana' }, order(ids))).toBe(7);
  });

  test('[O5] a virtual group is stronger than an agent group and weaker than the person', () => {
    const placed = placeOptions({
      agents: [],
      agentGroups: [{ id: 'Z', members: ['ana'], options: { [SECTION]: { [NAME]: '3' } } }],
      virtualGroups: [{ id: 'A', members: ['ana', 'ben'], options: { [SECTION]: { [NAME]: '8' } } }],
    });
    const ground = { ...CENTRE, options: { ...placed, persons: new Map([['ben', new Map([[NAME, 4]])]]) } };
    const of = (agentId: string) => resolve(AUTO_ANSWER_TIMER, ['email'], { agentId }, ground);
    expect([of('ana'), of('ben'), of('cem')]).toEqual([8, 4, 0]);
  });
});

describe('override sets', () => {
  const sets = { VIP: { [NAME]: '5' }, Slow: { [NAME]: '60' }, Other: { 'email.auto-answer': 'true' } };
  test.each([
    ['VIP', 5],
    ['VIP,Slow', 60],
    [' Slow , VIP ', 5],
    ['VIP,Other', 5],
    ['VIP,,unheard of', 5],
    ['', 0],
    ['vip', 0],
  ])('[O6 R85] %j: the later of those that say something wins', (listed, value) => {
    expect(timer({ sets }, 'ana', listed)).toBe(value);
  });

  test('[O6] what is attached is text, or it names nothing', () => {
    const ground = centreWithOptions({ sets });
    for (const value of [5, true, null, ['VIP'], { VIP: 1 }])
      expect(
        resolve(
          AUTO_ANSWER_TIMER,
          ['email'],
          { agentId: 'ana', item: { userData: { IW_OverrideOptions: value } } },
          ground,
        ),
      ).toBe(0);
  });

  test('[O6] another key can be set for it, and none', () => {
    const ask = (key: string, userData: Record<string, string>) =>
      resolve(
        AUTO_ANSWER_TIMER,
        ['email'],
        { agentId: 'ana', item: { userData } },
        centreWithOptions({ sets, groups: { Claims: { 'interaction.override-option-key': key } } }),
      );
    expect(ask('OurKey', { OurKey: 'VIP' })).toBe(5);
    expect(ask('OurKey', { IW_OverrideOptions: 'VIP' })).toBe(0);
    expect(ask('', { '': 'VIP', IW_OverrideOptions: 'VIP' })).toBe(0);
    expect(ask('__proto__', {})).toBe(0);
  });
});

describe('what nobody set', () => {
  test('[O7 R17] is what the configuration says elsewhere, or the default; a set option stands above both', () => {
    const inProgress = (mediaType: string, settings: Settings = {}) =>
      resolve(IN_PROGRESS, [mediaType], { agentId: 'ana' }, centreWithOptions(settings));
    expect(inProgress('email')).toBe('email.in-progress');
    expect(inProgress('chat')).toBe('');
    expect(inProgress('unheard of')).toBe('');
    const set = {
      tenant: { 'workbin.email.in-progress': '', 'workbin.chat.in-progress': 'workitem.in-progress' },
    };
    expect([inProgress('email', set), inProgress('chat', set)]).toEqual(['', 'workitem.in-progress']);
  });

  test('[O7] the disposition of a medium follows the one for all media until it is set itself', () => {
    const of = (settings: Settings, agentId: string) =>
      resolve(MEDIUM_DISPOSITION_MANDATORY, ['email'], { agentId }, centreWithOptions(settings));
    expect(of({}, 'ana')).toBe(false);
    expect(of({ persons: { ana: { 'interaction.disposition.is-mandatory': 'true' } } }, 'ana')).toBe(true);
    const both = {
      persons: { ana: { 'interaction.disposition.is-mandatory': 'true' } },
      application: { 'email.disposition.is-mandatory': 'false' },
    };
    expect([of(both, 'ana'), of(both, 'ben')]).toEqual([false, false]);
    expect(
      resolve(
        DISPOSITION_MANDATORY,
        [],
        { agentId: 'ana' },
        contactCentre({ ...CONFIG, settings: { ...CONFIG.settings, dispositionMandatory: true } }),
      ),
    ).toBe(true);
  });

  test('[O7] drafts have columns of their own', () => {
    const columns = (nickname: string) => resolve(COLUMNS, ['email', nickname], { agentId: 'ana' }, CENTRE);
    expect([columns('draft'), columns('in-progress')]).toEqual([
      ['To', 'Subject', 'Submitted'],
      ['From', 'Subject', 'Received'],
    ]);
  });
});

describe('why an option says what it says', () => {
  test('[O8] every level that says something, the strongest first, and who won', () => {
    const ground = centreWithOptions({
      application: { [NAME]: '1' },
      groups: { Claims: { [NAME]: '3' } },
      persons: { ana: { [NAME]: '4' } },
      sets: { VIP: { [NAME]: '5' } },
    });
    const item = { userData: { IW_OverrideOptions: 'VIP,unheard of' } };
    expect(explain(named(NAME), { agentId: 'ana', item }, ground)).toMatchObject({
      name: NAME,
      value: '5',
      means: 5,
      wonBy: 'item',
      wonByOf: 'VIP',
      levels: [
        { level: 'item', of: 'VIP', value: '5' },
        { level: 'person', of: 'ana', value: '4' },
        { level: 'agentGroup', of: 'Claims', value: '3' },
        { level: 'application', value: '1' },
        { level: 'default', value: '0' },
      ],
      unknownSets: ['unheard of'],
    });
    expect(explain(named(NAME), { agentId: 'cem' }, ground)).toMatchObject({
      value: '1',
      wonBy: 'application',
    });
    expect(explain(named('chat.auto-answer'), { agentId: 'cem' }, ground)).toMatchObject({
      value: 'false',
      means: false,
      wonBy: 'default',
      levels: [{ level: 'default', value: 'false' }],
    });
  });

  test('[O8] what is explained is what holds, for everybody and every option', () => {
    const ground = centreWithOptions({
      application: { 'email.auto-answer': 'true' },
      groups: { Sales: { 'email.auto-answer': 'false' } },
      persons: { ana: { 'workbin.email.later': 'team.shared' } },
    });
    for (const agentId of [...ground.agents.keys(), undefined]) {
      const all = explainAll([...ground.mediaTypes.keys()], { agentId }, ground);
      for (const { name, means } of all) {
        const { option, filled } = named(name);
        expect(resolve(option, filled, { agentId }, ground), `${name} of ${agentId}`).toEqual(means);
      }
      expect(all.some(({ name }) => name === 'workbin.email.later')).toBe(agentId === 'ana');
      expect(new Set(all.map(({ pattern }) => pattern)).size).toBe(
        OPTIONS.length - (agentId === 'ana' ? 0 : 1),
      );
    }
  });
});

test('[O5] asking looks at nobody else: it costs the same among thousands', () => {
  const ground = centreWithOptions({ persons: { ana: { 'email.auto-answer': 'true' } } });
  let looked = 0;
  const persons = new Proxy(ground.options.persons, {
    get(target, key) {
      const found = Reflect.get(target, key, target);
      if (typeof found !== 'function') return found;
      if (key !== 'get') looked += 1_000;
      return (...args: unknown[]) => {
        looked += 1;
        return Reflect.apply(found, target, args);
      };
    },
  });
  const counted = { ...ground, options: { ...ground.options, persons } };
  expect(resolve(AUTO_ANSWER, ['email'], { agentId: 'ana' }, counted)).toBe(true);
  expect(looked).toBe(1);
});
