/** What is answered about options. */
import { type Json, LEVELS, type LevelValue, type OptionExplanation } from '@intray/core';
import { z } from 'zod';
import { record, Text, texts } from './record.ts';

const Level = z.enum([...LEVELS, 'default']);

const LevelValueAnswer = record<LevelValue>('LevelValue', 'What one level says.', {
  level: Level,
  of: Text.optional().meta({ description: 'The group, the person or the override set.' }),
  value: Text.meta({ description: 'As a section would have it.' }),
});

export const OptionsAnswer = z.array(
  record<OptionExplanation>('Option', 'The value that holds, what each level says, and which one won.', {
    name: Text,
    pattern: Text.meta({
      description: 'The name with holes for what varies, as the page about options has it.',
    }),
    says: Text,
    expected: Text.meta({ description: 'Which values there are, in words.' }),
    effect: z.enum(['held', 'told', 'none']),
    settableAt: z.array(z.enum(LEVELS)),
    value: Text,
    means: z
      .unknown()
      .meta({ description: 'The value as a flag, a number, a text or a list.' }) as z.ZodType<Json>,
    wonBy: Level,
    wonByOf: Text.optional(),
    levels: z.array(LevelValueAnswer).meta({ description: 'The strongest first; the last is the default.' }),
    unknownSets: texts.meta({
      description: 'Override sets that the interaction names and that do not exist.',
    }),
  }),
);
