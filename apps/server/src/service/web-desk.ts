/** Serves the exported web desk. Only files that are there at the start are ever sent, so no path leads elsewhere. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import serveStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

export interface WebDesk {
  /** CSP hashes of the inline scripts in its pages: `sha256-…`. */
  readonly scriptHashes: readonly string[];
  mount(app: FastifyInstance): void;
}

/** Their names change with their content. */
const FOREVER = '/_next/static/';
const YEAR = 31_536_000;

/** What the build compressed stands beside what it is made of, and is only ever sent in its place. */
const COMPRESSED = /\.(br|gz)$/;

const NOT_FOUND = '/404.html';

/** Reads what there is to serve; `undefined` when the web desk has not been built. */
export async function findWebDesk(folder: string): Promise<WebDesk | undefined> {
  const paths = await listFiles(folder);
  if (!paths.has('/index.html')) return undefined;
  const pages = await Promise.all(
    [...paths].filter((path) => path.endsWith('.html')).map((path) => readFile(join(folder, path), 'utf8')),
  );
  const notFound = paths.has(NOT_FOUND) ? await readFile(join(folder, NOT_FOUND), 'utf8') : undefined;

  function answer(request: FastifyRequest, reply: FastifyReply) {
    const file = fileFor(request.url, paths);
    if (file === undefined) {
      const wantsPage = request.headers.accept?.includes('text/html') ?? false;
      if (!wantsPage || notFound === undefined) return reply.callNotFound();
      return reply
        .code(404)
        .type('text/html; charset=utf-8')
        .header('cache-control', 'no-store')
        .send(notFound);
    }
    const cache = file.startsWith(FOREVER) ? `public, max-age=${YEAR}, immutable` : 'no-cache';
    return reply.header('cache-control', cache).sendFile(file.slice(1), { cacheControl: false });
  }

  return {
    scriptHashes: [...new Set(pages.flatMap(inlineScriptHashes))],
    mount(app) {
      app.register(async (scope) => {
        await scope.register(serveStatic, { root: folder, serve: false, preCompressed: true });
        scope.get('/*', answer);
      });
    },
  };
}

async function listFiles(folder: string): Promise<ReadonlySet<string>> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile() && !COMPRESSED.test(entry.name));
    return new Set(
      files.map((entry) => `/${relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/')}`),
    );
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return new Set();
    throw cause;
  }
}

/** `/desk?x=1` is `/desk.html`, `/` is `/index.html`; anything else is itself or nothing. */
export function fileFor(url: string, files: ReadonlySet<string>): string | undefined {
  const path = decode(url.split(/[?#]/, 1)[0] ?? '/');
  if (path === undefined) return undefined;
  const bare = path.replace(/\/+$/, '');
  return [path, `${bare}.html`, `${bare}/index.html`].find((candidate) => files.has(candidate));
}

function decode(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

/** Of every script in a page that carries its text in itself. */
export function inlineScriptHashes(html: string): string[] {
  const scripts = html.matchAll(/<script(?<attributes>[^>]*)>(?<text>[\s\S]*?)<\/script>/gi);
  return [...scripts].flatMap(({ groups }) => {
    const { attributes = '', text = '' } = groups ?? {};
    if (/\ssrc\s*=/i.test(attributes) || text === '') return [];
    return [`sha256-${createHash('sha256').update(text).digest('base64')}`];
  });
}
