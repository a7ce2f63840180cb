/** The port of the page about the servers, over Intray's own wire. */
import type { IntrayClient } from '@intray/api/client';
import type { OperatorPort } from './operator-port.ts';

type Asking = <T>(answer: Promise<T>) => Promise<T>;

/** @param asked puts what went wrong into the desk's words */
export const operatorOver = ({ trpc }: Pick<IntrayClient, 'trpc'>, asked: Asking): OperatorPort => ({
  // Over the socket, which was let in before: so the answer comes also while the database is away.
  operations: () => asked(trpc.operations.nodes.query(undefined, { context: { overSocket: true } })),
});
