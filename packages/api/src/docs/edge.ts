/** What is served beside the two tables: signing in, notifications, the operator's questions, and the documentation. */
import { z } from 'zod';
import { HealthAnswer } from '../answers/desk.ts';
import { record, Text, Whole } from '../answers/record.ts';
import { BayeuxMessages, BayeuxReplies } from '../genesys/shapes/bayeux.ts';
import { Refused } from '../genesys/shapes/shape.ts';
import { LoginBody, type Me } from '../signin/routes.ts';
import { ANYONE, changing, type Operation, reading, readingV2 } from './operation.ts';
import { refusals } from './rest.ts';

const MeAnswer = record<Me>('Me', 'Who is signed in.', {
  userName: Text,
  csrfToken: Text.optional().meta({
    description:
      'To be repeated in `x-intray-csrf` with every change; absent with HTTP Basic, which needs none.',
  }),
});

const done = (schema: z.ZodType) => ({ description: 'Done.', schema });

const signIn: readonly Operation[] = [
  {
    method: 'post',
    path: '/api/v1/login',
    tag: 'Signing in',
    summary: 'Signs a browser in: gives the cookies `intray_session` and `intray_csrf`.',
    access: ANYONE,
    body: LoginBody,
    answers: { 200: done(MeAnswer), ...refusals([400, 401, 403, 413, 415, 429, 500, 503]) },
  },
  {
    method: 'get',
    path: '/api/v1/me',
    tag: 'Signing in',
    summary: 'Who is signed in, and the token that a change by cookie needs.',
    access: reading,
    answers: { 200: done(MeAnswer), ...refusals([401, 429, 500, 503]) },
  },
  {
    method: 'post',
    path: '/api/v1/logout',
    tag: 'Signing in',
    summary: 'Ends this login.',
    access: changing,
    answers: { 204: { description: 'Signed out.' }, ...refusals([400, 401, 403, 413, 415, 429, 500, 503]) },
  },
  {
    method: 'post',
    path: '/api/v1/logout-everywhere',
    tag: 'Signing in',
    summary: 'Ends every login of the caller.',
    access: changing,
    answers: {
      200: done(z.strictObject({ closed: Whole.meta({ description: 'How many there were.' }) })),
      ...refusals([400, 401, 403, 413, 415, 429, 500, 503]),
    },
  },
];

const BAYEUX = {
  200: {
    description:
      'Replies and messages. A `/meta/connect` is answered when there is something to tell, or when its time is over.',
    schema: BayeuxReplies,
  },
};

/** Opens a WebSocket. */
const SOCKET = {
  method: 'get',
  headers: { Upgrade: '`websocket`: without it there is nothing here.' },
  answers: { 101: { description: 'The WebSocket is open.' } },
} as const;
const NO_SOCKET = [401, 403, 404, 429, 500, 503];

/** Below `/api/v2` the envelope is that wire's; beside it, the server's own. */
const notifications = ['/api/v2/notifications', '/genesys/cometd'].flatMap((base): readonly Operation[] => {
  const refused = { description: 'Refused', schema: Refused };
  const statuses = [400, 403, 413, 415, 429, 500, 503];
  const answers = base.startsWith('/api/v2')
    ? { ...BAYEUX, ...Object.fromEntries(statuses.map((status) => [status, refused])) }
    : { ...BAYEUX, ...refusals(statuses) };
  const operation = {
    method: 'post',
    tag: 'Genesys: notifications',
    access: readingV2,
    body: BayeuxMessages,
    answers,
  } as const;
  const socket = {
    ...SOCKET,
    tag: 'Genesys: notifications',
    access: readingV2,
    answers: {
      ...SOCKET.answers,
      ...(base.startsWith('/api/v2')
        ? Object.fromEntries(NO_SOCKET.map((status) => [status, refused]))
        : refusals(NO_SOCKET)),
    },
  } as const;
  const same = 'The same: clients add the kind of message to the address.';
  return [
    { ...operation, path: base, summary: 'CometD by long-polling. See asyncapi.json.' },
    { ...operation, path: `${base}/*`, summary: same },
    { ...socket, path: base, summary: 'CometD over a WebSocket: the same messages, as text frames.' },
    { ...socket, path: `${base}/*`, summary: same },
  ];
});

const HealthzAnswer = z.strictObject({
  status: z.literal('ok'),
  demo: z.boolean().optional().meta({ description: 'Every password is known.' }),
});

const operation: readonly Operation[] = [
  {
    method: 'get',
    path: '/healthz',
    tag: 'Operation',
    summary: 'Whether the process serves.',
    access: ANYONE,
    answers: { 200: { description: 'It does.', schema: HealthzAnswer }, ...refusals([503]) },
  },
  {
    method: 'get',
    path: '/readyz',
    tag: 'Operation',
    summary: 'Whether it should be sent work, and which part is not well.',
    access: ANYONE,
    answers: {
      200: { description: 'Every part is well.', schema: HealthAnswer },
      503: { description: 'A part is not.', schema: HealthAnswer },
      ...refusals([500]),
    },
  },
  {
    method: 'get',
    path: '/metrics',
    tag: 'Operation',
    summary: 'Figures for Prometheus.',
    access: ANYONE,
    answers: {
      200: { description: 'In its text format.', schema: z.string(), type: 'text/plain' },
      ...refusals([500, 503]),
    },
  },
];

const documentation: readonly Operation[] = (
  [
    ['/docs', 'This documentation as a page.', 'text/html'],
    ['/docs/messages', 'The messages of CometD as a page.', 'text/html'],
    ['/docs/assets/start.js', 'Starts the page.', 'text/javascript'],
    ['/docs/assets/swagger-ui-bundle.js', 'A part of the page.', 'application/javascript'],
    ['/docs/assets/swagger-ui.css', 'A part of the page.', 'text/css'],
    ['/docs/openapi.json', 'This documentation as OpenAPI 3.1.', 'application/json'],
    ['/docs/asyncapi.json', 'The messages of CometD as AsyncAPI 3.', 'application/json'],
  ] as const
).map(([path, summary, type]) => ({
  method: 'get',
  path,
  tag: 'Documentation',
  summary,
  access: ANYONE,
  headers: { 'If-None-Match': 'The ETag of an earlier answer.' },
  answers: {
    200: {
      description: 'The file.',
      schema: type === 'application/json' ? z.looseObject({}) : z.string(),
      type,
    },
    304: { description: 'It has not changed.' },
    ...refusals([500, 503]),
  },
}));

/** tRPC speaks for itself, with types: it is listed here, and not described. */
const webDesk: readonly Operation[] = (['get', 'post'] as const).map((method) => ({
  method,
  path: '/trpc/:path',
  tag: 'Web desk',
  summary: method === 'get' ? 'Questions of the web desk, by tRPC.' : 'Its commands, by tRPC.',
  access: method === 'get' ? [{ cookie: [] }] : [{ cookie: [], token: [] }],
  answers: { 200: { description: 'As tRPC has it.', schema: z.unknown() } },
}));

const webDeskSocket: Operation = {
  ...SOCKET,
  path: '/trpc',
  tag: 'Web desk',
  summary: 'The same over a WebSocket, with everything that happens.',
  access: [{ cookie: [] }],
  answers: { ...SOCKET.answers, ...refusals(NO_SOCKET) },
};

export const edgeOperations: readonly Operation[] = [
  ...signIn,
  ...notifications,
  ...operation,
  ...documentation,
  ...webDesk,
  webDeskSocket,
];
