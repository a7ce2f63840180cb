/** Decision tables as CSV, for those who keep them in spreadsheets. For administrators. */
import { editOfTable, Name, tableInConfiguration } from '@intray/core';
import { z } from 'zod';
import { ConfigurationChangedAnswer, TableAnswer } from '../answers/configuration.ts';
import { refusalReply } from '../wire/envelope.ts';
import { replyWith, route } from './route.ts';

const ByRule = z.object({ rule: Name }).strict();

export const tableRoutes = [
  route({
    method: 'GET',
    path: '/configuration/tables/:rule',
    summary: 'The decision table of a rule as CSV. Its ETag is the base of a change.',
    params: ByRule,
    answer: TableAnswer,
    async handle({ desk, actor, params }) {
      const present = await desk.configuration(actor);
      if (!present.ok) return refusalReply(present.refusal);
      const { config, version } = present.value;
      return replyWith(tableInConfiguration(config, params.rule), () => version);
    },
  }),
  route({
    method: 'POST',
    path: '/configuration/tables/:rule',
    summary:
      'Puts a decision table in as CSV, in the place of the one that the rule has: {csv, hit, dryRun, note}.',
    params: ByRule,
    body: z
      .object({
        csv: z.string().max(4_000_000),
        hit: z.enum(['first', 'all']).optional(),
        dryRun: z.boolean().default(false),
        note: z.string().min(1).max(1_000).optional(),
      })
      .strict()
      .meta({ id: 'DecisionTableCsv', description: 'A decision table as CSV.' }),
    largestBody: 4 * 1024 * 1024,
    answer: ConfigurationChangedAnswer,
    async handle({ desk, actor, params, body, expectVersion }) {
      const present = await desk.configuration(actor);
      if (!present.ok) return refusalReply(present.refusal);
      const { csv, hit, dryRun, note } = body;
      const read = editOfTable(present.value.config, params.rule, csv, hit);
      if (!read.ok) return refusalReply(read.refusal);
      const base = expectVersion ?? present.value.version;
      return replyWith(
        await desk.changeConfiguration(actor, {
          base,
          moves: [],
          dryRun,
          edits: [read.edit],
          ...(note === undefined ? {} : { note }),
        }),
        ({ version }) => version,
      );
    },
  }),
];
