/** How often a question is asked that did not get its answer, and from when on the person is told. */
import { type Query, QueryCache } from '@tanstack/react-query';
import { Failed, Refused, SignedOut } from './port.ts';

/** Milliseconds between two looks at a question over which the server broke. */
const LOOK_AGAIN = 5_000;
/** Asked so often before the person is told: the server may only have been starting. */
const TRIES = 3;

/**
 * Whether to ask again at once, after so many failures before this one. A refusal stays a refusal. What never reached
 * the server is asked for ever, since the network comes back and a bar says that it is gone.
 */
export function worthAskingAgain(failures: number, error: Error): boolean {
  if (error instanceof Refused || error instanceof SignedOut) return false;
  return !(error instanceof Failed) || failures + 1 < TRIES;
}

/**
 * The kept answers. A question over which the server broke shows its error, and is asked again all the same as long as
 * somebody looks at it: an answer that is out of date must not stay because of one bad moment.
 */
export function keptAnswers(heard: {
  readonly onSignedOut: () => void;
  readonly onAnswer: (key: unknown, data: unknown) => void;
}): QueryCache {
  return new QueryCache({
    onError: (error, query) => {
      if (error instanceof SignedOut) heard.onSignedOut();
      if (error instanceof Failed) setTimeout(() => lookAgain(query), LOOK_AGAIN);
    },
    onSuccess: (data, query) => heard.onAnswer(query.queryKey[0], data),
  });
}

function lookAgain(query: Query<unknown, unknown>): void {
  const { status, fetchStatus } = query.state;
  if (status !== 'error' || fetchStatus !== 'idle' || !query.isActive()) return;
  // How it ends is told to whoever looks at it.
  query.fetch().catch(() => {});
}
