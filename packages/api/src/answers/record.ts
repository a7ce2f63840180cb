/** Schemas of what is answered, made so that they follow the records of core: what differs does not compile. */
import { z } from 'zod';

/** A schema for every field, optional where the field is. */
type Shape<T> = { readonly [K in keyof T]-?: z.ZodType<T[K]> };

/**
 * A record with exactly these fields.
 * @param name under which the documentation keeps it
 */
export const record = <T extends object>(name: string, description: string, shape: Shape<T>): z.ZodType<T> =>
  z.strictObject(shape as z.ZodRawShape).meta({ id: name, description }) as unknown as z.ZodType<T>;

/** Milliseconds since 1970 in UTC. */
export const Moment = z.number().int().meta({ description: 'Milliseconds since 1970-01-01T00:00:00Z.' });

export const Text = z.string();
export const Whole = z.number().int();
export const texts = z.array(z.string());
