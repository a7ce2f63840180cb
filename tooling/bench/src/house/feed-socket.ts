/** A WebSocket that follows the feed, speaking tRPC's protocol itself: nothing of a client's cost is in a figure. */
import { WebSocket } from 'ws';

/** The bytes in which every event of the feed differs from everything else that is said on the wire. */
export const EVENT_MARK = '"kind":"event"';

/** The same for the news of a new configuration. */
export const NEWS_MARK = '"kind":"configured"';

/**
 * Opens it; resolves when the server has begun to send what happens from now on.
 * @param mark what is waited for
 */
export async function followFeed(
  url: string,
  cookie: string,
  onEvent: (frame: Buffer) => void,
  mark = EVENT_MARK,
): Promise<WebSocket> {
  const socket = new WebSocket(url, { headers: { cookie } });
  const { promise: started, resolve, reject } = Promise.withResolvers<void>();
  socket.on('error', reject);
  socket.on('close', (code) => reject(new Error(`The server closed a feed with ${code}.`)));
  socket.on('open', () =>
    socket.send(JSON.stringify({ id: 1, method: 'subscription', params: { path: 'feed', input: {} } })),
  );
  socket.on('message', (data) => {
    const frame = data as Buffer;
    if (frame.includes(mark)) return onEvent(frame);
    const text = frame.toString();
    if (text === 'PING') socket.send('PONG');
    else if (text.includes('"type":"started"')) resolve();
    else if (text.includes('"error"') || text.includes('"reset"'))
      reject(new Error(`The feed failed: ${text}`));
  });
  await started;
  return socket;
}
