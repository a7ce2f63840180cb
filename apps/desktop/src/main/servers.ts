/** The servers a person works with, and which one is in use. Each has its own sign-in and its own kept work. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Server } from '../shared/contract.ts';
import type { KeptFile } from './kept-file.ts';

export const ServerList = z
  .object({
    servers: z.array(z.object({ id: z.string(), name: z.string(), url: z.string() }).strict()).max(50),
    inUse: z.string().optional(),
  })
  .strict();
export type ServerList = z.infer<typeof ServerList>;

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** The origin of an address somebody typed: https, or plain http to this computer only. `undefined` if it is none. */
export function serverOrigin(text: string): string | undefined {
  const typed = text.trim();
  const withScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(typed) ? typed : `https://${typed}`;
  if (!URL.canParse(withScheme)) return undefined;
  const url = new URL(withScheme);
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') return undefined;
  if (url.pathname !== '/') return undefined;
  const safe = url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.has(url.hostname));
  return safe ? url.origin : undefined;
}

/** The same address has the same id for ever, so that what was kept for it is found again. */
const idOf = (origin: string) => createHash('sha256').update(origin).digest('hex').slice(0, 16);

export interface Servers {
  list(): readonly Server[];
  current(): Server | undefined;
  /** Adds and uses it. `undefined`: the address is none that may be used. */
  add(name: string, address: string): Server | undefined;
  choose(id: string): Server | undefined;
  remove(id: string): Server | undefined;
}

export function serversIn(file: KeptFile<ServerList>): Servers {
  const use = (servers: readonly Server[], inUse: string | undefined) =>
    file.write({ servers: [...servers], ...(inUse === undefined ? {} : { inUse }) });
  const find = (id: string | undefined) => file.read().servers.find((server) => server.id === id);

  return {
    list: () => file.read().servers,
    current: () => find(file.read().inUse),
    add(name, address) {
      const url = serverOrigin(address);
      if (url === undefined) return undefined;
      const server = { id: idOf(url), name, url };
      use([...file.read().servers.filter(({ id }) => id !== server.id), server], server.id);
      return server;
    },
    choose(id) {
      const server = find(id);
      if (server !== undefined) use(file.read().servers, id);
      return server;
    },
    remove(id) {
      const server = find(id);
      if (server === undefined) return undefined;
      const { servers, inUse } = file.read();
      use(
        servers.filter((one) => one.id !== id),
        inUse === id ? undefined : inUse,
      );
      return server;
    },
  };
}
