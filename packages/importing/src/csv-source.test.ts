import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TELLING_COLUMNS } from './csv-records.ts';
import { openCsv } from './csv-source.ts';
import { readLines } from './lines.ts';
import type { SourceRow } from './source-row.ts';

async function* inChunks(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function read(text: string | Uint8Array, { chunk = 7, delimiter = ',' } = {}) {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  const { columns, rows } = await openCsv(readLines(inChunks(bytes, chunk)), delimiter);
  const all: SourceRow[] = [];
  for await (const row of rows) all.push(row);
  const sound = all.flatMap((row) => ('cells' in row ? [Object.values(row.cells)] : []));
  const flaws = all.flatMap((row) => ('flaw' in row ? [{ line: row.line, flaw: row.flaw }] : []));
  return { columns, all, sound, flaws };
}

/** Writes a field the way RFC 4180 has it, quoted only where needed. */
const written = (field: string): string =>
  /[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
const row = (fields: readonly string[], end = '\n'): string => fields.map(written).join(',') + end;

const header = (count: number) => Array.from({ length: count }, (_, index) => `c${index}`);
const seed = 20_261_120;

/** Short texts that like to contain what matters to CSV. */
const field = fc.string({ unit: fc.constantFrom('a', 'é', '"', ',', '\n', '\r\n', ' ', '€'), maxLength: 8 });

describe('a sound CSV file', () => {
  it('is read back exactly as it was written, whatever the fields hold', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 2, max: TELLING_COLUMNS + 3 }).chain((count) =>
          fc.record({
            count: fc.constant(count),
            rows: fc.array(fc.array(field, { minLength: count, maxLength: count }), { maxLength: 8 }),
          }),
        ),
        fc.constantFrom('\n', '\r\n'),
        fc.integer({ min: 1, max: 40 }),
        async ({ count, rows }, end, chunk) => {
          const text = [header(count), ...rows].map((fields) => row(fields, end)).join('');
          const { sound, flaws } = await read(text, { chunk });
          expect(flaws).toEqual([]);
          expect(sound).toEqual(rows);
        },
      ),
      { seed, numRuns: 300 },
    );
  });

  it('may begin with a byte order mark, hold empty lines, and end without a line feed', async () => {
    const { columns, sound } = await read('\uFEFFa,b\r\n1,2\r\n\r\n3,4');
    expect(columns).toEqual(['a', 'b']);
    expect(sound).toEqual([
      ['1', '2'],
      ['3', '4'],
    ]);
  });

  it('may use another delimiter', async () => {
    expect((await read('a;b\n1,5;"x;y"\n', { delimiter: ';' })).sound).toEqual([['1,5', 'x;y']]);
  });

  it('counts physical lines, also after quoted line ends', async () => {
    const { all } = await read('a,b\n1,"x\ny\nz"\n2,w\n');
    expect(all.map(({ line, lastLine }) => [line, lastLine])).toEqual([
      [2, 4],
      [5, 5],
    ]);
  });

  it('keeps prose that looks like a row of few columns inside its field', async () => {
    const text = 'id,from,body\n1,Jo,"Dear all,\nthanks, regards, Jo\nP.S. soon"\n2,Al,hi\n';
    const { sound, flaws } = await read(text);
    expect(flaws).toEqual([]);
    expect(sound[0]?.[2]).toBe('Dear all,\nthanks, regards, Jo\nP.S. soon');
  });
});

/** Ways to spoil a row of plain fields, each on its one line. */
const DAMAGES: Readonly<Record<string, (fields: readonly string[], at: number) => string>> = {
  'an opened quote': (fields, at) =>
    fields.map((text, index) => (index === at ? `"${text}` : written(text))).join(','),
  'a quote inside': (fields, at) =>
    fields.map((text, index) => (index === at ? `x"${text}` : written(text))).join(','),
  'text after a quote': (fields, at) =>
    fields.map((text, index) => (index === at ? `"${text}"x` : written(text))).join(','),
  'a column too few': (fields) => fields.slice(1).map(written).join(','),
  'a column too many': (fields) => [...fields, 'more'].map(written).join(','),
};

describe('a damaged row', () => {
  const count = TELLING_COLUMNS + 2;
  const plain = fc.array(fc.stringMatching(/^[a-z]{1,6}$/), { minLength: count, maxLength: count });
  const sound = fc
    .tuple(plain, fc.constantFrom('', 'two\nlines', 'a "quoted" word', 'a, b', 'x\r\n\r\ny'))
    .map(([fields, last]) => ({
      fields: [...fields.slice(1), last],
      text: row([...fields.slice(1), last]),
      damaged: false,
    }));
  const damaged = fc
    .tuple(plain, fc.constantFrom(...Object.values(DAMAGES)), fc.integer({ min: 0, max: count - 1 }))
    .map(([fields, damage, at]) => ({ fields, text: `${damage(fields, at)}\n`, damaged: true }));

  it('costs itself only, wherever it stands and however many there are', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(sound, damaged), { maxLength: 25 }), async (rows) => {
        const text = row(header(count)) + rows.map((each) => each.text).join('');
        const result = await read(text, { chunk: 64 });
        expect(result.sound).toEqual(rows.filter((each) => !each.damaged).map((each) => each.fields));
        let line = 2;
        const expected = rows.flatMap((each) => {
          const at = line;
          line += each.text.split('\n').length - 1;
          return each.damaged ? [at] : [];
        });
        expect(result.flaws.map((flaw) => flaw.line)).toEqual(expected);
      }),
      { seed, numRuns: 500 },
    );
  });

  it('with an open quote does not swallow the rows up to the next quote, even if that would read well', async () => {
    // Between the two lone quotes lie sound rows, and together all of it is one valid record of twelve columns.
    const fields = header(count);
    const first = [...fields.slice(0, -1), '"open'].join(',');
    const last = [...fields.slice(1), 'x"'].join(',');
    const text = [fields.join(','), first, fields.join(','), fields.join(','), last].join('\n');
    const { sound: rows, flaws } = await read(text);
    expect(rows).toEqual([fields, fields]);
    expect(flaws.map(({ line }) => line)).toEqual([2, 5]);
  });

  it('of few columns is found too when what it swallows does not add up', async () => {
    const { sound: rows, flaws } = await read('a,b,c\n1,"x,y\n2,x,y\n3,x,"z"\n');
    expect(rows).toEqual([
      ['2', 'x', 'y'],
      ['3', 'x', 'z'],
    ]);
    expect(flaws).toEqual([{ line: 2, flaw: expect.stringContaining('quote') }]);
  });

  it('of few columns gives back the rows it swallowed when the sum of them has too many columns', async () => {
    const { sound: rows, flaws } = await read('a,b,c\n1,x,"y\n2,x,y\n3,x",z\n');
    expect(rows).toEqual([['2', 'x', 'y']]);
    expect(flaws.map(({ line }) => line)).toEqual([2, 4]);
  });

  it('says what is wrong with it', async () => {
    const { flaws } = await read('a,b\n1\n2,x,y\n3,"x"y\n4,x"y"\n5,"x\n');
    expect(flaws).toEqual([
      { line: 2, flaw: 'too few columns: expected 2, found 1' },
      { line: 3, flaw: 'too many columns: expected 2, found 3' },
      { line: 4, flaw: 'broken quotes: text follows the quote that closes a field' },
      { line: 5, flaw: 'broken quotes: a quote stands inside a field that does not begin with one' },
      { line: 6, flaw: 'a quoted field is opened on this line and never closed' },
    ]);
  });

  it('in another encoding is named as such and keeps its bytes', async () => {
    const text = Buffer.concat([Buffer.from('a,b\n1,caf'), Buffer.from([0xe9]), Buffer.from('\n2,café\n')]);
    const { all, sound: rows } = await read(text);
    expect(all[0]).toMatchObject({
      line: 2,
      raw: '1,caf\u00e9',
      flaw: expect.stringContaining('not valid UTF-8'),
    });
    expect(rows).toEqual([['2', 'café']]);
  });

  it('with a field of 2 MB is named, and the rows around it are read', async () => {
    const { sound: rows, flaws } = await read(`a,b\n1,x\n2,"${'y'.repeat(2_000_000)}"\n3,z\n`, {
      chunk: 65_536,
    });
    expect(rows).toEqual([
      ['1', 'x'],
      ['3', 'z'],
    ]);
    expect(flaws).toEqual([
      { line: 3, flaw: 'column "b" holds 2000000 characters; expected at most 262144' },
    ]);
  });

  it('of 10 MB is cut, not kept in memory, and named', async () => {
    const { flaws, all } = await read(`a,b\n1,${'y'.repeat(10_000_000)}\n3,z\n`, { chunk: 65_536 });
    expect(flaws).toEqual([{ line: 2, flaw: 'the line is 10000002 bytes long; expected at most 4194304' }]);
    expect(all[0]?.raw.length).toBe(4_194_304);
  });
});

describe('a file that cannot be read at all', () => {
  it.each([
    ['', 'The file is empty'],
    ['\n\n', 'The file is empty'],
    ['a,"b\n1,2\n', 'The first line should name the columns'],
    ['a,b,a\n', 'Two columns are called "a"'],
  ])('%j is refused: %s', async (text, message) => {
    await expect(read(text)).rejects.toThrow(message);
  });

  it('UTF-16 is refused with what to do', async () => {
    await expect(read(Buffer.from('\uFEFFa,b\n1,2\n', 'utf16le'))).rejects.toThrow('save it as "CSV UTF-8"');
  });
});

it('agrees with csv-parse on a file that csv-parse takes', async () => {
  const text = 'a,b\n1,"x ""y"" z"\n2,\n"3","é\n"\n';
  expect((await read(text)).sound).toEqual(parse(text, { from_line: 2 }));
});
