import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { readOptions } from './options.ts';

const NEEDED = ['--url', 'http://localhost:3000', '--user', 'agent1', '--second-user', 'agent2'];
const read = (args: readonly string[], environment = { CONFORMANCE_PASSWORD: 'secret' }, input = '') =>
  readOptions([...NEEDED, ...args], environment, Readable.from([input]));

test('one password from the environment serves everybody', async () => {
  const { settings } = (await read(['--supervisor', 'lead1'])) ?? {};
  expect(settings).toMatchObject({
    url: 'http://localhost:3000',
    caller: { user: 'agent1', password: 'secret' },
    second: { user: 'agent2', password: 'secret' },
    supervisor: { user: 'lead1', password: 'secret' },
    media: ['workitem'],
    transport: 'long-polling',
    patience: 5_000,
  });
});

test('a password each comes from standard input, in order', async () => {
  const { settings } =
    (await read(['--supervisor', 'lead1', '--password-stdin'], undefined, 'one\ntwo\nthree\n')) ?? {};
  expect([settings?.caller.password, settings?.second.password, settings?.supervisor?.password]).toEqual([
    'one',
    'two',
    'three',
  ]);
});

test('media are taken in a fixed order, workitem always among them', async () => {
  expect((await read(['--media', 'chat,email']))?.settings.media).toEqual(['workitem', 'email', 'chat']);
});

test.each([
  [['--media', 'fax'], '--media: expected some of'],
  [['--url', 'nowhere'], '--url: expected an address'],
  [['--user', ''], '--user is missing'],
  [['--no-create'], '--no-create needs --submit-url'],
  [['--transport', 'pigeon'], '--transport: expected long-polling or websocket'],
  [['--patience', 'long'], '--patience: expected milliseconds'],
])('%j is answered by a sentence', async (args, sentence) => {
  await expect(read(args)).rejects.toThrow(sentence);
});

test('without a password nothing begins', async () => {
  await expect(readOptions(NEEDED, {}, Readable.from(['']))).rejects.toThrow('No password.');
});

test('help asks for nothing', async () => {
  expect(await readOptions(['--help'], {}, Readable.from(['']))).toBeUndefined();
});
