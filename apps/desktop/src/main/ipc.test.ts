import fc from 'fast-check';
import { expect, test } from 'vitest';
import { startedDesktop } from '../../testing/started-desktop.ts';
import { LARGEST_TEXT, VERB_NAMES, VERBS } from '../shared/contract.ts';
import { VERB_CHANNELS } from '../shared/verb-names.ts';

const MESSAGES = 10_000;
const SEED = 20_261_127;

/** Things that are nothing like a message, and messages with one thing wrong. */
const nearly = fc.record({
  socket: fc.oneof(fc.constantFrom(0, -1, 1.5, '1', null, Number.NaN), fc.anything()),
  text: fc.oneof(fc.constant('x'.repeat(LARGEST_TEXT + 1)), fc.integer(), fc.anything()),
  method: fc.constantFrom('DELETE', 'get', '', 'CONNECT'),
  path: fc.constantFrom(
    '//evil.example',
    '/trpc/../admin',
    'https://evil.example/',
    '/trpc\\x',
    '/api/v2/me',
    '/docs',
  ),
  shelf: fc.constantFrom('../key', 'key', 'login', '', 1),
  url: fc.oneof(fc.integer(), fc.constant('x'.repeat(3_000))),
  id: fc.oneof(fc.constant(''), fc.constant('x'.repeat(65)), fc.integer()),
  zoom: fc.constantFrom(0, 100, '1', Number.POSITIVE_INFINITY),
  offers: fc.anything(),
});
const message = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.anything({ withBigInt: true, withDate: true, withMap: true, withTypedArray: true }),
  },
  { weight: 3, arbitrary: nearly },
  { weight: 1, arbitrary: fc.json().map((text) => JSON.parse(text)) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(undefined, null, [], {}, { __proto__: { socket: 1 } }, { extra: 1 }),
  },
);

test('ten thousand malformed messages: each refused with a code, none thrown across, nothing done', async () => {
  await using desktop = await startedDesktop();
  const { electron } = desktop;
  let refused = 0;
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...VERB_NAMES), message, async (verb, input) => {
      fc.pre(!VERBS[verb].safeParse(input).success);
      refused += 1;
      const answer = await electron.invoke(VERB_CHANNELS[verb], input);
      expect(answer).toMatchObject({ ok: false, refusal: { code: 'malformed' } });
      // What goes across must survive the clone, and tell nothing back of what was sent.
      expect(JSON.stringify(structuredClone(answer)).length).toBeLessThan(500);
    }),
    { seed: SEED, numRuns: MESSAGES },
  );
  expect(refused).toBeGreaterThanOrEqual(MESSAGES);
  expect(electron.opened).toEqual([]);
  expect(desktop.news()).toEqual([]);
});

test('only the page itself, in its own frame of our own window, is answered', async () => {
  await using desktop = await startedDesktop();
  for (const sender of [
    { contents: 2 },
    { topFrame: false },
    { url: 'https://evil.example/' },
    { url: 'app://intray.evil.example/index.html' },
    { url: 'app://intray/other.html' },
    { url: 'file:///index.html' },
    { url: '' },
  ])
    for (const verb of VERB_NAMES)
      expect(await desktop.electron.invoke(VERB_CHANNELS[verb], {}, sender)).toMatchObject({
        refusal: { code: 'not_our_page' },
      });
  expect(await desktop.ask('begin', {})).toMatchObject({ ok: true });
});

test('the channels are those of the contract and no others', async () => {
  await using desktop = await startedDesktop();
  expect([...desktop.electron.channels].sort()).toEqual(Object.values(VERB_CHANNELS).sort());
  await expect(desktop.electron.invoke('intray:quit', {})).rejects.toThrow('No handler');
});

test('what breaks in a handler reaches the log with its cause, and the page without it', async () => {
  await using desktop = await startedDesktop();
  await desktop.ask('addServer', { name: 'Home', url: 'http://localhost:8080' });
  desktop.electron.keys.seal('');
  desktop.electron.shell.openExternal = () => Promise.reject(new Error('secret path'));
  const answer = await desktop.ask('openLink', { url: 'https://example.com/' });
  expect(answer).toMatchObject({ ok: false, refusal: { code: 'failed' } });
  expect(JSON.stringify(answer)).not.toContain('secret path');
  const { readFileSync } = await import('node:fs');
  expect(readFileSync(`${desktop.folder}/desk.log`, 'utf8')).toContain('secret path');
});
