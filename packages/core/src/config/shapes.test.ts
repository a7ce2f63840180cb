import { expect, test } from 'vitest';
import { CONFIG } from '../testing/centre.ts';
import { type ConfigurationKind, kindsOfConfiguration } from './kinds.ts';
import { NAMED_IN } from './named-in.ts';
import type { ContactCentreConfig } from './objects.ts';
import { configurationFaults } from './references.ts';
import { type FieldShape, type Shape, shapeOf } from './shapes.ts';

const field = (kind: ConfigurationKind, name: string) => shapeOf(kind).find((one) => one.name === name);

test('[R90] every kind of object says which fields it has, and what may stand in them', () => {
  for (const kind of kindsOfConfiguration) expect(field(kind, 'id'), kind).toMatchObject({ required: true });
  expect(field('mediaTypes', 'capacity')?.shape).toEqual({ type: 'number', least: 0, most: 1_000_000 });
  expect(field('mediaTypes', 'whenAgentGone')).toEqual({
    name: 'whenAgentGone',
    required: false,
    shape: { type: 'choice', choices: ['keep', 'workbin', 'queue'] },
  });
  expect(field('agents', 'skills')?.shape).toMatchObject({ type: 'record', key: { names: ['skills'] } });
  expect(field('agents', 'options')?.shape).toEqual({ type: 'options' });
  expect(shapeOf('settings').map(({ name }) => name)).toContain('leaseSeconds');
});

/** A value of the shape with `nobody` at the end of the path, and nothing else. */
function naming(shape: Shape, path: readonly string[]): unknown {
  switch (shape.type) {
    case 'list':
      return [naming(shape.of, path)];
    case 'record':
      return { nobody: 1 };
    case 'object': {
      const [first = '', ...rest] = path;
      const inner = shape.fields.find(({ name }) => name === first) as FieldShape;
      return { ...emptyLists(shape.fields), [first]: naming(inner.shape, rest) };
    }
    default:
      return 'nobody';
  }
}

const emptyLists = (fields: readonly FieldShape[]) =>
  Object.fromEntries(
    fields.flatMap(({ name, shape, required }) => (required && shape.type === 'list' ? [[name, []]] : [])),
  );

test.each(Object.keys(NAMED_IN))('[C5] %s names what the check of the whole looks for', (path) => {
  const [kind = '', ...rest] = path.split('.');
  const fields = shapeOf(kind as ConfigurationKind);
  const object = {
    id: 'x',
    name: 'x',
    expression: 'x',
    ...(naming({ type: 'object', fields }, rest) as object),
  };
  const whole = { ...CONFIG, [kind]: kind === 'settings' ? object : [object] } as ContactCentreConfig;
  const at = configurationFaults(whole).map((fault) => fault.path.filter((step) => typeof step === 'string'));
  const expected = [kind, ...rest];
  expect(at.map((steps) => steps.filter((step) => step !== 'nobody'))).toContainEqual(expected);
});
