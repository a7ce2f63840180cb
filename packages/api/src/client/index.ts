/** The desk's half of the wire. Of the server's half only types come along. */
import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '../trpc/router.ts';

export type { AppRouter } from '../trpc/router.ts';
export type { EdgeCode } from '../wire/envelope.ts';
export { type ClientOptions, createIntrayClient, type IntrayClient } from './create-client.ts';
export type { ExecuteOptions, Patience } from './execute.ts';
export type { Following, FollowOptions } from './feed.ts';
export type { Observable } from './observable-state.ts';
export type { Problem, SignedInAs, SignInAnswer } from './sign-in.ts';
export type { ConnectionState } from './socket.ts';
export { csrfFromCookie, newCommandId } from './surroundings.ts';
export type { Backoff } from './waiting.ts';

export type RouterInputs = inferRouterInputs<AppRouter>;
export type RouterOutputs = inferRouterOutputs<AppRouter>;
