/**
 * CometD over WebSockets, for the sessions of a `cometd-nodejs-server`, which by itself has long-polling only. The
 * sessions are the server's own: policies, listeners, extensions and deliveries see no difference. Many tabs of one
 * browser need no turns here, because each session counts as a browser of its own.
 */
import { randomBytes } from 'node:crypto';
import type { CometDServer, ServerSession } from 'cometd-nodejs-server';
import type { WebSocket } from 'ws';
import { type CarriedRequest, CarriedResponse } from './carried-request.ts';

/** A Bayeux message as it came in; `clientId` may be taken from it to make it nobody's. */
export interface IncomingMessage {
  channel: string;
  clientId?: string | undefined;
}

export interface Carrying {
  /** Reads a text frame. @throws whatever closes the socket: it is no list of Bayeux messages */
  readonly read: (text: string) => IncomingMessage[];
  /**
   * Called before the server sees a batch, in the order of the batches: the place to take foreign ids from messages,
   * and to remember whose request it is, which policies find as `server.context.request`.
   */
  readonly admit: (
    messages: readonly IncomingMessage[],
    request: CarriedRequest,
  ) => Promise<void> | undefined;
  /** Resolves when the peer has read enough that more may be sent. */
  readonly drained?: () => Promise<void>;
}

export interface BayeuxSockets {
  /** Answers what comes over an open socket, until it closes. */
  carry(socket: WebSocket, carrying: Carrying): void;
}

/** Close codes of the WebSocket protocol. */
const PROTOCOL_ERROR = 1002;
const UNREADABLE = 1007;

interface Reply {
  readonly channel: string;
  readonly successful?: boolean;
  readonly clientId?: string;
  supportedConnectionTypes?: readonly string[];
}

export function bayeuxSockets(server: CometDServer): BayeuxSockets {
  const { browserCookieName = 'BAYEUX_BROWSER' } = server.options;
  // The server finds a session through the cookie of the browser that polls. Each session is given one of its own,
  // so it is found from any socket: after a cut the client goes on with the session it had.
  const browsers = new Map<string, string>();
  server.addListener('sessionRemoved', (session: ServerSession) => void browsers.delete(session.id));

  /** Learns the new session's id, and says that it may go on as it began. */
  function opened(content: string, browser: string): string {
    const replies = JSON.parse(content) as Reply[];
    for (const reply of replies)
      if (reply.channel === '/meta/handshake' && reply.successful && reply.clientId !== undefined) {
        browsers.set(reply.clientId, browser);
        reply.supportedConnectionTypes = ['websocket', ...(reply.supportedConnectionTypes ?? [])];
      }
    return JSON.stringify(replies);
  }

  function handle(messages: readonly IncomingMessage[], socket: WebSocket, admit: Carrying['admit']) {
    const [first] = messages;
    const handshakes = first?.channel === '/meta/handshake';
    const browser = browsers.get(first?.clientId ?? '') ?? randomBytes(20).toString('hex');
    const request: CarriedRequest = {
      method: 'POST',
      headers: { cookie: `${browserCookieName}=${browser}` },
      body: messages,
    };
    const respond = (statusCode: number, content: string) => {
      if (statusCode === 200) {
        if (content !== '[]') socket.send(handshakes ? opened(content, browser) : content);
      }
      // A second connect ends the first without a word: that is no breach of the protocol.
      else if (first?.channel !== '/meta/connect') socket.close(PROTOCOL_ERROR);
    };
    const connection = {
      get destroyed() {
        return socket.readyState !== socket.OPEN;
      },
    };
    const proceed = () => server.handle(request, new CarriedResponse(connection, respond));
    const admitted = admit(messages, request);
    return admitted === undefined ? proceed() : admitted.then(proceed);
  }

  return {
    carry(socket, { read, admit, drained }) {
      const waiting: (readonly IncomingMessage[])[] = [];
      let working = false;

      /** One batch after the other. Meanwhile nothing more is read: whoever does not listen is not listened to. */
      async function work(): Promise<void> {
        working = true;
        socket.pause();
        try {
          for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
            await handle(next, socket, admit);
            await drained?.();
          }
        } catch {
          // Admitting failed: the client connects anew and is told why by the door.
          waiting.length = 0;
          socket.close(PROTOCOL_ERROR);
        }
        working = false;
        socket.resume();
      }

      socket.on('message', (frame) => {
        // On its way out it has nothing to say any more.
        if (socket.readyState !== socket.OPEN) return;
        try {
          waiting.push(read(String(frame)));
        } catch {
          // Whatever was wrong with it, there is no id to answer to.
          socket.close(UNREADABLE);
          return;
        }
        if (!working) void work();
      });
    },
  };
}
