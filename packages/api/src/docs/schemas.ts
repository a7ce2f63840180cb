/** Schemas of zod as JSON Schema, those with a name written once and pointed at. */
import { z } from 'zod';

export type JsonSchema = Readonly<Record<string, unknown>>;

export interface SchemaWriter {
  /** The named ones, as far as they were written. */
  readonly named: ReadonlyMap<string, JsonSchema>;
  /** What a value looks like that is `read` (before defaults and transformations) or `answered`. */
  write(schema: z.ZodType, as: 'read' | 'answered'): JsonSchema;
}

/** The dialect of OpenAPI 3.1, and that of AsyncAPI 3. */
export type Dialect = 'draft-2020-12' | 'draft-7';

const OWN = /^#\/(?:\$defs|definitions)\//;

/** Points to where named schemas are kept instead of into the schema itself, and drops what only zod needs. */
function moved(value: unknown, where: string): unknown {
  if (Array.isArray(value)) return value.map((one) => moved(one, where));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      key === '$ref' && typeof inner === 'string' ? inner.replace(OWN, where) : moved(inner, where),
    ]),
  );
}

/** @param where named schemas are kept: `#/components/schemas/` */
export function schemaWriter(where: string, target: Dialect = 'draft-2020-12'): SchemaWriter {
  const named = new Map<string, JsonSchema>();
  const texts = new Map<string, string>();
  return {
    named,
    write(schema, as) {
      // Inside of something, a schema with a name is always pointed at.
      const whole = z.toJSONSchema(z.object({ it: schema }), {
        io: as === 'read' ? 'input' : 'output',
        unrepresentable: 'any',
        target,
      });
      const definitions = (whole.$defs ?? whole.definitions ?? {}) as Record<string, Record<string, unknown>>;
      for (const [name, { id: _, ...rest }] of Object.entries(definitions)) {
        const written = moved(rest, where) as JsonSchema;
        const text = JSON.stringify(written);
        if ((texts.get(name) ?? text) !== text)
          throw new Error(`Two schemas are called "${name}". Give one of them another name.`);
        texts.set(name, text);
        named.set(name, written);
      }
      return moved(whole.properties?.it, where) as JsonSchema;
    },
  };
}
