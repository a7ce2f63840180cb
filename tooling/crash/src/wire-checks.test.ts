import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { replay } from '@intray/core';
import { expect, it } from 'vitest';
import { dice } from './dice.ts';
import type { Evidence } from './evidence.ts';
import { soundEvidence } from './testing/sound-evidence.ts';
import { breachesAtTheDoor } from './wire-checks.ts';

/** What a server that answers like this is found guilty of. */
async function foundAt(answer: (method: string, path: string) => unknown): Promise<readonly string[]> {
  const listener: RequestListener = (request, response) => {
    response.setHeader('content-type', 'application/json');
    request.resume().once('end', () => {
      response.end(JSON.stringify(answer(request.method ?? '', request.url ?? '')));
    });
  };
  await using server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { signal } = new AbortController();
  const breaches = await breachesAtTheDoor({
    url,
    ledger: soundEvidence().ledger,
    from: 0,
    sample: 40,
    dice: dice(1),
    signal,
  });
  server.closeAllConnections();
  return breaches.map(({ detail }) => detail);
}

/** A server that knows of the story only what has happened to one interaction. */
function knowing({ ledger, histories }: Evidence) {
  const [promised] = ledger.acknowledged.filter(({ command }) => command.type === 'submit');
  const events = histories.get(promised?.id ?? '') ?? [];
  return (method: string, path: string): unknown => {
    if (path.includes('/history')) return { items: events };
    return method === 'GET' ? { interaction: replay(events) } : { id: promised?.id };
  };
}

it('finds a server that gives the same work another id, and one that answers a repeated command otherwise', async () => {
  const found = await foundAt(knowing(soundEvidence()));
  // Of four submissions it knows one; of the commands it gives no receipt.
  expect(found.filter((detail) => detail.startsWith('outside'))).toHaveLength(3);
  expect(found.filter((detail) => detail.includes('again: expected ['))).toHaveLength(6);
});

it('finds a history that does not lead to what is shown', async () => {
  const answer = knowing(soundEvidence());
  const found = await foundAt((method, path) =>
    path.includes('/history') ? { items: [] } : answer(method, path),
  );
  expect(found.filter((detail) => detail.includes('its history'))).toHaveLength(4);
});
