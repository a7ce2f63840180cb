/** Operations on many pieces of work that are sent under a key, so that sending them again does nothing twice. */
import { type Refusal, refuse } from '../refusals.ts';
import { type Instant, MINUTE } from '../values.ts';

/** So long a key stands for what was first asked under it; afterwards it may be used anew. */
export const OPERATIONS_KEPT_FOR = 24 * 60 * MINUTE;

/** What is kept of an operation under a key. */
export interface OperationUnderKey {
  /** Whose key, and which. */
  readonly key: string;
  /** The same for the same request. */
  readonly fingerprint: string;
  readonly at: Instant;
  /** What was going to be done, as JSON: whoever goes on after a crash does the same. */
  readonly plan: string;
  /** The report, as JSON; absent until all of it has been done. */
  readonly answer?: string;
}

/** Where operations under keys are kept. */
export interface OperationsUnderKeys {
  /** What was begun under a key, no earlier than `since`. */
  find(key: string, since: Instant): Promise<OperationUnderKey | undefined>;
  /** Keeps it, unless something was begun under the key no earlier than `since`: answers what is kept. Removes some of what is older. */
  begin(operation: OperationUnderKey, since: Instant): Promise<OperationUnderKey>;
  /** Keeps the answer to what was begun at that moment; if there is one already, that counts. Answers which one does. */
  end(key: string, at: Instant, answer: string): Promise<string>;
}

/** The same key for another request is a mistake of the caller's: neither of the two would be what was meant. */
export const otherRequest = (kept: OperationUnderKey, fingerprint: string, key: string): Refusal | null =>
  kept.fingerprint === fingerprint
    ? null
    : refuse(
        'key_reused',
        `The key "${key}" was used for another request. Send that request again, or this one under a key of its own.`,
        { key, usedAt: kept.at },
      );
