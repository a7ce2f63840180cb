import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { reachesWorkbin, servesQueue } from '../access/reach.ts';
import { user } from '../actor.ts';
import { CONFIG, centreWith } from '../testing/centre.ts';
import { contactCentre } from './contact-centre.ts';
import { ContactCentreConfig } from './objects.ts';
import { levelsMeet, parseSkillExpression } from './skill-expression.ts';

const meets = (text: string, levels: Record<string, number>): boolean => {
  const parsed = parseSkillExpression(text);
  if (!parsed.ok) throw new Error(`${parsed.column}: ${parsed.message}`);
  return levelsMeet(parsed.expression, levels);
};

describe('skill expressions', () => {
  const levels = { English: 5, Loans: 2, 'Credit cards': 1, Zero: 0 };
  test.each([
    ['English >= 5 & Loans >= 2', true],
    ['English > 5', false],
    ['English = 5 & Loans != 3', true],
    ['English < 5 | Loans <= 2', true],
    ['"Credit cards"', true],
    ['Zero', false],
    ['!Zero & !Unheard', true],
    ['Unheard >= 0', true],
    ['English & Unheard | Loans', true],
    ['English & (Unheard | Loans > 2)', false],
    ['constructor', false],
    ['  English>=5&Loans>=2  ', true],
  ])('[C1] %s', (text, expected) => {
    expect(meets(text, levels)).toBe(expected);
  });

  test.each([
    ['', 1, 'expected a skill, it ends there'],
    ['English >= ', 12, 'expected a level, which is a whole number, it ends there'],
    ['English >= five', 12, 'expected a level, which is a whole number, got five'],
    ['English > 5 Loans > 2', 13, 'expected & or | or the end, got Loans'],
    ['(English | Loans', 17, 'expected & or | or a closing bracket, it ends there'],
    ['English & # Loans', 11, 'expected a skill, got #'],
    ['English && Loans', 10, 'expected a skill, got &'],
  ])('[C2] %s is refused at its column', (text, column, message) => {
    expect(parseSkillExpression(text)).toEqual({ ok: false, column, message });
  });

  test('[C2] whatever is written, it is read or refused at a column that is there', () => {
    const word = fc.constantFrom(
      'English',
      '"Credit cards"',
      '&',
      '|',
      '!',
      '(',
      ')',
      '>=',
      '<',
      '=',
      '7',
      '"',
      '#',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 200 }), (words) => {
        const text = words.join(' ');
        const parsed = parseSkillExpression(text);
        if (parsed.ok) return;
        expect(parsed.column).toBeGreaterThanOrEqual(1);
        expect(parsed.column).toBeLessThanOrEqual(text.length + 1);
      }),
      { numRuns: 500 },
    );
  });
});

describe('virtual groups', () => {
  const skilled = (levels: Record<string, Record<string, number>>) => ({
    ...CONFIG,
    skills: [
      { id: 'English', name: 'English' },
      { id: 'Loans', name: 'Loans' },
    ],
    agents: CONFIG.agents.map((agent) => ({ ...agent, skills: levels[agent.id] ?? {} })),
    virtualGroups: [
      { id: 'Lenders', name: 'Lenders', expression: 'English >= 5 & Loans >= 2', supervisors: ['lena'] },
    ],
    queues: [{ id: 'Loans', name: 'Loans', agentGroups: ['Lenders'] }],
  });

  test('[C1] has the members whose skills meet its expression, and is a group like any other', () => {
    const config = ContactCentreConfig.parse(
      skilled({ ana: { English: 5, Loans: 2 }, ben: { English: 9 }, cem: { English: 6, Loans: 9 } }),
    );
    const centre = contactCentre(config);
    expect(centre.agentGroups.get('Lenders')?.members).toEqual(['ana', 'cem']);
    expect(['ana', 'ben', 'cem'].map((id) => servesQueue(id, 'Loans', centre))).toEqual([true, false, true]);
    const tray = { type: 'team.shared', owner: { kind: 'AgentGroup' as const, id: 'Lenders' } };
    expect(['ana', 'ben', 'lena'].map((id) => reachesWorkbin(user(id), tray, undefined, centre))).toEqual([
      true,
      false,
      true,
    ]);
  });

  test('[C2 C5] a fault in the expression and a skill that is not there are refused, with column and nearest name', () => {
    const broken = skilled({});
    const [group] = broken.virtualGroups;
    const faulty = { ...broken, virtualGroups: [{ ...group, expression: 'English >= 5 & & Loans' }] };
    expect(ContactCentreConfig.safeParse(faulty).error?.issues[0]).toMatchObject({
      path: ['virtualGroups', 0, 'expression'],
      message: 'column 16: expected a skill, got &',
    });
    const { agents, ...objects } = broken;
    expect(() =>
      centreWith({}, { ...objects, virtualGroups: [{ ...group, expression: 'English & Lons' } as never] }),
    ).toThrow('virtual group "Lenders", column 11: skill "Lons" does not exist. Did you mean "Loans"?');
  });
});
