/** Brings a translated folder into a contact centre: configuration, accounts, work, in this order. */
import {
  type Accounts,
  type Command,
  ConfigurationChange,
  type Desk,
  type Refusal,
  user,
} from '@intray/core';
import type { ImportedWork } from './drafts.ts';
import type { Translation } from './translate.ts';
import { HOLDING_QUEUE } from './work.ts';

export interface BringInParts {
  readonly desk: Desk;
  readonly accounts: Accounts;
  readonly hash: (password: string) => Promise<string>;
  /** The administrator as whom it is done. */
  readonly by: string;
  readonly dryRun: boolean;
}

export interface BroughtIn {
  readonly version: number;
  /** Objects of the configuration that are different now. */
  readonly differences: number;
  readonly accounts: { readonly made: number; readonly kept: number };
  readonly work: { readonly made: number; readonly alreadyThere: number };
}

/** The contact centre does not take it; the message says what and why. */
export class ImportRefused extends Error {
  override readonly name = 'ImportRefused';

  constructor(refusal: Refusal) {
    const { faults } = refusal.detail;
    super([refusal.message, ...(Array.isArray(faults) ? faults : [])].join('\n  '));
  }
}

/** The same folder again changes nothing. What a run that was cut off has left undone, the next one does. */
export async function bringIn({ drafts, report }: Translation, parts: BringInParts): Promise<BroughtIn> {
  const { desk, dryRun } = parts;
  const actor = user(parts.by);
  const present = granted(await desk.configuration(actor));
  const { version, differences } = granted(
    await desk.changeConfiguration(
      actor,
      ConfigurationChange.parse({
        base: present.version,
        config: drafts.into(present.config),
        note: 'Brought in from Genesys',
        dryRun,
      }),
    ),
  );
  const nothing = { made: 0, kept: 0, alreadyThere: 0 };
  if (dryRun) return { version, differences: differences.length, accounts: nothing, work: nothing };

  const accounts = { made: 0, kept: 0 };
  for (const { userName, password } of drafts.accounts) {
    const there = await parts.accounts.find(userName);
    // A password that was changed meanwhile is the owner's.
    if (there === undefined)
      await parts.accounts.save({ userName, passwordHash: await parts.hash(password) });
    accounts[there === undefined ? 'made' : 'kept'] += 1;
  }
  report.kind('accounts').taken = drafts.accounts.length;

  const work = { made: 0, alreadyThere: 0 };
  for (const item of drafts.work) {
    const done = await bringWork(item, desk, parts.by);
    if (typeof done === 'object') {
      const { where, id } = item;
      report.kind('interactions').notUnderstood.push({ where, what: `"${id}" is refused: ${done.message}` });
      continue;
    }
    work[done] += 1;
    report.kind('interactions').taken += 1;
  }
  return { version, differences: differences.length, accounts, work };
}

function granted<T>(answer: { ok: true; value: T } | { ok: false; refusal: Refusal }): T {
  if (!answer.ok) throw new ImportRefused(answer.refusal);
  return answer.value;
}

/** Submits it and puts it where it was; or says why not. */
async function bringWork(
  item: ImportedWork,
  desk: Desk,
  by: string,
): Promise<'made' | 'alreadyThere' | Refusal> {
  const { id, place } = item;
  const actor = user(by);
  const there = await desk.interaction(actor, id);
  if (!there.ok) {
    if (there.refusal.code !== 'interaction_unknown') return there.refusal;
    const submitted = await desk.execute({ actor, command: submission(item) });
    if (!submitted.ok) return submitted.refusal;
  }
  const { state, queue } = there.ok ? there.value.interaction : { state: 'Queued', queue: HOLDING_QUEUE };
  // Also of a run that was cut off in between; anything else that happened to it since is not undone.
  if ('workbin' in place && state === 'Queued' && queue === HOLDING_QUEUE) {
    const { workbin } = place;
    const moved = await desk.execute({
      actor,
      command: { type: 'moveToWorkbin', interactionId: id, workbin },
    });
    if (!moved.ok) return moved.refusal;
  }
  return there.ok ? 'alreadyThere' : 'made';
}

function submission(work: ImportedWork): Command {
  const { id, mediaType, interactionType, place, userData, contactId, receivedAt } = work;
  return {
    type: 'submit',
    interactionId: id,
    externalId: `genesys:${id}`,
    mediaType,
    queue: 'queue' in place ? place.queue : HOLDING_QUEUE,
    userData,
    ...(interactionType === undefined ? {} : { interactionType }),
    ...(contactId === undefined ? {} : { contactId }),
    ...(receivedAt === undefined ? {} : { receivedAt }),
  };
}
