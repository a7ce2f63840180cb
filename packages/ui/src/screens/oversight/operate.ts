/**
 * One thing done to many pieces of work: so many at a time as one request takes, tried before it is done, and taken back
 * with the steps that the reports named.
 */
import type { InteractionLine, Operation, OperationItem, Refusal, UndoStep } from '@intray/core';
import type { FindAsked, OversightPort } from '../../desk/oversight-port.ts';

/** As many as one request takes. */
export const AT_ONCE = 200;
/** No more are taken in one go, so that what would come of it can still be looked at. */
export const MOST = 10_000;

export interface Target {
  readonly id: string;
  /** As it was seen; what has changed since is refused. */
  readonly version?: number;
}

export interface Results {
  readonly items: readonly OperationItem[];
  readonly done: number;
  readonly refused: number;
}

const NONE: Results = { items: [], done: 0, refused: 0 };

function batches<T>(all: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / AT_ONCE) }, (_, n) =>
    all.slice(n * AT_ONCE, (n + 1) * AT_ONCE),
  );
}

const joined = (before: Results, { items, done, refused }: Results): Results => ({
  items: [...before.items, ...items],
  done: before.done + done,
  refused: before.refused + refused,
});

/** All that a question finds, and whether there is more than is taken. */
export async function gather(
  port: Pick<OversightPort, 'find'>,
  asked: FindAsked,
  onProgress: (found: number) => void,
): Promise<{ readonly lines: readonly InteractionLine[]; readonly tooMany: boolean }> {
  const lines: InteractionLine[] = [];
  let after: string | undefined;
  do {
    const { items, next } = await port.find({
      ...asked,
      limit: AT_ONCE,
      ...(after === undefined ? {} : { after }),
    });
    lines.push(...items);
    after = next;
    onProgress(lines.length);
  } while (after !== undefined && lines.length < MOST);
  return { lines: lines.slice(0, MOST), tooMany: lines.length > MOST || after !== undefined };
}

/** @param dryRun only say what would come of it */
export async function operateOn(
  port: Pick<OversightPort, 'operate'>,
  operation: Operation,
  targets: readonly Target[],
  { dryRun, onProgress }: { readonly dryRun: boolean; readonly onProgress: (n: number) => void },
): Promise<Results> {
  let results = NONE;
  for (const items of batches(targets)) {
    results = joined(results, await port.operate({ operation, items: [...items], dryRun }));
    onProgress(results.items.length);
  }
  return results;
}

export async function takeBack(
  port: Pick<OversightPort, 'undoOperation'>,
  steps: readonly UndoStep[],
  onProgress: (n: number) => void,
): Promise<Results> {
  let results = NONE;
  for (const some of batches(steps)) {
    results = joined(results, await port.undoOperation(some));
    onProgress(results.items.length);
  }
  return results;
}

/** What can be done, as it was seen when it was tried. */
export const doable = ({ items }: Results): readonly Target[] =>
  items.flatMap(({ id, refusal, before }) =>
    refusal === undefined ? [{ id, ...(before === undefined ? {} : { version: before.version }) }] : [],
  );

/** Latest first, so that what was done twice is taken back in the right order. */
export const stepsOf = ({ items }: Results): readonly UndoStep[] =>
  items.flatMap(({ undo }) => undo ?? []).toReversed();

export interface Reason {
  readonly why: string;
  readonly n: number;
}

/** Why not, most frequent first: one sentence for each code, and for how many. */
export function reasonsOf(
  { items }: Results,
  said: (refusal: Refusal) => string = ({ message }) => message,
): readonly Reason[] {
  const found = new Map<string, Reason>();
  for (const { refusal } of items) {
    if (refusal === undefined) continue;
    const before = found.get(refusal.code);
    found.set(refusal.code, { why: before?.why ?? said(refusal), n: (before?.n ?? 0) + 1 });
  }
  return [...found.values()].sort((a, b) => b.n - a.n);
}
