/** An example to try rules on, as it is typed: texts until they are read. */
import { cellFromText, ExampleTask, type TaskStand, type UserData } from '@intray/core';

export interface TypedExample {
  readonly capturePoint: string;
  readonly mediaType: string;
  readonly queue: string;
  readonly priority: string;
  /** `2h`; empty for no due date. */
  readonly dueIn: string;
  readonly data: readonly { readonly key: string; readonly value: string }[];
}

const UNITS: Readonly<Record<string, number>> = { s: 1e3, m: 6e4, h: 36e5, d: 864e5, w: 6048e5 };

/** A moment so long from now; `undefined` where it is no length of time. */
export function momentIn(text: string, now: number): number | undefined {
  const [, sign, count, unit = ''] = /^(-?)(\d{1,6})([smhdw])$/.exec(text.trim()) ?? [];
  const length = UNITS[unit];
  return length === undefined ? undefined : now + (sign === '-' ? -1 : 1) * Number(count) * length;
}

/** The example as core takes it; `undefined` while something is missing. */
export function readExample(typed: TypedExample, now: number): ExampleTask | undefined {
  const dueAt = momentIn(typed.dueIn, now);
  const userData: UserData = Object.fromEntries(
    typed.data
      .filter(({ key }) => key !== '')
      .map(({ key, value }) => [key, cellFromText({ action: 'attach', key }, value) ?? '']),
  );
  const read = ExampleTask.safeParse({
    capturePoint: typed.capturePoint,
    mediaType: typed.mediaType,
    queue: typed.queue,
    priority: Number(typed.priority) || 0,
    ...(dueAt !== undefined && { dueAt }),
    userData,
  });
  return read.success ? read.data : undefined;
}

export interface StandChange {
  readonly what: Exclude<keyof TaskStand, 'attached'> | 'attached';
  /** Of the attached data. */
  readonly key?: string;
  readonly value: unknown;
}

/** What is different after a rule. */
export function changesOf(before: TaskStand, after: TaskStand): readonly StandChange[] {
  const { attached: old, ...was } = before;
  const { attached, ...is } = after;
  const plain = (Object.keys(is) as (keyof typeof is)[]).flatMap((what): StandChange[] =>
    is[what] === was[what] ? [] : [{ what, value: is[what] }],
  );
  const data = Object.entries(attached).flatMap(([key, value]): StandChange[] =>
    Object.hasOwn(old, key) && old[key] === value ? [] : [{ what: 'attached', key, value }],
  );
  return [...plain, ...data];
}
