import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { intray, scratchFolder, startServer, type TestServer } from '../testing/processes.ts';
import { PART_FILES } from './kind-files.ts';

/** As much of a desk as is looked at. */
interface Desk {
  readonly work: readonly {
    readonly interaction: { readonly id: string; readonly invitation?: { ticket: number } };
  }[];
}

describe('the configuration as a folder, against a running server', () => {
  let scratch: Awaited<ReturnType<typeof scratchFolder>>;
  let server: TestServer;
  let folder: string;

  beforeAll(async () => {
    scratch = await scratchFolder();
    server = await startServer(join(scratch.path, 'data'), { INTRAY_LOG: 'warn' });
    folder = join(scratch.path, 'centre');
  });
  afterAll(async () => {
    // In order, so that no database is still writing while its folder is cleared away.
    server.child.kill('SIGTERM');
    await server.exited;
    await server[Symbol.asyncDispose]();
    await scratch[Symbol.asyncDispose]();
  });

  async function config(what: string, more: readonly string[] = [], user = 'admin1') {
    const login = what === 'check' ? [] : ['--url', server.url, '--user', user];
    const running = intray(['config', what, folder, ...login, ...more], { INTRAY_IMPORT_PASSWORD: 'demo' });
    return { code: await running.exited, output: running.output(), errors: running.errors() };
  }
  const newest = async () =>
    (await (await server.as('admin1', '/api/v1/configuration')).json()) as { version: number; by: string };
  const rewrite = async (name: string, change: (text: string) => string) => {
    const path = join(folder, name);
    await writeFile(path, change(await readFile(path, 'utf8')));
  };

  it('[C12] exported and applied again it changes nothing, and no file holds a password', async () => {
    const before = await newest();
    expect(await config('export')).toMatchObject({
      code: 0,
      output: expect.stringContaining(`is in ${PART_FILES.length} files`),
    });
    expect(await config('check')).toMatchObject({ code: 0 });
    expect(await config('diff')).toMatchObject({ code: 0, output: '0 different from version 1.\n' });
    expect(await config('apply')).toMatchObject({
      code: 0,
      output: 'Nothing is different from version 1.\n',
    });
    expect(await newest()).toEqual(before);
    const files = (await readdir(folder)).filter((name) => name.endsWith('.yaml'));
    for (const name of files)
      expect(await readFile(join(folder, name), 'utf8')).not.toMatch(/argon2|password/i);
  });

  it('[C13] a change is applied as one version, after a look at what it would be', async () => {
    await rewrite('agents.yaml', (text) => text.replace('Ana Lima', 'Ana Lima-Roth'));
    await rewrite(
      'queues.yaml',
      (text) => `${text}- id: Returns\n  name: Returns\n  agentGroups: [Demo Team]\n`,
    );
    const said = 'agent "agent1" changed: name "Ana Lima" → "Ana Lima-Roth"\nqueue "Returns" added\n';
    expect(await config('diff')).toMatchObject({ code: 3, output: `${said}2 different from version 1.\n` });
    expect(await config('apply', ['--dry-run'])).toMatchObject({
      code: 0,
      output: `${said}2 changes could be applied to version 1.\n`,
    });
    expect((await newest()).version).toBe(1);
    expect(await config('apply', ['--note', 'married'])).toMatchObject({
      code: 0,
      output: `${said}2 changes are in force as version 2.\n`,
    });
    expect(await newest()).toMatchObject({ version: 2, by: 'admin1', note: 'married' });
  });

  it('[C9 C13] a folder with a fault, or with work in its way, changes nothing', async () => {
    await server.as('agent1', '/api/v1/interactions', { mediaType: 'email', queue: 'Returns', userData: {} });
    const sound = await readFile(join(folder, 'queues.yaml'), 'utf8');
    await rewrite('agents.yaml', (text) => text.replace('Ana Lima-Roth', 'Ana'));
    await rewrite('queues.yaml', () => sound.replaceAll('Demo Team', 'Demo Taem'));
    const faulty = await config('apply');
    expect(faulty.code).toBe(1);
    expect(faulty.errors).toMatch(
      /queues\.yaml:\d+:\d+: queue "Inbox": agent group "Demo Taem" does not exist/,
    );

    await rewrite('queues.yaml', () => sound.slice(0, sound.indexOf('- id: Returns')));
    const busy = await config('apply');
    expect(busy.code).toBe(1);
    expect(busy.errors).toContain('queue "Returns": 1 waiting');
    expect((await newest()).version).toBe(2);

    const moves = join(scratch.path, 'moves.yaml');
    await writeFile(moves, '- from: { queue: Returns }\n  to: { queue: Inbox }\n');
    expect(await config('apply', ['--moves', moves])).toMatchObject({ code: 0 });
    const queues = await (await server.as('admin1', '/api/v1/queues')).json();
    expect(queues).toEqual([{ queue: 'Inbox', name: 'Inbox', count: 1 }]);
  });

  it('[R89] one file brings a new kind of work to an agent: medium, workbin, outcome and reason in one go', async () => {
    const whole = join(scratch.path, 'whole.yaml');
    const run = async (what: string) => {
      const login = ['--url', server.url, '--user', 'admin1'];
      const running = intray(['config', what, whole, ...login], { INTRAY_IMPORT_PASSWORD: 'demo' });
      return { code: await running.exited, output: running.output(), errors: running.errors() };
    };
    expect(await run('export')).toMatchObject({ code: 0, output: expect.stringContaining('is in 1 files') });
    const document = parseDocument(await readFile(whole, 'utf8'));
    const repair = { id: 'repair', name: 'Repair order', capacity: 2, inProgressWorkbin: 'repairs' };
    document.addIn(['mediaTypes'], document.createNode(repair));
    document.addIn(
      ['workbinTypes'],
      document.createNode({ id: 'repairs', name: 'My repairs', ownerKind: 'Agent' }),
    );
    document.addIn(['dispositions'], document.createNode({ id: 'mended', name: 'Mended' }));
    // Nobody says "still here" for this agent.
    document.setIn(['settings', 'leaseSeconds'], 600);
    await writeFile(whole, String(document));
    expect(await run('apply')).toMatchObject({
      code: 0,
      output: expect.stringContaining('4 changes are in force'),
    });

    const session = { type: 'startSession', channels: [{ mediaType: 'repair', ready: true }] };
    expect((await server.as('agent2', '/api/v1/session', session)).status).toBe(200);
    const work = { mediaType: 'repair', queue: 'Inbox', userData: { Subject: 'The kettle' } };
    const { id } = (await (await server.as('agent1', '/api/v1/interactions', work)).json()) as { id: string };
    const give = async (command: object) =>
      (await server.as('agent2', `/api/v1/interactions/${id}/commands`, command)).json();
    // Offered by the router, because the agent is ready for the new medium.
    const ticket = async () => {
      const desk = (await (await server.as('agent2', '/api/v1/desk')).json()) as Desk;
      return desk.work.find(({ interaction }) => interaction.id === id)?.interaction.invitation?.ticket;
    };
    await expect.poll(ticket).toBeDefined();
    expect(await give({ type: 'accept', ticket: await ticket() })).toMatchObject({ state: 'Processing' });
    const workbin = { type: 'repairs', owner: { kind: 'Agent', id: 'agent2' } };
    expect(await give({ type: 'placeInWorkbin', workbin })).toMatchObject({ state: 'InWorkbin' });
    expect(await give({ type: 'pull' })).toMatchObject({ state: 'Processing' });
    expect(await give({ type: 'complete', disposition: 'mended' })).toMatchObject({ state: 'Done' });
  });

  it('[C7] is for administrators', async () => {
    expect(await config('export', [], 'agent1')).toMatchObject({
      code: 1,
      errors: expect.stringContaining('agent1 has no role that allows "configure"'),
    });
  });
});
