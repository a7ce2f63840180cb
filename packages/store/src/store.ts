/**
 * What the engine needs kept: a port. Rows, SQL and drivers stay behind it; what goes in and comes out are core's own
 * records. No rule lives here: a save says which versions it was decided on, and is refused when those are gone.
 */
import type {
  Accounts,
  AgentSession,
  ConfigurationNote,
  ConfigurationPage,
  ConfigurationVersion,
  ContactCentreConfig,
  ContactFilter,
  DomainEvent,
  FinishedFilter,
  Instant,
  Interaction,
  InteractionEvent,
  InteractionLine,
  LastAgent,
  LiveLine,
  LiveQuery,
  MeasuresLine,
  MeasuresQuery,
  OperationsUnderKeys,
  Page,
  PageRequest,
  QueueFront,
  Receipt,
  RecordsPage,
  RecordsQuery,
  Refusal,
  Remaining,
  Vanishing,
  WaitingItem,
  WorkbinRef,
} from '@intray/core';
import type { NodesPort } from './nodes-port.ts';

/** What a batch of commands concerns. */
export interface LoadRequest {
  readonly interactionIds: readonly string[];
  readonly externalIds: readonly string[];
  readonly agentIds: readonly string[];
  /** Trays whose count is wanted. */
  readonly workbins: readonly WorkbinRef[];
  readonly commandIds: readonly string[];
  /** Contacts whose last agents are wanted. */
  readonly contactIds: readonly string[];
}

/** What is there of it; what is missing is left out (a tray without a row counts 0 and is listed as such). */
export interface Loaded {
  readonly interactions: readonly Interaction[];
  readonly sessions: readonly AgentSession[];
  readonly workbins: readonly { readonly workbin: WorkbinRef; readonly count: number }[];
  readonly receipts: ReadonlyMap<string, Receipt>;
  /** Of every medium. */
  readonly lastAgents: readonly LastAgent[];
}

/** Everything that several decisions changed, to be saved in one commit. Each row appears once. */
export interface SaveBatch {
  /** `before`: the version decided on; 0 means "there was none". `sameData`: its attached data need not be written. */
  readonly interactions: readonly {
    readonly before: number;
    readonly after: Interaction;
    readonly sameData?: boolean;
  }[];
  /** Only the lease changed when `before` equals `after.version`. */
  readonly sessions: readonly { readonly before: number; readonly after: AgentSession }[];
  /** Summed per place; a tray has its own and one for each medium. `expected` is there where a limit was decided on: the count must still be that. */
  readonly tallies: readonly (
    | {
        readonly kind: 'workbin';
        readonly workbin: WorkbinRef;
        readonly by: number;
        readonly expected?: number;
      }
    | {
        readonly kind: 'medium';
        readonly workbin: WorkbinRef;
        readonly mediaType: string;
        readonly by: number;
      }
    | { readonly kind: 'unopened'; readonly workbin: WorkbinRef; readonly by: number }
    | { readonly kind: 'queue'; readonly queue: string; readonly by: number }
  )[];
  readonly events: readonly {
    readonly event: DomainEvent;
    readonly topics: readonly string[];
    readonly commandId?: string;
  }[];
  readonly receipts: readonly {
    readonly commandId: string;
    readonly receipt: Receipt;
    readonly at: Instant;
  }[];
  readonly lastAgents: readonly LastAgent[];
  /** The version of the configuration that was decided on: nothing is saved once there is a newer one. */
  readonly configuration?: number;
}

/** How full a tray is. */
export interface WorkbinFilling {
  readonly count: number;
  readonly unopened: number;
}

/** What is kept of how much lies in a tray. */
export interface WorkbinCounts {
  readonly count: number;
  readonly perMediaType: Readonly<Record<string, number>>;
}

/**
 * Saved whole, or not at all because somebody else was faster: everything decided on must be read anew. `reconfigured`:
 * what somebody else changed is the configuration.
 */
export type Saved =
  | { readonly ok: true; readonly published?: Published }
  | { readonly ok: false; readonly conflict: string; readonly reconfigured?: boolean };

/**
 * The events of a batch as the feed tells them. They may be told as soon as everything up to `after` has been, and
 * everything that the transactions in `running` left: nothing else lies before them, and nothing ever will.
 */
export interface Published {
  readonly entries: readonly FeedEntry[];
  /** The number of the transaction that wrote them. */
  readonly transaction: string;
  /** The cursor of the last event before them. */
  readonly after: string;
  /** Transactions that come before this one and had not ended. */
  readonly running: readonly string[];
}

/** One event as the feed tells it. `cursor` orders events as they became visible, without a gap. */
export interface FeedEntry {
  readonly cursor: string;
  readonly event: DomainEvent;
  readonly topics: readonly string[];
  readonly commandId?: string;
}

export interface FeedSlice {
  readonly entries: readonly FeedEntry[];
  /** Where to go on, also when there were no entries. */
  readonly cursor: string;
  /** There is more right after this slice. */
  readonly more: boolean;
}

/** The right to route, held by one node at a time. */
export interface RouterLock {
  /** Aborts when the right is lost (connection gone) or released. */
  readonly lost: AbortSignal;
  release(): Promise<void>;
}

export interface ConfigurationWriting {
  readonly by: string;
  readonly at: Instant;
  readonly note?: string;
  /** Written only if this is the newest version; whatever that is if left out. */
  readonly base?: number;
  /** What the new version does away with, and what core says to the work that is still there. */
  readonly leaving?: {
    readonly vanishing: Vanishing;
    readonly inTheWay: (remaining: Remaining) => Refusal | null;
  };
}

/** `since`: the newest version is another one than the writer thought, and this came after that, newest first. */
export type ConfigurationWritten =
  | { readonly ok: true; readonly version: number }
  | { readonly ok: false; readonly since: readonly ConfigurationNote[] }
  | { readonly ok: false; readonly inTheWay: Refusal };

/** How counting a slice of the feed went. `busy`: somebody else is at it. */
export type Counted = 'busy' | { readonly events: number; readonly more: boolean };

export interface Store extends NodesPort {
  readonly accounts: Accounts;
  readonly operationsUnderKeys: OperationsUnderKeys;

  /** One round trip. */
  load(request: LoadRequest): Promise<Loaded>;
  /** One round trip, one commit. Throws `DatabaseFailure` on surprises. */
  save(batch: SaveBatch): Promise<Saved>;

  interaction(id: string): Promise<Interaction | undefined>;
  interactionByExternalId(externalId: string): Promise<Interaction | undefined>;
  history(id: string, page: PageRequest): Promise<Page<InteractionEvent>>;
  /** Offered to the agent or in their hands; an agent has few of these. */
  workOf(agentId: string): Promise<readonly Interaction[]>;
  /** By when they came to the tray. This and every other page throws `BadCursor` for an `after` that no store gave. */
  workbinContent(workbin: WorkbinRef, page: PageRequest): Promise<Page<InteractionLine>>;
  /** Kept, not counted; in the order asked. */
  workbinCounts(workbins: readonly WorkbinRef[]): Promise<readonly number[]>;
  /** The same, with how many of those are unopened; all of it at one moment. */
  workbinFillings(workbins: readonly WorkbinRef[]): Promise<readonly WorkbinFilling[]>;
  /** The same, also per media type of which something lies there; all of it at one moment. */
  workbinContents(workbins: readonly WorkbinRef[]): Promise<readonly WorkbinCounts[]>;
  /** Priority first, then who came first (`oldest`) or last (`newest`). */
  queueContent(queue: string, page: PageRequest): Promise<Page<InteractionLine>>;
  queueCounts(queues: readonly string[]): Promise<readonly number[]>;
  /** Done or cancelled, last assigned to the agent, newest first whatever the page's order. */
  finishedBy(agentId: string, page: PageRequest, filter?: FinishedFilter): Promise<Page<InteractionLine>>;
  /** What belongs to a contact, what was placed last first whatever the page's order. */
  ofContact(contactId: string, page: PageRequest, filter: ContactFilter): Promise<Page<Interaction>>;
  /** With a word for each of core's terms; at most so many, as far as events have been counted. */
  found(terms: readonly string[], limit: number): Promise<readonly Interaction[]>;
  sessions(agentIds: readonly string[]): Promise<readonly AgentSession[]>;
  /** In the hands of these agents or offered to them, with their attached `Subject`, in no particular order. */
  onDesks(agentIds: readonly string[], limit: number): Promise<readonly InteractionLine[]>;
  /** What stands first in each queue, at most so many; in the order asked. */
  queueFronts(queues: readonly string[], limit: number, now: Instant): Promise<readonly QueueFront[]>;

  /** For the matcher: work in state Queued in queue order (priority, then arrival), after a place in that order. */
  waiting(queue: string, limit: number, after?: WaitingPlace): Promise<readonly Waiting[]>;
  /** For the matcher: every session that is active. */
  activeSessions(): Promise<readonly AgentSession[]>;
  /** For the sweeper: interactions whose deadline is not later than `now`, earliest first; `without` these ids. */
  due(now: Instant, limit: number, without?: readonly string[]): Promise<readonly Interaction[]>;
  /** For the sweeper: active, reachable sessions whose lease ran out by `now`. */
  lapsed(now: Instant, limit: number): Promise<readonly AgentSession[]>;
  /** The earliest deadline or lease end that is still to come, so that the sweeper sleeps exactly so long. */
  nextDeadline(): Promise<Instant | undefined>;

  /**
   * Events that became visible after the cursor, of all topics or of some (an empty list matches nothing, core's
   * `EVERYTHING` matches all). `0.0` is before everything. Throws `BadCursor` for a cursor that no store gave.
   */
  feed(cursor: string, limit: number, topics?: readonly string[]): Promise<FeedSlice>;
  /**
   * The cursor of "now": everything the feed could have told comes before it. What comes after it may have been
   * committed already, while an older transaction still ran: it is told rather than lost, so ask for the cursor first
   * and look at the rest afterwards.
   */
  feedEnd(): Promise<string>;
  /**
   * Tells the other nodes that there is something to read. A hint: losing it costs at most one polling interval, so it never
   * rejects. May be called after every save; what is sent is one notification in a few milliseconds.
   */
  hint(): Promise<void>;
  /** Hears the hints of all other nodes. */
  onHint(listener: () => void): Promise<{ stop(): Promise<void> }>;

  /** The newest configuration, or the version of a number. */
  configuration(version?: number): Promise<ConfigurationVersion | undefined>;
  /** Newest first; only those after a version, if one is given. */
  configurationHistory(page: ConfigurationPage, after?: number): Promise<readonly ConfigurationNote[]>;
  /** Whatever the newest version is. Answers the new one. */
  saveConfiguration(config: ContactCentreConfig, by: string, at: Instant): Promise<number>;
  /** The newest configuration if it is newer than a version; nothing is read if it is not. */
  configurationAfter(version: number): Promise<ConfigurationVersion | undefined>;
  /**
   * Only if `base` is the newest version and nothing is in the way of `leaving`. Both are looked at in the transaction
   * that writes: no save that was decided on an older version comes between.
   */
  writeConfiguration(config: ContactCentreConfig, more: ConfigurationWriting): Promise<ConfigurationWritten>;
  /** Hears of every new version, of this node as well. A hint: losing it costs at most one polling interval. */
  onConfiguration(listener: () => void): Promise<{ stop(): Promise<void> }>;
  /** How much work there is in or with what is named, in the order named. */
  remainingWork(vanishing: Vanishing): Promise<Remaining>;

  /** Gives every lease that was running at `since` the time that no server ran: nobody could have renewed it. */
  extendLeases(since: Instant, by: number): Promise<number>;
  /** Asks for the right to route; `undefined` while another node has it. */
  becomeRouter(): Promise<RouterLock | undefined>;

  /** Counts what the feed tells next for the reports, at most so many events. Nothing is counted twice or left out. */
  countEvents(limit: number): Promise<Counted>;
  /** Makes work findable by its words that came before words were kept: looks at so many more, on one node at a time. */
  indexOlderWork(limit: number): Promise<Indexed>;
  liveReport(query: LiveQuery, now: Instant): Promise<readonly LiveLine[]>;
  measuresReport(query: MeasuresQuery): Promise<readonly MeasuresLine[]>;
  /** Tasks and handlings as far as events have been counted; events as far as the feed tells them. */
  recordsReport(query: RecordsQuery): Promise<RecordsPage>;

  /** Makes sure that events of the coming months have a partition to go to. */
  ensurePartitions(now: Instant): Promise<void>;
  /** One cheap question to the database, for health checks. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** How many were lacking their words, and whether that was the last step. */
export type Indexed = 'busy' | { readonly indexed: number; readonly done: boolean };

/** A place in a queue's order. */
export interface WaitingPlace {
  readonly priority: number;
  readonly sequence: number;
}

/** As much of a waiting interaction as it takes to offer it to somebody. */
export type Waiting = WaitingItem;
