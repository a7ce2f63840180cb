/** What may happen to a folder of configuration while somebody works on it: slips, merges gone wrong, cut copies. */
import fc from 'fast-check';
import { folderOf } from '../configuration-folder/write-folder.ts';
import { fullCentre } from './full-centre.ts';

export const texts = new Map([...folderOf(fullCentre)].filter(([name]) => name.endsWith('.yaml')));
export const names = [...texts.keys()];
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

/** Something that happens to one file. */
export const mutation = fc.record({
  file: fc.constantFrom(...names),
  what: fc.constantFrom('insert', 'delete', 'double', 'swap', 'cut', 'indent', 'replace', 'drop', 'rename'),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat(60),
  garbage: fc.oneof(fc.constantFrom(...GARBAGE), fc.string({ maxLength: 20 })),
});

type Mutation = typeof mutation extends fc.Arbitrary<infer T> ? T : never;

export function mutate(folder: Map<string, string>, { file, what, at, length, garbage }: Mutation): void {
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
