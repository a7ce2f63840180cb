/** What a run is told about the server under test. */
import type { Credentials } from '../wire/rest.ts';

/** The media of the wire: how each is named in a channel list, a path, an operation and a message. */
export const MEDIA = {
  workitem: { path: 'workitems', operation: 'Workitem', resource: 'workitem' },
  email: { path: 'emails', operation: 'Email', resource: 'email' },
  chat: { path: 'chats', operation: 'Chat', resource: 'chat' },
  facebook: { path: 'facebook', operation: 'Facebook', resource: 'facebook' },
  twitter: { path: 'tweets', operation: 'Tweet', resource: 'tweet' },
  openmedia: { path: 'openmedia', operation: 'Openmedia', resource: 'openmedia' },
} as const;

export type Medium = keyof typeof MEDIA;

export const MEDIA_NAMES = Object.keys(MEDIA) as readonly Medium[];

export const TRANSPORTS = ['long-polling', 'websocket'] as const;
export type Transport = (typeof TRANSPORTS)[number];

export interface Settings {
  /** Scheme, host and port; a path is ignored. */
  readonly url: string;
  readonly caller: Credentials;
  /** A colleague of the caller without rights over the caller's work. */
  readonly second: Credentials;
  /** Somebody who may reach into the caller's workbins. */
  readonly supervisor?: Credentials;
  /** The media the server can create items of; `workitem` is always among them. */
  readonly media: readonly Medium[];
  /** A group the caller and the second user belong to, for group-owned workbins. */
  readonly agentGroup?: string;
  /** A queue by name; otherwise the first the server lists. */
  readonly queue?: string;
  /** Where work is submitted as `{mediaType, queue, userData}` → `{id}`; otherwise items reach queues by `Complete`. */
  readonly submitUrl?: string;
  /** The server has `Create`; without it items come by `submitUrl`. */
  readonly create: boolean;
  /** The server has `enableNotificationOnPullChat` and `enableJoinOnPullChat` on. */
  readonly pullChat: boolean;
  /** The server has `enableCsrfProtection` on. */
  readonly csrf: boolean;
  /** How messages come. */
  readonly transport: Transport;
  /** The server opens WebSockets for notifications: found out when a run begins. */
  readonly sockets?: boolean;
  /** The longest wait for a message that is due, in milliseconds. */
  readonly patience: number;
}
