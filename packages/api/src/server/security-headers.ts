/** The headers that tell browsers what our pages never do. */
import type { FastifyInstance } from 'fastify';
import helmet from 'helmet';

/**
 * Everything from our own origin, scripts by hash if they are inline. Inline styles stay allowed: the pages carry style
 * attributes from rendering, and with `connect-src` and `img-src` closed a style can tell nobody anything.
 */
export function sendSecurityHeaders(
  app: FastifyInstance,
  {
    publicUrl,
    scriptHashes,
  }: { readonly publicUrl: string | undefined; readonly scriptHashes: readonly string[] },
): void {
  const secure = publicUrl?.startsWith('https:') ?? false;
  // Older Safari does not count a WebSocket to the same host as 'self'.
  const socketOrigin = publicUrl === undefined ? [] : [new URL(publicUrl).origin.replace(/^http/, 'ws')];
  // Made once: `@fastify/helmet` would make it anew for every request.
  const protect = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", ...scriptHashes.map((hash) => `'${hash}'`)],
        scriptSrcAttr: ["'none'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'", ...socketOrigin],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        ...(secure ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: secure,
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
  });
  app.addHook('onRequest', (request, reply, done) =>
    protect(request.raw, reply.raw, (error) => done(error as Error | undefined)),
  );
}
