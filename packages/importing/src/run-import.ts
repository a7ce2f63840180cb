/** Sends the rows of a source, several at a time, and settles them in their order: what is done is a line number. */
import type { ImportState } from './import-state.ts';
import type { Reject, Rejects } from './rejects.ts';
import type { Mapped, Work } from './row-to-work.ts';
import type { Cells, Source, SourceRow } from './source-row.ts';

/** What became of a row. A refusal is about that row; whatever concerns the whole import is thrown. */
export type Submitted =
  | { readonly kind: 'created' }
  | { readonly kind: 'alreadyThere' }
  | { readonly kind: 'refused'; readonly reason: string };

export interface ImportJob {
  readonly source: Source;
  readonly toWork: (cells: Cells) => Mapped;
  readonly submit: (work: Work) => Promise<Submitted>;
  readonly rejects: Rejects;
  /** Where to begin. */
  readonly state: ImportState;
  /** Keeps the state; called a few times a second at most, and at the end. */
  readonly checkpoint: (state: ImportState) => Promise<void>;
  readonly progress: (state: ImportState) => void;
  /** Rows on their way at the same time. */
  readonly concurrency: number;
  /** Stop after the rows that are on their way. */
  readonly signal: AbortSignal;
}

/** At least so long between two checkpoints, in milliseconds: a crash repeats no more than that. */
const CHECKPOINT_MS = 200;
/** Rejected rows wait in memory for a checkpoint, but no more than so many characters of them. */
const REJECTS_HELD = 1024 * 1024;

interface Pending {
  readonly row: SourceRow;
  readonly result: Promise<Submitted>;
}

/**
 * Runs an import to its end or until the signal. Answers the last state.
 * @throws whatever `submit` throws, after the rows before it are settled and kept
 */
export async function runImport(job: ImportJob): Promise<ImportState> {
  const ledger = openLedger(job);
  const pending: Pending[] = [];
  const settleFirst = async () => {
    const first = pending.shift();
    if (first !== undefined) await ledger.settle(first.row, await first.result);
  };
  try {
    for await (const row of job.source.rows) {
      if (row.lastLine <= job.state.line) continue;
      if (job.signal.aborted) break;
      if (pending.length >= job.concurrency) await settleFirst();
      const result = process(row, job);
      // Looked at when its turn comes; until then a failure must not count as unheard.
      result.catch(() => {});
      pending.push({ row, result });
    }
    while (pending.length > 0) await settleFirst();
  } finally {
    await Promise.allSettled(pending.map(({ result }) => result));
    await ledger.keep();
  }
  return ledger.state();
}

async function process(row: SourceRow, { toWork, submit }: ImportJob): Promise<Submitted> {
  if ('flaw' in row) return { kind: 'refused', reason: row.flaw };
  const mapped = toWork(row.cells);
  return 'flaw' in mapped ? { kind: 'refused', reason: mapped.flaw } : submit(mapped.work);
}

/** The account of what became of the rows. */
function openLedger({ state: start, rejects, checkpoint, progress }: ImportJob) {
  let state = start;
  let held: Reject[] = [];
  let heldCharacters = 0;
  let keptAt = performance.now();

  async function keep(): Promise<void> {
    // The rejects first: a state must never promise a reject that is not in the file.
    const rows = held;
    held = [];
    heldCharacters = 0;
    await rejects.add(rows);
    state = { ...state, rejectsBytes: rejects.bytes };
    await checkpoint(state);
    keptAt = performance.now();
  }

  return {
    state: () => state,
    keep,
    async settle(row: SourceRow, result: Submitted): Promise<void> {
      if (result.kind === 'refused') {
        held.push({ line: row.line, reason: result.reason, raw: row.raw });
        heldCharacters += row.raw.length;
      }
      const count = result.kind === 'refused' ? 'rejected' : result.kind;
      state = { ...state, line: row.lastLine, [count]: state[count] + 1 };
      progress(state);
      if (heldCharacters > REJECTS_HELD || performance.now() - keptAt > CHECKPOINT_MS) await keep();
    },
  };
}
