// Has anything changed since? One hash over the contents of files. Contents and not dates, because a checkout
// touches every date; a thousand source files cost about 50 ms.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { at } from './repository.mjs';

const MADE = new Set(['node_modules', 'out', '.next', '.turbo', 'next-env.d.ts']);

/**
 * What a build writes beside its sources is no source: counted, the next start would find a change and build again, under
 * the hands of whoever has the desk open.
 */
const isMade = (name) => MADE.has(name) || name.endsWith('.tsbuildinfo');

/** The hash over the named files and folders (relative to the root), tests and built things left out. */
export function fingerprint(paths) {
  const hash = createHash('sha256');
  for (const path of paths) add(hash, path);
  return hash.digest('hex');
}

/** Whether the stamp file holds exactly this fingerprint. */
export function isStamped(stamp, print) {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === print;
}

/** Writes the fingerprint down, for the next time. */
export function putStamp(stamp, print) {
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, print);
}

function add(hash, path) {
  const entries = listing(path);
  if (entries === undefined) {
    if (/\.test\.tsx?$/.test(path)) return;
    hash
      .update(`${path}\0`)
      .update(readFileSync(at(path)))
      .update('\0');
    return;
  }
  for (const name of entries) if (!isMade(name)) add(hash, join(path, name));
}

/** The sorted names in a folder; undefined for a file. */
function listing(path) {
  try {
    return readdirSync(at(path)).sort();
  } catch (error) {
    if (error.code === 'ENOTDIR') return undefined;
    throw error;
  }
}
