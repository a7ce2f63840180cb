/** Sections of options: filters become objects, what Intray knows is set for the application, all else is kept as it is. */
import { SECTION } from '@intray/core';
import type { YamlFile } from '../configuration-folder/yaml-file.ts';
import type { Drafts } from './drafts.ts';
import { Fields, isRecord, objectsIn } from './fields.ts';
import type { ImportReport, KindReport } from './report.ts';
import { privilegesIn } from './said-privileges.ts';
import { type Options, settle } from './workspace-options.ts';

export function takeOptions(file: YamlFile | undefined, drafts: Drafts, report: ImportReport): void {
  const kind = report.kind('option sections');
  const each = report.kind('options');
  const sections = Object.entries(isRecord(file?.value) ? file.value : {});
  // Filters first: the option that lists them is to find them.
  for (const [id, value] of sections.toSorted(([a], [b]) => Number(a === SECTION) - Number(b === SECTION))) {
    if (file === undefined) return;
    kind.found += 1;
    const fields = new Fields(file, [id], isRecord(value) ? value : {}, each);
    const options: Record<string, string | number | boolean> = {};
    for (const [key, option] of Object.entries(isRecord(value) ? value : {}))
      if (typeof option === 'string' || typeof option === 'number' || typeof option === 'boolean')
        options[key] = option;
      else {
        each.found += 1;
        fields.notUnderstood(`${id}.${key}: expected text or a number`, key);
      }
    let kept: Options = options;
    if (id === SECTION) {
      const settled = settle(options, 'application', drafts, each, (name) => fields.where(name));
      drafts.application = settled.placed;
      kept = settled.kept;
    } else {
      each.found += Object.keys(options).length;
      each.taken += Object.keys(options).length;
    }
    drafts.add('optionSections', { id, stated: { name: id, options: kept } });
    kind.taken += 1;
    const where = (option: string) => fields.where(option);
    drafts.privileges.push(
      ...privilegesIn({ [id]: options }, { level: 'everybody', of: 'everybody', where }),
    );
    if (id.startsWith('Filter-')) takeFilter(id, options, fields, drafts, report.kind('filters'));
  }
}

const listed = (text: string | number | boolean | undefined): readonly string[] =>
  String(text ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

function takeFilter(id: string, options: Options, fields: Fields, drafts: Drafts, report: KindReport): void {
  report.found += 1;
  const {
    condition,
    'display-name': name,
    'displayed-columns': columns,
    category,
    queues,
    ...rest
  } = options as Record<string, string | undefined>;
  if (condition === undefined || condition === '') {
    report.notUnderstood.push({ where: fields.where(), what: `filter "${id}" has no condition` });
    return;
  }
  const named = listed(queues);
  const known = named.filter((queue) => drafts.has('queues', queue));
  for (const queue of named)
    if (!known.includes(queue))
      report.notUnderstood.push({
        where: fields.where('queues'),
        what: `filter "${id}": the queue "${queue}" is in no file; left out`,
      });
  drafts.add('filters', {
    id,
    stated: {
      name: name ?? id,
      condition,
      columns: listed(columns),
      ...(category === undefined ? {} : { category }),
      ...(known.length > 0 ? { queues: known } : {}),
      ...(Object.keys(rest).length > 0 ? { annex: rest } : {}),
    },
  });
  report.taken += 1;
}

/** Reasons for not being ready. */
export function takeActionCodes(file: YamlFile | undefined, drafts: Drafts, report: ImportReport): void {
  for (const { fields } of objectsIn(file, report.kind('action codes'))) {
    const type = fields.text('type');
    const id = fields.name('code');
    const name = fields.name('name') ?? id;
    const annex = fields.annex('userProperties', 'DBID');
    fields.done();
    if (id === undefined || type !== 'NotReady') {
      fields.notUnderstood(
        id === undefined
          ? 'an action code without a code'
          : `an action code of the type ${type}; Intray has NotReady`,
      );
      continue;
    }
    drafts.add('notReadyReasons', { id, stated: { name, ...annex } });
    fields.report.taken += 1;
  }
}
