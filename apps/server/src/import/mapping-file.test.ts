import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { BadMapping, fitMapping } from '@intray/importing';
import { describe, expect, it } from 'vitest';
import { parseMapping } from './mapping-file.ts';
import { openSource } from './open-source.ts';

const minimal = 'externalId: {column: Id}\nmediaType: {value: email}\nqueue: {value: Inbox}\n';

const mapped = (yaml: string, cells: Record<string, string | number>) =>
  fitMapping(parseMapping(yaml), Object.keys(cells))(cells);

const problemOf = (run: () => unknown): string => {
  try {
    run();
  } catch (cause) {
    if (cause instanceof BadMapping) return cause.message;
    throw cause;
  }
  throw new Error('The mapping was accepted.');
};

describe('a mapping', () => {
  it('takes constants, columns, look-ups with a default, and joined columns', () => {
    const yaml = `${minimal}priority: {column: Who, lookup: {boss: 10}, default: 1}
contact: {column: Mail}
userData:
  Subject: {columns: [What, Detail], join: ': '}
  From: Mail
  Kind: {value: letter}`;
    expect(mapped(yaml, { Id: '7', Who: 'boss', Mail: 'a@b.example', What: 'Noise', Detail: '' })).toEqual({
      work: {
        externalId: '7',
        mediaType: 'email',
        queue: 'Inbox',
        priority: 10,
        contact: 'a@b.example',
        userData: { Subject: 'Noise', From: 'a@b.example', Kind: 'letter' },
      },
    });
    expect(mapped(yaml, { Id: '7', Who: 'me', Mail: '', What: '', Detail: '' })).toEqual({
      work: {
        externalId: '7',
        mediaType: 'email',
        queue: 'Inbox',
        priority: 1,
        userData: { Kind: 'letter' },
      },
    });
  });

  it('attaches a list of columns, all of them, or all but some', () => {
    const cells = { Id: '7', A: 'a', B: 'b', C: '' };
    const dataOf = (userData: string) => mapped(`${minimal}userData: ${userData}`, cells);
    expect(dataOf('[A, C]')).toMatchObject({ work: { userData: { A: 'a' } } });
    expect(dataOf('"*"')).toMatchObject({ work: { userData: { Id: '7', A: 'a', B: 'b' } } });
    expect(dataOf('{"*": {except: [Id]}, Letter: B}')).toEqual({
      work: expect.objectContaining({ userData: { A: 'a', Letter: 'b' } }),
    });
  });

  it('keeps the types of JSON lines', () => {
    expect(mapped(`${minimal}userData: [Count]`, { Id: 7, Count: 3 })).toMatchObject({
      work: { externalId: '7', userData: { Count: 3 } },
    });
  });

  it('reads times in the zone of the file, over the change of clocks', () => {
    const yaml = `${minimal}dueAt: {column: Due, format: 'MM/dd/yyyy hh:mm:ss a', zone: America/New_York}\nuserData: []`;
    const due = (text: string) => {
      const result = mapped(yaml, { Id: '1', Due: text });
      return 'work' in result ? result.work.dueAt : result.flaw;
    };
    expect(due('06/26/2018 06:58:54 PM')).toBe('2018-06-26T22:58:54.000Z');
    expect(due('12/02/2018 10:31:43 AM')).toBe('2018-12-02T15:31:43.000Z');
    expect(due('')).toBeUndefined();
    expect(due('26.06.2018')).toBe(
      'column "Due": "26.06.2018" is not a time of the form MM/dd/yyyy hh:mm:ss a',
    );
    expect(due('13/01/2018 06:58:54 PM')).toContain('is not a time');
  });

  it('refuses a row without a key or with a priority that is none', () => {
    expect(mapped(`${minimal}userData: []`, { Id: '  ' })).toEqual({
      flaw: 'the key is missing: Id is empty',
    });
    expect(mapped(`${minimal}priority: {column: P}\nuserData: []`, { Id: '1', P: 'high' })).toEqual({
      flaw: 'the priority "high" is not a whole number',
    });
  });
});

describe('a mapping that cannot be used', () => {
  it('names every unknown column, the nearest one there is, and all there are', () => {
    const yaml = `${minimal}dueAt: {column: Due date, format: ISO, zone: UTC}\nuserData: {Subject: Titel}`;
    expect(problemOf(() => mapped(yaml, { Id: '', 'Due Date': '', Title: '' }))).toBe(
      [
        'The mapping does not fit the file.',
        '  dueAt: the file has no column "Due date". Did you mean "Due Date"?',
        '  userData.Subject: the file has no column "Titel". Did you mean "Title"?',
        '  The columns are: Id, Due Date, Title',
      ].join('\n'),
    );
  });

  it.each([
    [
      `${minimal}userData: []\nmediatype: {value: email}`,
      'there is no "mediatype" here. Did you mean "mediaType"?',
    ],
    [`${minimal.replace('column', 'colum')}userData: []`, 'there is no "colum" here. Did you mean "column"?'],
    [minimal.replace('externalId', 'id'), 'externalId'],
    [
      `${minimal}userData: []\ndueAt: {column: Due, format: ISO, zone: New York}`,
      'expected a time zone such as',
    ],
    ['externalId: [', 'The mapping is not YAML'],
    ['', 'The mapping cannot be used'],
  ])('%j is refused: %s', (yaml, message) => {
    expect(problemOf(() => parseMapping(yaml))).toContain(message);
  });
});

it('the example mapping fits the example file, and every row of it', async () => {
  const folder = resolve(import.meta.dirname, '../../../../examples');
  const mapping = parseMapping(await readFile(`${folder}/nyc-311.map.yaml`, 'utf8'));
  const source = await openSource(`${folder}/nyc-311.sample.csv`, mapping);
  const toWork = fitMapping(mapping, source.columns);
  const works = [];
  for await (const row of source.rows) works.push('cells' in row ? toWork(row.cells) : row);
  expect(works).toHaveLength(10);
  expect(works.filter((work) => 'flaw' in work)).toEqual([]);
  expect(works[0]).toMatchObject({
    work: {
      externalId: '90000001',
      priority: 20,
      dueAt: '2026-05-04T20:12:00.000Z',
      receivedAt: '2026-05-04T12:12:00.000Z',
      userData: { Subject: 'Noise - Residential: Loud Music/Party', Channel: 'PHONE' },
    },
  });
  expect(works[1]).not.toHaveProperty('work.dueAt');
});
