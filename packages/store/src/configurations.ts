/** The versions of the configuration: each one kept, none overwritten, and other nodes told at once. */
import type {
  ConfigurationNote,
  ConfigurationPage,
  ConfigurationVersion,
  ContactCentreConfig,
  Instant,
  Vanishing,
} from '@intray/core';
import type { Database, Queryable } from './database/database.ts';
import { fromKeptJson, keptJson, keptText } from './kept-json.ts';
import { remainingWork } from './remaining-work.ts';
import type { ConfigurationWriting, ConfigurationWritten } from './store.ts';

const CHANNEL = 'intray_configuration';

/** Any fixed number: who writes a version waits for whoever is writing one. */
const WRITING_LOCK = 4_712_003;

/** Held together by saves, alone by who takes something away: see migrations/0007-configuration-fence.sql. */
const FENCE_LOCK = 4_712_004;

interface Row {
  readonly version: number;
  readonly at: Instant;
  readonly by: string;
  readonly note: string | null;
}

const noteOf = ({ version, at, by, note }: Row): ConfigurationNote => ({
  version,
  at,
  by: fromKept(by),
  ...(note === null ? {} : { note: fromKept(note) }),
});

const fromKept = (text: string): string => fromKeptJson(JSON.stringify(text)) as string;

/** The newest version, or the one of a number; `undefined` if there is none. */
export async function readConfiguration(
  on: Queryable,
  version?: number,
): Promise<ConfigurationVersion | undefined> {
  const { rows } = await on.query<Row & { body: string }>({
    text: `select version, at, "by", note, body::text as body from configuration
            where $1::bigint is null or version = $1 order by version desc limit 1`,
    values: [version ?? null],
  });
  return versionOf(rows[0]);
}

const versionOf = (row: (Row & { body: string }) | undefined): ConfigurationVersion | undefined =>
  row && { ...noteOf(row), config: fromKeptJson(row.body) as ContactCentreConfig };

/** The newest version if it is newer than one that is known; nothing is read if it is not. */
export async function readConfigurationAfter(
  on: Queryable,
  known: number,
): Promise<ConfigurationVersion | undefined> {
  const { rows } = await on.query<Row & { body: string }>({
    name: 'configuration_after',
    text: `select version, at, "by", note, body::text as body from configuration
            where version > $1 order by version desc limit 1`,
    values: [known],
  });
  return versionOf(rows[0]);
}

/** Newest first. @param after only versions after this one */
export async function configurationHistory(
  on: Queryable,
  { limit, before }: ConfigurationPage,
  after = 0,
): Promise<readonly ConfigurationNote[]> {
  const { rows } = await on.query<Row>({
    text: `select version, at, "by", note from configuration
            where version > $1 and ($2::bigint is null or version < $2) order by version desc limit $3`,
    values: [after, before ?? null, limit],
  });
  return rows.map(noteOf);
}

/** Who wrote in between is named up to so many versions back. */
const MOST_NAMED = 20;

const isEmpty = ({ queues, workbins, mediaTypes, agents }: Vanishing): boolean =>
  queues.length + workbins.length + mediaTypes.length + agents.length === 0;

/** Writes the next version and tells every node, in one transaction. */
export async function addConfiguration(
  database: Database,
  config: ContactCentreConfig,
  more: ConfigurationWriting,
): Promise<ConfigurationWritten> {
  return database.transaction(async (on) => {
    await on.query({ text: 'select pg_advisory_xact_lock($1)', values: [WRITING_LOCK] });
    if (more.base !== undefined) {
      const since = await configurationHistory(on, { limit: MOST_NAMED }, more.base);
      if (since.length > 0) return { ok: false, since };
    }
    const { leaving } = more;
    if (leaving !== undefined && !isEmpty(leaving.vanishing)) {
      // Saves that are under way end first, and are counted; later ones wait, and find the new version.
      await on.query({ text: 'select pg_advisory_xact_lock($1)', values: [FENCE_LOCK] });
      const inTheWay = leaving.inTheWay(await remainingWork(on, leaving.vanishing));
      if (inTheWay) return { ok: false, inTheWay };
    }
    const { rows } = await on.query<{ version: number }>({
      text: 'insert into configuration (at, "by", body, note) values ($1, $2, $3, $4) returning version',
      values: [
        more.at,
        keptText(more.by),
        keptJson(config),
        more.note === undefined ? null : keptText(more.note),
      ],
    });
    const [row] = rows;
    if (row === undefined) throw new Error('An inserted configuration came back without its version.');
    await on.query({ text: 'select pg_notify($1, $2)', values: [CHANNEL, String(row.version)] });
    return { ok: true, version: row.version };
  });
}

/** Hears of every new version, whoever wrote it, this node included. */
export async function onConfiguration(
  database: Database,
  listener: () => void,
): Promise<{ stop(): Promise<void> }> {
  // What was notified while the connection was away is gone, so its return may mean a new version.
  const listening = await database.listen(CHANNEL, listener, listener);
  return { stop: () => listening.close() };
}
