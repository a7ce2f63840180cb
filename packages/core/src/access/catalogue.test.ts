import { describe, expect, test } from 'vitest';
import { TIMER, user } from '../actor.ts';
import { CENTRE, CONFIG } from '../testing/centre.ts';
import { catalogueFor, peopleMet } from './catalogue.ts';

const met = (id: string) => peopleMet(user(id), CENTRE).map((person) => person.id);

describe('whose names a person is told', () => {
  test('members of a group know each other and their supervisors', () => {
    const groups = CONFIG.agentGroups.filter(({ members }) => members.includes('ana'));
    const known = new Set(groups.flatMap(({ members, supervisors }) => [...members, ...supervisors]));
    expect(groups.length).toBeGreaterThan(0);
    expect(new Set(met('ana'))).toEqual(new Set(['ana', ...known]));
    expect(met('ana')).toContain('lena');
  });

  test('a team lead knows those they watch over', () => {
    expect(met('lena')).toEqual(expect.arrayContaining(['lena', 'ana', 'ben']));
  });

  test('people of other teams stay nameless, and somebody without a team knows only themselves', () => {
    expect(met('ana')).not.toContain('cem');
    expect(met('nora')).toEqual(['nora']);
  });

  test('an administrator and Intray’s own hands know everybody', () => {
    expect(met('adam')).toEqual(CONFIG.agents.map(({ id }) => id));
    expect(peopleMet(TIMER, CENTRE)).toHaveLength(CONFIG.agents.length);
  });

  test('a name is all that is told of a person', () => {
    for (const person of catalogueFor(user('ana'), CENTRE).people)
      expect(Object.keys(person)).toEqual(['id', 'name']);
  });
});
