/** The whole Genesys wire on a server: REST at `/api/v2`, notifications at `/api/v2/notifications` and `/genesys/cometd`. */
import type { Desk } from '@intray/core';
import type { FastifyInstance } from 'fastify';
import type { CookieSettings } from '../signin/cookies.ts';
import type { Credentials } from '../signin/credentials.ts';
import type { Logins } from '../signin/logins.ts';
import type { Home } from '../signin/origin.ts';
import type { Doors } from '../sockets/accept.ts';
import type { Clock } from '../wire/clock.ts';
import type { Log } from '../wire/log.ts';
import { allowOrigins } from './cors.ts';
import { mountGenesys } from './mount.ts';
import { type Cometd, cometd } from './notifications/cometd.ts';
import { presences } from './notifications/presences.ts';
import { type GenesysOptions, settled } from './options.ts';
import { sessions } from './session.ts';

interface Ports {
  readonly desk: Desk;
  readonly log: Log;
  readonly clock: Clock;
  readonly logins: Logins;
  readonly credentials: Credentials;
  readonly cookies: CookieSettings;
  readonly home: Home;
  readonly newInteractionId: () => string;
  readonly options: GenesysOptions | undefined;
  readonly doors: Doors;
  /** How often a silent WebSocket is asked whether its peer lives, in milliseconds. */
  readonly pingEvery: number;
}

/** Mounts it, and answers who listens. Closing the server answers every poll; sockets end with all others. */
export function serveGenesys(app: FastifyInstance, ports: Ports): Pick<Cometd, 'size' | 'people'> {
  const { desk, log, clock, logins, credentials, cookies, home, newInteractionId, options } = ports;
  const { doors, pingEvery } = ports;
  const settings = settled(options);
  const { publicUrl } = home;
  const everybody = presences({ desk, log, clock });
  const signedIn = sessions({ logins, credentials, cookies, clock, settings });
  const notifications = cometd({
    sessions: signedIn,
    presences: everybody,
    settings,
    logins,
    cookies,
    home,
    doors,
    pingEvery,
    log,
  });

  app.register(
    (scope, _options, done) => {
      scope.addHook('onRequest', async (_request, reply) => void reply.header('cache-control', 'no-store'));
      mountGenesys(scope, {
        desk,
        log,
        sessions: signedIn,
        settings,
        presences: everybody,
        publicUrl,
        newInteractionId,
      });
      notifications.mount(scope, '/notifications');
      done();
    },
    { prefix: '/api/v2' },
  );
  app.register(
    (scope, _options, done) => {
      allowOrigins(scope, settings.crossOrigin);
      notifications.mount(scope, '/cometd');
      done();
    },
    { prefix: '/genesys' },
  );
  app.addHook('preClose', async () => {
    notifications.stop();
    everybody.end();
  });
  return notifications;
}
