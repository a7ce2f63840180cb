/** What was found wrong in a day. The first breach ends it: what comes after may only be its consequence. */
import { DatabaseFailure } from '@intray/store';

export interface Breach {
  /** What does not hold. */
  readonly rule: string;
  readonly detail: string;
}

export class Verdict {
  #breach: Breach | undefined;

  get breach(): Breach | undefined {
    return this.#breach;
  }

  broken(rule: string, detail: () => unknown): void {
    if (this.#breach !== undefined) return;
    const said = detail();
    this.#breach = { rule, detail: typeof said === 'string' ? said : JSON.stringify(said) };
  }

  /** Checks one condition. */
  holds(rule: string, condition: boolean, detail: () => unknown): void {
    if (!condition) this.broken(rule, detail);
  }

  /** Something was thrown that nobody reckons with. */
  surprise(where: string, failure: unknown): void {
    this.broken('nothing fails but for want of the database', () =>
      failure instanceof Error
        ? `${where}: ${failure.stack ?? failure.message}`
        : `${where}: ${String(failure)}`,
    );
  }
}

/** Anything but "the database could not be asked", which is what a simulated network is for. */
export const isSurprise = (failure: unknown): boolean =>
  !(failure instanceof DatabaseFailure && (failure.transient || failure.commitUnknown));
