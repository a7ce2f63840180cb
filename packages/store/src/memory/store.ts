/**
 * The store's port on a database in memory, for simulations and for tests above this floor. It answers as the one on
 * PostgreSQL does: the same contract is held against both (`testing/contract`).
 */
import {
  type ConfigurationVersion,
  type ContactCentreConfig,
  EVERYTHING,
  type Instant,
  type Interaction,
} from '@intray/core';
import { feedPlace, isAfter } from '../cursors.ts';
import { placeOfQueue, placeOfWorkbin } from '../places.ts';
import type {
  ConfigurationWriting,
  ConfigurationWritten,
  FeedEntry,
  FeedSlice,
  Loaded,
  LoadRequest,
  RouterLock,
  Store,
} from '../store.ts';
import { accountsIn } from './accounts.ts';
import { deskLines, queueFront } from './board.ts';
import type { KeptInteraction, MemoryDatabase } from './database.ts';
import { finishedLines, found, historyOf, ofContact, queueLines, waitingIn, workbinLines } from './lists.ts';
import { beat, behind, forgetNodes, operationsKept } from './nodes.ts';
import { Notices } from './notices.ts';
import { operationsUnderKeysIn } from './operations-under-keys.ts';
import { remainingWork } from './remaining-work.ts';
import { MemoryReports } from './reports.ts';
import { extendLeases, lapsedSessions, nextDeadline } from './sessions.ts';
import { contentOf, fillingOf } from './trays.ts';
import { DIRECT, type Wire } from './wire.ts';

export interface MemoryStore extends Store {
  /**
   * Takes the right to route away, as when its connection breaks: others may have it at once. Answers what lets the node
   * know, which may be later.
   */
  loseRouter(): () => void;
  /** As if the node were gone: its right to route and its listening end, and it gets neither any more. */
  disconnect(): void;
}

/** What several stores on one database have in common besides the rows. */
export interface Sharing {
  readonly database: MemoryDatabase;
  readonly notices: Notices;
  readonly reports: MemoryReports;
  /** Who has the right to route. */
  router: RouterLock | undefined;
}

export const sharing = (database: MemoryDatabase): Sharing => ({
  database,
  notices: new Notices(),
  reports: new MemoryReports(),
  router: undefined,
});

export function memoryStore(shared: Sharing, wire: Wire = DIRECT): MemoryStore {
  const { database, notices } = shared;
  /** Told apart from the other stores: nobody hears their own hints. */
  const self = {};
  const listening = new Set<() => void>();
  let right: { readonly lock: RouterLock; readonly lost: AbortController } | undefined;
  let gone = false;
  const rows = () => [...database.open.values()];

  function loseRouter(): () => void {
    const lost = right;
    right = undefined;
    if (lost !== undefined && shared.router === lost.lock) shared.router = undefined;
    return () => lost?.lost.abort();
  }

  function takeRouter(): RouterLock | undefined {
    if (gone || shared.router !== undefined) return undefined;
    const lost = new AbortController();
    const lock: RouterLock = {
      lost: lost.signal,
      async release() {
        if (right?.lock === lock) loseRouter()();
      },
    };
    right = { lock, lost };
    shared.router = lock;
    return lock;
  }

  async function becomeRouter(): Promise<RouterLock | undefined> {
    try {
      return await wire.ask(takeRouter);
    } catch (failure) {
      // The right belongs to the connection, and that has broken.
      loseRouter()();
      throw failure;
    }
  }

  function listen(channel: 'hint' | 'configuration', listener: () => void) {
    const stop = gone
      ? () => {}
      : notices.listen(channel, { owner: self, tell: () => wire.notify(listener) });
    listening.add(stop);
    return {
      async stop() {
        listening.delete(stop);
        stop();
      },
    };
  }

  function disconnect(): void {
    gone = true;
    loseRouter()();
    for (const stop of listening) stop();
    listening.clear();
  }

  function addConfiguration(config: ContactCentreConfig, more: ConfigurationWriting): ConfigurationWritten {
    const { base, leaving, ...said } = more;
    const since = base === undefined ? [] : notesAfter(database.configurations, base);
    if (since.length > 0) return { ok: false, since };
    const inTheWay = leaving?.inTheWay(remainingWork(database, leaving.vanishing));
    if (inTheWay) return { ok: false, inTheWay };
    const version = database.configurations.length + 1;
    database.configurations.push({ version, ...said, config });
    notices.send('configuration', undefined);
    return { ok: true, version };
  }

  return {
    accounts: accountsIn(database, wire),
    operationsUnderKeys: operationsUnderKeysIn(database, wire),
    load: (request) => wire.ask(() => load(database, request)),
    save: (batch) =>
      wire.write({
        begin: () => database.begin(),
        keep: (transaction) => database.keep(transaction, batch),
        undo: (transaction) => database.undo(transaction),
      }),

    interaction: (id) => wire.ask(() => database.interactions.get(id)?.row),
    interactionByExternalId: (externalId) => wire.ask(() => byExternalId(database, externalId)),
    history: (id, page) => wire.ask(() => historyOf(database, id, page)),
    workOf: (agentId) => wire.ask(() => workOf(rows(), agentId)),
    workbinContent: (workbin, page) => wire.ask(() => workbinLines(database, workbin, page)),
    workbinCounts: (workbins) =>
      wire.ask(() => workbins.map((workbin) => fillingOf(database, workbin).count)),
    workbinFillings: (workbins) => wire.ask(() => workbins.map((workbin) => fillingOf(database, workbin))),
    workbinContents: (workbins) => wire.ask(() => workbins.map((workbin) => contentOf(database, workbin))),
    queueContent: (queue, page) => wire.ask(() => queueLines(database, queue, page)),
    queueCounts: (queues) =>
      wire.ask(() => queues.map((queue) => database.tallies.get(placeOfQueue(queue)) ?? 0)),
    finishedBy: (agentId, page, filter) => wire.ask(() => finishedLines(database, agentId, page, filter)),
    ofContact: (contactId, page, filter) => wire.ask(() => ofContact(database, contactId, page, filter)),
    found: (terms, limit) => wire.ask(() => found(database, terms, limit)),
    sessions: (agentIds) => wire.ask(() => agentIds.flatMap((id) => database.sessions.get(id) ?? [])),
    onDesks: (agentIds, limit) => wire.ask(() => deskLines(database, agentIds, limit)),
    queueFronts: (queues, limit, now) =>
      wire.ask(() => queues.map((queue) => queueFront(database, queue, limit, now))),

    waiting: (queue, limit, after) => wire.ask(() => waitingIn(database, queue, limit, after)),
    activeSessions: () => wire.ask(() => [...database.sessions.values()].filter(({ active }) => active)),
    due: (now, limit, without = []) =>
      wire.ask(() =>
        due(rows(), now)
          .filter(({ id }) => !without.includes(id))
          .slice(0, limit),
      ),
    lapsed: (now, limit) => wire.ask(() => lapsedSessions(database, now).slice(0, limit)),
    nextDeadline: () => wire.ask(() => nextDeadline(database)),

    feed: (cursor, limit, topics) => wire.ask(() => feed(database, cursor, limit, topics)),
    feedEnd: () => wire.ask(() => database.feedEnd()),
    hint: () => wire.ask(() => notices.send('hint', self)),
    onHint: (listener) => wire.ask(() => listen('hint', listener)),

    configuration: (version) =>
      wire.ask(() =>
        version === undefined ? database.configurations.at(-1) : database.configurations[version - 1],
      ),
    configurationAfter: (version) => wire.ask(() => database.configurations.slice(version).at(-1)),
    configurationHistory: ({ limit, before = Number.POSITIVE_INFINITY }, after = 0) =>
      wire.ask(() =>
        notesAfter(database.configurations, after)
          .filter(({ version }) => version < before)
          .slice(0, limit),
      ),
    saveConfiguration: (config, by, at) =>
      wire.ask(() => {
        addConfiguration(config, { by, at });
        return database.configurations.length;
      }),
    writeConfiguration: (config, more) => wire.ask(() => addConfiguration(config, more)),
    onConfiguration: (listener) => wire.ask(() => listen('configuration', listener)),
    remainingWork: (vanishing) => wire.ask(() => remainingWork(database, vanishing)),

    beat: (nodeId, now, report) => wire.ask(() => beat(database, nodeId, now, report)),
    forgetNodes: (before) => wire.ask(() => forgetNodes(database, before)),
    behind: (cursor) => wire.ask(() => behind(database, cursor)),
    operations: (queues) => wire.ask(() => operationsKept(database, queues)),
    pool: () => ({ open: 0, idle: 0, waiting: 0, most: 0 }),
    extendLeases: (since, by) => wire.ask(() => extendLeases(database, since, by)),
    becomeRouter,

    countEvents: (limit) =>
      wire.ask(() => shared.reports.count((cursor) => feed(database, cursor, limit, undefined))),
    // Here work is found by reading it: nothing is kept that could be missing.
    indexOlderWork: () => wire.ask(() => ({ indexed: 0, done: true })),
    liveReport: (query, now) => wire.ask(() => shared.reports.live(query, now)),
    measuresReport: (query) => wire.ask(() => shared.reports.measures(query)),
    recordsReport: (query) =>
      wire.ask(() =>
        shared.reports.records(query, (cursor, limit) => feed(database, cursor, limit, undefined)),
      ),

    ensurePartitions: () => wire.ask(() => {}),
    ping: () => wire.ask(() => {}),
    async close() {
      disconnect();
    },
    loseRouter,
    disconnect,
  };
}

function load(database: MemoryDatabase, request: LoadRequest): Loaded {
  const ids = new Set([
    ...request.interactionIds,
    ...request.externalIds.flatMap((externalId) => database.idsByExternalId.get(externalId) ?? []),
  ]);
  return {
    interactions: [...ids].flatMap((id) => database.interactions.get(id)?.row ?? []),
    sessions: request.agentIds.flatMap((id) => database.sessions.get(id) ?? []),
    workbins: request.workbins.map((workbin) => ({
      workbin,
      count: database.tallies.get(placeOfWorkbin(workbin)) ?? 0,
    })),
    receipts: new Map(
      request.commandIds.flatMap((id) => {
        const receipt = database.receipts.get(id);
        return receipt === undefined ? [] : [[id, receipt] as const];
      }),
    ),
    lastAgents: request.contactIds.flatMap((id) => [...(database.lastAgents.get(id)?.values() ?? [])]),
  };
}

function byExternalId(database: MemoryDatabase, externalId: string): Interaction | undefined {
  const id = database.idsByExternalId.get(externalId);
  return id === undefined ? undefined : database.interactions.get(id)?.row;
}

const workOf = (rows: readonly KeptInteraction[], agentId: string): readonly Interaction[] =>
  rows
    .map(({ row }) => row)
    .filter(({ handler, invitation }) => handler === agentId || invitation?.agentId === agentId)
    .sort((a, b) => a.placedAt - b.placedAt || (a.id < b.id ? -1 : 1));

const due = (rows: readonly KeptInteraction[], now: Instant): readonly Interaction[] =>
  rows
    .filter(({ deadline }) => deadline !== undefined && deadline <= now)
    .sort((a, b) => (a.deadline ?? 0) - (b.deadline ?? 0))
    .map(({ row }) => row);

function feed(
  database: MemoryDatabase,
  cursor: string,
  limit: number,
  topics: readonly string[] | undefined,
): FeedSlice {
  const { txid, seq } = feedPlace(cursor);
  const wanted = topics === undefined || topics.includes(EVERYTHING) ? undefined : new Set(topics);
  const entries: FeedEntry[] = [];
  for (const { cursor: at, event, topics: filed, commandId } of database.eventsAfter(
    BigInt(txid),
    Number(seq),
  )) {
    if (wanted !== undefined && !filed.some((topic) => wanted.has(topic))) continue;
    if (entries.length === limit) return { entries, cursor: entries.at(-1)?.cursor ?? cursor, more: true };
    entries.push({ cursor: at, event, topics: filed, ...(commandId === undefined ? {} : { commandId }) });
  }
  const end = database.feedEnd();
  return { entries, cursor: isAfter(cursor, end) ? cursor : end, more: false };
}

/** Newest first. */
const notesAfter = (versions: readonly ConfigurationVersion[], after: number) =>
  versions.flatMap(({ config, ...note }) => (note.version > after ? [note] : [])).reverse();
