import { type ContactCentreConfig, configurationDifferences } from '@intray/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { demoContactCentre } from '../contact-centre/demo.ts';
import { fullCentre as full } from '../testing/full-centre.ts';
import { PART_FILES } from './kind-files.ts';
import { describeFault, readTexts } from './read-folder.ts';
import { folderOf } from './write-folder.ts';

/** Patterns of JSON Schema are Unicode patterns, which the reader used here does not know. */
const withoutPatterns = (key: string, value: unknown) => (key === 'pattern' ? undefined : value);

const yamlOf = (config: ContactCentreConfig): Map<string, string> =>
  new Map([...folderOf(config)].filter(([name]) => name.endsWith('.yaml')));

/** The folder with one file said anew. */
const withFile = (name: string, text: string): Map<string, string> => yamlOf(full).set(name, text);

function faultsOf(texts: ReadonlyMap<string, string>): readonly string[] {
  const read = readTexts(texts);
  return read.ok ? [] : read.faults.map(describeFault);
}

describe('a configuration as a folder', () => {
  it('[C12] says all of it, and is the same again when it is read', () => {
    const read = readTexts(yamlOf(full));
    expect(read).toEqual({ ok: true, config: full });
    expect(readTexts(yamlOf(demoContactCentre))).toEqual({ ok: true, config: demoContactCentre });
  });

  it('[C12] keeps any name, number and text as it is', () => {
    const name = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
      .filter((text) => /^[^\p{Cc}\p{Cs}@][^\p{Cc}\p{Cs}]*$/u.test(text));
    const tricky = fc.constantFrom(
      'yes',
      'null',
      '~',
      '1.0',
      '0x1f',
      '2026-01-01',
      '- a',
      ': ',
      '#no',
      "it's",
      '"',
      ' a ',
      '<<',
      '!x',
      '&a',
      '*a',
      '%',
      '\u2028',
      '\ufeff',
      '|',
    );
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.oneof(name, tricky), { minLength: 1, maxLength: 5 }),
        fc.string(),
        (names, note) => {
          const isText = note !== '' && !/[\0\p{Cs}]/u.test(note);
          const config: ContactCentreConfig = {
            ...full,
            dispositions: names.map((id) => ({ id, name: id })),
            ...(isText ? { filters: [{ id: 'F', name: 'F', condition: note, columns: [] }] } : {}),
          };
          const read = readTexts(yamlOf(config));
          if (!read.ok) throw new Error(read.faults.map(describeFault).join('\n'));
          expect(configurationDifferences(config, read.config)).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('[C12] names a schema in each file, and the file keeps to it', () => {
    const files = folderOf(full);
    for (const { name, schemaName, part } of PART_FILES) {
      expect(files.get(name)?.split('\n', 1)).toEqual([`# yaml-language-server: $schema=${schemaName}`]);
      const schema = z.fromJSONSchema(JSON.parse(files.get(schemaName) ?? '', withoutPatterns));
      expect(schema.safeParse(full[part] ?? {}).error).toBeUndefined();
      expect(schema.safeParse('nonsense').success).toBe(false);
    }
  });
});

describe('[C13] a fault is told with file, line and column', () => {
  it.each([
    [
      'skills.yaml',
      '- id: English\n  name: 5\n',
      'skills.yaml:2:9: skills.0.name: expected a value of type string, got 5',
    ],
    [
      'skills.yaml',
      '- id: English\n  nmae: E\n  name: E\n',
      'skills.yaml:2:3: skills.0: expected no such key as "nmae"',
    ],
    [
      'skills.yaml',
      '- id: English\n',
      'skills.yaml:1:3: skills.0.name: expected a value of type string, got nothing',
    ],
    ['skills.yaml', '# nothing\n', 'skills.yaml:1:1: expected a list. "[]" says that there are none.'],
    ['skills.yaml', '- id: [\n', 'skills.yaml:2:1: not YAML:'],
    ['skills.yaml', '- id: a\n  id: b\n', 'skills.yaml:2:3: not YAML: Map keys must be unique'],
    ['skills.yaml', '- &a [*a]\n', 'skills.yaml:1:7: not YAML: *a stands within itself'],
    ['skills.yaml', 'a: 1\n---\nb: 2\n', 'skills.yaml:2:1: not YAML:'],
    ['skills.yaml', '[]\n', 'agents.yaml:8:14: agent "agent1": skill "English" does not exist.'],
    [
      'queues.yaml',
      '\n- id: In\n  name: I\n  agentGroups:\n    - Demo Taem\n',
      'queues.yaml:5:7: queue "In": agent group "Demo Taem" does not exist. Did you mean "Demo Team"?',
    ],
    [
      'virtual-groups.yaml',
      '- id: F\n  name: F\n  supervisors: []\n  expression: English >= \n',
      'virtual-groups.yaml:4:15: virtualGroups.0.expression: column 11: expected a level',
    ],
    ['settings.yaml', '[]\n', 'settings.yaml:1:1: settings: expected a value of type object, got []'],
    [
      'queue.yaml',
      '[]\n',
      'queue.yaml:1:1: no objects are kept in a file of this name. Did you mean "queues.yaml"?',
    ],
  ])('%s %j', (name, text, expected) => {
    expect(faultsOf(withFile(name, text)).join('\n')).toContain(expected);
  });

  it('says which file is missing, and does without those that may be', () => {
    const texts = yamlOf(full);
    texts.delete('roles.yaml');
    texts.delete('filters.yaml');
    expect(faultsOf(texts)).toEqual([
      'roles.yaml:1:1: the file is not there. Write one; "[]" says that there are none.',
    ]);
  });
});
