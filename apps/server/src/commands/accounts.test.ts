import { expect, it } from 'vitest';
import { basic, intray, scratchFolder, startServer } from '../testing/processes.ts';

it('the account command changes a password, and refuses short ones, strangers and doubles', async () => {
  await using folder = await scratchFolder();
  {
    await using server = await startServer(folder.path);
    server.child.kill('SIGTERM');
    expect(await server.exited).toBe(0);
  }
  const run = async (args: readonly string[], password: string) => {
    await using running = intray(
      ['account', ...args, '--password-stdin'],
      { INTRAY_DATA_DIR: folder.path },
      password,
    );
    return { code: await running.exited, said: running.output() + running.errors() };
  };
  expect(await run(['password', 'agent1'], 'a new password\n')).toMatchObject({ code: 0 });
  expect(await run(['password', 'agent2'], 'short\n')).toMatchObject({
    code: 1,
    said: expect.stringContaining('expected at least 8'),
  });
  expect(await run(['password', 'nobody'], 'a new password\n')).toMatchObject({ code: 1 });
  expect(await run(['add', 'nobody'], 'a new password\n')).toMatchObject({
    code: 1,
    said: expect.stringContaining('has no agent "nobody"'),
  });
  expect(await run(['add', 'agent1'], 'a new password\n')).toMatchObject({ code: 1 });

  await using server = await startServer(folder.path);
  const signIn = async (user: string, password: string) =>
    (await fetch(`${server.url}/api/v1/me`, { headers: { authorization: basic(user, password) } })).status;
  expect(await signIn('agent1', 'a new password')).toBe(200);
  expect(await signIn('agent1', 'demo')).toBe(401);
  expect(await signIn('agent2', 'demo')).toBe(200);
});
