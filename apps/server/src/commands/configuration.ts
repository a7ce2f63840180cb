/** `intray config`: what this machine would start with, and whether a contact centre in a file or a folder holds together. */
import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { ContactCentreConfig, danglingReferences } from '@intray/core';
import { parse, YAMLParseError } from 'yaml';
import type { Config } from '../config.ts';
import { checkFolder } from './configuration-folder.ts';

/** Prints the settings; secrets only as "set". */
export function showConfiguration(config: Config): void {
  const hidden = (secret: string | undefined) => (secret === undefined ? undefined : '(set, not shown)');
  const shown = {
    ...config,
    databaseUrl: hidden(config.databaseUrl) ?? '(embedded, in the data folder)',
    importPassword: hidden(config.importPassword) ?? '(not set)',
    publicUrl: config.publicUrl ?? '(the address it listens on)',
    trustedProxies: config.trustedProxies ?? '(none)',
    logLevel: config.logLevel ?? '(warn on a terminal, else info)',
    genesys: Object.keys(config.genesys).length === 0 ? '(as usual)' : JSON.stringify(config.genesys),
  };
  const width = Math.max(...Object.keys(shown).map((name) => name.length));
  for (const [name, value] of Object.entries(shown))
    if (name !== 'warnings') process.stdout.write(`${name.padEnd(width)}  ${value}\n`);
  for (const warning of config.warnings) process.stderr.write(`${warning}\n`);
}

/** Answers the exit code: 0 if the file could be used. */
export async function checkConfiguration(path: string, config: Config): Promise<number> {
  if ((await stat(resolve(config.startedIn, path))).isDirectory()) return checkFolder(path, config);
  const problems = findProblems(await readFile(resolve(config.startedIn, path), 'utf8'));
  if (problems.length === 0) process.stdout.write(`${path} is a sound contact centre.\n`);
  else
    process.stderr.write(`${path} cannot be used:\n${problems.map((problem) => `  ${problem}\n`).join('')}`);
  return problems.length === 0 ? 0 : 1;
}

/** Everything that is wrong with a contact-centre file (YAML; JSON is YAML too), in words. */
export function findProblems(text: string): readonly string[] {
  let value: unknown;
  try {
    value = parse(text);
  } catch (cause) {
    if (cause instanceof YAMLParseError) return [`not YAML: ${cause.message}`];
    throw cause;
  }
  const parsed = ContactCentreConfig.safeParse(value);
  if (parsed.success) return danglingReferences(parsed.data);
  return parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'the file'}: ${message}`);
}
