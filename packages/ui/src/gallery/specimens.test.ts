import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const source = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');

/** Components that screens may use, by name: what the package's door lets out of `parts`. */
function exportedParts(): readonly string[] {
  const doors = source('../index.ts').matchAll(/export \{([^}]*)\} from '\.\/parts\/[^']+';/g);
  return [...doors]
    .flatMap(([, names = '']) => names.split(','))
    .map((name) => name.trim())
    .filter((name) => /^[A-Z]/.test(name));
}

/** Everything the gallery draws, in one text. */
const drawn = readdirSync(new URL('.', import.meta.url))
  .filter((name) => name.endsWith('.tsx'))
  .map((name) => source(name))
  .join('\n');

test('the door lets parts out', () => {
  expect(exportedParts()).toEqual(expect.arrayContaining(['Button', 'VirtualList', 'InviteStack']));
});

test.each(exportedParts())('%s has a specimen in the gallery', (name) => {
  expect(drawn).toMatch(new RegExp(`<${name}[\\s/>]`));
});
