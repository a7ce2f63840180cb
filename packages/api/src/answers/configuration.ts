/** What is answered about the configuration and its versions. */
import {
  type ConfigurationChanged,
  type ConfigurationNote,
  type ConfigurationVersion,
  ContactCentreConfig,
  type FieldDifference,
  type Json,
  kindsOfConfiguration,
  type ObjectDifference,
  type TableAsCsv,
} from '@intray/core';
import { z } from 'zod';
import { Moment, record, Text, Whole } from './record.ts';

const note = { version: Whole, at: Moment, by: Text, note: Text.optional() };
/** Of any kind: what a field of a configured object may be. */
const AnyValue = z.unknown() as z.ZodType<Json>;

const Difference = record<ObjectDifference>('ConfigurationDifference', 'What is different about an object.', {
  kind: z.enum(['settings', 'options', ...kindsOfConfiguration]),
  change: z.enum(['added', 'removed', 'changed', 'reordered']),
  id: Text.optional(),
  fields: z.array(
    record<FieldDifference>('FieldDifference', 'A field before and after.', {
      field: Text,
      before: AnyValue.optional(),
      after: AnyValue.optional(),
    }),
  ),
});

export const ConfigurationAnswer = record<ConfigurationVersion>(
  'ConfigurationVersion',
  'One version of the configuration.',
  { ...note, config: ContactCentreConfig },
);

export const ConfigurationHistoryAnswer = z.array(
  record<ConfigurationNote>('ConfigurationNote', 'Who made a version, when and why.', note),
);

export const ConfigurationDifferencesAnswer = z.array(Difference);

export const ConfigurationChangedAnswer = record<ConfigurationChanged>(
  'ConfigurationChanged',
  'What came of a change.',
  { version: Whole, differences: z.array(Difference) },
);

export const TableAnswer = record<TableAsCsv>('DecisionTable', 'The decision table of a rule.', {
  rule: Text,
  hit: z
    .enum(['first', 'all'])
    .meta({ description: 'Whether the first row that fits counts, or every one.' }),
  csv: z
    .string()
    .meta({ description: 'The first line names the columns: `when <field> <operator>`, `do <action>`.' }),
});
