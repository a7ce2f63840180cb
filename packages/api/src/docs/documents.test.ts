/** The documents are what they claim to be, and whoever asks gets them. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { CHANNEL_SHAPES } from '../genesys/shapes/messages.ts';
import { runServer } from '../testing/index.ts';
import { asyncApi } from './asyncapi.ts';
import { openApi } from './openapi.ts';

const require = createRequire(import.meta.url);
const HERE = { host: 'localhost:8080', protocol: 'http' };

/** The schema of AsyncAPI brings the schema of schemas along. */
function asyncApiReader(): Ajv {
  const ajv = new Ajv({ strict: false, meta: false, validateSchema: false });
  addFormats.default(ajv);
  return ajv;
}

/** Every `$ref` in a document. */
function refsIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === '$ref' && typeof inner === 'string' ? [inner] : refsIn(inner),
  );
}

function at(document: unknown, ref: string): unknown {
  const parts = ref
    .slice(2)
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  return parts.reduce<unknown>(
    (value, part) => (value as Record<string, unknown> | undefined)?.[part],
    document,
  );
}

describe('the OpenAPI document', () => {
  it('is valid OpenAPI 3.1, and all that it points at is there', async () => {
    const document = openApi();
    expect(document.openapi).toMatch(/^3\.1\./);
    const { valid, errors } = await new Validator().validate(
      structuredClone(document) as Record<string, unknown>,
    );
    expect([valid, errors]).toEqual([true, undefined]);
    const refs = refsIn(document);
    expect(refs.length).toBeGreaterThan(100);
    expect(refs.filter((ref) => at(document, ref) === undefined)).toEqual([]);
  });

  it('names each operation once, and keeps its parameters and its path together', () => {
    const { paths } = openApi();
    const ids = Object.values(paths).flatMap((item) =>
      Object.values(item).map(({ operationId }) => operationId),
    );
    expect(new Set(ids).size).toBe(ids.length);
    for (const [path, item] of Object.entries(paths))
      for (const operation of Object.values(item)) {
        const parameters = operation.parameters as readonly { name: string; in: string }[];
        const named = parameters.filter((one) => one.in === 'path').map(({ name }) => name);
        expect([path, named]).toEqual([path, [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)]);
      }
  });

  it('[R145] shows the shape of a workbin', () => {
    const document = openApi();
    const workbin = at(document, '#/components/schemas/V2WorkbinStatistics') as { properties: object };
    expect(Object.keys(workbin.properties)).toEqual(
      expect.arrayContaining(['id', 'workbinName', 'type', 'total']),
    );
    const content = at(document, '#/paths/~1api~1v2~1workbins~1{id}/get/responses/200/content');
    const fields = ['workbinName', 'displayName', 'uri', 'type', 'workitems', 'emails', 'chats'];
    for (const field of fields) expect(JSON.stringify(content)).toContain(`"${field}"`);
  });
});

describe('the AsyncAPI document', () => {
  it('is valid AsyncAPI 3, and all that it points at is there', async () => {
    const document = asyncApi(HERE);
    const schema = JSON.parse(await readFile(require.resolve('@asyncapi/specs/schemas/3.0.0.json'), 'utf8'));
    const ajv = asyncApiReader();
    const validate = ajv.compile(schema);
    expect([validate(document), validate.errors]).toEqual([true, null]);
    const refs = refsIn(document);
    expect(refs.length).toBeGreaterThan(50);
    expect(refs.filter((ref) => at(document, ref) === undefined)).toEqual([]);
  });

  it('is not valid with a mistake in it: the validator looks', async () => {
    const schema = JSON.parse(await readFile(require.resolve('@asyncapi/specs/schemas/3.0.0.json'), 'utf8'));
    const ajv = asyncApiReader();
    const document = asyncApi(HERE);
    expect(ajv.validate(schema, { ...document, channels: { a: { adress: '/x' } } })).toBe(false);
    const wrong = { ...openApi(), paths: { '/x': { get: { responses: { '200': {} } } } } };
    expect((await new Validator().validate(wrong)).valid).toBe(false);
  });
});

describe('what is served at /docs', () => {
  const PAGES = ['/docs', '/docs/messages'];
  const FILES = [
    ['/docs', 'text/html'],
    ['/docs/messages', 'text/html'],
    ['/docs/assets/start.js', 'text/javascript'],
    ['/docs/assets/swagger-ui-bundle.js', 'application/javascript'],
    ['/docs/assets/swagger-ui.css', 'text/css'],
    ['/docs/openapi.json', 'application/json'],
    ['/docs/asyncapi.json', 'application/json'],
  ] as const;

  it.each(FILES)('%s is there for anybody, as %s, and is sent once', async (url, type) => {
    await using server = await runServer();
    const first = await server.app.inject({ url });
    expect([first.statusCode, first.headers['content-type']]).toEqual([200, expect.stringContaining(type)]);
    expect(first.body.length).toBeGreaterThan(300);
    const again = await server.app.inject({ url, headers: { 'if-none-match': String(first.headers.etag) } });
    expect([again.statusCode, again.body]).toEqual([304, '']);
  });

  it('is both documents as they are written, with addresses that hold where the server is found', async () => {
    await using server = await runServer({ publicUrl: 'https://desk.example' });
    expect((await server.app.inject({ url: '/docs/openapi.json' })).json()).toEqual(
      JSON.parse(JSON.stringify(openApi())),
    );
    const { servers } = (await server.app.inject({ url: '/docs/asyncapi.json' })).json();
    expect(servers.notifications).toMatchObject({ host: 'desk.example', protocol: 'https' });
    expect(servers.notificationsSocket).toMatchObject({ host: 'desk.example', protocol: 'wss' });
    await using other = await runServer();
    const there = await other.app.inject({ url: '/docs/asyncapi.json', headers: { host: '[nonsense' } });
    expect([there.statusCode, there.json().servers.notifications.protocol]).toEqual([200, 'http']);
  });

  it.each(PAGES)('%s runs no script of its own text and asks no other server', async (url) => {
    await using server = await runServer();
    const { body, headers } = await server.app.inject({ url });
    expect(headers['content-security-policy']).toContain("script-src 'self';");
    expect([...body.matchAll(/<script(?![^>]*\ssrc=)/g)]).toEqual([]);
    expect([...body.matchAll(/\son\w+=/g)]).toEqual([]);
    for (const [, target = ''] of body.matchAll(/(?:src|href)="([^"]*)"/g))
      expect(target).toMatch(/^(\/docs|#|data:,)/);
  });

  it('the page of messages tells of every channel, every message and every field', async () => {
    await using server = await runServer();
    const { body } = await server.app.inject({ url: '/docs/messages' });
    for (const { address, messages } of CHANNEL_SHAPES) {
      expect(body).toContain(`<code>${address}</code>`);
      for (const { name } of messages) expect(body).toContain(`<h3>${name}</h3>`);
    }
    for (const field of [
      'referenceId',
      'notificationType',
      'workitemStateResourceV2',
      'userData',
      'capabilities',
    ])
      expect(body).toContain(`<code>${field}</code>`);
    expect(body).not.toContain('undefined');
    for (const [, name] of body.matchAll(/href="#([^"]+)"/g)) expect(body).toContain(`id="${name}"`);
  });
});
