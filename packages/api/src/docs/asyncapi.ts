/** The AsyncAPI 3 document of what is sent over CometD. */
import { z } from 'zod';
import { BayeuxMessage } from '../genesys/notifications/bayeux-message.ts';
import { BayeuxReply } from '../genesys/shapes/bayeux.ts';
import { CHANNEL_SHAPES, type ChannelShape } from '../genesys/shapes/messages.ts';
import { schemaWriter } from './schemas.ts';
import { VERSION } from './version.ts';

const to = (...path: readonly string[]) => ({
  $ref: `#/${path.map((part) => part.replaceAll('~', '~0').replaceAll('/', '~1')).join('/')}`,
});

/** `/v2/me/workbins` → `v2MeWorkbins`: names in the document hold no slashes. */
const keyOf = (address: string): string =>
  address
    .split('/')
    .filter((word) => word !== '')
    .map((word, index) => (index === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1)))
    .join('');

/** What a client says to the server itself, and what it is answered. */
const META = {
  '/meta/handshake': 'Opens a session for whoever is signed in; the answer has its `clientId`.',
  '/meta/connect': 'Waits for messages, and asks for the next when it was answered.',
  '/meta/subscribe': 'Listens on a channel; wildcards such as `/v2/me/*` count.',
  '/meta/unsubscribe': 'Listens no longer.',
  '/meta/disconnect': 'Ends the session.',
} as const;

const DESCRIPTION = `Clients shake hands, subscribe and connect again and again, as Bayeux 1.0 has it, by long-polling or over a
WebSocket; the official client tries the WebSocket first. A session belongs to the person who opened it; nothing can be
published. With the acknowledgement extension (\`ext: {"ack": true}\`) nothing is lost when a connection breaks. The requests that
cause messages are in openapi.json.`;

const delivered = ({ address }: ChannelShape, data: z.ZodType) =>
  z.looseObject({ channel: z.literal(address), data });
const asked = (channel: string) =>
  BayeuxMessage.extend({ channel: z.literal(channel), clientId: z.string().max(100).optional() });
const answered = (channel: string) => BayeuxReply.extend({ channel: z.literal(channel) });

/** Where the server is found. */
export interface Whereabouts {
  readonly host: string;
  /** `http` or `https`. */
  readonly protocol: string;
}

export function asyncApi({ host, protocol }: Whereabouts) {
  const writer = schemaWriter('#/components/schemas/', 'draft-7');
  const channels: Record<string, object> = {};
  const operations: Record<string, object> = {};
  const messages: Record<string, object> = {};

  for (const shape of CHANNEL_SHAPES) {
    const key = keyOf(shape.address);
    for (const { name, summary, data } of shape.messages)
      messages[name] = { name, summary, payload: writer.write(delivered(shape, data), 'answered') };
    const names = shape.messages.map(({ name }) => name);
    channels[key] = {
      address: shape.address,
      title: shape.title,
      messages: Object.fromEntries(names.map((name) => [name, to('components', 'messages', name)])),
    };
    operations[`send-${key}`] = {
      action: 'send',
      channel: to('channels', key),
      summary: shape.title,
      messages: names.map((name) => to('channels', key, 'messages', name)),
    };
  }
  for (const [address, summary] of Object.entries(META)) {
    const key = keyOf(address);
    const [request, reply] = [`${key}Request`, `${key}Reply`];
    messages[request] = { name: request, summary, payload: writer.write(asked(address), 'read') };
    messages[reply] = {
      name: reply,
      summary: 'The answer.',
      payload: writer.write(answered(address), 'answered'),
    };
    channels[key] = {
      address,
      title: summary,
      messages: {
        [request]: to('components', 'messages', request),
        [reply]: to('components', 'messages', reply),
      },
    };
    operations[`receive-${key}`] = {
      action: 'receive',
      channel: to('channels', key),
      summary,
      messages: [to('channels', key, 'messages', request)],
      reply: { channel: to('channels', key), messages: [to('channels', key, 'messages', reply)] },
    };
  }
  const server = (pathname: string) => ({ host, protocol, pathname });
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Intray: messages of the Genesys wire',
      version: VERSION,
      description: DESCRIPTION,
      license: { name: 'Apache-2.0' },
    },
    defaultContentType: 'application/json',
    servers: {
      notifications: { ...server('/api/v2/notifications'), description: 'CometD by long-polling.' },
      cometd: { ...server('/genesys/cometd'), description: 'The same, where older clients look for it.' },
      notificationsSocket: {
        ...server('/api/v2/notifications'),
        protocol: protocol.replace('http', 'ws'),
        description: 'CometD over a WebSocket.',
      },
      cometdSocket: {
        ...server('/genesys/cometd'),
        protocol: protocol.replace('http', 'ws'),
        description: 'The same, where older clients look for it.',
      },
    },
    channels,
    operations,
    components: { messages, schemas: Object.fromEntries(writer.named) },
  };
}
