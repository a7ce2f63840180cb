/** The desk's own pages, at `app://intray/`: files of the built renderer and nothing else, under a strict policy. */
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import type { PageAnswer } from './facade.ts';

export const PAGE_SCHEME = 'app';
export const HOME = 'app://intray/index.html';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
  '.json': 'application/json; charset=utf-8',
};

/** The page talks to nobody: all its requests go through the bridge. So there is nothing to connect to. */
export const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'none'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
].join('; ');

const plain = (status: number, text: string): PageAnswer => ({
  status,
  headers: { 'content-type': 'text/plain; charset=utf-8', 'content-security-policy': "default-src 'none'" },
  body: Buffer.from(text),
});

/** The file that an address means: below the folder, of a known kind. */
export function fileOf(address: string, folder: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const { protocol, host, pathname } = new URL(address);
  if (protocol !== `${PAGE_SCHEME}:` || host !== 'intray') return undefined;
  if (/%(?![0-9a-f]{2})|%00|%2f|%5c|\\/i.test(pathname)) return undefined;
  const path = normalize(join(folder, decodeURIComponent(pathname)));
  return path.startsWith(folder + sep) && extname(path) in TYPES ? path : undefined;
}

/** Answers with a file of the folder. */
export async function servePage(address: string, folder: string): Promise<PageAnswer> {
  const path = fileOf(address, folder);
  if (path === undefined) return plain(404, 'There is no such page.');
  let body: Uint8Array;
  try {
    body = await readFile(path);
  } catch {
    return plain(404, 'There is no such page.');
  }
  return {
    status: 200,
    headers: {
      'content-type': TYPES[extname(path)] ?? 'application/octet-stream',
      'content-security-policy': PAGE_POLICY,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
    },
    body,
  };
}

/** Whether an address is the desk's own page. */
export const isOwnPage = (address: string): boolean =>
  address === HOME || address.startsWith(`${HOME}?`) || address.startsWith(`${HOME}#`);
