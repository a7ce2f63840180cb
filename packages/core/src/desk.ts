/**
 * Everything the outside may ask of Intray: do something, look at something, follow what happens. The engine is a Desk,
 * every wire is handed one, and so no wire can reach past it. Every question names who asks; what the person may not
 * see is refused or left out here, never in a wire or a screen.
 */
import type { PrivilegeExplanation } from './access/explain.ts';
import type { AccessQuery } from './access/query.ts';
import type { Actor } from './actor.ts';
import type { AgentSession } from './agent/session.ts';
import type { Command } from './commands.ts';
import type { ListedValue } from './config/business-attributes.ts';
import type { ObjectDifference } from './config/differences.ts';
import type { Disposition } from './config/dispositions.ts';
import type { Filter } from './config/filters.ts';
import type { ConfigurationNews, DeskFacts } from './config/news.ts';
import type { MediaType, NotReadyReason, Place, Queue, Settings, WorkbinType } from './config/objects.ts';
import type {
  ConfigurationChange,
  ConfigurationChanged,
  ConfigurationNote,
  ConfigurationPage,
  ConfigurationVersion,
} from './config/versions.ts';
import type { Expectations } from './decide.ts';
import type { DomainEvent, EventType, InteractionEvent } from './events.ts';
import type { FindRequest, Found } from './filters/find.ts';
import type { ContactFilter, FinishedFilter, HistoryLine } from './history/contact-history.ts';
import type { SearchQuery, SearchResult } from './history/search.ts';
import type { InteractionState } from './interaction/interaction.ts';
import type { InteractionView } from './interaction/view.ts';
import type { InteractionLine, Page, PageRequest } from './lines.ts';
import type { Operations } from './nodes/operations.ts';
import type { OperationReport, OperationRequest, UndoRequest } from './operations/operation.ts';
import type { OptionExplanation } from './options/explain.ts';
import type { OptionsQuery } from './options/query.ts';
import type { WorkbinLook } from './options/workbin-looks.ts';
import type { Board } from './oversight/board.ts';
import type { Refusal } from './refusals.ts';
import type { LiveLine, LiveQuery, MeasuresLine, MeasuresQuery } from './reporting/measures.ts';
import type { RecordsPage, RecordsQuery } from './reporting/records.ts';
import type { AgentExplanation } from './routing/explain-agent.ts';
import type { InteractionExplanation } from './routing/explain-item.ts';
import type { Instant } from './values.ts';
import type { WorkbinRef } from './workbin/workbin.ts';

/** A command as somebody gives it. */
export interface Order extends Expectations {
  /** Chosen by the caller, unique. The same id again gets the same answer and does nothing twice. */
  readonly commandId?: string;
  readonly command: Command;
  readonly actor: Actor;
}

/** What was done. This is what a receipt keeps, so it stays small. */
export interface Receipt {
  readonly ok: true;
  /** The interaction's id, or the agent's for a session command. */
  readonly id: string;
  readonly version: number;
  /** The interaction's state afterwards. */
  readonly state?: InteractionState;
  /** What happened; empty when it was so already. */
  readonly events: readonly EventType[];
}

export type Outcome = Receipt | { readonly ok: false; readonly refusal: Refusal };

/** An answer to a question that may be refused. */
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Refusal };

export interface MyDesk extends DeskFacts {
  readonly session: AgentSession;
  /** Offered to me or in my hands. */
  readonly work: readonly InteractionView[];
  /** Follow the feed from here to see every change after this answer. */
  readonly cursor: string;
  /** The server's clock when it answered, so that countdowns do not depend on the desk's clock. */
  readonly now: Instant;
}

export interface WorkbinSummary {
  readonly workbin: WorkbinRef;
  readonly name: string;
  /** Owned or shared by the person; otherwise supervised. */
  readonly mine: boolean;
  readonly count: number;
  /** How many of those nobody who shares the tray has opened since they came there. */
  readonly unopened: number;
  readonly limit?: number;
}

/** How much lies in a tray, all of it counted at one moment. */
export interface WorkbinStatistics extends Omit<WorkbinSummary, 'unopened'> {
  /** Media types of which something lies there. */
  readonly perMediaType: Readonly<Record<string, number>>;
}

export interface QueueSummary {
  readonly queue: string;
  readonly name: string;
  readonly count: number;
}

/** Somebody work can be transferred to. */
export interface Colleague {
  readonly id: string;
  readonly name: string;
  readonly active: boolean;
  readonly reachable: boolean;
  /** Media the colleague is ready for. */
  readonly ready: readonly string[];
  /** Media the colleague is logged on to and has room for. */
  readonly hasRoomFor: readonly string[];
}

/** Somebody's name, and nothing else about them. */
export interface PersonName {
  readonly id: string;
  readonly name: string;
}

/** The names a desk needs to show things. */
export interface Catalogue {
  readonly mediaTypes: readonly MediaType[];
  readonly queues: readonly Queue[];
  readonly workbinTypes: readonly WorkbinType[];
  readonly places: readonly Place[];
  /** What work ends with, for the asking person; headings among them. */
  readonly dispositions: readonly Disposition[];
  readonly notReadyReasons: readonly NotReadyReason[];
  readonly settings: Settings;
  /** What a team lead looks through work by; none for anybody else. */
  readonly filters: readonly Filter[];
  /** Business attribute → its values, for those that an attached key takes its value from. */
  readonly lists: Readonly<Record<string, readonly ListedValue[]>>;
  /** Workbin type → how its list looks to the asking person, for the types that serve a medium of theirs. */
  readonly looks: Readonly<Record<string, WorkbinLook>>;
  /** People the asking person may meet; work from elsewhere may still name others by their id. */
  readonly people: readonly PersonName[];
}

/**
 * One thing to tell a follower. `reset`: too much happened since the cursor to tell it all, or the person may see other
 * things than before, so read everything anew and go on from here. `configured`: there is a new version of the
 * configuration; names, options and the facts of the desk are other ones, and what lies where is the same. `beat`: nothing
 * happened; the connection lives, and the cursor may be remembered.
 */
export type FeedMessage =
  | {
      readonly kind: 'event';
      readonly cursor: string;
      readonly event: DomainEvent;
      /** The id of the command that caused it, if its caller gave one: only that caller needs it. */
      readonly commandId?: string;
    }
  | { readonly kind: 'reset'; readonly cursor: string }
  | ({ readonly kind: 'configured'; readonly cursor: string } & ConfigurationNews)
  | { readonly kind: 'beat'; readonly cursor: string; readonly now: Instant };

export interface Health {
  readonly ready: boolean;
  /** Parts by name, with a word on what is wrong if something is. */
  readonly parts: Readonly<Record<string, { readonly ok: boolean; readonly note?: string }>>;
  /** How far the feed is behind the newest event, in milliseconds. */
  readonly feedLag: number;
}

export interface Desk {
  execute(order: Order): Promise<Outcome>;

  /** Pulls what the router would give the person next, or says why there is nothing. */
  pullNext(actor: Actor): Promise<Outcome>;

  /**
   * Does one thing to many pieces of work, or says what would come of it; each is done or refused by itself.
   * @param key the same person's same key again, within a day, gets the same answer, and nothing is done twice
   */
  operate(actor: Actor, request: OperationRequest, key?: string): Promise<Answer<OperationReport>>;
  /** Takes back what was done, but for what has changed since. */
  undo(actor: Actor, request: UndoRequest, key?: string): Promise<Answer<OperationReport>>;

  /** Work that a filter's condition finds among what the person watches over. */
  find(actor: Actor, request: FindRequest): Promise<Answer<Found>>;
  /** How it stands with the people and queues the person watches over. */
  board(actor: Actor): Promise<Answer<Board>>;

  /** How much unfinished work there is, line by line; as far as events have been counted, about a second ago. */
  liveReport(actor: Actor, query: LiveQuery): Promise<Answer<readonly LiveLine[]>>;
  /** What happened, counted in slots of time. */
  measuresReport(actor: Actor, query: MeasuresQuery): Promise<Answer<readonly MeasuresLine[]>>;
  /** Tasks, handlings or events one by one, a page at a time. */
  recordsReport(actor: Actor, query: RecordsQuery): Promise<Answer<RecordsPage>>;

  me(actor: Actor): Promise<Answer<MyDesk>>;
  catalogue(actor: Actor): Promise<Answer<Catalogue>>;
  interaction(actor: Actor, id: string): Promise<Answer<InteractionView>>;
  history(actor: Actor, id: string, page: PageRequest): Promise<Answer<Page<InteractionEvent>>>;
  workbins(actor: Actor): Promise<Answer<readonly WorkbinSummary[]>>;
  workbinContent(
    actor: Actor,
    workbin: WorkbinRef,
    page: PageRequest,
  ): Promise<Answer<Page<InteractionLine>>>;
  /**
   * How much lies in trays, without reading what does: in those that are named, in that order, or else in all that the
   * person owns or shares. Refused as a whole if one of them may not be looked into. A wire bounds how many are named.
   */
  workbinStatistics(
    actor: Actor,
    workbins?: readonly WorkbinRef[],
  ): Promise<Answer<readonly WorkbinStatistics[]>>;
  queues(actor: Actor): Promise<Answer<readonly QueueSummary[]>>;
  queueContent(actor: Actor, queue: string, page: PageRequest): Promise<Answer<Page<InteractionLine>>>;
  /** Why a piece of work is where it is, whom it is for now, and what happens next. */
  explainInteraction(actor: Actor, id: string): Promise<Answer<InteractionExplanation>>;
  /** Why an agent is offered nothing. Their own to anybody, another's to who supervises them. */
  explainAgent(actor: Actor, agentId: string): Promise<Answer<AgentExplanation>>;
  /** What the person finished, newest first. */
  finished(actor: Actor, page: PageRequest, filter?: FinishedFilter): Promise<Answer<Page<InteractionLine>>>;
  /** Everything that belongs to a contact, what was placed last first. */
  contactHistory(
    actor: Actor,
    contactId: string,
    page: PageRequest,
    filter?: ContactFilter,
  ): Promise<Answer<Page<HistoryLine>>>;
  /** Work that the person may see, by its ids, its contact or words of its attached data; newest first. */
  search(actor: Actor, query: SearchQuery): Promise<Answer<SearchResult>>;
  /** Colleagues whose id or name contains `text`, at most 50: those who can take `mediaType` first. */
  colleagues(
    actor: Actor,
    search: { readonly text: string; readonly mediaType?: string },
  ): Promise<Answer<readonly Colleague[]>>;

  /** One version of the configuration: the newest unless named. For administrators, like the next three. */
  configuration(actor: Actor, version?: number): Promise<Answer<ConfigurationVersion>>;
  /** The versions there were, newest first, without what is in them. */
  configurationHistory(actor: Actor, page: ConfigurationPage): Promise<Answer<readonly ConfigurationNote[]>>;
  /** What is different in the version `to`, seen from the version `from`. */
  configurationDifferences(
    actor: Actor,
    from: number,
    to: number,
  ): Promise<Answer<readonly ObjectDifference[]>>;
  /** Makes a new version, which holds at once, or refuses and changes nothing but what the moves had moved. */
  changeConfiguration(actor: Actor, change: ConfigurationChange): Promise<Answer<ConfigurationChanged>>;
  /** Which value each option has for a person (and an interaction), what every level says, and which one won. */
  options(actor: Actor, query: OptionsQuery): Promise<Answer<readonly OptionExplanation[]>>;
  /** What a person may do and what not, and which role, through which assignment, gives or denies it. */
  access(actor: Actor, query: AccessQuery): Promise<Answer<readonly PrivilegeExplanation[]>>;

  /**
   * Everything the actor may see that happens after `cursor` (from now on if absent), in order, without a gap, until
   * the signal aborts. A cursor of any age is good.
   */
  follow(actor: Actor, cursor: string | undefined, signal: AbortSignalLike): AsyncIterable<FeedMessage>;
  health(): Promise<Health>;
  /** How the servers, the database and what goes between them are. Also while the database cannot be reached. */
  operations(actor: Actor): Promise<Answer<Operations>>;
}

/** What core needs of an AbortSignal, which belongs to an outside that core does not know. */
export interface AbortSignalLike {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void, options?: { once?: boolean }): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}
