/** A thousand folders that something happened to: each is read whole, or refused with where; nothing in between. */
import { ContactCentreConfig, configurationFaults } from '@intray/core';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { demoContactCentre } from '../contact-centre/demo.ts';
import { readTexts } from './read-folder.ts';
import { folderOf } from './write-folder.ts';

const texts = new Map([...folderOf(demoContactCentre)].filter(([name]) => name.endsWith('.yaml')));
const names = [...texts.keys()];
const GARBAGE = [
  '{',
  '[',
  ']',
  '- ',
  ': ',
  '&a',
  '*a',
  '*b',
  '!!binary x',
  '"',
  "'",
  '\t',
  '|',
  '>',
  '\0',
  '---',
  '...',
  '%YAML 9',
  '\u{1f4a5}',
  '<<: *a',
  '? x',
  'null',
  '~',
  '1e999',
  '0x',
  '- - - -',
  '\ud800',
  '\r',
  'id: id: id',
];

const mutation = fc.record({
  file: fc.constantFrom(...names),
  what: fc.constantFrom('insert', 'delete', 'double', 'swap', 'cut', 'indent', 'replace', 'drop', 'rename'),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat(60),
  garbage: fc.oneof(fc.constantFrom(...GARBAGE), fc.string({ maxLength: 20 })),
});

type Mutation = typeof mutation extends fc.Arbitrary<infer T> ? T : never;

function mutated(folder: Map<string, string>, { file, what, at, length, garbage }: Mutation): void {
  const text = folder.get(file) ?? '';
  const place = Math.floor(at * text.length);
  const lines = text.split('\n');
  const line = Math.floor(at * lines.length);
  switch (what) {
    case 'insert':
      folder.set(file, text.slice(0, place) + garbage + text.slice(place));
      break;
    case 'replace':
      folder.set(file, text.slice(0, place) + garbage + text.slice(place + length));
      break;
    case 'delete':
      folder.set(file, lines.toSpliced(line, 1).join('\n'));
      break;
    case 'double':
      folder.set(file, lines.toSpliced(line, 0, lines[line] ?? '').join('\n'));
      break;
    case 'swap':
      folder.set(file, lines.toSpliced(line, 2, lines[line + 1] ?? '', lines[line] ?? '').join('\n'));
      break;
    case 'cut':
      folder.set(file, text.slice(0, place));
      break;
    case 'indent':
      folder.set(file, lines.with(Math.min(line, lines.length - 1), `  ${lines[line] ?? ''}`).join('\n'));
      break;
    case 'drop':
      folder.delete(file);
      break;
    case 'rename':
      folder.delete(file);
      folder.set(`${garbage}.yaml`, text);
      break;
  }
}

it('[C13] whatever happens to a folder, it is read whole or refused with file and line', () => {
  const seen = { whole: 0, refused: 0 };
  fc.assert(
    fc.property(fc.array(mutation, { minLength: 1, maxLength: 4 }), (mutations) => {
      const folder = new Map(texts);
      for (const one of mutations) mutated(folder, one);
      const read = readTexts(folder);
      if (read.ok) {
        seen.whole += 1;
        // What is handed on to a server is a whole configuration that it would take.
        expect(ContactCentreConfig.safeParse(read.config).error).toBeUndefined();
        expect(configurationFaults(read.config)).toEqual([]);
        return;
      }
      seen.refused += 1;
      expect(read.faults.length).toBeGreaterThan(0);
      for (const { file, line, column, message } of read.faults) {
        expect(message).not.toBe('');
        expect(names.includes(file) || folder.has(file)).toBe(true);
        const length = (folder.get(file) ?? '').split(/\r\n?|\n/).length;
        expect(line).toBeGreaterThanOrEqual(1);
        expect(line).toBeLessThanOrEqual(length);
        expect(column).toBeGreaterThanOrEqual(1);
      }
    }),
    { numRuns: 1_000 },
  );
  expect(seen.whole).toBeGreaterThan(50);
  expect(seen.refused).toBeGreaterThan(300);
});
