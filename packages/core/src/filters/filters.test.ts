import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { InteractionLine } from '../lines.ts';
import { COMPARISONS, type FilterCondition, keysAskedBy, SPANS } from './condition.ts';
import { fits, isLike } from './fits.ts';
import { parseCondition } from './parse.ts';
import { writeCondition } from './write.ts';

const NOW = 1_800_000_000_000;
const line: InteractionLine = {
  id: 'I1',
  mediaType: 'email',
  state: 'Queued',
  version: 3,
  queue: 'Inbox',
  priority: 5,
  dueAt: NOW + 60_000,
  noteCount: 0,
  submittedBy: 'adam',
  submittedAt: NOW - 7_200_000,
  receivedAt: NOW - 7_200_000,
  placedAt: NOW - 600_000,
  data: { Subject: 'Claim 0038012', Amount: '12.5', Paid: true, 'Two words': 'yes', Nothing: '' },
};

function found(source: string): boolean {
  const parsed = parseCondition(source);
  if (!parsed.ok) throw new Error(`${source}: at ${parsed.at} expected ${parsed.expected}`);
  return fits(line, parsed.condition, NOW);
}

describe('[T23] a condition finds work', () => {
  test.each([
    "MediaType='email'",
    "mediatype = 'email' and NOT Queue='Outbox'",
    "MediaType='email' AND _age()<259200 AND _empty(AssignedTo)",
    "MediaType!='chat' AND MediaType<>'webcallback'",
    "Subject LIKE 'Claim 0038%'",
    'Amount>=12.5 AND Priority<=5',
    "Paid='true' AND \"Two words\"='yes'",
    '_left()<=60 AND _waited()>599',
    "Unknown!='x'",
    '_empty(Nothing) AND _not_empty(Subject)',
    "Queue='Outbox' OR Queue='Inbox' AND Priority=5",
    "NOT (Queue='Outbox' OR Priority<5)",
    "Status='queued' AND State='Queued'",
  ])('%s', (source) => {
    expect(found(source)).toBe(true);
  });

  test.each([
    "MediaType='Email'",
    "(Queue='Outbox' OR Queue='Inbox') AND Priority=4",
    "Subject LIKE 'claim%'",
    'Subject>1',
    'Unknown<5',
    '_empty(Subject)',
    "Workbin='email.draft'",
  ])('and not: %s', (source) => {
    expect(found(source)).toBe(false);
  });

  test.each([
    ['', 0],
    ["MediaType='email", 10],
    ["MediaType 'email'", 10],
    ["MediaType='email' Priority=1", 18],
    ["(MediaType='email'", 18],
    ['_weight()<5', 0],
    ['Priority LIKE 5', 14],
    ["_age()='5'", 7],
    ['Priority=#', 9],
  ])('says where it cannot be understood: %s', (source, at) => {
    expect(parseCondition(source)).toMatchObject({ ok: false, at });
  });

  test('bounds what it asks: brackets within brackets, and attached keys', () => {
    expect(parseCondition(`${'('.repeat(60)}A=1${')'.repeat(60)}`)).toMatchObject({ ok: false });
    const keys = Array.from({ length: 11 }, (_, n) => `Key${n}=1`).join(' OR ');
    expect(parseCondition(keys)).toMatchObject({ ok: false, expected: 'at most 10 attached keys' });
  });

  test('a pattern of many stars takes no time', () => {
    expect(isLike('a'.repeat(5_000), `${'%a'.repeat(1_000)}%b`)).toBe(false);
    expect(isLike('receipt', 're%p_')).toBe(true);
  });
});

const condition: fc.Arbitrary<FilterCondition> = fc.letrec<{ any: FilterCondition; leaf: FilterCondition }>(
  (tie) => ({
    leaf: fc.oneof(
      fc.record({ kind: fc.constant('empty' as const), name: fc.string({ minLength: 1 }) }),
      fc.record({
        kind: fc.constant('compare' as const),
        term: fc.record({
          kind: fc.constant('name' as const),
          name: fc.string({ minLength: 1, maxLength: 9 }),
        }),
        by: fc.constantFrom(...COMPARISONS),
        value: fc.string({ maxLength: 9 }),
      }),
      fc.record({
        kind: fc.constant('compare' as const),
        term: fc.record({ kind: fc.constant('span' as const), span: fc.constantFrom(...SPANS) }),
        by: fc.constantFrom(...COMPARISONS.filter((by) => by !== 'LIKE')),
        value: fc.integer(),
      }),
    ),
    any: fc.oneof(
      { depthSize: 'small' },
      tie('leaf'),
      fc.record({ kind: fc.constant('not' as const), of: tie('any') }),
      fc.record({
        kind: fc.constantFrom('all' as const, 'any' as const),
        of: fc.array(tie('any'), { minLength: 2, maxLength: 3 }),
      }),
    ),
  }),
).any;

test('[T23] what is written of a condition is read as the same', () => {
  fc.assert(
    fc.property(condition, (written) => {
      fc.pre(keysAskedBy(written).length <= 10);
      expect(parseCondition(writeCondition(written))).toEqual({ ok: true, condition: written });
    }),
    { numRuns: 300 },
  );
});
