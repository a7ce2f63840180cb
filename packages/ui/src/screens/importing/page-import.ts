/** An import in the page: the file, read again for each run, and what is remembered between two of them. */
import { newCommandId } from '@intray/api/client';
import type { Outcome } from '@intray/core';
import {
  atTheBeginning,
  type Cells,
  fitMapping,
  type ImportState,
  importText,
  type Mapping,
  openRows,
  REJECTS_HEAD,
  type Reject,
  rejectLines,
  runImport,
  type Submitted,
  type Work,
} from '@intray/importing';
import type { DeskPort } from '../../desk/port.ts';

const CONCURRENCY = 16;
/** Rejected rows that are shown; all of them are in the file. */
const MOST_SHOWN = 100;
const RAW_SHOWN = 200;

export interface PageImport {
  readonly file: File;
  readonly mapping: Mapping;
  readonly signal: AbortSignal;
  /** Where to begin; from the beginning if absent. */
  readonly state?: ImportState;
  readonly rejects: PageRejects;
  readonly onProgress: (state: ImportState, bytes: number) => void;
}

/** Rejected rows in the memory of the page. */
export class PageRejects {
  #text = '';
  readonly first: Reject[] = [];

  get bytes(): number {
    return this.#text.length;
  }

  async add(rejects: readonly Reject[]): Promise<void> {
    this.#text += rejectLines(rejects);
    for (const reject of rejects.slice(0, MOST_SHOWN - this.first.length))
      this.first.push({ ...reject, raw: reject.raw.slice(0, RAW_SHOWN) });
  }

  /** As the file that the command writes. */
  file(): string {
    return REJECTS_HEAD + this.#text;
  }
}

export async function* chunksOf(
  file: Blob,
  onBytes: (bytes: number) => void = () => {},
): AsyncGenerator<Uint8Array> {
  const reader = file.stream().getReader();
  let bytes = 0;
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      bytes += read.value.length;
      onBytes(bytes);
      yield read.value;
    }
  } finally {
    await reader.cancel();
  }
}

/** The columns of a file and its first rows, damaged ones left out. */
export async function sampleOf(
  file: File,
  how: Pick<Mapping, 'delimiter' | 'encoding'>,
  most = 5,
): Promise<{ readonly columns: readonly string[]; readonly rows: readonly Cells[] }> {
  const source = await openRows(file.name, chunksOf(file), how);
  const rows: Cells[] = [];
  for await (const row of source.rows) {
    if ('cells' in row) rows.push(row.cells);
    if (rows.length >= most) break;
  }
  return { columns: source.columns, rows };
}

/** Goes through all rows and gives each to `submit`. Answers how far it came. */
export async function importInPage(job: PageImport, submit: (work: Work) => Promise<Submitted>) {
  const { file, mapping, signal, rejects, onProgress, state = atTheBeginning(file.name) } = job;
  let bytes = 0;
  const source = await openRows(
    file.name,
    chunksOf(file, (read) => {
      bytes = read;
    }),
    mapping,
  );
  return runImport({
    source,
    toWork: fitMapping(mapping, source.columns),
    submit,
    rejects,
    state,
    checkpoint: async () => {},
    progress: (now) => onProgress(now, bytes),
    concurrency: CONCURRENCY,
    signal,
  });
}

/** Reads and checks every row, and sends none. */
export const checkOnly = async (): Promise<Submitted> => ({ kind: 'created' });

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

const newInteractionId = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((n) => LETTERS[n % LETTERS.length]).join('');

/** Sends a row; through cuts of any length, and never twice: its external id makes it one and the same. */
export const submitTo =
  (port: Pick<DeskPort, 'execute'>) =>
  async ({ dueAt, receivedAt, contact, ...work }: Work): Promise<Submitted> => {
    const outcome: Outcome = await port.execute(newCommandId(), {
      type: 'submit',
      interactionId: newInteractionId(),
      ...work,
      ...(dueAt !== undefined && { dueAt: Date.parse(dueAt) }),
      ...(receivedAt !== undefined && { receivedAt: Date.parse(receivedAt) }),
      ...(contact !== undefined && { contactId: contact }),
    });
    if (!outcome.ok)
      return {
        kind: 'refused',
        reason: importText('refused', { said: outcome.refusal.message, code: outcome.refusal.code }),
      };
    return { kind: outcome.events.length > 0 ? 'created' : 'alreadyThere' };
  };
