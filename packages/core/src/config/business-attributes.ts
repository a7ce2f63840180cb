/** Lists of values that people and programs choose from: service types, customer segments, fields of case data. */
import { z } from 'zod';
import { Name, text } from '../values.ts';
import { Annex } from './annex.ts';

export const AttributeValue = z
  .object({
    id: Name,
    name: Name,
    description: text(4_000).optional(),
    /** The value this one stands below, of the same attribute. */
    parent: Name.optional(),
    /** The one that is meant when nothing was chosen; at most one in an attribute. */
    default: z.boolean().optional(),
    annex: Annex.optional(),
  })
  .strict();

export const BusinessAttribute = z
  .object({
    id: Name,
    name: Name,
    description: text(4_000).optional(),
    values: z.array(AttributeValue).max(10_000),
    annex: Annex.optional(),
  })
  .strict();

export type BusinessAttribute = Readonly<z.infer<typeof BusinessAttribute>>;
