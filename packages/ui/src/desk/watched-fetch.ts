/**
 * Milliseconds that a question may take. One whose answer got lost on the way would leave a screen waiting for ever; given
 * up, it counts as one that never reached the server, and is asked again. Commands have a patience of their own.
 */
const LONGEST_ANSWER = 30_000;

/**
 * Requests that tell whether they got through.
 * @param reached hears it of each; a request cut short on purpose says nothing
 */
export function watchedFetch(
  ask: typeof globalThis.fetch,
  reached: (yes: boolean) => void,
): typeof globalThis.fetch {
  return async (input, init) => {
    const late = new AbortController();
    const question = (init?.method ?? 'GET') === 'GET';
    const signals = [late.signal, ...(init?.signal ? [init.signal] : [])];
    const timer = question ? setTimeout(() => late.abort(unanswered()), LONGEST_ANSWER) : undefined;
    try {
      const response = await ask(input, { ...init, signal: AbortSignal.any(signals) });
      reached(true);
      return response;
    } catch (error) {
      const byUs = error instanceof DOMException && error.name === 'AbortError';
      if (!byUs) reached(false);
      throw error;
    } finally {
      clearTimeout(timer);
    }
  };
}

const unanswered = () =>
  new DOMException(`The server did not answer within ${LONGEST_ANSWER / 1_000} seconds.`, 'TimeoutError');
