/**
 * The section as it is kept and carried: text by name, under the name it has in Genesys, so that it can be brought in
 * and taken out as it is. A wrong name, a wrong value and a wrong level are refused where they are written.
 */
import { z } from 'zod';
import { FAULT_TEXTS, faultText } from '../config/fault-texts.ts';
import { Name } from '../values.ts';
import type { Level } from './option.ts';
import { readName, readValue } from './reading.ts';
import { SECTION } from './registry.ts';

const MOST = 1_000;

/** The options of one level. */
export type OptionSection = Readonly<Record<string, string>>;

const LEVEL_NAMES: Readonly<Record<Level, string>> = {
  application: 'the application',
  tenant: 'the tenant',
  agentGroup: 'an agent group',
  virtualGroup: 'a virtual group',
  person: 'a person',
  item: 'an override set',
};

/** What is wrong with one entry of a section; `undefined` if nothing is. */
export function faultIn(name: string, text: string, level: Level): string | undefined {
  const named = readName(name);
  if (!named.ok) return named.fault;
  const { option } = named.value;
  if (!option.levels.includes(level))
    return faultText('option_level', {
      name,
      level: LEVEL_NAMES[level],
      levels: option.levels.map((one) => LEVEL_NAMES[one]).join(', '),
    });
  const value = readValue(option, name, text);
  return value.ok ? undefined : value.fault;
}

/** The sections of one object; there is one that Intray knows. */
export const optionsAt = (level: Level) =>
  z
    .object({
      [SECTION]: z.record(z.string().max(500), z.string().max(4_000)).superRefine((section, context) => {
        const entries = Object.entries(section);
        if (entries.length > MOST)
          context.addIssue({
            code: 'custom',
            message: faultText('too_many_options', { most: MOST, count: entries.length }),
          });
        for (const [name, text] of entries) {
          const fault = faultIn(name, text, level);
          if (fault !== undefined) context.addIssue({ code: 'custom', path: [name], message: fault });
        }
      }),
    })
    .strict();

export type Options = Readonly<{ [SECTION]: OptionSection }>;

/** A name that attached data may list by: no comma, for those part the names. */
const SetName = Name.regex(/^[^,]+$/, FAULT_TEXTS.comma).refine((name) => name === name.trim(), {
  error: FAULT_TEXTS.blank_around,
});

/** Options that a routing strategy gives to one interaction by naming the set in its attached data. */
export const OverrideSet = z.object({ id: SetName, options: optionsAt('item') }).strict();
export type OverrideSet = Readonly<z.infer<typeof OverrideSet>>;
