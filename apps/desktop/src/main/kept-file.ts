/** A small file of ours as JSON: read by a schema, written whole or not at all. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { z } from 'zod';

export interface KeptFile<T> {
  read(): T;
  write(value: T): void;
}

const isMissing = (failure: unknown): boolean =>
  failure instanceof Error && 'code' in failure && failure.code === 'ENOENT';

/** Writes beside it and renames: after a crash there is the old file or the new one, never half of one. */
export function writeWhole(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  writeFileSync(`${path}.new`, content, { mode: 0o600, flush: true });
  renameSync(`${path}.new`, path);
}

/** The bytes of a file; `undefined` if there is none. */
export function readIfThere(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch (failure) {
    if (isMissing(failure)) return undefined;
    throw failure;
  }
}

/**
 * @param unreadable told when the file is there and makes no sense: it is put aside under another name, never silently
 * written over
 */
export function keptFile<T>(
  path: string,
  schema: z.ZodType<T>,
  { first, unreadable }: { readonly first: T; readonly unreadable: (path: string) => void },
): KeptFile<T> {
  return {
    read() {
      const text = readIfThere(path)?.toString('utf8');
      if (text === undefined) return first;
      const parsed = schema.safeParse(jsonIn(text));
      if (parsed.success) return parsed.data;
      renameSync(path, `${path}.unreadable`);
      unreadable(`${path}.unreadable`);
      return first;
    },
    write: (value) => writeWhole(path, `${JSON.stringify(value, null, 2)}\n`),
  };
}

/** The JSON in a text; `undefined` where it is none. */
export function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
