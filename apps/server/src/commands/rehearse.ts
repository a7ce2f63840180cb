/** `intray rehearse`: a file of work, a contact centre in a folder, and what would become of the one in the other. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type ContactCentreConfig, editOfTable, measuresCsv } from '@intray/core';
import { fitMapping, type Mapping, type Work } from '@intray/importing';
import { DateTime } from 'luxon';
import type { Config } from '../config.ts';
import { parseMapping } from '../import/mapping-file.ts';
import { openSource } from '../import/open-source.ts';
import { newestDay, onOneDay } from '../rehearsal/one-day.ts';
import { type Rehearsed, rehearse } from '../rehearsal/rehearse.ts';
import { storyOf, waitsAndOverdue } from '../rehearsal/report.ts';
import { soundFolder } from './configuration-folder.ts';

export interface RehearseArguments {
  readonly map: string;
  readonly day?: string;
  /** `08:00-18:00` */
  readonly hours: string;
  /** `15-45` */
  readonly minutes: string;
  readonly seed: number;
  /** `rule=file.csv`, as often as wanted. */
  readonly table: readonly string[];
  /** External ids. */
  readonly explain: readonly string[];
  readonly csv?: boolean;
  /** The address of a PostgreSQL. */
  readonly database?: string;
  readonly embedded?: boolean;
}

/** Some rows were not work, or were not let in, or were never finished. */
const NOT_ALL = 3;

/** Answers the exit code. */
export async function rehearseCommand(
  folder: string,
  file: string,
  given: RehearseArguments,
  config: Config,
): Promise<number> {
  const at = (name: string) => resolve(config.startedIn, name);
  const read = await soundFolder(folder, config);
  const centre = read && (await withTables(read, given.table, at));
  if (centre === undefined) return 1;
  const mapping = parseMapping(await readFile(at(given.map), 'utf8'));
  const { works, flaws } = await worksIn(at(file), mapping);
  const zone = mapping.receivedAt?.zone ?? 'UTC';
  const day = given.day ?? newestDay(works, zone, Date.now());
  const [from, to] = given.hours
    .split('-')
    .map((time) => DateTime.fromISO(`${day}T${time}`, { zone }).toMillis());
  const [least, most] = given.minutes.split('-').map(Number);
  const rehearsed = await rehearse({
    config: centre,
    arrivals: onOneDay(works, day, zone),
    hours: { from: from as number, to: to as number },
    minutes: { least: least as number, most: most as number },
    seed: given.seed,
    explain: given.explain,
    keeping:
      given.database !== undefined ? { server: given.database } : given.embedded ? 'embedded' : 'memory',
  });
  print(rehearsed, given, zone);
  for (const flaw of flaws) process.stderr.write(`${flaw}\n`);
  for (const { externalId, reason } of rehearsed.refused) process.stderr.write(`${externalId}: ${reason}\n`);
  return flaws.length + rehearsed.refused.length + rehearsed.unfinished > 0 ? NOT_ALL : 0;
}

function print(rehearsed: Rehearsed, { csv, explain }: RehearseArguments, zone: string): void {
  process.stdout.write(csv ? measuresCsv(rehearsed.lines) : waitsAndOverdue(rehearsed, zone));
  for (const story of rehearsed.explained) process.stdout.write(`\n${storyOf(story, zone)}`);
  for (const externalId of explain)
    if (!rehearsed.explained.some((one) => one.externalId === externalId))
      process.stderr.write(`There is no work ${externalId} to be explained.\n`);
}

async function worksIn(path: string, mapping: Mapping) {
  const source = await openSource(path, mapping);
  const toWork = fitMapping(mapping, source.columns);
  const works: Work[] = [];
  const flaws: string[] = [];
  for await (const row of source.rows) {
    const mapped = 'cells' in row ? toWork(row.cells) : row;
    if ('work' in mapped) works.push(mapped.work);
    else flaws.push(`line ${row.line}: ${mapped.flaw}`);
  }
  return { works, flaws };
}

/** The configuration with other decision tables in the place of its own; `undefined` if one makes no sense. */
async function withTables(
  config: ContactCentreConfig,
  tables: readonly string[],
  at: (name: string) => string,
): Promise<ContactCentreConfig | undefined> {
  let next = config;
  for (const given of tables) {
    const [rule = '', file = ''] = given.split('=', 2);
    const read = editOfTable(next, rule, await readFile(at(file), 'utf8'), undefined);
    if (!read.ok) {
      process.stderr.write(`${given}: ${read.refusal.message}\n`);
      return undefined;
    }
    const { edit } = read;
    const put = 'put' in edit ? edit.put : undefined;
    const taskRules = (next.taskRules ?? []).map((one) => (one.id === rule ? (put as typeof one) : one));
    next = { ...next, taskRules };
  }
  return next;
}
