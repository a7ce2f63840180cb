/** Finds out that a peer is gone although its connection says nothing: a cable was pulled, a machine fell asleep. */
import type { WebSocket } from 'ws';

/** Asks every so many milliseconds; cuts the socket off when nothing has been heard until the next time. */
export function keepAlive(socket: WebSocket, every: number): void {
  let heard = true;
  const hear = () => {
    heard = true;
  };
  socket.on('pong', hear);
  socket.on('message', hear);
  const timer = setInterval(() => {
    if (!heard) return socket.terminate();
    heard = false;
    socket.ping();
  }, every);
  timer.unref();
  socket.once('close', () => clearInterval(timer));
}
