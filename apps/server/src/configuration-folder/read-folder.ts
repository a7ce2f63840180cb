/** Reads a folder of YAML files as one configuration, or says in which file, line and column it is none. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { describeIssue } from '@intray/api';
import { ContactCentreConfig, configurationFaults, didYouMean } from '@intray/core';
import type { z } from 'zod';
import { PART_FILES, type PartFile } from './kind-files.ts';
import { type FileFault, readYaml, type YamlFile } from './yaml-file.ts';

export type ReadFolder =
  | { readonly ok: true; readonly config: ContactCentreConfig }
  | { readonly ok: false; readonly faults: readonly FileFault[] };

/**
 * A folder, or one file that holds all of it.
 * @throws the file system's errors: a folder that is not there is no faulty configuration
 */
export async function readFolder(folder: string): Promise<ReadFolder> {
  if (!(await stat(folder)).isDirectory()) return readWhole(basename(folder), await readFile(folder, 'utf8'));
  const names = (await readdir(folder, { withFileTypes: true }))
    .filter((entry) => !entry.isDirectory() && /\.ya?ml$/i.test(entry.name))
    .map(({ name }) => name);
  const texts = await Promise.all(
    names.map(async (name) => [name, await readFile(join(folder, name), 'utf8')] as const),
  );
  return readTexts(new Map(texts));
}

/** The same for the texts of files, by their names. */
export function readTexts(texts: ReadonlyMap<string, string>): ReadFolder {
  const known = PART_FILES.map(({ name }) => name);
  const faults: FileFault[] = [...texts.keys()]
    .filter((name) => !known.includes(name))
    .map((name) => beginning(name, `no objects are kept in a file of this name.${didYouMean(name, known)}`));
  const files = new Map<string, YamlFile>();
  const config: Record<string, unknown> = {};
  for (const part of PART_FILES) {
    const text = texts.get(part.name);
    if (text === undefined) {
      if (!part.optional)
        faults.push(beginning(part.name, 'the file is not there. Write one; "[]" says that there are none.'));
      continue;
    }
    const file = readYaml(part.name, text);
    files.set(part.part, file);
    const read = readPart(part, file);
    faults.push(...read.faults);
    // Nothing of what need not be there says the same as no file.
    if (!(part.optional && Object.keys(read.value ?? {}).length === 0)) config[part.part] = read.value;
  }
  if (faults.length > 0) return { ok: false, faults };
  // Every part was read by its own schema, and none that must be there is missing.
  const whole = config as unknown as ContactCentreConfig;
  const unsound = configurationFaults(whole).map(({ path: [part, ...rest], message }) => {
    const file = files.get(String(part));
    return file === undefined ? beginning(`${String(part)}.yaml`, message) : file.fault(rest, message);
  });
  return unsound.length > 0 ? { ok: false, faults: unsound } : { ok: true, config: whole };
}

/** One file with every kind under its own name, as the API has it. JSON is YAML too. */
export function readWhole(name: string, text: string): ReadFolder {
  const file = readYaml(name, text);
  if (file.faults.length > 0) return { ok: false, faults: file.faults };
  const parsed = ContactCentreConfig.safeParse(file.value);
  if (!parsed.success)
    return { ok: false, faults: parsed.error.issues.map((issue) => faultOf(issue, file, [])) };
  const faults = configurationFaults(parsed.data).map(({ path, message }) => file.fault(path, message));
  return faults.length > 0 ? { ok: false, faults } : { ok: true, config: parsed.data };
}

function readPart(
  { schema, part }: PartFile,
  file: YamlFile,
): { value?: unknown; faults: readonly FileFault[] } {
  if (file.faults.length > 0) return { faults: file.faults };
  const empty = file.value === null || file.value === undefined;
  if (empty) {
    const wanted =
      part === 'settings' || part === 'options'
        ? `expected ${part}`
        : 'expected a list. "[]" says that there are none';
    return { faults: [file.fault([], `${wanted}.`)] };
  }
  const parsed = schema.safeParse(file.value);
  if (parsed.success) return { value: parsed.data, faults: [] };
  return {
    faults: parsed.error.issues.map((issue) => faultOf(issue, file, [part])),
  };
}

/** @param within what of the configuration the file holds */
function faultOf(issue: z.core.$ZodIssue, file: YamlFile, within: readonly string[]): FileFault {
  const where = [...within, ...issue.path].map(String).join('.') || 'the whole';
  const said = `${where}: ${inWords(issue, file.value)}`;
  return issue.code === 'unrecognized_keys'
    ? file.fault([...issue.path, ...issue.keys.slice(0, 1)], said, 'key')
    : file.fault(issue.path, said);
}

function inWords(issue: z.core.$ZodIssue, value: unknown): string {
  if (issue.code === 'custom' || issue.code === 'invalid_format') return issue.message;
  const { expected, received } = describeIssue(issue, value);
  return `expected ${expected}, got ${received}`;
}

const beginning = (file: string, message: string): FileFault => ({ file, line: 1, column: 1, message });

/** `agents.yaml:12:5: …`, as editors and terminals know it. */
export const describeFault = ({ file, line, column, message }: FileFault): string =>
  `${file}:${line}:${column}: ${message}`;
