import { describe, expect, test } from 'vitest';
import { filled } from '../gapped-texts.ts';
import { faultIn } from '../options/section.ts';
import { CONFIG } from '../testing/centre.ts';
import { faultsOfWhole } from './change.ts';
import { FAULT_TEXTS, type FaultCode } from './fault-texts.ts';
import { readFault } from './read-fault.ts';

const gaps = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
const sample = (gap: string) => (gap === 'thing' ? 'agent group' : gap === 'n' ? '12' : `some “${gap}” here`);

describe('the sentence of a fault', () => {
  test.each(Object.entries(FAULT_TEXTS))('[R90] %s is found again with its facts', (code, text) => {
    const facts = Object.fromEntries(gaps(text).map((gap) => [gap, sample(gap)]));
    expect(readFault(filled(text, facts))).toEqual({ places: [], code, facts });
    const inside = `virtual group "Fluent, but: slow", column 3: ${filled(text, facts)}`;
    const places = [{ thing: 'virtual group', name: 'Fluent, but: slow', column: '3' }];
    expect(readFault(inside)).toEqual({ places, code, facts });
  });

  test('[R90] what stands before it comes off first, however much that is', () => {
    expect(
      readFault('strategy "A": column 3: skill "Frensh" does not exist. Did you mean "French"?'),
    ).toEqual({
      places: [{ thing: 'strategy', name: 'A' }, { column: '3' }],
      code: 'missing_meant',
      facts: { thing: 'skill', name: 'Frensh', meant: 'French' },
    });
    expect(readFault('role "R", "fax.decline": media type "fax" does not exist.')).toMatchObject({
      places: [{ thing: 'role', name: 'R', quoted: 'fax.decline' }],
      code: 'missing',
    });
    expect(readFault('tenant: option "email.auto-answer": filter "F" does not exist')).toMatchObject({
      places: [{ part: 'tenant' }, { option: 'email.auto-answer' }],
      code: 'missing_in_option',
    });
  });

  test('[R90] a sentence from elsewhere is none of them', () => {
    expect(readFault('The moon is full.')).toBe(undefined);
    expect(readFault('')).toBe(undefined);
  });
});

const [agent] = CONFIG.agents;
/** Configurations that are wrong in one way each. */
const WRONG: readonly (readonly [FaultCode, object])[] = [
  ['missing_meant', { agents: [{ ...agent, roles: ['Agnt'] }] }],
  ['twice_of_kind', { roles: [...CONFIG.roles, ...CONFIG.roles.slice(0, 1)] }],
  ['below_itself', { dispositions: [{ id: 'a', name: 'A', parent: 'a' }] }],
  ['not_there', { agents: [{ id: 'x', roles: [] }] }],
  ['empty', { places: [{ id: '', name: 'P' }] }],
  ['most_characters', { places: [{ id: 'x'.repeat(300), name: 'P' }] }],
  ['least', { queues: [{ ...CONFIG.queues[0], inviteSeconds: -3 }] }],
  ['form', { settings: { ...CONFIG.settings, inviteSeconds: 'ten' } }],
  ['not_one_of', { workbinTypes: [{ ...CONFIG.workbinTypes[0], ownerKind: 'Cat' }] }],
  ['unknown_field', { places: [{ id: 'p', name: 'P', colour: 'red' }] }],
  ['no_form', { strategies: [{ id: 's', name: 'S', steps: [{ moveTo: 'Inbox' }] }] }],
  ['at_sign', { workbinTypes: [{ ...CONFIG.workbinTypes[0], id: 'a@b' }] }],
  ['privilege_missing_meant', { roles: [{ id: 'r', name: 'R', privileges: ['handl'] }] }],
  ['skill_ends', { virtualGroups: [{ id: 'v', name: 'V', expression: 'A >=', supervisors: [] }] }],
];

test.each(WRONG)(
  '[R90] a configuration with the fault %s is told in a sentence that is found again',
  (code, wrong) => {
    const told = faultsOfWhole({ ...CONFIG, ...wrong }).map(({ message }) => readFault(message)?.code);
    expect(told).toContain(code);
  },
);

test('[O3] what is wrong with an option is found again', () => {
  const codeOf = (name: string, value: string) => readFault(faultIn(name, value, 'item') ?? '')?.code;
  expect(codeOf('email.auto-answer', 'yes')).toBe('option_value');
  expect(codeOf('login.email.is-auto-ready', 'true')).toBe('option_level');
  expect(codeOf('email.autoanswer', 'true')).toBe('option_missing_meant');
  expect(codeOf('privilege.email.can-use', 'true')).toBe('option_is_privilege');
});
