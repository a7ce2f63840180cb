/** Every route of the table, with everybody who might ask, about their own things and about somebody else's. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { memoryDesk, type RunningServer, runServer } from '../testing/index.ts';
import { V2_ROUTES } from './mount.ts';
import { cellsOf } from './testing/access-cells.ts';
import { askCells } from './testing/ask-cells.ts';
import { type Centre, EVERY_MEDIUM, openCentre } from './testing/contact-centre.ts';
import { sendRaw } from './testing/raw-http.ts';

let server: RunningServer;
let centre: Centre;

beforeAll(async () => {
  const desk = memoryDesk({ config: EVERY_MEDIUM });
  server = await runServer({
    desk,
    genesys: { enableJoinOnPullChat: true, enableNotificationOnPullChat: true },
  });
  centre = await openCentre(desk);
});
afterAll(() => server?.[Symbol.asyncDispose]());

const ROUTES = V2_ROUTES.map((route) => [`${route.method} ${route.path}`, route] as const);

describe('whoever asks, for whatever', () => {
  it.each(ROUTES)('%s', async (name, route) => {
    const cells = cellsOf(route);
    expect(cells.length, `Say in access-cells.ts who may use ${name}.`).toBeGreaterThan(0);
    expect((await askCells(server.url, centre, cells)).wrong).toEqual([]);
  });
});

describe('a stranger', () => {
  it.each(ROUTES)('[R23] is turned away from %s', async (_, { method, path }) => {
    const before = await centre.mark();
    for (const headers of [{}, { cookie: 'JSESSIONID=guessed' }]) {
      // A body that is no JSON: whoever is turned away does not learn even that.
      const answer = await sendRaw(server.url, { method, path: `/api/v2${path}`, headers, body: '{' });
      expect([answer.status, answer.json]).toEqual([
        401,
        { statusCode: 20, statusMessage: expect.any(String) },
      ]);
    }
    expect(await centre.mark()).toBe(before);
  });
});
