/**
 * Does something to many pieces of work once for each key. What is going to be done is kept before any of it is; each
 * command has an id that follows from the key, so whoever goes on after a crash, or beside another server, does nothing
 * twice; and the first report that is kept is the answer for good.
 */
import { createHash } from 'node:crypto';
import {
  type Actor,
  type Answer,
  actorName,
  OPERATIONS_KEPT_FOR,
  type OperationReport,
  otherRequest,
} from '@intray/core';
import { no, yes } from '../reads/answers.ts';
import type { ReadParts } from '../reads/parts.ts';

/** How the commands of an operation are to be named, by what each is about. */
export type Naming = (subject: string) => { readonly commandId?: string };
export const UNNAMED: Naming = () => ({});

export interface Asked {
  readonly actor: Actor;
  /** As the caller chose it. */
  readonly key: string;
  readonly request: unknown;
}

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

/**
 * @param plan what is going to be done, fit for JSON; asked only when nothing has been begun under the key
 * @param carryOut does it; may be asked again, also elsewhere, with the same plan and the same naming
 */
export async function once<Plan>(
  { store, clock }: Pick<ReadParts, 'store' | 'clock'>,
  { actor, key, request }: Asked,
  plan: () => Promise<Answer<Plan>>,
  carryOut: (plan: Plan, naming: Naming) => Promise<OperationReport>,
): Promise<Answer<OperationReport>> {
  const { operationsUnderKeys: operations } = store;
  const now = clock.now();
  const since = now - OPERATIONS_KEPT_FOR;
  const own = `${key} ${actorName(actor)}`;
  const fingerprint = digest(JSON.stringify(request));
  let kept = await operations.find(own, since);
  if (kept === undefined) {
    const planned = await plan();
    if (!planned.ok) return planned;
    const begun = { key: own, fingerprint, at: now, plan: JSON.stringify(planned.value) };
    kept = await operations.begin(begun, since);
  }
  const refusal = otherRequest(kept, fingerprint, key);
  if (refusal) return no(refusal);
  if (kept.answer !== undefined) return yes(JSON.parse(kept.answer) as OperationReport);
  const { at } = kept;
  const naming: Naming = (subject) => ({ commandId: digest(`${own} ${at} ${subject}`) });
  const report = await carryOut(JSON.parse(kept.plan) as Plan, naming);
  return yes(JSON.parse(await operations.end(own, at, JSON.stringify(report))) as OperationReport);
}
