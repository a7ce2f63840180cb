/** Business attributes, and what Intray keeps as objects of its own among them: media types and dispositions. */
import type { YamlFile } from '../configuration-folder/yaml-file.ts';
import type { Drafts } from './drafts.ts';
import { Fields, isRecord, objectsIn } from './fields.ts';
import type { ImportReport, KindReport } from './report.ts';

interface Value {
  readonly id: string;
  readonly name: string;
  readonly [field: string]: unknown;
}

export function takeAttributes(file: YamlFile | undefined, drafts: Drafts, report: ImportReport): void {
  const values = report.kind('attribute values');
  for (const { fields, key } of objectsIn(file, report.kind('business attributes'))) {
    const id = fields.name('name');
    const name = fields.name('displayName') ?? id;
    const annex = fields.annex('userProperties', 'id');
    const description = described(fields);
    const list = fields.list('values');
    fields.done();
    if (file === undefined || id === undefined) {
      fields.notUnderstood('a business attribute without a name');
      continue;
    }
    const taken = takeValues(file, [key, 'values'], list, values);
    drafts.add('businessAttributes', { id, stated: { name, ...description, values: taken, ...annex } });
    fields.report.taken += 1;
    if (id === 'MediaType') takeMediaTypes(taken, fields, drafts, report);
    if (annex.annex?.htcc?.contains === 'dispositions')
      takeDispositions({ id, name: name ?? id, values: taken }, fields, drafts, report);
  }
}

function described(fields: Fields): { readonly description?: string } {
  const description = fields.text('description');
  return description === undefined ? {} : { description };
}

function takeValues(
  file: YamlFile,
  path: readonly (string | number)[],
  list: readonly unknown[],
  report: KindReport,
): Value[] {
  const taken: Value[] = [];
  const seen = new Set<string>();
  for (const [index, value] of list.entries()) {
    report.found += 1;
    const fields = new Fields(file, [...path, index], isRecord(value) ? value : {}, report);
    const id = fields.name('name');
    const name = fields.name('displayName') ?? id;
    const isDefault = fields.take('default') === true;
    const more = { ...described(fields), ...fields.annex('userProperties', 'id') };
    fields.done();
    if (id === undefined || name === undefined || seen.has(id)) {
      fields.notUnderstood(id === undefined ? 'a value without a name' : `"${id}" is there twice`);
      continue;
    }
    seen.add(id);
    const second = isDefault && taken.some((one) => one.default === true);
    if (second) fields.adapted(`"${id}" is a second default: it is none now`, 'default');
    taken.push({ id, name, ...more, ...(isDefault && !second ? { default: true } : {}) });
    report.taken += 1;
  }
  return taken;
}

/** A medium gets no work until it is given a capacity: a contact centre lists many that nobody uses. */
function takeMediaTypes(
  values: readonly Value[],
  fields: Fields,
  drafts: Drafts,
  report: ImportReport,
): void {
  const kind = report.kind('media types');
  for (const [index, { id, name }] of values.entries()) {
    kind.found += 1;
    if (id === 'any') {
      kind.adapted.push({
        where: fields.where('values', index),
        what: '"any" stands for all media and is none',
      });
      continue;
    }
    drafts.add('mediaTypes', { id, stated: {}, defaults: { name, capacity: 0 } });
    kind.taken += 1;
  }
  const where = fields.where('values');
  kind.adapted.push({ where, what: 'a medium that is new has capacity 0 until somebody gives it more' });
}

/** Each list becomes a heading with its values below it. */
function takeDispositions(
  attribute: { readonly id: string; readonly name: string; readonly values: readonly Value[] },
  fields: Fields,
  drafts: Drafts,
  report: ImportReport,
): void {
  const kind = report.kind('dispositions');
  drafts.add('dispositions', { id: attribute.id, stated: { name: attribute.name } });
  for (const [index, { id: short, name }] of attribute.values.entries()) {
    kind.found += 1;
    const id = drafts.has('dispositions', short) ? `${attribute.id}/${short}` : short;
    if (id !== short)
      kind.adapted.push({
        where: fields.where('values', index),
        what: `"${short}" is there already: "${id}"`,
      });
    drafts.add('dispositions', { id, stated: { name, parent: attribute.id } });
    kind.taken += 1;
  }
}
