/** Agents, their groups and their places. */
import type { Annex } from '@intray/core';
import type { YamlFile } from '../configuration-folder/yaml-file.ts';
import type { Drafts } from './drafts.ts';
import { type Fields, isRecord, objectsIn } from './fields.ts';
import type { ImportReport } from './report.ts';
import { privilegesIn } from './said-privileges.ts';
import type { Carrier } from './workspace-options.ts';

interface PeopleFiles {
  readonly agents: YamlFile | undefined;
  readonly groups: YamlFile | undefined;
  readonly places: YamlFile | undefined;
}

export interface TakenPeople {
  /** Agents by the numbers that Genesys gives them. */
  readonly byNumber: ReadonlyMap<string, string>;
  /** Whose annexes may have options. */
  readonly carriers: readonly Carrier[];
}

export function takePeople(
  { agents, groups, places }: PeopleFiles,
  drafts: Drafts,
  report: ImportReport,
): TakenPeople {
  const managers = managersIn(groups);
  const carriers: Carrier[] = [];
  takePlaces(places, drafts, report);
  const byNumber = takeAgents(agents, managers, { drafts, report, carriers });
  takeGroups(groups, byNumber, { drafts, report, carriers });
  return { byNumber, carriers };
}

interface Taking {
  readonly drafts: Drafts;
  readonly report: ImportReport;
  readonly carriers: Carrier[];
}

/** Who leads a group, before anybody is looked at: it decides what they may do. */
function managersIn(groups: YamlFile | undefined): ReadonlySet<string> {
  const lists = Array.isArray(groups?.value) ? (groups.value as readonly unknown[]) : [];
  return new Set(
    lists.flatMap((group) =>
      isRecord(group) && Array.isArray(group.managerDBIDs) ? group.managerDBIDs.map(String) : [],
    ),
  );
}

function takePlaces(file: YamlFile | undefined, drafts: Drafts, report: ImportReport): void {
  for (const { fields } of objectsIn(file, report.kind('places'))) {
    const id = fields.name('name');
    const devices = fields.list('devices');
    const annex: Record<string, Annex[string]> = { ...fields.annex('userProperties', 'DBID').annex };
    for (const [index, device] of devices.entries())
      if (isRecord(device)) {
        const number = String(device.number ?? index);
        annex[`device ${number}`] = flat(device);
        fields.adapted(`device ${number}: kept in the annex; Intray has no telephones`, 'devices', index);
      } else fields.notUnderstood('devices: expected an object', 'devices', index);
    fields.done();
    if (id === undefined) {
      fields.notUnderstood('a place without a name');
      continue;
    }
    drafts.add('places', {
      id,
      stated: Object.keys(annex).length > 0 ? { annex } : {},
      defaults: { name: id },
    });
    fields.report.taken += 1;
  }
}

/** `{a: {b: 1}}`, or the same as lists of pairs, as `{'a.b': 1}`. */
function flat(value: unknown, prefix = ''): Record<string, string | number | boolean> {
  if (Array.isArray(value)) return Object.assign({}, ...value.map((one: unknown) => flat(one, prefix)));
  if (isRecord(value))
    return Object.assign(
      {},
      ...Object.entries(value).map(([key, one]) => flat(one, prefix === '' ? key : `${prefix}.${key}`)),
    );
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? { [prefix]: value }
    : {};
}

function takeAgents(
  file: YamlFile | undefined,
  managers: ReadonlySet<string>,
  { drafts, report, carriers }: Taking,
): ReadonlyMap<string, string> {
  const byNumber = new Map<string, string>();
  const accounts = report.kind('accounts');
  for (const { fields, key } of objectsIn(file, report.kind('agents'))) {
    const id = fields.name('userName') ?? String(key);
    const number = fields.text('DBID');
    if (number !== undefined) byNumber.set(number, id);
    const name = [fields.text('firstName'), fields.text('lastName')].filter((part) => part !== undefined);
    const leads = number !== undefined && managers.has(number);
    const annex = fields.annex('userProperties', 'DBID', 'employeeId', 'tenantDBID', 'tenant', 'agentLogin');
    drafts.privileges.push(
      ...privilegesIn(annex.annex, { level: 'agents', of: id, where: () => fields.where('userProperties') }),
    );
    drafts.add('agents', {
      id,
      stated: {
        name: name.join(' ') || id,
        ...placeOf(fields, drafts),
        ...capacityOf(fields, drafts),
        ...annex,
      },
      defaults: { roles: leads ? ['Agent', 'Team Lead'] : ['Agent'] },
    });
    carriers.push({ kind: 'agents', id, fields, annexKey: 'userProperties' });
    const password = fields.text('password');
    if (password !== undefined) {
      accounts.found += 1;
      drafts.accounts.push({ userName: id, password });
      if (password === id)
        accounts.adapted.push({
          where: fields.where('password'),
          what: `${id} has the own name as password; choose another: account password ${id}`,
        });
    }
    fields.done();
    fields.report.taken += 1;
  }
  return byNumber;
}

function placeOf(fields: Fields, drafts: Drafts): { readonly defaultPlace?: string } {
  const defaultPlace = fields.name('defaultPlace');
  if (defaultPlace === undefined) return {};
  if (!drafts.has('places', defaultPlace)) {
    fields.adapted(`the place "${defaultPlace}" is in no file: made`, 'defaultPlace');
    drafts.add('places', { id: defaultPlace, stated: {}, defaults: { name: defaultPlace } });
  }
  return { defaultPlace };
}

function capacityOf(fields: Fields, drafts: Drafts): { readonly capacityRule?: string } {
  const value = fields.take('capacity');
  if (value === undefined) return {};
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0) {
    fields.notUnderstood('capacity: expected a whole number', 'capacity');
    return {};
  }
  const id = `${value} at a time`;
  fields.adapted(`capacity ${value}: the capacity rule "${id}"`, 'capacity');
  drafts.add('capacityRules', { id, stated: { name: id, anyOf: [{ allOf: [{ atMost: value }] }] } });
  return { capacityRule: id };
}

function takeGroups(
  file: YamlFile | undefined,
  byNumber: ReadonlyMap<string, string>,
  { drafts, report, carriers }: Taking,
): void {
  for (const { fields } of objectsIn(file, report.kind('agent groups'))) {
    const id = fields.name('name');
    const people = (key: string) =>
      fields.list(key).flatMap((number, index) => {
        const agent = byNumber.get(String(number));
        if (agent !== undefined) return [agent];
        fields.notUnderstood(`${key} ${number}: no agent has this number`, key, index);
        return [];
      });
    const [members, supervisors] = [people('agentDBIDs'), people('managerDBIDs')];
    const annex = fields.annex('settings', 'DBID', 'tenantDBID');
    fields.done();
    if (id === undefined) {
      fields.notUnderstood('a group without a name');
      continue;
    }
    drafts.privileges.push(
      ...privilegesIn(annex.annex, { level: 'agentGroups', of: id, where: () => fields.where('settings') }),
    );
    carriers.push({ kind: 'agentGroups', id, fields, annexKey: 'settings' });
    drafts.add('agentGroups', { id, stated: { members, supervisors, ...annex }, defaults: { name: id } });
    fields.report.taken += 1;
  }
}
