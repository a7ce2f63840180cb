/** Holds every answer of a server to its own documentation. */
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { openApi, templateOf } from '../docs/openapi.ts';

interface Response {
  readonly content?: Readonly<Record<string, { readonly schema: object }>>;
}

const DOCUMENT = '/docs/openapi.json';

interface Documentation {
  /** What is documented for an answer; `undefined` if nothing is. */
  response(method: string, path: string, status: number): Response | undefined;
  /** What an answer of a type must look like. */
  validator(method: string, path: string, status: number, type: string): ValidateFunction | undefined;
}

function documentation(): Documentation {
  const document = openApi();
  const ajv = new Ajv2020({ strict: false, allErrors: false });
  addFormats.default(ajv);
  ajv.addSchema(document, DOCUMENT);
  const compiled = new Map<string, ValidateFunction>();
  const response: Documentation['response'] = (method, path, status) => {
    const operation = document.paths[templateOf(path)]?.[method.toLowerCase()];
    return (operation?.responses as Readonly<Record<string, Response>> | undefined)?.[status];
  };
  return {
    response,
    validator(method, path, status, type) {
      if (response(method, path, status)?.content?.[type] === undefined) return undefined;
      const parts = [
        'paths',
        templateOf(path),
        method.toLowerCase(),
        'responses',
        String(status),
        'content',
        type,
      ];
      const pointer = parts
        .map((part) => part.replaceAll('~', '~0').replaceAll('/', '~1'))
        .map(encodeURIComponent);
      const $ref = `${DOCUMENT}#/${pointer.join('/')}/schema`;
      const validate = compiled.get($ref) ?? ajv.compile({ $ref });
      compiled.set($ref, validate);
      return validate;
    },
  };
}

let known: Documentation | undefined;

/** What is wrong with an answer, in words. */
function wrongWith(request: FastifyRequest, reply: FastifyReply, payload: unknown): string | undefined {
  const { url: path } = request.routeOptions;
  const { method } = request;
  // What is at no address is in no documentation; the other two are documented once for all.
  if (path === undefined || method === 'HEAD' || method === 'OPTIONS' || path.startsWith('/trpc'))
    return undefined;
  known ??= documentation();
  const { statusCode: status } = reply;
  const what = `${method} ${path} → ${status}`;
  const documented = known.response(method, path, status);
  if (documented === undefined) return `${what} is not documented: ${String(payload).slice(0, 300)}`;
  const type = String(reply.getHeader('content-type') ?? '').split(';', 1)[0] ?? '';
  // A stream that is not sent is no body.
  if (documented.content === undefined)
    return typeof payload === 'string' && payload !== '' ? `${what} has a body.` : undefined;
  const validate = known.validator(method, path, status, type);
  if (validate === undefined) return `${what} is not documented as "${type}".`;
  if (typeof payload !== 'string') return undefined;
  const value: unknown = type === 'application/json' ? JSON.parse(payload) : payload;
  if (validate(value)) return undefined;
  const [error] = validate.errors ?? [];
  return `${what}: ${error?.instancePath} ${error?.message} ${JSON.stringify(error?.params)}: ${payload.slice(0, 600)}`;
}

/** Looks at every answer from now on. Answers a list that grows by what is wrong. */
export function watchAnswers(app: FastifyInstance): readonly string[] {
  const wrong: string[] = [];
  app.addHook('onSend', async (request, reply, payload) => {
    const found = wrongWith(request, reply, payload);
    if (found !== undefined) wrong.push(found);
    return payload;
  });
  return wrong;
}
