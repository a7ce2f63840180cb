import { accountsOn } from './accounts.ts';
import {
  addConfiguration,
  configurationHistory,
  onConfiguration,
  readConfiguration,
  readConfigurationAfter,
} from './configurations.ts';
import { type Database, type DatabaseOptions, openDatabase } from './database/database.ts';
import { migrate } from './database/migrate.ts';
import { hintsOn } from './hints.ts';
import { loadSituation } from './load-situation.ts';
import { behind, forgetNodes, noteBeat, operationsKept } from './nodes.ts';
import { operationsUnderKeysOn } from './operations-under-keys.ts';
import { ensurePartitions } from './partitions.ts';
import { contentsOf, countsOf, fillingsOf, placeOfWorkbin, queueCountsOf } from './places.ts';
import { deskLines, queueFronts } from './read-board.ts';
import { readFeed, readFeedEnd } from './read-feed.ts';
import {
  dueInteractions,
  interactionByExternalId,
  interactionById,
  readHistory,
  workOf,
} from './read-interactions.ts';
import { finishedLines, interactionsOfContact, queueLines, workbinLines } from './read-lines.ts';
import { readWaiting } from './read-waiting.ts';
import { recordsReport } from './record-reports.ts';
import { remainingWork } from './remaining-work.ts';
import { countEvents, liveReport, measuresReport } from './reports.ts';
import { takeRouterLock } from './router-lock.ts';
import { knownRowTypes } from './row-types.ts';
import { saveBatch } from './save-batch.ts';
import { indexOlderWork, interactionsFound } from './search-words.ts';
import { activeSessions, extendLeases, lapsedSessions, nextDeadline, sessionsOf } from './sessions.ts';
import type { RouterLock, Store } from './store.ts';

/**
 * Opens the store and brings its schema up to date; any number of nodes may do so at once. Throws `DatabaseFailure`,
 * `SchemaNewerThanCode` or `MigrationMismatch`.
 */
export async function openStore(options: DatabaseOptions): Promise<Store> {
  const planned = { ...options, url: withPlanning(options.url) };
  const database = openDatabase(planned);
  try {
    await migrate(database);
    await ensurePartitions(database, Date.now());
  } catch (cause) {
    await database.close();
    throw cause;
  }
  return storeOn(database, planned);
}

/**
 * The address with two orders to the planner. Every hot question here is answered by an index, and prepared statements
 * keep the plan they were given: one that was made while a table was small or empty would go on reading all of it
 * while it grows to a million rows. So no reading of whole tables where an index will do. And no compiling of plans
 * that run for a millisecond.
 */
export function withPlanning(url: string): string {
  const planned = new URL(url);
  const given = planned.searchParams.get('options');
  const options = [...(given === null ? [] : [given]), '-c enable_seqscan=off', '-c jit=off'];
  planned.searchParams.set('options', options.join(' '));
  return planned.href;
}

/** The store on an open, migrated database, which it closes in the end. */
export function storeOn(database: Database, options: DatabaseOptions): Store {
  const hints = hintsOn(database);
  const saves = { rowTypes: knownRowTypes(database), lastOwn: {}, queueParts: new Set<number>() };
  const locks = new Set<RouterLock>();
  let closed: Promise<void> | undefined;

  async function becomeRouter(): Promise<RouterLock | undefined> {
    const lock = await takeRouterLock({
      connectionString: options.url,
      application_name: `${options.applicationName}-router`,
      connectionTimeoutMillis: options.connectTimeoutMs ?? 10_000,
    });
    if (lock === undefined) return undefined;
    locks.add(lock);
    lock.lost.addEventListener('abort', () => locks.delete(lock), { once: true });
    return lock;
  }

  async function close(): Promise<void> {
    hints.close();
    await Promise.all([...locks].map((lock) => lock.release()));
    await database.close();
  }

  return {
    accounts: accountsOn(database),
    operationsUnderKeys: operationsUnderKeysOn(database),
    load: (request) => loadSituation(database, request),
    save: (batch) => saveBatch(database, saves, batch),

    interaction: (id) => interactionById(database, id),
    interactionByExternalId: (externalId) => interactionByExternalId(database, externalId),
    history: (id, page) => readHistory(database, id, page),
    workOf: (agentId) => workOf(database, agentId),
    workbinContent: (workbin, page) => workbinLines(database, workbin, page),
    workbinCounts: (workbins) => countsOf(database, workbins.map(placeOfWorkbin)),
    workbinFillings: (workbins) => fillingsOf(database, workbins),
    workbinContents: (workbins) => contentsOf(database, workbins),
    queueContent: (queue, page) => queueLines(database, queue, page),
    queueCounts: (queues) => queueCountsOf(database, queues),
    finishedBy: (agentId, page, filter) => finishedLines(database, agentId, page, filter),
    ofContact: (contactId, page, filter) => interactionsOfContact(database, contactId, page, filter),
    found: (terms, limit) => interactionsFound(database, terms, limit),
    sessions: (agentIds) => sessionsOf(database, agentIds),
    onDesks: (agentIds, limit) => deskLines(database, agentIds, limit),
    queueFronts: (queues, limit, now) => queueFronts(database, queues, limit, now),

    waiting: (queue, limit, after) => readWaiting(database, queue, limit, after),
    activeSessions: () => activeSessions(database),
    due: (now, limit, without = []) => dueInteractions(database, now, limit, without),
    lapsed: (now, limit) => lapsedSessions(database, now, limit),
    nextDeadline: () => nextDeadline(database),

    feed: (cursor, limit, topics) => readFeed(database, cursor, limit, topics),
    feedEnd: () => readFeedEnd(database),
    hint: () => hints.hint(),
    onHint: (listener) => hints.onHint(listener),

    configuration: (version) => readConfiguration(database, version),
    configurationAfter: (version) => readConfigurationAfter(database, version),
    configurationHistory: (page, after) => configurationHistory(database, page, after),
    async saveConfiguration(config, by, at) {
      const written = await addConfiguration(database, config, { by, at });
      if (!written.ok) throw new Error('A configuration without a base and nothing to look at was refused.');
      return written.version;
    },
    writeConfiguration: (config, more) => addConfiguration(database, config, more),
    onConfiguration: (listener) => onConfiguration(database, listener),
    remainingWork: (vanishing) => remainingWork(database, vanishing),

    beat: (nodeId, now, report) => noteBeat(database, nodeId, now, report),
    forgetNodes: (before) => forgetNodes(database, before),
    behind: (cursor) => behind(database, cursor),
    operations: (queues) => operationsKept(database, queues),
    pool: () => database.pool(),
    extendLeases: (since, by) => extendLeases(database, since, by),
    becomeRouter,

    countEvents: (limit) => countEvents(database, limit),
    indexOlderWork: (limit) => indexOlderWork(database, limit),
    liveReport: (query, now) => liveReport(database, query, now),
    measuresReport: (query) => measuresReport(database, query),
    recordsReport: (query) => recordsReport(database, query),

    ensurePartitions: (now) => ensurePartitions(database, now),
    async ping() {
      await database.query({ name: 'ping', text: 'select 1' });
    },
    close() {
      closed ??= close();
      return closed;
    },
  };
}
