/** A piece of work while rules are being applied to it: what they look at, as the rules before have left it. */
import type { BusinessCalendar } from '../config/calendars.ts';
import type { Interaction } from '../interaction/interaction.ts';
import type { Instant, Json, UserData } from '../values.ts';
import type { Facts } from './conditions.ts';
import type { Structure } from './structure.ts';
import type { Task } from './task.ts';

/** As much of a piece of work as sorting and ranking look at. */
export type Sortable = Pick<
  Interaction,
  'mediaType' | 'externalId' | 'queue' | 'receivedAt' | 'priority' | 'dueAt' | 'userData'
>;

export class Draft implements Facts {
  readonly mediaType: string;
  readonly externalId: string | undefined;
  readonly capturePoint: string;
  readonly queue: string;
  readonly receivedAt: Instant;
  readonly now: Instant;
  department: string | undefined;
  process: string | undefined;
  priority: number;
  businessValue: number | undefined;
  dueAt: Instant | undefined;
  activateAt: Instant | undefined;
  expireAt: Instant | undefined;
  /** The queue that a rule named. */
  target: string | undefined;
  /** The earliest moment that a rule named for ranking it anew. */
  again = Number.POSITIVE_INFINITY;
  tiers: readonly number[] = [];
  added: UserData | undefined;
  readonly #before: UserData;
  readonly #structure: Structure;

  constructor(interaction: Sortable, task: Task, now: Instant, structure: Structure) {
    this.mediaType = interaction.mediaType;
    this.externalId = interaction.externalId;
    this.capturePoint = task.capturePoint;
    this.queue = interaction.queue;
    this.receivedAt = interaction.receivedAt;
    this.now = now;
    this.priority = interaction.priority;
    this.dueAt = interaction.dueAt;
    this.department = task.department;
    this.process = task.process;
    this.businessValue = task.businessValue;
    this.activateAt = task.activateAt;
    this.expireAt = task.expireAt;
    this.#before = interaction.userData;
    this.#structure = structure;
    if (task.process !== undefined) this.sortInto({ process: task.process });
  }

  get userData(): UserData {
    return this.added === undefined ? this.#before : { ...this.#before, ...this.added };
  }

  get channel(): string | undefined {
    return this.#text(this.#structure.keysOf(this.capturePoint).channel);
  }

  get customerSegment(): string | undefined {
    return this.#text(this.#structure.keysOf(this.capturePoint).customerSegment);
  }

  calendar(id: string): BusinessCalendar | undefined {
    return this.#structure.calendars.get(id);
  }

  attached(key: string): Json | undefined {
    if (this.added !== undefined && Object.hasOwn(this.added, key)) return this.added[key];
    return Object.hasOwn(this.#before, key) ? this.#before[key] : undefined;
  }

  attach(key: string, value: string | number | boolean): void {
    // A key may be called `__proto__`: own keys only, and never by assignment.
    this.added = Object.fromEntries([...Object.entries(this.added ?? {}), [key, value]]);
  }

  /** A process is of one department; another department leaves the process behind. */
  sortInto({ department, process }: { readonly department?: string; readonly process?: string }): void {
    if (process !== undefined) {
      this.process = process;
      this.department = this.#structure.processes.get(process)?.department ?? this.department;
    } else if (department !== undefined && department !== this.department) {
      this.department = department;
      this.process = undefined;
    }
  }

  #text(key: string): string | undefined {
    const value = this.attached(key);
    return value === undefined || value === null || typeof value === 'object' ? undefined : String(value);
  }
}
