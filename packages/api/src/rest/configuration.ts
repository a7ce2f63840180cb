/** How the contact centre is set up: its versions, and changes of it. For administrators. */
import { ConfigurationChange, ConfigurationPage } from '@intray/core';
import { z } from 'zod';
import {
  ConfigurationAnswer,
  ConfigurationChangedAnswer,
  ConfigurationDifferencesAnswer,
  ConfigurationHistoryAnswer,
} from '../answers/configuration.ts';
import { parse } from '../wire/parse.ts';
import { replyWith, route } from './route.ts';

const Version = z.coerce.number().int().min(1);
const ByVersion = z.object({ version: Version }).strict();
const FromTo = z.object({ from: Version, to: Version }).strict();
const Slice = z.object({ limit: z.coerce.number().int().optional(), before: Version.optional() }).strict();

/** Of some ten thousand agents, with everything else that belongs to them. */
const LARGEST_CONFIGURATION = 16 * 1024 * 1024;

const [whole, edits, rollBack] = ConfigurationChange.options;
/** The version it is made on may come as If-Match instead. */
const ChangeBody = z
  .union([whole, edits, rollBack].map((form) => (form as z.ZodObject).partial({ base: true })))
  .meta({
    id: 'ConfigurationChange',
    description: 'A whole configuration, some edits, or a version to bring back.',
  });

const versionOf = ({ version }: { readonly version: number }): number => version;

export const configurationRoutes = [
  route({
    method: 'GET',
    path: '/configuration',
    summary: 'The newest version of the configuration. Its ETag is the base of a change.',
    answer: ConfigurationAnswer,
    handle: async ({ desk, actor }) => replyWith(await desk.configuration(actor), versionOf),
  }),
  route({
    method: 'POST',
    path: '/configuration',
    summary: 'Changes the configuration: {base, config | edits | rollBackTo, moves, note, dryRun}.',
    answer: ConfigurationChangedAnswer,
    body: ChangeBody,
    largestBody: LARGEST_CONFIGURATION,
    // The version that was read may come as If-Match, as for everything else that changes.
    async handle({ desk, actor, body, expectVersion }) {
      const base = expectVersion === undefined ? {} : { base: expectVersion };
      return replyWith(
        await desk.changeConfiguration(actor, parse(ConfigurationChange, { ...base, ...(body as object) })),
        versionOf,
      );
    },
  }),
  route({
    method: 'GET',
    path: '/configuration/versions',
    summary: 'Who changed the configuration when, newest first.',
    answer: ConfigurationHistoryAnswer,
    query: Slice,
    handle: async ({ desk, actor, query }) =>
      replyWith(await desk.configurationHistory(actor, parse(ConfigurationPage, query))),
  }),
  route({
    method: 'GET',
    path: '/configuration/versions/:version',
    summary: 'One version of the configuration.',
    answer: ConfigurationAnswer,
    params: ByVersion,
    handle: async ({ desk, actor, params }) => replyWith(await desk.configuration(actor, params.version)),
  }),
  route({
    method: 'GET',
    path: '/configuration/differences',
    summary: 'What is different between two versions, object by object and field by field.',
    answer: ConfigurationDifferencesAnswer,
    query: FromTo,
    handle: async ({ desk, actor, query }) =>
      replyWith(await desk.configurationDifferences(actor, query.from, query.to)),
  }),
];
