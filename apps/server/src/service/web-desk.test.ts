import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileFor, findWebDesk, inlineScriptHashes } from './web-desk.ts';

const PAGES: Readonly<Record<string, string>> = {
  'index.html': '<script>start()</script><script src="/_next/static/a.js"></script>',
  'desk.html': '<script id="x">start()</script><script type="module">more()</script>',
  '404.html': '<h1>Nothing here</h1>',
  '_next/static/a.js': 'console.log(1)',
  'rooms/index.html': 'rooms',
};
const sha256 = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`;

describe('the web desk', () => {
  let parent: string;
  let folder: string;
  let app: FastifyInstance;
  let hashes: readonly string[];

  beforeAll(async () => {
    parent = await mkdtemp(join(tmpdir(), 'intray-web-desk-'));
    folder = join(parent, 'out');
    await writeFile(join(parent, 'secret.txt'), 'secret');
    for (const [path, text] of Object.entries(PAGES)) {
      await mkdir(join(folder, path, '..'), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    const script = PAGES['_next/static/a.js'] ?? '';
    await writeFile(join(folder, '_next/static/a.js.br'), brotliCompressSync(script));
    await writeFile(join(folder, '_next/static/a.js.gz'), gzipSync(script));
    const webDesk = await findWebDesk(folder);
    if (webDesk === undefined) throw new Error('The web desk was not found.');
    hashes = webDesk.scriptHashes;
    app = fastify();
    app.setNotFoundHandler((_request, reply) => reply.code(404).send({ error: { code: 'path_unknown' } }));
    app.get('/healthz', async () => 'well');
    webDesk.mount(app);
  });
  afterAll(async () => {
    await app.close();
    await rm(parent, { recursive: true });
  });

  const get = (url: string, accept = '*/*') => app.inject({ url, headers: { accept } });

  it.each([
    ['/', 'index.html'],
    ['/desk', 'desk.html'],
    ['/desk?tab=1', 'desk.html'],
    ['/desk/', 'desk.html'],
    ['/rooms', 'rooms/index.html'],
  ])('%s is the page %s, asked for anew each time', async (url, file) => {
    const answer = await get(url);
    expect(answer.body).toBe(PAGES[file]);
    expect(answer.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-cache',
    });
  });

  it('may be kept for ever where names change with their content', async () => {
    expect((await get('/_next/static/a.js')).headers['cache-control']).toBe(
      'public, max-age=31536000, immutable',
    );
  });

  it.each([
    ['br, gzip', 'br', brotliDecompressSync],
    ['gzip, deflate', 'gzip', gunzipSync],
  ])('sends to a browser that takes %s what the build compressed', async (takes, encoding, unpack) => {
    const answer = await app.inject({ url: '/_next/static/a.js', headers: { 'accept-encoding': takes } });
    expect(answer.headers).toMatchObject({
      'content-encoding': encoding,
      'content-type': expect.stringContaining('javascript; charset=utf-8'),
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'accept-encoding',
    });
    expect(unpack(answer.rawPayload).toString()).toBe(PAGES['_next/static/a.js']);
    expect((await get('/_next/static/a.js')).headers['content-encoding']).toBeUndefined();
  });

  it('does not know what is compressed by a name of its own', async () => {
    expect((await get('/_next/static/a.js.br')).statusCode).toBe(404);
  });

  it('leaves other routes alone', async () => {
    expect((await get('/healthz')).body).toBe('well');
  });

  it('has a page for people and an envelope for programs where there is nothing', async () => {
    const page = await get('/nowhere', 'text/html');
    expect([page.statusCode, page.body]).toEqual([404, PAGES['404.html']]);
    const envelope = await get('/nowhere', 'application/json');
    expect([envelope.statusCode, envelope.json()]).toEqual([404, { error: { code: 'path_unknown' } }]);
  });

  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/_next/../../secret.txt',
    '/..%5csecret.txt',
    '/%00',
    '/%zz',
    '//etc/passwd',
  ])('gives nothing away at %s', async (url) => {
    const answer = await get(url);
    expect(answer.statusCode).toBeGreaterThanOrEqual(400);
    expect(answer.body).not.toContain('secret');
  });

  it('names the hash of each inline script once', () => {
    expect(new Set(hashes)).toEqual(new Set([sha256('start()'), sha256('more()')]));
  });

  it('is absent where nothing was built', async () => {
    expect(await findWebDesk(join(parent, 'nowhere'))).toBeUndefined();
  });
});

it('a script with a source, or without text, needs no hash', () => {
  expect(inlineScriptHashes('<script async src="x.js">ignored</script><script></script>')).toEqual([]);
});

it('a path that cannot be decoded is no file', () => {
  expect(fileFor('/%E0%A4%A', new Set(['/index.html']))).toBeUndefined();
});
