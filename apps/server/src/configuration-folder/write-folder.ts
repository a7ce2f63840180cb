/** A configuration as a folder of YAML files: one for each kind of object, and a JSON Schema beside each for editors. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ContactCentreConfig } from '@intray/core';
import { stringify } from 'yaml';
import { z } from 'zod';
import { PART_FILES, type PartFile } from './kind-files.ts';

/** Every file of the folder, by its name. Passwords are in none: they are no part of a configuration. */
export function folderOf(config: ContactCentreConfig): ReadonlyMap<string, string> {
  return new Map(
    PART_FILES.flatMap((file) => [
      [file.name, yamlOf(file, config[file.part] ?? (file.part === 'options' ? {} : []))] as const,
      [file.schemaName, jsonSchemaOf(file)] as const,
    ]),
  );
}

/**
 * Writes the folder, over what is there of the same names; or one file, if it is called `.yaml`. Answers how many YAML
 * files that are.
 */
export async function writeFolder(folder: string, config: ContactCentreConfig): Promise<number> {
  if (/\.ya?ml$/i.test(folder)) {
    await writeFile(folder, stringify(config, STYLE));
    return 1;
  }
  for (const [name, content] of folderOf(config)) {
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
  }
  return PART_FILES.length;
}

const STYLE = { lineWidth: 110, aliasDuplicateObjects: false } as const;

function yamlOf({ schemaName }: PartFile, value: unknown): string {
  return `# yaml-language-server: $schema=${schemaName}\n${stringify(value, STYLE)}`;
}

function jsonSchemaOf({ schema }: PartFile): string {
  return `${JSON.stringify(z.toJSONSchema(schema, { io: 'input' }), null, 2)}\n`;
}
