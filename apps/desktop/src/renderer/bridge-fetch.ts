/** `fetch` for the one server that the main process talks to: the page itself has no network. */
import type { Bridge } from '../shared/bridge.ts';

const aborted = () => new DOMException('The request was ended.', 'AbortError');

function cut(signal: AbortSignal | null | undefined): Promise<never> {
  return new Promise((_, reject) => {
    if (signal?.aborted) reject(aborted());
    signal?.addEventListener('abort', () => reject(aborted()), { once: true });
  });
}

/** A request that is ended early may still arrive: the id of a command keeps it from being done twice. */
export function bridgeFetch(bridge: Pick<Bridge, 'ask'>): typeof globalThis.fetch {
  return async (input, init = {}) => {
    const path = input instanceof Request ? input.url : String(input);
    const { body } = init;
    const asked = bridge.ask({
      method: init.method === 'POST' ? 'POST' : 'GET',
      path,
      ...(typeof body === 'string' ? { contentType: 'application/json', body } : {}),
    });
    const answer = await Promise.race([asked, cut(init.signal)]);
    if (!answer.ok) throw new TypeError(answer.refusal.message);
    if (!answer.value.reached) throw new TypeError('The server was not reached.');
    const { status, contentType, retryAfter, body: text } = answer.value;
    return new Response(status === 204 ? null : text, {
      status,
      headers: {
        'content-type': contentType,
        ...(retryAfter === undefined ? {} : { 'retry-after': retryAfter }),
      },
    });
  };
}
