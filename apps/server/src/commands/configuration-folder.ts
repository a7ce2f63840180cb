/** `intray config export | diff | apply | check`: the contact centre as a folder of files. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import {
  type ContactCentreConfig,
  configurationDifferences,
  describeDifference,
  Move,
  type ObjectDifference,
} from '@intray/core';
import { z } from 'zod';
import type { Config } from '../config.ts';
import { configurationClient } from '../configuration-folder/configuration-client.ts';
import { describeFault, readFolder } from '../configuration-folder/read-folder.ts';
import { writeFolder } from '../configuration-folder/write-folder.ts';
import { readYaml } from '../configuration-folder/yaml-file.ts';
import { credentials, type ServerArguments, serverUrl } from './credentials.ts';

export interface ApplyArguments extends ServerArguments {
  readonly dryRun?: boolean;
  readonly note?: string;
  readonly moves?: string;
}

/** The folder says something else than the server. */
const DIFFERENT = 3;

const connect = async (given: ServerArguments, config: Config) => {
  const url = serverUrl(given, config);
  return configurationClient({ url, ...(await credentials(given, config, url, 'admin')) });
};

/** Writes the newest version into a folder. Answers the exit code. */
export async function exportFolder(folder: string, given: ServerArguments, config: Config): Promise<number> {
  const newest = await (await connect(given, config)).newest();
  const files = await writeFolder(resolve(config.startedIn, folder), newest.config);
  process.stdout.write(`Version ${newest.version} is in ${files} files in ${folder}.\n`);
  return 0;
}

/** Says whether a folder could be applied as far as can be told without a server. Answers the exit code. */
export async function checkFolder(folder: string, config: Config): Promise<number> {
  const read = await soundFolder(folder, config);
  if (read !== undefined) process.stdout.write(`${folder} is a sound contact centre.\n`);
  return read === undefined ? 1 : 0;
}

/** Prints what applying a folder would change. Answers the exit code: 3 if that is something. */
export async function diffFolder(folder: string, given: ServerArguments, config: Config): Promise<number> {
  const wanted = await soundFolder(folder, config);
  if (wanted === undefined) return 1;
  const { version, config: present } = await (await connect(given, config)).newest();
  const differences = configurationDifferences(present, wanted);
  process.stdout.write(`${listed(differences)}${differences.length} different from version ${version}.\n`);
  return differences.length === 0 ? 0 : DIFFERENT;
}

/** Applies a folder as one version, or not at all. Answers the exit code. */
export async function applyFolder(folder: string, given: ApplyArguments, config: Config): Promise<number> {
  const wanted = await soundFolder(folder, config);
  const moves = given.moves === undefined ? [] : await readMoves(given.moves, config);
  if (wanted === undefined || moves === undefined) return 1;
  const client = await connect(given, config);
  const base = await client.newestVersion();
  const { dryRun = false, note } = given;
  const asked = { base, config: wanted, moves, dryRun, ...(note === undefined ? {} : { note }) };
  const { version, differences } = await client.change(asked);
  process.stdout.write(listed(differences));
  if (differences.length === 0) process.stdout.write(`Nothing is different from version ${version}.\n`);
  else if (dryRun)
    process.stdout.write(`${differences.length} changes could be applied to version ${base}.\n`);
  else process.stdout.write(`${differences.length} changes are in force as version ${version}.\n`);
  return 0;
}

/** A line each. */
const listed = (differences: readonly ObjectDifference[]): string =>
  differences.map((difference) => `${describeDifference(difference)}\n`).join('');

/** What a folder says, or `undefined` once everything that is wrong with it has been told. */
export async function soundFolder(folder: string, config: Config): Promise<ContactCentreConfig | undefined> {
  const read = await readFolder(resolve(config.startedIn, folder));
  if (read.ok) return read.config;
  process.stderr.write(`${folder} cannot be used:\n`);
  for (const fault of read.faults) process.stderr.write(`  ${describeFault(fault)}\n`);
  return undefined;
}

/** Where work goes that would be in the way: a file with a list of `from` and `to`. */
async function readMoves(path: string, config: Config): Promise<readonly Move[] | undefined> {
  const file = readYaml(path, await readFile(resolve(config.startedIn, path), 'utf8'));
  const moves = z.array(Move).safeParse(file.value);
  if (file.faults.length === 0 && moves.success) return moves.data;
  const faults =
    file.faults.length > 0 || moves.success
      ? file.faults
      : moves.error.issues.map(({ path: where, message }) => file.fault(where, message));
  for (const fault of faults) process.stderr.write(`${describeFault(fault)}\n`);
  return undefined;
}
