/**
 * The subscribers of both sides, in a process of their own: what it costs to receive is the same for both and in
 * neither server's figure. Frames are counted, not read.
 */
import { WebSocket } from 'ws';
import { EVENT_MARK, followFeed } from '../house/feed-socket.ts';
import type { Order, Report } from './conversation.ts';

/** How often the counts are told, in milliseconds. */
const REPORT_EVERY = 2;
/** So many connections are opened at a time; a listen queue is short. */
const OPENED_AT_ONCE = 50;

const say = (report: Report) => void process.send?.(report);

async function open({ side, url, cookies, count }: Order): Promise<void> {
  let events = 0;
  let told = 0;
  const onEvent = (frame: Buffer) => {
    if (events === 0) say({ kind: 'sample', side, frame: frame.toString() });
    events += 1;
  };
  for (let opened = 0; opened < count; opened += OPENED_AT_ONCE)
    await Promise.all(
      Array.from({ length: Math.min(OPENED_AT_ONCE, count - opened) }, (_, number) => {
        const cookie = cookies[(opened + number) % cookies.length];
        return cookie === undefined ? listen(url, onEvent) : followFeed(url, cookie, onEvent);
      }),
    );
  setInterval(() => {
    if (events !== told) say({ kind: 'received', side, events });
    told = events;
  }, REPORT_EVERY);
  say({ kind: 'open', side });
}

function listen(url: string, onEvent: (frame: Buffer) => void): Promise<WebSocket> {
  const { promise, resolve, reject } = Promise.withResolvers<WebSocket>();
  const socket = new WebSocket(url);
  socket.on('error', reject);
  socket.on('open', () => resolve(socket));
  // The same look at each frame as at Intray's.
  socket.on('message', (data: Buffer) => void (data.includes(EVENT_MARK) && onEvent(data)));
  return promise;
}

process.on('message', (order: Order) => {
  open(order).catch((cause: unknown) => say({ kind: 'failed', reason: String(cause) }));
});
process.on('disconnect', () => process.exit());
