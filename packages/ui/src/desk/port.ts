/**
 * What the desk needs of a server, whichever wire carries it. The web and the desktop shell hand in `connectDesk()`;
 * nothing else in this package knows that there is a network.
 */
import type {
  Catalogue,
  Colleague,
  Command,
  FeedMessage,
  InteractionEvent,
  InteractionLine,
  InteractionView,
  MyDesk,
  Outcome,
  Page,
  QueueSummary,
  Refusal,
  WorkbinRef,
  WorkbinSummary,
} from '@intray/core';
import type { ConfigurationPort } from './configuration-port.ts';
import type { HistoryPort } from './history-port.ts';
import type { OfflineWork } from './offline/offline-work.ts';
import type { OperatorPort } from './operator-port.ts';
import type { OversightPort } from './oversight-port.ts';
import type { Slice } from './slice.ts';

/** Whether the server can be reached. `offline`: the browser itself says that there is no network. */
export type Link = 'online' | 'reconnecting' | 'offline';

/** Whether signing in worked, or why it did not. */
export type SignInAnswer = { readonly ok: true } | { readonly ok: false; readonly problem: WireRefusal };

/**
 * Questions reject with `Refused` when the server said no, with `SignedOut` when nobody is signed in (any more), with
 * `Failed` when the server broke over the question, and with anything else when no answer came.
 */
export interface DeskPort extends HistoryPort, ConfigurationPort, OversightPort, OperatorPort {
  signIn(userName: string, password: string): Promise<SignInAnswer>;
  signOut(where: 'here' | 'everywhere'): Promise<void>;
  /** The server holds the demo contact centre, whose passwords everybody knows. */
  isDemo(): Promise<boolean>;

  me(): Promise<MyDesk>;
  catalogue(): Promise<Catalogue>;
  interaction(id: string): Promise<InteractionView>;
  history(id: string, slice: Slice): Promise<Page<InteractionEvent>>;
  workbins(): Promise<readonly WorkbinSummary[]>;
  workbinContent(workbin: WorkbinRef, slice: Slice): Promise<Page<InteractionLine>>;
  queues(): Promise<readonly QueueSummary[]>;
  queueContent(queue: string, slice: Slice): Promise<Page<InteractionLine>>;
  colleagues(search: { readonly text: string; readonly mediaType?: string }): Promise<readonly Colleague[]>;

  /**
   * Gives a command. Asks again, with the same id, until an answer comes, so a cut in the middle does nothing twice.
   * Rejects with `SignedOut` only.
   */
  execute(commandId: string, command: Command, more?: ExecuteMore): Promise<Outcome>;

  /** Tells everything that happens after `cursor`, across cuts of any length, until the returned function is called. */
  follow(cursor: string, listener: (message: FeedMessage) => void): () => void;
  /** Calls back when the server ends the login; returns the way to stop. */
  onSignedOut(listener: () => void): () => void;
  link(): Link;
  onLink(listener: () => void): () => void;
  /** Where the desk goes on without the server: what waits, and what has to be settled. */
  readonly offline?: OfflineWork;
  /** Where the desk is a program of its own: opens what is set for it on this computer, the server included. */
  readonly preferences?: () => void;
}

export interface ExecuteMore {
  /** Nothing is done if its subject has changed since this version. */
  readonly expectVersion?: number;
  /** Ends the asking; what has arrived is done all the same. */
  readonly signal?: AbortSignal;
}

/** As it comes over the wire: a newer server may know codes that this desk does not. */
export interface WireRefusal {
  readonly code: string;
  readonly message: string;
  readonly detail?: Refusal['detail'];
}

/** The server understood and said no. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly refusal: WireRefusal;

  constructor(refusal: WireRefusal) {
    super(refusal.message);
    this.refusal = refusal;
  }
}

/** The server answered that it failed. It may answer better soon, but whoever waits is told. */
export class Failed extends Error {
  override readonly name = 'Failed';
  /** Finds what happened in the server's log. */
  readonly requestId: string | undefined;

  constructor(message: string, requestId?: string) {
    super(message);
    this.requestId = requestId;
  }
}

/** Nobody is signed in in this browser (any more). */
export class SignedOut extends Error {
  override readonly name = 'SignedOut';
}
