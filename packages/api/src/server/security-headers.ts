/** The headers that tell browsers what our pages never do. */
import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';

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
  app.register(helmet, {
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
}
