import { expect, it } from 'vitest';
import { moment } from '../measuring/moment.ts';
import { startClients } from './clients.ts';
import { stampsIn } from './conversation.ts';
import { startPlain } from './plain.ts';

const CHANNEL = '/v2/me/emails';
const SESSIONS = 3;

async function listening() {
  const plain = await startPlain();
  const clients = startClients();
  const cookies = Array.from({ length: SESSIONS }, () => '');
  const order = {
    side: 'plain',
    url: plain.url,
    transport: 'long-polling',
    channel: CHANNEL,
    cookies,
  } as const;
  await clients.open(order);
  return {
    clients,
    give: (session: number, number: number) =>
      plain.sessions[session]?.deliver(null, CHANNEL, {
        email: { userData: { Due: moment(), Number: number } },
      }),
    async [Symbol.asyncDispose]() {
      await clients[Symbol.asyncDispose]();
      await plain[Symbol.asyncDispose]();
    },
  };
}

it('every message is counted, with the time it was on its way', async () => {
  await using house = await listening();
  for (let session = 0; session < SESSIONS; session += 1)
    for (const number of [1, 2]) house.give(session, number);
  const latencies = await house.clients.heard('plain', SESSIONS * 2);
  expect(latencies).toHaveLength(SESSIONS * 2);
  for (const latency of latencies) expect(latency).toBeGreaterThan(0);
  expect(house.clients.sample('plain')).toMatchObject({ email: { userData: { Number: 1 } } });
});

it.each([
  ['lost', [1, 3]],
  ['doubled', [1, 2, 2]],
  ['out of order', [2, 1]],
])('one that is %s ends the run', async (_what, numbers) => {
  await using house = await listening();
  for (const number of numbers) house.give(0, number);
  await expect(house.clients.heard('plain', numbers.length)).rejects.toThrow(
    'A client failed: plain, session 0',
  );
});

it('stamps are read from the text of an answer, and from nothing else', () => {
  expect(stampsIn('[{"data":{"x":{"Due":12.5,"Number":7}}},{"channel":"/meta/connect"}]')).toEqual([
    { Due: 12.5, Number: 7 },
  ]);
});
