/** The OpenAPI 3.1 document of everything that is served over HTTP. */
import { z } from 'zod';
import { CSRF_NAME, JSESSIONID } from '../genesys/session.ts';
import { CSRF_HEADER, SESSION_COOKIE } from '../signin/cookies.ts';
import { edgeOperations } from './edge.ts';
import { genesysOperations } from './genesys.ts';
import { type Operation, TAGS } from './operation.ts';
import { restOperations } from './rest.ts';
import { type JsonSchema, type SchemaWriter, schemaWriter } from './schemas.ts';
import { VERSION } from './version.ts';

export const OPERATIONS: readonly Operation[] = [...restOperations, ...genesysOperations, ...edgeOperations];

/** `/interactions/:id` and `/notifications/*` as OpenAPI writes them. */
export const templateOf = (path: string): string =>
  path.replaceAll(/:(\w+)/g, '{$1}').replace(/\*$/, '{kind}');

/** `getApiV1InteractionsById`: says where it is, and stays as long as it is there. */
function idOf({ method, path }: Operation): string {
  const words = path.split(/[/.-]/).filter((word) => word !== '');
  const named = words.map((word) =>
    word.startsWith(':') ? `By${capital(word.slice(1))}` : word === '*' ? 'ByKind' : capital(word),
  );
  return `${method}${named.join('')}`;
}
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

function parametersOf(
  { path, params = {}, query = {}, filters, headers = {} }: Operation,
  { write }: SchemaWriter,
) {
  const text = z.string();
  const inPath = [...templateOf(path).matchAll(/\{(\w+)\}/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    schema: write(params[name] ?? text, 'read'),
  }));
  const inQuery = Object.entries(query).map(([name, schema]) => {
    const { description, ...rest } = write(schema, 'read');
    return {
      name,
      in: 'query',
      ...(description === undefined ? {} : { description }),
      schema: rest,
    };
  });
  const filter = {
    name: 'filters',
    in: 'query',
    description: 'Any other name: the rows whose attribute of that name has this value.',
    style: 'form',
    explode: true,
    schema: { type: 'object', additionalProperties: { type: 'string' } },
  };
  const inHeaders = Object.entries(headers).map(([name, description]) => ({
    name,
    in: 'header',
    description,
    schema: write(text, 'read'),
  }));
  return [...inPath, ...inQuery, ...(filters ? [filter] : []), ...inHeaders];
}

function responsesOf({ answers }: Operation, { write }: SchemaWriter) {
  return Object.fromEntries(
    Object.entries(answers).map(([status, { description, schema, type = 'application/json' }]) => [
      status,
      {
        description,
        ...(schema === undefined ? {} : { content: { [type]: { schema: write(schema, 'answered') } } }),
      },
    ]),
  );
}

function operationObject(operation: Operation, writer: SchemaWriter) {
  const { tag, summary, description, access, body } = operation;
  return {
    operationId: idOf(operation),
    tags: [tag],
    summary,
    ...(description === undefined ? {} : { description }),
    security: access,
    parameters: parametersOf(operation, writer),
    ...(body === undefined
      ? {}
      : {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: writer.write(body, 'read') } },
          },
        }),
    responses: responsesOf(operation, writer),
  };
}

const cookie = (name: string, description: string) => ({ type: 'apiKey', in: 'cookie', name, description });
const header = (name: string, description: string) => ({ type: 'apiKey', in: 'header', name, description });

const SECURITY = {
  basic: { type: 'http', scheme: 'basic', description: 'A user name and password with every request.' },
  cookie: cookie(SESSION_COOKIE, 'Given by POST /api/v1/login.'),
  token: header(CSRF_HEADER, 'The `csrfToken` of POST /api/v1/login or GET /api/v1/me.'),
  jsessionid: cookie(JSESSIONID, 'Given to whoever shows Basic to a GET below /api/v2.'),
  csrf: header(CSRF_NAME, 'The token that a GET below /api/v2 answered in the header of this name.'),
};

const DESCRIPTION = `Two faces of one desk: \`/api/v1\`, Intray's own, and \`/api/v2\`, which clients of Genesys Web
Services know. Every GET is answered to HEAD, too. Where pages of other origins are allowed, OPTIONS answers their preflights.
What is told over CometD is in [messages](/docs/messages).`;

export type OpenApi = Readonly<Record<string, unknown>> & {
  readonly paths: Readonly<Record<string, Readonly<Record<string, JsonSchema>>>>;
};

/** The whole document. Its addresses are relative, so it holds wherever the server is found. */
export function openApi(): OpenApi {
  const writer = schemaWriter('#/components/schemas/');
  const paths: Record<string, Record<string, JsonSchema>> = {};
  for (const operation of OPERATIONS) {
    const path = templateOf(operation.path);
    paths[path] = { ...paths[path], [operation.method]: operationObject(operation, writer) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Intray',
      version: VERSION,
      summary: 'Distributes work to people and lets them put it aside and take it up again.',
      description: DESCRIPTION,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
    paths,
    components: { schemas: Object.fromEntries(writer.named), securitySchemes: SECURITY },
  };
}
