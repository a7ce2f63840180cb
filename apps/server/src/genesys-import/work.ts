/** Workbins with what is in them, queues, and the other places in which a folder tells of work. */
import type { InteractionType, Json, OwnerKind } from '@intray/core';
import { INTERACTION_TYPES, OWNER_KINDS } from '@intray/core';
import type { YamlFile } from '../configuration-folder/yaml-file.ts';
import { attachedData } from './attached-data.ts';
import type { Drafts, ImportedWork } from './drafts.ts';
import { Fields, isRecord, objectsIn } from './fields.ts';
import type { ImportReport } from './report.ts';

/** Where work waits for the moment in which it is put into its workbin; it feeds nobody, so nobody is offered it. */
export const HOLDING_QUEUE = 'Genesys import';

export function takeQueues(file: YamlFile | undefined, drafts: Drafts, report: ImportReport): void {
  for (const { fields } of objectsIn(file, report.kind('queues'))) {
    const id = fields.name('name');
    const type = fields.text('type');
    const name = fields.name('displayName') ?? id;
    const annex = fields.annex('userProperties', 'DBID');
    fields.done();
    if (id === undefined || (type !== undefined && type !== 'interaction-queue')) {
      fields.notUnderstood(id === undefined ? 'a queue without a name' : `a queue of the type ${type}`);
      continue;
    }
    fields.adapted(`"${id}" feeds no group until somebody says which: there, a strategy said so`);
    drafts.add('queues', { id, stated: { name, ...annex }, defaults: { agentGroups: [] } });
    fields.report.taken += 1;
  }
}

export function takeWorkbins(
  file: YamlFile | undefined,
  byNumber: ReadonlyMap<string, string>,
  drafts: Drafts,
  report: ImportReport,
): void {
  for (const { fields, key } of objectsIn(file, report.kind('workbins'))) {
    const id = fields.name('workbinName');
    const name = fields.name('displayName') ?? id;
    const ownerKind = fields.text('type');
    const annex = fields.annex('userProperties', 'id');
    const content = fields.list('interactions');
    fields.done();
    if (file === undefined || id === undefined || id.includes('@') || !isOwnerKind(ownerKind)) {
      fields.notUnderstood(
        `a workbin named ${id ?? 'nothing'} of the type ${ownerKind}; with all that is in it`,
      );
      continue;
    }
    drafts.add('workbinTypes', { id, stated: { name, ownerKind, ...annex } });
    fields.report.taken += 1;
    for (const [index, item] of content.entries())
      takeItem(file, [key, 'interactions', index], item, { byNumber, drafts, report });
  }
}

const isOwnerKind = (kind: string | undefined): kind is OwnerKind =>
  (OWNER_KINDS as readonly (string | undefined)[]).includes(kind);

/** Answers of searches: what was asked is kept as a filter, and what was found is work like any other. */
export function takeSnapshots(
  file: YamlFile | undefined,
  byNumber: ReadonlyMap<string, string>,
  drafts: Drafts,
  report: ImportReport,
): void {
  for (const { fields, key } of objectsIn(file, report.kind('snapshots'))) {
    const id = fields.name('snapshotId');
    const condition = fields.text('condition');
    const content = fields.list('interactions');
    for (const moment of ['startIndex', 'size', 'numberOfInteractions']) fields.take(moment);
    fields.done();
    if (id === undefined || condition === undefined) fields.notUnderstood('a snapshot without a condition');
    else {
      fields.adapted(
        `the condition of "${id}" is kept as a filter; how far somebody had leafed through it is not`,
      );
      const name = `Snapshot ${id}`;
      drafts.add('filters', { id: name, stated: { name, condition, columns: [] } });
      fields.report.taken += 1;
    }
    if (file === undefined) continue;
    for (const [index, item] of content.entries())
      takeItem(file, [key, 'interactions', index], item, { byNumber, drafts, report });
  }
}

interface Taking {
  readonly byNumber: ReadonlyMap<string, string>;
  readonly drafts: Drafts;
  readonly report: ImportReport;
}

/** Facts of Genesys about an item that Intray has others for, or none: kept in the attached data, under this key. */
export const KEPT_UNDER = 'Genesys';
const KEPT = [
  'capabilities proxyClientId interactionType interactionSubtype assignedAt submittedBy submittedAt submitSeq tenantId',
  'deliveredAt movedToQueueAt placedInQueueAt placeInQueueSeq workflowState isHeld isLocked isOnline isAlive ucsContent',
  'parentInteractionId startDate assignedTo',
].flatMap((line) => line.split(' '));

function takeItem(file: YamlFile, path: readonly (string | number)[], item: unknown, taking: Taking): void {
  const { drafts, report } = taking;
  const kind = report.kind('interactions');
  kind.found += 1;
  const fields = new Fields(file, path, isRecord(item) ? item : {}, kind);
  const id = fields.name('id');
  if (id !== undefined && drafts.work.some((one) => one.id === id)) {
    fields.adapted(`"${id}" was taken before, and is not taken twice`);
    return;
  }
  const mediaType = fields.name('mediaType');
  const userData = dataOf(fields);
  const contactId = fields.name('contactId');
  const received = Date.parse(fields.text('receivedAt') ?? '');
  const place = placeOf(fields, taking);
  fields.done();
  if (id === undefined || mediaType === undefined || place === undefined) {
    fields.notUnderstood(`the interaction ${id ?? 'without an id'} is not taken`);
    return;
  }
  const name = drafts.has('mediaTypes', mediaType) ? {} : { name: mediaType };
  // There is work of this medium, so somebody does it.
  drafts.add('mediaTypes', { id: mediaType, stated: {}, defaults: { ...name, capacity: 1 } });
  if ('workbin' in place)
    drafts.add('queues', {
      id: HOLDING_QUEUE,
      stated: { name: HOLDING_QUEUE },
      defaults: { agentGroups: [] },
    });
  drafts.work.push({
    id,
    mediaType,
    ...typeOf(userData),
    place,
    userData,
    where: fields.where(),
    ...(contactId === undefined ? {} : { contactId }),
    ...(Number.isNaN(received) ? {} : { receivedAt: received }),
  });
}

/** Which way it goes, if it is said in a word that Intray knows. */
function typeOf(userData: ImportedWork['userData']): { readonly interactionType?: InteractionType } {
  const said = userData[KEPT_UNDER];
  const type = isRecord(said) ? INTERACTION_TYPES.find((one) => one === said.interactionType) : undefined;
  return type === undefined ? {} : { interactionType: type };
}

function dataOf(fields: Fields): ImportedWork['userData'] {
  const data: Record<string, Json> = { ...attachedData(fields.list('userData'), fields, ['userData']) };
  const email = fields.take('email');
  const letter = isRecord(email) ? email : {};
  const said: readonly (readonly [string, unknown])[] = [
    ['Subject', fields.take('subject')],
    ['From', letter.from],
    ['To', Array.isArray(letter.to) ? letter.to.join(', ') : letter.to],
    ['Text', letter.bodyAsPlainText],
  ];
  for (const [key, value] of said)
    if (typeof value === 'string' && value !== '' && !Object.hasOwn(data, key)) data[key] = value;
  const { from: _from, to: _to, bodyAsPlainText: _text, ...more } = letter;
  const kept: Record<string, Json> = {};
  for (const key of KEPT) {
    const value = fields.take(key);
    if (value !== undefined && value !== null) kept[key] = value as Json;
  }
  if (Object.keys(more).length > 0) kept.email = more as Json;
  if (Object.keys(kept).length > 0) data[KEPT_UNDER] = kept;
  return data;
}

/** In the workbin of its owner, or waiting in a queue. */
function placeOf(fields: Fields, { byNumber, drafts }: Taking): ImportedWork['place'] | undefined {
  const state = fields.text('state');
  const type = fields.name('workbinTypeId');
  const queue = fields.name('queue');
  const owner = ownerOf(fields, byNumber);
  if (state === 'InWorkbin' && type !== undefined) {
    const ownerKind = drafts.objects.get('workbinTypes')?.get(type)?.stated.ownerKind;
    if (ownerKind === 'Agent' && owner !== undefined)
      return { workbin: { type, owner: { kind: 'Agent', id: owner } } };
    fields.notUnderstood(
      `no owner of kind ${ownerKind ?? 'unknown'} for a tray of "${type}"`,
      'workbinTypeId',
    );
    return undefined;
  }
  if (state === 'Queued' && queue !== undefined && drafts.has('queues', queue)) return { queue };
  fields.notUnderstood(`the state ${state} in the queue ${queue}`, 'state');
  return undefined;
}

function ownerOf(fields: Fields, byNumber: ReadonlyMap<string, string>): string | undefined {
  const agent = fields.name('agentId');
  const information = fields.take('ownerInformation');
  if (!isRecord(information)) return agent;
  const known = ['firstName', 'lastName', 'userName', 'DBID'];
  for (const key of Object.keys(information))
    if (!known.includes(key)) fields.notUnderstood(`ownerInformation: ${key}`, 'ownerInformation', key);
  const byName = typeof information.userName === 'string' ? information.userName : undefined;
  const numbered = byNumber.get(String(information.DBID));
  const owner = agent ?? byName ?? numbered;
  for (const other of new Set([byName, numbered]))
    if (other !== undefined && other !== owner)
      fields.adapted(
        `the owner is ${owner}, although ownerInformation also names ${other}`,
        'ownerInformation',
      );
  return owner;
}
