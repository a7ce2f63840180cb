/** What a desk keeps on its computer: the last answers of the server, and what waits to be sent. */
import {
  type Catalogue,
  EMPTY_QUEUE,
  type InteractionEvent,
  type InteractionLine,
  type InteractionView,
  type MyDesk,
  OfflineQueue,
  type QueueSummary,
  type WorkbinSummary,
} from '@intray/core';

/** Where texts are kept, under one of three names. A shell encrypts what it keeps. */
export interface Shelves {
  read(shelf: 'queue' | 'snapshot'): Promise<string | undefined>;
  write(shelf: 'queue' | 'snapshot', text: string): Promise<void>;
}

/** The last answers, all of one person. Lists by the key of their tray. */
export interface Snapshot {
  me: MyDesk;
  /** Milliseconds from this computer's clock to the server's, when it answered. */
  skew: number;
  catalogue?: Catalogue;
  workbins?: readonly WorkbinSummary[];
  queues?: readonly QueueSummary[];
  readonly trays: Record<string, readonly InteractionLine[]>;
  readonly views: Record<string, InteractionView>;
  readonly histories: Record<string, readonly InteractionEvent[]>;
}

/** Enough for every tray of a busy agent; the oldest go first. */
const MOST_VIEWS = 1_000;

export interface Kept {
  snapshot(): Snapshot | undefined;
  /** Begins anew with this person's answer, or goes on with theirs. */
  heardMe(me: MyDesk): void;
  change(to: (snapshot: Snapshot) => void): void;
  forgetSnapshot(): void;
  /** What waits for the person whose answers are kept. */
  queue(): OfflineQueue;
  /** Resolves when it is on disk. */
  changeQueue(to: (queue: OfflineQueue) => OfflineQueue): Promise<void>;
  subscribe(listener: () => void): () => void;
  /** Resolves when everything so far is on disk. */
  written(): Promise<void>;
}

/** Gathers what changes within so many milliseconds into one writing. */
const GATHER = 250;

type Queues = Record<string, unknown>;

function parsed<T>(text: string | undefined, empty: T): T {
  return text === undefined || text === '' ? empty : (JSON.parse(text) as T);
}

function trimmed(views: Record<string, InteractionView>): void {
  const ids = Object.keys(views);
  for (const id of ids.slice(0, Math.max(0, ids.length - MOST_VIEWS))) delete views[id];
}

/** Opens what is kept. */
export async function openKept(shelves: Shelves, now: () => number = Date.now): Promise<Kept> {
  const [seen, waiting] = await Promise.all([shelves.read('snapshot'), shelves.read('queue')]);
  let snapshot = parsed<Snapshot | undefined>(seen, undefined);
  const queues = parsed<Queues>(waiting, {});
  let queue: OfflineQueue = EMPTY_QUEUE;
  const listeners = new Set<() => void>();
  let writing: Promise<void> = Promise.resolve();
  let gathering: ReturnType<typeof setTimeout> | undefined;

  const write = (shelf: 'queue' | 'snapshot', text: () => string): Promise<void> => {
    writing = writing.then(() => shelves.write(shelf, text()));
    return writing;
  };
  const writeSnapshot = () => {
    clearTimeout(gathering);
    gathering = undefined;
    return write('snapshot', () => (snapshot === undefined ? '' : JSON.stringify(snapshot)));
  };
  const soon = () => {
    gathering ??= setTimeout(() => void writeSnapshot(), GATHER);
  };
  const tell = () => {
    for (const listener of [...listeners]) listener();
  };
  /** What waited for somebody and can no longer be read is kept beside, for whoever comes to look. */
  const takeQueueOf = (owner: string | undefined) => {
    const found = owner === undefined ? undefined : queues[owner];
    const read = OfflineQueue.safeParse(found ?? EMPTY_QUEUE);
    if (!read.success && owner !== undefined) queues[`${owner} (unreadable)`] = found;
    queue = read.success ? read.data : EMPTY_QUEUE;
  };
  takeQueueOf(snapshot?.me.agent.id);

  return {
    snapshot: () => snapshot,
    heardMe(me) {
      const skew = me.now - now();
      if (snapshot?.me.agent.id === me.agent.id) {
        snapshot.me = me;
        snapshot.skew = skew;
      } else {
        snapshot = { me, skew, trays: {}, views: {}, histories: {} };
        takeQueueOf(me.agent.id);
        tell();
      }
      for (const view of me.work) snapshot.views[view.interaction.id] = view;
      soon();
    },
    change(to) {
      if (snapshot === undefined) return;
      to(snapshot);
      trimmed(snapshot.views);
      soon();
    },
    forgetSnapshot() {
      snapshot = undefined;
      queue = EMPTY_QUEUE;
      tell();
      void writeSnapshot();
    },
    queue: () => queue,
    changeQueue(to) {
      const owner = snapshot?.me.agent.id;
      if (owner === undefined) return Promise.reject(new Error('Nobody is known whose work could wait.'));
      queue = to(queue);
      queues[owner] = queue;
      tell();
      return write('queue', () => JSON.stringify(queues));
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    written: () => writeSnapshot(),
  };
}
