import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PART_FILES } from '../configuration-folder/kind-files.ts';
import { basic, intray, scratchFolder, startServer } from '../testing/processes.ts';

/** Six lines, as somebody types them; the second is left empty. */
const ANSWERS = `Harbour Shop

email, claim = Insurance claim
ana = Ana Lima
Returns: ben, cem = Cem Arslan
Inbox, Returns
`;

describe('[R89] intray setup', () => {
  let scratch: Awaited<ReturnType<typeof scratchFolder>>;
  beforeAll(async () => {
    scratch = await scratchFolder();
  });
  afterAll(() => scratch[Symbol.asyncDispose]());

  const at = (name: string) => join(scratch.path, name);
  async function run(args: readonly string[], input = '', environment: Record<string, string> = {}) {
    const running = intray(args, environment, input);
    return { code: await running.exited, output: running.output(), errors: running.errors() };
  }

  it('asks six questions, suggests an answer to each, and writes a folder that holds together', async () => {
    const folder = at('harbour');
    const done = await run(['setup', folder], ANSWERS, { TZ: 'Europe/Lisbon' });
    expect(done).toMatchObject({
      code: 0,
      output: expect.stringContaining(`Harbour Shop is in ${PART_FILES.length} files`),
    });
    for (const question of [
      'What is the contact centre called?\n[Contact centre]',
      '[Europe/Lisbon]',
      '[workitem, email]',
      '[admin = Administrator]',
      '[Team: agent1, agent2]',
      '[Inbox]',
    ])
      expect(done.errors).toContain(question);
    expect(await run(['config', 'check', folder])).toMatchObject({ code: 0 });
    const read = (name: string) => readFile(join(folder, name), 'utf8');
    expect(await read('calendars.yaml')).toContain('timeZone: Europe/Lisbon');
    expect(await read('media-types.yaml')).toContain('name: Insurance claim');
    expect(await read('agents.yaml')).toContain('name: Cem Arslan');
    expect(await read('agent-groups.yaml')).toMatch(
      /id: Returns[\s\S]*ben[\s\S]*cem[\s\S]*supervisors:\s+- ana/,
    );
    expect(await read('queues.yaml')).toMatch(/id: Inbox[\s\S]*id: Returns/);
    expect(await read('README.md')).toContain('# Harbour Shop');
  });

  it('takes answers from the command line, and with --yes what it suggests for the others', async () => {
    const folder = at('flags');
    const args = ['--yes', '--time-zone', 'UTC', '--queues', 'Letters', '--team', 'Post: zoe = Zoe'];
    expect(await run(['setup', folder, ...args])).toMatchObject({ code: 0, errors: '' });
    expect(await run(['config', 'check', folder])).toMatchObject({ code: 0 });
    expect(await readFile(join(folder, 'queues.yaml'), 'utf8')).toContain('id: Letters');
  });

  it.each([
    [['--time-zone', 'Mars/Olympus'], 'a time zone such as Europe/Berlin or UTC is expected'],
    [['--media', 'email, email'], '"email" is there twice'],
    [['--media', 'e mail'], '"e mail" is no short name'],
    [['--administrator', '@ana'], '"@ana" is no short name'],
    [['--team', 'ana, ben'], 'a team and its agents are expected'],
    [['--team', 'Team:'], '"" is no short name'],
    [['--queues', 'Inbox,,'], 'a name of 1 to 255 characters is expected'],
    [['--name', ''], 'a name of 1 to 255 characters is expected'],
  ])('refuses %j, says what is expected, and writes nothing', async (args, expected) => {
    const folder = at('refused');
    expect(await run(['setup', folder, '--yes', ...args])).toMatchObject({
      code: 1,
      errors: expect.stringContaining(expected),
    });
    await expect(readdir(folder)).rejects.toThrow('ENOENT');
  });

  it('writes nothing when the answers end too soon, or one of them cannot be used', async () => {
    const folder = at('half');
    expect(await run(['setup', folder], 'Harbour Shop\nUTC\n')).toMatchObject({
      code: 1,
      errors: expect.stringContaining('Say it with --media'),
    });
    expect(await run(['setup', folder], 'Harbour Shop\nNowhere\n')).toMatchObject({
      code: 1,
      errors: expect.stringContaining('"Nowhere": a time zone'),
    });
    await expect(readdir(folder)).rejects.toThrow('ENOENT');
  });

  it('overwrites nothing', async () => {
    const folder = at('taken');
    await mkdir(folder);
    await writeFile(join(folder, 'queues.yaml'), 'mine');
    expect(await run(['setup', folder, '--yes'])).toMatchObject({
      code: 1,
      errors: expect.stringContaining('is not empty, and nothing is overwritten'),
    });
    expect(await readdir(folder)).toEqual(['queues.yaml']);
    expect(await run(['setup', join(folder, 'queues.yaml'), '--yes'])).toMatchObject({
      code: 1,
      errors: expect.stringContaining('is a file'),
    });
    expect(await readFile(join(folder, 'queues.yaml'), 'utf8')).toBe('mine');
  });

  it('[R64 R70] is all that a first day needs: applied, its agents sign in and are offered work of the new kind', async () => {
    const folder = at('first-day');
    const data = at('data');
    const team = ['--team', 'Claims: ben = Ben', '--media', 'claim = Insurance claim', '--queues', 'Claims'];
    expect(await run(['setup', folder, '--yes', ...team])).toMatchObject({ code: 0 });
    const blank = { INTRAY_DEMO: '0', INTRAY_LOG: 'warn' };
    {
      await using server = await startServer(data, blank);
      const password = (await readFile(join(data, 'first-password.txt'), 'utf8')).trim();
      const login = ['--url', server.url, '--user', 'admin'];
      expect(
        await run(['config', 'apply', folder, ...login], '', { INTRAY_IMPORT_PASSWORD: password }),
      ).toMatchObject({ code: 0, output: expect.stringContaining('are in force as version 2') });
      server.child.kill('SIGTERM');
      await server.exited;
    }
    const account = ['account', 'add', 'ben', '--password-stdin'];
    expect(await run(account, 'a long password\n', { INTRAY_DATA_DIR: data })).toMatchObject({ code: 0 });

    await using server = await startServer(data, blank);
    const ask = async (path: string, body?: object) => {
      const headers = { authorization: basic('ben', 'a long password'), 'content-type': 'application/json' };
      const post = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
      return (await fetch(`${server.url}/api/v1${path}`, { headers, ...post })).json();
    };
    const channels = [{ mediaType: 'claim', ready: true }];
    expect(await ask('/session', { type: 'startSession', channels })).toMatchObject({ id: 'ben' });
    const work = { mediaType: 'claim', queue: 'Claims', userData: { Subject: 'A dented fender' } };
    const { id } = (await ask('/interactions', work)) as { id: string };
    await expect
      .poll(async () => {
        // Says "still here" as well, however long the machine takes.
        await ask('/session', { type: 'renewLease' });
        return (await ask('/desk')) as object;
      })
      .toMatchObject({ work: [{ interaction: { id, state: 'Invited', mediaType: 'claim' } }] });
    expect(await ask('/catalogue')).toMatchObject({ mediaTypes: [{ id: 'claim', name: 'Insurance claim' }] });
  });
});
