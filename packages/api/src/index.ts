/** The server's half of the wire: a Desk in, HTTP and WebSockets out. The other half is `@intray/api/client`. */
export { VERSION } from './docs/version.ts';
export type { CorsSettings, GenesysOptions } from './genesys/options.ts';
export { createServer } from './server/create-server.ts';
export type { Measurement, MetricsSource } from './server/metrics.ts';
export type { ServerOptions } from './server/options.ts';
export { type AttemptLimits, USUAL_LIMITS } from './signin/attempts.ts';
export type { CookieSettings } from './signin/cookies.ts';
export { LOGIN_LASTS } from './signin/logins.ts';
export { hashPassword } from './signin/passwords.ts';
export type { AppRouter } from './trpc/router.ts';
export type { Clock } from './wire/clock.ts';
export { EDGE_CODES, type EdgeCode, type Envelope } from './wire/envelope.ts';
export { describeIssue, type Issue } from './wire/issues.ts';
export type { Log } from './wire/log.ts';
export { WIRE_CODES } from './wire/refusals.ts';
