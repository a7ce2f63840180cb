import { watch } from 'node:fs';
import { appendFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openFront } from '../service/front.ts';
import { COLUMNS, fileOf, line, MAP, pick, rowOf, rows } from '../testing/city-requests.ts';
import { intray, scratchFolder, startServer, type TestServer } from '../testing/processes.ts';

describe('the import command against a running server', () => {
  let folder: Awaited<ReturnType<typeof scratchFolder>>;
  let server: TestServer;
  let map: string;

  beforeAll(async () => {
    folder = await scratchFolder();
    server = await startServer(join(folder.path, 'data'), { INTRAY_LOG: 'warn' });
    map = join(folder.path, 'map.yaml');
    await writeFile(map, MAP);
  });
  afterAll(async () => {
    await server[Symbol.asyncDispose]();
    await folder[Symbol.asyncDispose]();
  });

  const start = (
    file: string,
    more: readonly string[] = [],
    environment = { INTRAY_IMPORT_PASSWORD: 'demo' },
  ) => intray(['import', file, '--map', map, '--url', server.url, '--user', 'agent1', ...more], environment);
  const run = async (file: string, more: readonly string[] = []) => {
    const running = start(file, more);
    return { code: await running.exited, output: running.output(), errors: running.errors() };
  };
  const write = async (name: string, content: string | Uint8Array) => {
    const path = join(folder.path, name);
    await mkdir(folder.path, { recursive: true });
    await writeFile(path, content);
    return path;
  };
  const waiting = async (): Promise<number> => {
    const [inbox] = (await (await server.as('admin1', '/api/v1/queues')).json()) as [{ count: number }];
    return inbox.count;
  };

  it('makes 1,000 items of 1,000 rows, with due dates and attached data, and none the second time', async () => {
    const file = await write('good.csv', fileOf(rows('good-', 1_000)));
    const before = await waiting();
    const first = await run(file);
    expect(first).toMatchObject({
      code: 0,
      output: expect.stringMatching(/^1000 rows: 1000 new, 0 already there, 0 rejected, [\d.]+ s\n$/),
    });
    expect((await waiting()) - before).toBe(1_000);

    const second = await run(file);
    expect(second).toMatchObject({
      code: 0,
      output: expect.stringContaining('1000 rows: 0 new, 1000 already there, 0 rejected'),
    });
    expect((await waiting()) - before).toBe(1_000);

    const again = await server.as('agent1', '/api/v1/interactions', {
      externalId: 'good-3',
      mediaType: 'workitem',
      queue: 'Inbox',
      userData: {},
    });
    const { id } = (await again.json()) as { id: string };
    const view = await (await server.as('admin1', `/api/v1/interactions/${id}`)).json();
    expect(view).toMatchObject({
      interaction: {
        priority: 10,
        userData: { Subject: 'Noise: Detail 3', Channel: 'PHONE', Note: 'first line\nsecond line' },
      },
    });
    const even = await server.as('agent1', '/api/v1/interactions', {
      externalId: 'good-2',
      mediaType: 'workitem',
      queue: 'Inbox',
      userData: {},
    });
    const due = await (
      await server.as('admin1', `/api/v1/interactions/${((await even.json()) as { id: string }).id}`)
    ).json();
    expect(due).toMatchObject({ interaction: { dueAt: Date.parse('2026-03-15T23:12:00-04:00') } });
  });

  it('rejects exactly the 20 damaged rows of 1,000, each with its line and reason, and imports 980', async () => {
    const damages: Readonly<Record<string, (fields: string[]) => string | Uint8Array>> = {
      'the key is missing': (fields) => line(fields.with(0, '')),
      'is not a time': (fields) => line(fields.with(2, '31/12/2026')),
      quote: (fields) =>
        line(fields.with(11, ''))
          .replace('Example', '"Example')
          .replace(/,(\d+ ")/, ',"$1'),
      'holds 2000000 characters': (fields) => line(fields.with(11, 'x'.repeat(2_000_000))),
      'not valid UTF-8': (fields) => Buffer.from(line(fields.with(11, 'Caf\u00e9')), 'latin1'),
    };
    const reasons = Object.keys(damages);
    const parts: (string | Uint8Array)[] = [line(COLUMNS)];
    const expected: { line: number; reason: string }[] = [];
    let at = 2;
    for (const [index, fields] of rows('mixed-', 1_000).entries()) {
      // Some stand alone, some right behind one another.
      const damaged = index % 100 === 13 || index % 100 === 14;
      const reason = pick(reasons, expected.length);
      const part = damaged ? (damages[reason]?.(fields) ?? '') : line(fields);
      if (damaged) expected.push({ line: at, reason });
      parts.push(part);
      at += Buffer.from(part).toString('latin1').split('\n').length - 1;
    }
    const file = await write('mixed.csv', Buffer.concat(parts.map((part) => Buffer.from(part))));
    const before = await waiting();
    const result = await run(file);
    expect(result).toMatchObject({
      code: 3,
      output: expect.stringContaining('1000 rows: 980 new, 0 already there, 20 rejected'),
    });
    expect((await waiting()) - before).toBe(980);

    const rejects = parse(await readFile(`${file}.rejects.csv`), { columns: true }) as {
      line: string;
      reason: string;
      raw: string;
    }[];
    expect(rejects).toHaveLength(20);
    for (const [index, { line: number, reason, raw }] of rejects.entries()) {
      expect(Number(number)).toBe(expected[index]?.line);
      expect(reason).toContain(expected[index]?.reason);
      expect(raw.length).toBeGreaterThan(10);
    }
  });

  it('goes on where it was killed: every row once, every reject once', async () => {
    const count = 4_000;
    const all = rows('killed-', count);
    for (let index = 5; index < count; index += 200) all[index] = rowOf('', index);
    const file = await write('killed.csv', fileOf(all));
    const state = `${file}.import-state.json`;
    const lineOf = async () => JSON.parse(await readFile(state, 'utf8')) as { line: number; created: number };
    const before = await waiting();

    const half = Promise.withResolvers<void>();
    const watcher = watch(folder.path, (_event, name) => {
      if (name !== 'killed.csv.import-state.json') return;
      lineOf().then(
        ({ created }) => created > 1_000 && half.resolve(),
        () => {},
      );
    });
    const killed = start(file);
    await half.promise;
    killed.child.kill('SIGKILL');
    watcher.close();
    await killed.exited;
    const remembered = await lineOf();

    const result = await run(file);
    expect(result.code).toBe(3);
    const [, created, there, rejected] =
      /4000 rows: (\d+) new, (\d+) already there, (\d+) rejected/.exec(result.output) ?? [];
    expect(rejected).toBe('20');
    expect(Number(created) + Number(there)).toBe(count - 20);
    // Had it begun anew, all that was remembered as new would be counted as already there.
    expect(Number(there)).toBeLessThan(remembered.created);
    expect((await waiting()) - before).toBe(count - 20);
    expect(parse(await readFile(`${file}.rejects.csv`), { columns: true })).toHaveLength(20);
    await expect(readFile(state)).rejects.toThrow('ENOENT');
  });

  it('does not go on with another mapping', async () => {
    const file = await write('other.csv', fileOf(rows('other-', 3)));
    await write(
      'other.csv.import-state.json',
      JSON.stringify({ run: 'x', line: 2, created: 1, alreadyThere: 0, rejected: 0, rejectsBytes: 0 }),
    );
    const result = await run(file);
    expect(result.code).toBe(1);
    expect(result.errors).toContain('of another mapping, another file or to another server');
  });

  it('reads JSON lines, reports a repeated key as already there, and quotes the refusal of the server', async () => {
    const file = await write(
      'lines.jsonl',
      [
        '{"Key":"j1","Kind":"Noise","Count":3}',
        '{"Key":"j1","Kind":"Noise"}',
        'not json',
        '',
        '{"Key":"j2","Queue":"Nowhere"}',
      ].join('\n'),
    );
    const own = await write(
      'lines.yaml',
      'externalId: {column: Key}\nmediaType: {value: workitem}\nqueue: {column: Queue, default: Inbox}\nuserData: [Count]\n',
    );
    const result = await run(file, ['--map', own]);
    expect(result).toMatchObject({
      code: 3,
      output: expect.stringContaining('4 rows: 1 new, 1 already there, 2 rejected'),
    });
    const rejects = parse(await readFile(`${file}.rejects.csv`), { columns: true });
    expect(rejects).toMatchObject([
      { line: '3', reason: expect.stringContaining('not JSON') },
      { line: '5', reason: expect.stringMatching(/^refused by the server: .*Nowhere.*\(queue_unknown\)$/) },
    ]);
  });

  it('stops before the first row when the mapping names a column that is not there', async () => {
    const file = await write('renamed.csv', fileOf(rows('renamed-', 3)).replace('Due', 'Due Date'));
    const before = await waiting();
    const result = await run(file);
    expect(result.code).toBe(1);
    expect(result.errors).toContain('dueAt: the file has no column "Due".');
    expect(result.errors).toContain('The columns are: Key, Created, Due Date');
    expect(await waiting()).toBe(before);
  });

  it('checks without sending', async () => {
    const file = await write('dry.csv', fileOf(rows('dry-', 5)) + line(rowOf('', 5)));
    const before = await waiting();
    expect(await run(file, ['--dry-run'])).toMatchObject({
      code: 3,
      output: expect.stringContaining('6 rows: 5 could be imported, 1 rejected'),
    });
    expect(await waiting()).toBe(before);
  });

  it('takes the password from standard input, and says when it is wrong', async () => {
    const file = await write('stdin.csv', fileOf(rows('stdin-', 2)));
    const args = ['import', file, '--map', map, '--url', server.url, '--user', 'agent1', '--password-stdin'];
    const good = intray(args, {}, 'demo\n');
    expect(await good.exited).toBe(0);
    const bad = intray(args, {}, 'wrong\n');
    expect(await bad.exited).toBe(1);
    expect(bad.errors()).toContain('does not know agent1 by that password');
  });
});

it('the import command says so when no server answers', async () => {
  await using folder = await scratchFolder();
  const file = join(folder.path, 'a.csv');
  const map = join(folder.path, 'map.yaml');
  await appendFile(file, fileOf(rows('a-', 2)));
  await appendFile(map, MAP);
  // A port that was free a moment ago.
  const front = await openFront('127.0.0.1', 0);
  const { url } = front;
  await front.close(0);
  const args = ['import', file, '--map', map, '--url', url, '--user', 'agent1'];
  await using running = intray(args, { INTRAY_IMPORT_PASSWORD: 'demo' });
  expect(await running.exited).toBe(1);
  expect(running.errors()).toMatch(/^No Intray answers at http:\S+: .* Start it with "npm start"/);
});
