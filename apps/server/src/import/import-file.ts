/** `intray import`: everything around the rows. Mapping, sign-in, progress, taking up an interrupted run, summary. */
import { createHash } from 'node:crypto';
import { open, readFile, stat } from 'node:fs/promises';
import { atTheBeginning, fitMapping, rowsOf, runImport } from '@intray/importing';
import type { DeskClient } from './desk-client.ts';
import { parseMapping } from './mapping-file.ts';
import { openSource } from './open-source.ts';
import { showProgress } from './progress.ts';
import { RejectsFile } from './rejects-file.ts';
import { readState, removeState, writeState } from './state.ts';

export interface ImportOptions {
  /** Paths are absolute. */
  readonly file: string;
  readonly map: string;
  readonly rejects: string;
  readonly state: string;
  /** Of the server: part of what makes two runs the same. */
  readonly url: string;
  /** Absent: read and check every row, send none, keep nothing. */
  readonly client: DeskClient | undefined;
  readonly signal: AbortSignal;
  readonly output: NodeJS.WriteStream;
}

export interface ImportSummary {
  readonly rows: number;
  readonly created: number;
  readonly alreadyThere: number;
  readonly rejected: number;
  /** `false`: it was interrupted, and the same command goes on. */
  readonly complete: boolean;
  readonly seconds: number;
}

const CONCURRENCY = 32;

/**
 * Imports a file.
 * @throws BadMapping, UnreadableFile, ForeignState, ImportStopped: all with a message for the person who typed the command
 */
export async function importFile(options: ImportOptions): Promise<ImportSummary> {
  const startedAt = performance.now();
  const mappingText = await readFile(options.map, 'utf8');
  const mapping = parseMapping(mappingText);
  const { size } = await stat(options.file);

  let bytes = 0;
  const source = await openSource(options.file, mapping, (read) => {
    bytes = read;
  });
  const toWork = fitMapping(mapping, source.columns);
  const { client } = options;
  await client?.signIn();

  const state = await whereToBegin(options, mappingText);
  const rejects = client ? await RejectsFile.open(options.rejects, state.rejectsBytes) : NOWHERE;
  const progress = showProgress(options.output, size);
  try {
    const end = await runImport({
      source,
      toWork,
      submit: client ? (work) => client.submit(work) : async () => ({ kind: 'created' }),
      rejects,
      state,
      checkpoint: client ? (now) => writeState(options.state, now) : async () => {},
      progress: (now) => progress.update(bytes, now),
      concurrency: CONCURRENCY,
      signal: options.signal,
    });
    const complete = !options.signal.aborted;
    if (complete && client) await removeState(options.state);
    const { created, alreadyThere, rejected } = end;
    const seconds = (performance.now() - startedAt) / 1000;
    return { rows: rowsOf(end), created, alreadyThere, rejected, complete, seconds };
  } finally {
    progress.end();
  }
}

const NOWHERE = { bytes: 0, add: async () => {} };

async function whereToBegin(options: ImportOptions, mappingText: string) {
  const run = await runMark(options, mappingText);
  if (options.client !== undefined) return readState(options.state, run);
  return atTheBeginning(run);
}

/** Tells one import from another: by mapping, server, and how the file begins (it may have grown since). */
async function runMark({ file, url }: ImportOptions, mappingText: string): Promise<string> {
  const beginning = Buffer.alloc(64 * 1024);
  const handle = await open(file);
  const { bytesRead } = await handle.read(beginning, 0, beginning.length, 0).finally(() => handle.close());
  const firstLine = beginning.subarray(0, bytesRead).toString('latin1').split('\n', 2).join('\n');
  return createHash('sha256')
    .update(JSON.stringify([mappingText, url, firstLine]))
    .digest('hex');
}
