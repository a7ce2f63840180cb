/** A Genesys folder as drafts of Intray's own objects, with a report that leaves nothing out. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describeFault } from '../configuration-folder/read-folder.ts';
import { readYaml, type YamlFile } from '../configuration-folder/yaml-file.ts';
import { roles } from '../contact-centre/basics.ts';
import { takeAttributes } from './attributes.ts';
import { takeContacts } from './contacts.ts';
import { Drafts } from './drafts.ts';
import { objectsIn } from './fields.ts';
import { takeActionCodes, takeOptions } from './options.ts';
import { takePeople } from './people.ts';
import { takePrivileges } from './privileges.ts';
import { ImportReport } from './report.ts';
import { takeQueues, takeSnapshots, takeWorkbins } from './work.ts';
import { takeOwnOptions } from './workspace-options.ts';

/** Files that cannot be read at all; the message lists them with line and column. */
export class UnreadableFolder extends Error {
  override readonly name = 'UnreadableFolder';
}

export interface Translation {
  readonly drafts: Drafts;
  readonly report: ImportReport;
}

/** What Intray has no home for: each object is listed as not understood. */
const HOMELESS = {
  'personal-favorites.yaml': ['favorites', 'Intray keeps no favorites'],
} as const;

const KNOWN: readonly string[] = [
  'agents.yaml',
  'agent-groups.yaml',
  'places.yaml',
  'interaction-queues.yaml',
  'workbins.yaml',
  'media-management.yaml',
  'business-attributes.yaml',
  'cluster-options.yaml',
  'action-codes.yaml',
  'attached-data.yaml',
  'contacts.yaml',
  ...Object.keys(HOMELESS),
];

/** @throws UnreadableFolder, and the file system's errors */
export async function translateFolder(folder: string): Promise<Translation> {
  const names = (await readdir(folder)).filter((name) => /\.ya?ml$/.test(name)).sort();
  const files = new Map<string, YamlFile>();
  for (const name of names) files.set(name, readYaml(name, await readFile(join(folder, name), 'utf8')));
  const faults = [...files.values()].flatMap((file) => file.faults.map(describeFault));
  if (faults.length > 0) throw new UnreadableFolder(`${folder} cannot be read:\n${faults.join('\n')}`);
  if (!names.some((name) => KNOWN.includes(name)))
    throw new UnreadableFolder(`${folder} holds none of the files ${KNOWN.join(', ')}.`);

  const report = new ImportReport();
  const drafts = new Drafts();
  const file = (name: string) => files.get(name);
  // Added where they are missing; a role that is there says itself what it allows.
  for (const { id, ...role } of roles) drafts.add('roles', { id, stated: {}, defaults: role });
  const people = {
    agents: file('agents.yaml'),
    groups: file('agent-groups.yaml'),
    places: file('places.yaml'),
  };
  const { byNumber, carriers } = takePeople(people, drafts, report);
  takeQueues(file('interaction-queues.yaml'), drafts, report);
  takeAttributes(file('business-attributes.yaml'), drafts, report);
  takeWorkbins(file('workbins.yaml'), byNumber, drafts, report);
  takeSnapshots(file('media-management.yaml'), byNumber, drafts, report);
  takeContacts(file('contacts.yaml'), drafts, report);
  takeOptions(file('cluster-options.yaml'), drafts, report);
  takePrivileges(drafts.privileges, drafts, report);
  takeOwnOptions(carriers, drafts, report);
  takeActionCodes(file('action-codes.yaml'), drafts, report);
  listUnhoused(files, report);
  return { drafts, report };
}

function listUnhoused(files: ReadonlyMap<string, YamlFile>, report: ImportReport): void {
  for (const [name, [kind, why]] of Object.entries(HOMELESS))
    for (const { fields } of objectsIn(files.get(name), report.kind(kind))) fields.notUnderstood(why);
  const attached = report.kind('attached data of test calls');
  for (const { fields } of objectsIn(listOf(files.get('attached-data.yaml'), 'userData'), attached))
    fields.notUnderstood('work brings its own attached data; there are no test calls here');
  for (const [name, file] of files)
    if (!KNOWN.includes(name)) {
      const { line } = file.fault([], '');
      const other = report.kind('other files');
      other.found += 1;
      other.notUnderstood.push({ where: `${name}:${line}`, what: 'a file of a name that says nothing here' });
    }
}

/** The list under a key, as if it were a file of its own. */
function listOf(file: YamlFile | undefined, key: string): YamlFile | undefined {
  const value = (file?.value as Record<string, unknown> | null | undefined)?.[key];
  return file === undefined || !Array.isArray(value)
    ? undefined
    : { ...file, value, fault: (path, message, where) => file.fault([key, ...path], message, where) };
}
