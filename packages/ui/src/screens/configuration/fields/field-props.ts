/** What the fields of a form are given, and how what is inside a value is reached. */
import type { Shape } from '@intray/core';

/** What every field of a form is given. */
export interface FieldInputProps<S extends Shape = Shape> {
  readonly label: string;
  readonly description?: string;
  /** What core says is wrong with this very value. */
  readonly error?: string;
  readonly shape: S;
  readonly required: boolean;
  /** Kind and names of fields down to this one, by which its words are found: `queues.missedOffer.reason`. */
  readonly path: string;
  /** Faults of what stands inside, by where it stands there. */
  readonly faults: Faults;
  readonly value: unknown;
  /** `undefined` leaves it out. */
  readonly onChange: (value: unknown) => void;
}

/** Where (from the value on) → what is wrong there. */
export type Faults = readonly { readonly at: readonly (string | number)[]; readonly message: string }[];

/** The faults of one thing inside, seen from there. */
export const within = (faults: Faults, step: string | number): Faults =>
  faults.filter(({ at }) => at[0] === step).map(({ at, message }) => ({ at: at.slice(1), message }));
export const ownFault = (faults: Faults): string | undefined =>
  faults.find(({ at }) => at.length === 0)?.message;

/** With one field set, or left out for `undefined`. */
export function withEntry(
  object: Readonly<Record<string, unknown>>,
  name: string,
  value: unknown,
): Readonly<Record<string, unknown>> {
  if (value !== undefined) return { ...object, [name]: value };
  const { [name]: _, ...rest } = object;
  return rest;
}
