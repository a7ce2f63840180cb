/** Sections of keys and values that Intray keeps and hands out as they are, for programs that know what they mean. */
import { z } from 'zod';
import { text } from '../values.ts';

const AnnexKey = text(255);
const AnnexValue = z.union([z.string().max(10_000), z.number(), z.boolean()]);

export const AnnexSection = z.record(AnnexKey, AnnexValue);
export const Annex = z.record(AnnexKey, AnnexSection);

export type Annex = Readonly<z.infer<typeof Annex>>;
