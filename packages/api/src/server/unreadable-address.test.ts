/** Addresses that lead nowhere, on a server that also serves pages at every address. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { memoryAccounts, memoryDesk } from '../testing/index.ts';
import { createServer } from './create-server.ts';

const log = { debug() {}, info() {}, warn() {}, error() {} };
const app = createServer({
  desk: memoryDesk(),
  accounts: memoryAccounts(),
  newInteractionId: () => 'NEVER00000000000',
  log,
});

beforeAll(async () => {
  // As the web desk does it.
  app.get('/*', (_request, reply) => reply.callNotFound());
  await app.ready();
});
afterAll(() => app.close());

const V1 = { error: { code: expect.any(String), message: expect.any(String) } };
const v2 = (statusCode: number) => ({ statusCode, statusMessage: expect.any(String) });

describe('an address that leads nowhere', () => {
  it.each([
    ['GET', '/api/v2', 404, v2(6)],
    ['GET', '/api/v2/', 404, v2(6)],
    ['GET', '/api/v2/no/such/thing', 404, v2(6)],
    ['GET', '/api/v2/me/workitems/a/b/c?fields=*', 404, v2(6)],
    ['POST', '/api/v2/no/such/thing', 404, v2(6)],
    ['DELETE', '/api/v2/me', 404, v2(6)],
    ['GET', '/api/v2/me/workitems/%zz', 400, v2(10)],
    ['GET', '/api/v2?a=%zz', 404, v2(6)],
    ['POST', `/api/v2/me/workitems/${'x'.repeat(6_000)}`, 400, v2(10)],
    ['GET', '/api/v20/me', 404, V1],
    ['GET', '/api/v1/interactions/%zz', 400, V1],
    ['GET', '/nowhere', 404, V1],
  ] as const)('is answered in the envelope of its wire: %s %s', async (method, url, status, body) => {
    const answer = await app.inject({ method, url, headers: { accept: 'text/html' } });
    expect([answer.statusCode, answer.json()]).toEqual([status, body]);
  });
});
