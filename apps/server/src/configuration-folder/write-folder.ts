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
      [file.name, yamlOf(file, config[file.part] ?? [])] as const,
      [file.schemaName, jsonSchemaOf(file)] as const,
    ]),
  );
}

/** Writes the folder, over what is there of the same names. Answers how many YAML files. */
export async function writeFolder(folder: string, config: ContactCentreConfig): Promise<number> {
  for (const [name, content] of folderOf(config)) {
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
  }
  return PART_FILES.length;
}

const LINE_WIDTH = 110;

function yamlOf({ schemaName }: PartFile, value: unknown): string {
  return `# yaml-language-server: $schema=${schemaName}\n${stringify(value, { lineWidth: LINE_WIDTH, aliasDuplicateObjects: false })}`;
}

function jsonSchemaOf({ schema }: PartFile): string {
  return `${JSON.stringify(z.toJSONSchema(schema, { io: 'input' }), null, 2)}\n`;
}
