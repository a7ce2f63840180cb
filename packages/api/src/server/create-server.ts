/** Joins everything that answers on the one port. What is served beside it (the pages) is added by the caller. */
import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import fastify, { type FastifyInstance } from 'fastify';
import { mountDocs } from '../docs/mount.ts';
import { serveGenesys } from '../genesys/serve.ts';
import { mountRest } from '../rest/mount.ts';
import { countAttempts } from '../signin/attempts.ts';
import { credentials } from '../signin/credentials.ts';
import { demand, identify } from '../signin/identify.ts';
import { logins } from '../signin/logins.ts';
import { mountSignIn } from '../signin/routes.ts';
import { acceptSockets } from '../sockets/accept.ts';
import { openSockets } from '../sockets/open-sockets.ts';
import { mountTrpc } from '../trpc/mount.ts';
import { mountTrpcSockets } from '../trpc/sockets.ts';
import { answerErrors } from './errors.ts';
import { mountHealth } from './health.ts';
import { mountMetrics } from './metrics.ts';
import type { ServerOptions } from './options.ts';
import { sendSecurityHeaders } from './security-headers.ts';
import { answerUnreadableAddress } from './unreadable-address.ts';

const BODY_LIMIT = 1024 * 1024;
const HEADER_LIMIT = 16 * 1024;
/** For a whole request to arrive, and for its headers: nobody holds a connection by dripping bytes. */
const REQUEST_WITHIN = 30_000;
const HEADERS_WITHIN = 10_000;
/** Longer than the idle time of usual load balancers, so that they never reuse a connection we just closed. */
const KEEP_ALIVE = 72_000;

function newInstance({ trustProxy = false }: ServerOptions): FastifyInstance {
  const app = fastify({
    logger: false,
    bodyLimit: BODY_LIMIT,
    requestTimeout: REQUEST_WITHIN,
    keepAliveTimeout: KEEP_ALIVE,
    http: { maxHeaderSize: HEADER_LIMIT, headersTimeout: HEADERS_WITHIN },
    // tRPC writes the names of a whole batch into one path segment.
    routerOptions: { maxParamLength: 5_000 },
    trustProxy,
    frameworkErrors: answerUnreadableAddress,
    // A caller's own idea of a request's number could make two lines of the log look like one.
    requestIdHeader: false,
    genReqId: () => randomUUID(),
  });
  app.removeContentTypeParser('text/plain');
  return app;
}

/**
 * A server with all wires mounted, not yet listening. `close()` ends the WebSockets politely and waits for requests in
 * hand.
 */
export function createServer(options: ServerOptions): FastifyInstance {
  const {
    desk,
    accounts,
    log,
    newInteractionId,
    publicUrl,
    clock = Date.now,
    loginCheckEvery = 2_000,
    pingEvery = 15_000,
  } = options;
  const app = newInstance(options);
  const home = { publicUrl, friends: options.allowedOrigins ?? [] };
  const cookies = { secure: publicUrl?.startsWith('https:') ?? false, ...options.cookie };

  const openLogins = logins(accounts, clock);
  const passwords = credentials({ accounts, attempts: countAttempts(options.attempts), clock });
  const sockets = openSockets({ logins: openLogins, log, lookEvery: loginCheckEvery });
  const doors = acceptSockets(app, sockets);

  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
  });
  app.addHook('onResponse', async (request, reply) => {
    const { id: requestId, method } = request;
    const facts = {
      requestId,
      method,
      route: request.routeOptions.url,
      status: reply.statusCode,
      ms: reply.elapsedTime,
    };
    log.debug(facts, 'request answered');
  });
  answerErrors(app, log);
  app.register(cookie);
  sendSecurityHeaders(app, { publicUrl, scriptHashes: options.scriptHashes ?? [] });

  // In scopes of their own, so that the plugins above are loaded before the routes below them are made.
  app.register((scope, _options, done) => {
    mountHealth(scope, desk, options.demo ?? false);
    done();
  });
  app.register(
    (scope, _options, done) => {
      // Answers about people and their work are nobody's to keep on the way.
      scope.addHook('onRequest', async (_request, reply) => void reply.header('cache-control', 'no-store'));
      mountSignIn(scope, { credentials: passwords, logins: openLogins, cookies, home });
      const admit = async (request: Parameters<typeof identify>[0]) =>
        demand(await identify(request, openLogins, passwords), request.method);
      mountRest(scope, { desk, newInteractionId, admit });
      done();
    },
    { prefix: '/api/v1' },
  );
  const cometd = serveGenesys(app, {
    desk,
    log,
    clock,
    logins: openLogins,
    credentials: passwords,
    cookies,
    home,
    newInteractionId,
    options: options.genesys,
    doors,
    pingEvery,
  });
  mountTrpc(app, { desk, logins: openLogins, log });
  app.register((scope, _options, done) => {
    mountTrpcSockets(scope, { desk, logins: openLogins, home, log, doors, pingEvery });
    done();
  });
  mountDocs(app, publicUrl);
  mountMetrics(app, { source: options.metrics, sockets });
  options.onConnections?.(() => ({
    desks: sockets.desks,
    cometd: cometd.size,
    people: new Set([...sockets.people(), ...cometd.people()]).size,
  }));

  app.addHook('preClose', () => sockets.stop());
  return app;
}
