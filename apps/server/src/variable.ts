/** What one variable of the environment must look like. */
import { z } from 'zod';

export interface Variable<T> {
  readonly schema: z.ZodType<T, string>;
  /** In words that continue the sentence "PORT: expected …". */
  readonly expected: string;
  /** Its value may be a secret or hold one: never repeated in a message. */
  readonly secret?: boolean;
}

/** What a set of variables holds once each is read by its schema; those that are not set are left out. */
export type ValuesOf<V extends Record<string, Variable<unknown>>> = {
  [Name in keyof V]?: z.output<V[Name]['schema']>;
};

/** `1` or `0`: nobody has to guess whether `yes`, `on` or `TRUE` count. */
export const onOrOff = z.enum(['0', '1']).transform((text) => text === '1');

/** A whole number in a range. */
export const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .refine((value) => value >= least && value <= most);

/** Items between commas, each of which must pass, without repetitions. */
export const listOf = (item: z.ZodType<string, string>) =>
  z
    .string()
    .transform((text) => [...new Set(text.split(',').map((one) => one.trim()))])
    .pipe(z.array(item));
