/**
 * A large contact centre: how long it takes to apply one from a folder and to start with one, beside inserting the same
 * objects row by row; and how soon five hundred open desks know of an option that was changed.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { type Side, takeTurns } from '../measuring/rounds.ts';
import { median, ratioOf, spreadOf } from '../measuring/statistics.ts';
import type { Row } from '../report/row.ts';
import { spread } from '../report/table.ts';
import type { Ground } from '../workload.ts';
import { intray, startServer } from './command.ts';
import { ADMINISTRATOR, AGENTS, GROUPS, largeCentre, QUEUES, writeLargeFolder } from './folder.ts';
import { live } from './live.ts';

/** In seconds. */
const APPLIED_WITHIN = 10;
const STARTED_WITHIN = 3;
const SIZE = `${AGENTS.toLocaleString('en-US')} agents, ${GROUPS} groups, ${QUEUES} queues`;
const RAW = 'the same objects as rows: one insert each, one commit';

export async function configuration(ground: Ground): Promise<readonly Row[]> {
  return [...(await large(ground)), ...(await live(ground))];
}

async function large(ground: Ground): Promise<readonly Row[]> {
  const { postgres } = ground;
  await using parts = new AsyncDisposableStack();
  const scratch = await mkdtemp(join(tmpdir(), 'intray-bench-configuration-'));
  parts.defer(() => rm(scratch, { recursive: true, force: true }));
  const [url, bareUrl, rawUrl] = await Promise.all(
    ['configuration', 'configuration_bare', 'configuration_raw'].map((name) => postgres.newDatabase(name)),
  );
  const data = { full: join(scratch, 'full'), bare: join(scratch, 'bare') };
  const server = await startServer(url ?? '', data.full);
  parts.defer(() => server.stop());
  const password = (await readFile(join(data.full, 'first-password.txt'), 'utf8')).trim();
  const raw = new pg.Client({ connectionString: rawUrl ?? '' });
  await raw.connect();
  parts.defer(() => raw.end());

  const sides: readonly Side<number>[] = [
    applying(join(scratch, 'centre'), server.url, password),
    inserting(raw),
    starting('a start with it', url ?? '', data.full),
    starting('a bare start', bareUrl ?? '', data.bare),
  ];
  const [applied = [], inserted = [], started = [], bare = []] = await takeTurns(sides, ground);
  const beyond = started.map((seconds, round) => Math.max(0, seconds - (bare[round] ?? 0)));
  const row = (what: string, ours: readonly number[], within: number): Row => ({
    workload: 'configuration',
    what,
    intray: spread(spreadOf(ours), ' s'),
    against: RAW,
    other: spread(spreadOf(inserted), ' s'),
    ratio: ratioOf(ours, inserted),
    enough: { says: `< ${within} s`, met: median(ours) < within },
  });
  return [
    row(`s for \`config apply\` of ${SIZE}, every agent different`, applied, APPLIED_WITHIN),
    row('s for a start with them, beyond a bare start', beyond, STARTED_WITHIN),
  ];
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1_000;
}

/** The whole command: it reads the folder, checks it, sends it, and tells what is different. */
function applying(folder: string, url: string, password: string): Side<number> {
  let version = 0;
  return {
    name: 'config apply',
    async round() {
      version += 1;
      await writeLargeFolder(folder, version);
      const args = ['config', 'apply', folder, '--url', url, '--user', ADMINISTRATOR];
      return seconds(() => intray(args, { INTRAY_IMPORT_PASSWORD: password }).done);
    },
  };
}

function inserting(client: pg.Client): Side<number> {
  let version = 0;
  return {
    name: 'raw inserts',
    async round() {
      version += 1;
      const objects = largeCentre(version);
      await client.query('drop table if exists object');
      await client.query(
        'create table object (id bigserial primary key, file text not null, body text not null)',
      );
      return seconds(async () => {
        await client.query('begin');
        for (const { file, text } of objects)
          await client.query({
            name: 'insert',
            text: 'insert into object (file, body) values ($1, $2)',
            values: [file, text],
          });
        await client.query('commit');
      });
    },
  };
}

/** From the command until it says that it is ready. */
function starting(name: string, databaseUrl: string, dataDir: string): Side<number> {
  return {
    name,
    async round() {
      let stop = async () => {};
      const took = await seconds(async () => {
        ({ stop } = await startServer(databaseUrl, dataDir));
      });
      await stop();
      return took;
    },
  };
}
