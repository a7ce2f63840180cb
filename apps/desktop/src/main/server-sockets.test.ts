import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocketServer } from 'ws';
import type { News } from '../shared/news.ts';
import { serverSockets } from './server-sockets.ts';

let server: WebSocketServer;
let origin: string;
beforeAll(async () => {
  server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  await once(server, 'listening');
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());

const to = () => ({ origin, headers: {} });

function told() {
  const news: News[] = [];
  const sockets = serverSockets((one) => news.push(one));
  return { news, sockets, kinds: () => news.map(({ kind }) => kind) };
}

test('after sleep all connections are broken, and the page is told, so that it opens new ones', async () => {
  const { sockets, kinds } = told();
  expect(sockets.open(1, to())).toBe(true);
  await expect.poll(kinds).toEqual(['socketOpened']);
  sockets.breakAll();
  await expect.poll(kinds).toEqual(['socketOpened', 'socketClosed']);
  expect(sockets.open(1, to())).toBe(true);
  await expect.poll(kinds).toHaveLength(3);
  sockets.forgetAll();
});

test('a page that begins anew hears nothing of the sockets of the page before, although it numbers its own alike', async () => {
  const { sockets, kinds, news } = told();
  sockets.open(1, to());
  await expect.poll(kinds).toEqual(['socketOpened']);
  const [peer] = server.clients;
  const gone = peer && once(peer, 'close');
  sockets.forgetAll();
  expect(sockets.open(1, to())).toBe(true);
  await gone;
  await expect.poll(kinds).toEqual(['socketOpened', 'socketOpened']);
  expect(sockets.send(1, 'hello')).toBe(true);
  for (const client of server.clients) client.send('answer');
  await expect.poll(kinds).toEqual(['socketOpened', 'socketOpened', 'socketMessage']);
  expect(news.at(-1)).toEqual({ kind: 'socketMessage', socket: 1, text: 'answer' });
  sockets.forgetAll();
});
