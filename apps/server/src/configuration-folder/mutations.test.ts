/** A thousand folders that something happened to: each is read whole, or refused with where; nothing in between. */
import { ContactCentreConfig, configurationFaults } from '@intray/core';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mutate, mutation, names, texts } from '../testing/folder-mutations.ts';
import { readTexts } from './read-folder.ts';

it('[C13] whatever happens to a folder, it is read whole or refused with file and line', () => {
  const seen = { whole: 0, refused: 0 };
  fc.assert(
    fc.property(fc.array(mutation, { minLength: 1, maxLength: 4 }), (mutations) => {
      const folder = new Map(texts);
      for (const one of mutations) mutate(folder, one);
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
