/** What is described is served, and what is served is described. */
import type { RouteOptions } from 'fastify';
import { expect, it } from 'vitest';
import { createServer } from '../server/create-server.ts';
import { memoryAccounts } from '../testing/memory-accounts.ts';
import { memoryDesk } from '../testing/memory-desk.ts';
import { OPERATIONS } from './openapi.ts';

const SILENT = { debug() {}, info() {}, warn() {}, error() {} };

/** Every route of a whole server, as `GET /api/v1/me`. */
async function served(): Promise<ReadonlySet<string>> {
  const app = createServer({
    desk: memoryDesk(),
    accounts: memoryAccounts(),
    newInteractionId: () => 'NONE',
    log: SILENT,
    genesys: { crossOrigin: { allowedOrigins: ['https://elsewhere.example'] } },
  });
  const routes: RouteOptions[] = [];
  app.addHook('onRoute', (route) => void routes.push(route));
  await app.ready();
  await app.close();
  return new Set(
    routes.flatMap(({ method, url }) => [method].flat().map((one) => `${one.toUpperCase()} ${url}`)),
  );
}

const described = new Set(OPERATIONS.map(({ method, path }) => `${method.toUpperCase()} ${path}`));

/** Below the prefix, whatever means nothing is answered that there is nothing: no route that one could describe. */
const leadsNowhere = (route: string): boolean => /^(GET|HEAD) \/api\/v2\/?\*?$/.test(route);

/** tRPC takes every method at its one address, and refuses those that are neither question nor command. */
const refusedByTrpc = (route: string): boolean => route.endsWith(' /trpc/:path') && !described.has(route);

it('every route that is served is described, and nothing else is', async () => {
  const routes = await served();
  const unsaid = [...routes].filter((route) => {
    const [method = '', url = ''] = route.split(' ');
    // The document says of both in one sentence what they are for.
    if (method === 'OPTIONS' && url.endsWith('/*')) return false;
    if (method === 'HEAD' && routes.has(`GET ${url}`)) return false;
    return !described.has(route) && !refusedByTrpc(route) && !leadsNowhere(route);
  });
  expect(unsaid).toEqual([]);
  expect([...described].filter((route) => !routes.has(route))).toEqual([]);
  expect(described.size).toBe(OPERATIONS.length);
});
