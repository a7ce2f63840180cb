/**
 * What the objects of a configuration look like, for whoever builds a form from it: read off the schemas by which a
 * configuration is checked, so that a field is never missing in one and there in the other.
 */
import { z } from 'zod';
import { type ConfigurationKind, kindsOfConfiguration } from './kinds.ts';
import { kindsNamedIn } from './named-in.ts';
import { ContactCentreConfig } from './objects.ts';

/** What a value may be. `names`: it is the id of an object of one of these kinds. */
export type Shape =
  | {
      readonly type: 'text';
      /** UTF-16 units. */
      readonly longest?: number;
      readonly names?: readonly ConfigurationKind[];
    }
  | { readonly type: 'number'; readonly least?: number; readonly most?: number }
  | { readonly type: 'flag' }
  | { readonly type: 'choice'; readonly choices: readonly string[] }
  | { readonly type: 'list'; readonly of: Shape }
  | { readonly type: 'record'; readonly key: Shape; readonly of: Shape }
  | { readonly type: 'object'; readonly fields: readonly FieldShape[] }
  /** Options of the section `interaction-workspace`, which have an explanation of their own. */
  | { readonly type: 'options' }
  /** Anything that a form of fields would not make clearer: written as JSON. */
  | { readonly type: 'json' };

export interface FieldShape {
  readonly name: string;
  readonly required: boolean;
  readonly shape: Shape;
}

interface Schema {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
  readonly propertyNames?: Schema;
}

function shapeOfSchema(schema: Schema, path: string): Shape {
  const { enum: choices, properties, items, additionalProperties: others } = schema;
  if (path.endsWith('.options') && properties !== undefined) return { type: 'options' };
  if (choices !== undefined) return { type: 'choice', choices: choices.map(String) };
  if (schema.const === true) return { type: 'flag' };
  switch (schema.type) {
    case 'string': {
      const names = kindsNamedIn(path);
      return {
        type: 'text',
        ...(schema.maxLength === undefined ? {} : { longest: schema.maxLength }),
        ...(names === undefined ? {} : { names }),
      };
    }
    case 'integer':
    case 'number':
      return {
        type: 'number',
        ...(schema.minimum === undefined ? {} : { least: schema.minimum }),
        ...(schema.maximum === undefined ? {} : { most: schema.maximum }),
      };
    case 'boolean':
      return { type: 'flag' };
    case 'array':
      return items === undefined ? { type: 'json' } : { type: 'list', of: shapeOfSchema(items, path) };
    case 'object':
      if (properties !== undefined) return { type: 'object', fields: fieldsOf(schema, path) };
      return typeof others === 'object'
        ? shapeOfRecord(schema.propertyNames, others, path)
        : { type: 'json' };
    default:
      return { type: 'json' };
  }
}

/** Only records of single values: a record of records is no clearer as fields than as it is written. */
function shapeOfRecord(keys: Schema | undefined, values: Schema, path: string): Shape {
  const key = shapeOfSchema(keys ?? { type: 'string' }, path);
  // What a record names stands in its keys.
  const of = shapeOfSchema(values, `${path}.*`);
  const isPlain = of.type === 'number' || of.type === 'text' || of.type === 'flag' || of.type === 'list';
  return isPlain ? { type: 'record', key, of } : { type: 'json' };
}

const fieldsOf = ({ properties = {}, required = [] }: Schema, path: string): readonly FieldShape[] =>
  Object.entries(properties).map(([name, schema]) => ({
    name,
    required: required.includes(name),
    shape: shapeOfSchema(schema, path === '' ? name : `${path}.${name}`),
  }));

let read: ReadonlyMap<string, readonly FieldShape[]> | undefined;

function readShapes(): ReadonlyMap<string, readonly FieldShape[]> {
  const whole = z.toJSONSchema(ContactCentreConfig, { io: 'input', unrepresentable: 'any' }) as Schema;
  const { properties = {} } = whole;
  return new Map(
    [...kindsOfConfiguration, 'settings' as const].map((kind) => {
      const schema = properties[kind] ?? {};
      return [kind, fieldsOf(schema.items ?? schema, kind)];
    }),
  );
}

/** The fields of an object of the kind, `id` among them, in the order of its schema. */
export function shapeOf(kind: ConfigurationKind | 'settings'): readonly FieldShape[] {
  read ??= readShapes();
  return read.get(kind) ?? [];
}
