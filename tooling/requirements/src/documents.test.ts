import { describe, expect, test } from 'vitest';
import { requirementsIn, rulesIn, withStates } from './documents.ts';

const TABLE = `# What

## One
| Id | What | From | State |
|---|---|---|---|
| R1 | Does \`this\`. | Add | open |
| R2 | Does that. | Pull | shown |

## Two
| R3 | More. | Pull | |
`;

describe('the requirements document', () => {
  test('gives its rows with the heading they stand under', () => {
    expect(requirementsIn(TABLE)).toEqual([
      { id: 'R1', subject: 'One', text: 'Does `this`.', state: 'open', line: 6 },
      { id: 'R2', subject: 'One', text: 'Does that.', state: 'shown', line: 7 },
      { id: 'R3', subject: 'Two', text: 'More.', state: '', line: 10 },
    ]);
  });

  test('has its states rewritten and nothing else', () => {
    const written = withStates(TABLE, (id) => id === 'R1');
    expect(requirementsIn(written).map(({ state }) => state)).toEqual(['shown', 'open', 'open']);
    expect(written.split('\n').filter((line) => !line.startsWith('| R'))).toEqual(
      TABLE.split('\n').filter((line) => !line.startsWith('| R')),
    );
    expect(withStates(written, (id) => id === 'R1')).toBe(written);
  });
});

describe('rules in a spec document', () => {
  test.each([
    ['- **I7** Nothing is lost.', 'I7', 'Nothing is lost.'],
    ['1. **I7.** Nothing is lost.', 'I7', 'Nothing is lost.'],
    ['- **I7 Nothing is lost.** Ever.', 'I7', 'Nothing is lost. Ever.'],
    ['- **[I7]** Nothing is lost.', 'I7', 'Nothing is lost.'],
    ['* [I7] Nothing is lost.', 'I7', 'Nothing is lost.'],
    ['**W3** — One winner.', 'W3', 'One winner.'],
    ['- W3: One winner.', 'W3', 'One winner.'],
    ['### W3 One winner', 'W3', 'One winner'],
    ['### W3. One winner', 'W3', 'One winner'],
    ['| W3 | One winner. |', 'W3', 'One winner.'],
    ['| **W3** | One winner. |', 'W3', 'One winner.'],
  ])('%s', (line, id, text) => {
    expect(rulesIn(`# Spec\n\n${line}\n`)).toMatchObject([{ id, line: 3, text }]);
  });

  test.each([
    'Rule **I7** says so.',
    '- As I7 says',
    '- W3 is explained below',
    '- **R52** is a requirement',
    '### R52 is a requirement',
    '**UTF-8** is the encoding',
    '- [I7](#i7) points there',
    '```\n- **I7** an example\n```',
  ])('no rule: %s', (line) => {
    expect(rulesIn(line)).toEqual([]);
  });
});
