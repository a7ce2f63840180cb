import { describe, expect, test } from 'vitest';
import { TIMER, user } from '../actor.ts';
import { CENTRE, CONFIG, centreWith } from '../testing/centre.ts';
import { centreWithOptions } from '../testing/options.ts';
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

describe('the filters of a team lead', () => {
  const filter = (id: string) => ({ id, name: id, condition: "MediaType='email'", columns: [] });
  const centre = (listed?: string) =>
    centreWithOptions(listed === undefined ? {} : { tenant: { 'interaction-management.filters': listed } }, {
      filters: ['Old', 'New', 'Lost'].map(filter),
    });
  const told = (who: string, listed?: string) =>
    catalogueFor(user(who), centre(listed)).filters.map(({ id }) => id);

  test('[O29] are those that are listed, in that order, or all of them', () => {
    expect(told('lena')).toEqual(['Old', 'New', 'Lost']);
    expect(told('lena', 'Lost,Old')).toEqual(['Lost', 'Old']);
    expect(told('adam', 'New')).toEqual(['New']);
  });

  test('[O29] are told to nobody else', () => {
    expect(told('ana', 'New')).toEqual([]);
  });

  test('[O4] one that does not exist cannot be listed', () => {
    expect(() => centre('Gone')).toThrow('filter "Gone" does not exist');
  });
});

test('[O20] the dispositions are those of the person’s business attribute', () => {
  const centre = centreWithOptions(
    { persons: { ana: { 'interaction.disposition.value-business-attribute': 'Endings' } } },
    { businessAttributes: [{ id: 'Endings', name: 'Endings', values: [{ id: 'sold', name: 'Sold' }] }] },
  );
  const told = (who: string) => catalogueFor(user(who), centre).dispositions.map(({ id }) => id);
  expect([told('ana'), told('ben')]).toEqual([['sold'], ['solved', 'spam']]);
});

describe('lists of values', () => {
  const value = (id: string, section?: Record<string, string>) => ({
    id,
    name: `The ${id}`,
    ...(section && { annex: { 'interaction-workspace': section } }),
  });
  const enumOf = (list: string) => ({ 'display-type': 'enum', 'enum.business-attribute': list });
  const businessAttributes = [
    {
      id: 'CaseData',
      name: 'Case data',
      values: [
        value('Tier', enumOf('Tiers')),
        value('Note'),
        value('Gone', enumOf('Nowhere')),
        value('Text', { 'display-type': 'string', 'enum.business-attribute': 'Colours' }),
      ],
    },
    { id: 'Tiers', name: 'Tiers', values: [value('gold'), value('lead')] },
    { id: 'Colours', name: 'Colours', values: [value('red')] },
  ];
  const centre = centreWith({}, { businessAttributes });

  test('[I30] a desk is told which keys take their value from a list, and the values of those lists', () => {
    expect(centre.fieldsByAttribute.get('CaseData')).toEqual([
      { key: 'Tier', name: 'The Tier', list: 'Tiers' },
      { key: 'Note', name: 'The Note' },
      { key: 'Gone', name: 'The Gone', list: 'Nowhere' },
      { key: 'Text', name: 'The Text' },
    ]);
    expect(catalogueFor(user('ana'), centre).lists).toEqual({
      Tiers: [
        { id: 'gold', name: 'The gold' },
        { id: 'lead', name: 'The lead' },
      ],
    });
  });
});
