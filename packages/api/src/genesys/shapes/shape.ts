/** What a route of this wire takes and answers, for its documentation and for the tests that hold it to that. */
import { z } from 'zod';
import { STATUS } from '../status.ts';

export interface Shape {
  /** Names that the query string may have. */
  readonly query?: Readonly<Record<string, z.ZodType>>;
  /** Any other name in the query is an attribute that rows must have. */
  readonly filters?: boolean;
  readonly body?: z.ZodType;
  /** A success, whole or in part. */
  readonly answer: z.ZodType;
  /** The answer has an entity tag to ask again with. */
  readonly tagged?: boolean;
}

const Fields = z
  .string()
  .meta({ description: '`*`, or names of attributes, separated by commas: answers objects with these.' });
const Count = z.number().int().min(0);

export const FIELDS = { fields: Fields };
export const SLICE = {
  offset: Count.meta({ description: 'How many rows to leave out.' }),
  limit: Count.meta({ description: 'How many rows to answer; 0 for their number alone.' }),
};
/** Whose workbin of a type is meant, where groups own it. */
export const OWNER = {
  agentGroup: z.string().meta({ description: 'The agent group that owns the workbin.' }),
  placeGroup: z.string().meta({ description: 'The place group that owns the workbin.' }),
};
export const WORKBIN_IDS = {
  workbinIds: z.string().meta({ description: 'Ids of workbins, separated by commas.' }),
};
/** By what the content of a workbin can be sorted. */
export const SORTS = ['placedAt', 'priority', 'receivedAt', 'submittedAt'] as const;
export const ORDERS = ['asc', 'desc'] as const;
export const SORT = { sort: z.enum(SORTS), order: z.enum(ORDERS) };
export const subresources = (...names: readonly string[]) => ({
  subresources: z
    .string()
    .meta({ description: `\`*\`, or some of ${names.join(', ')}, separated by commas.` }),
});

/** A success with these fields and no others. */
export const success = (fields: z.ZodRawShape = {}) =>
  z.strictObject({ statusCode: z.literal(STATUS.success), ...fields });

const COUNTS = { offset: Count.optional(), limit: Count.optional(), total: Count.optional() };

/** Some attributes of a resource, as `fields` names them. */
export const some = (resource: z.ZodType): z.ZodType => (resource as unknown as z.ZodObject).partial();

/** A list: addresses, or with `fields` objects. */
export const listOf = (name: string, resource: z.ZodType): z.ZodType =>
  z.union([
    success({ uris: z.array(z.string()), ...COUNTS }),
    success({ [name]: z.array(some(resource)), ...COUNTS }),
  ]);

/** The same, answered as objects also without `fields`. */
export const objectsOf = (name: string, resource: z.ZodType): z.ZodType =>
  success({ [name]: z.array(some(resource)), ...COUNTS });

/** One resource together with the counts of a slice of what is in it. */
export const withCounts = (fields: z.ZodRawShape): z.ZodType => success({ ...fields, ...COUNTS });

const ReferenceId = z
  .number()
  .int()
  .meta({ description: 'Comes back in the messages about what the request did.' });

/** The success of a request whose result comes as messages. */
export const Accepted = success({ referenceId: ReferenceId });

const References = z.record(z.string(), ReferenceId);
const Part = z.looseObject({ statusCode: Count, statusMessage: z.string().optional() });

/** Of several, all that was asked, or some: then each says how it went. */
export const acceptedEach = (list: string): z.ZodType =>
  z.union([
    success({ referenceIds: References }),
    z.strictObject({
      statusCode: z.literal(STATUS.partial),
      statusMessage: z.string(),
      referenceIds: References,
      [list]: z.array(Part),
    }),
  ]);

/** One, some of which may have failed. */
export const acceptedInPart = (list: string): z.ZodType =>
  z.union([
    Accepted,
    z.strictObject({
      statusCode: z.literal(STATUS.partial),
      statusMessage: z.string(),
      referenceId: ReferenceId,
      [list]: z.array(Part),
    }),
  ]);

/** The answer "no". */
export const Refused = z
  .strictObject({
    statusCode: z.enum(STATUS).exclude(['success', 'partial']),
    statusMessage: z.string(),
  })
  .meta({ id: 'V2Refusal', description: 'The answer "no": nothing was changed.' });
