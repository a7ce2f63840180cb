/** What may come in as Bayeux messages: bounded before the library sees it, which trusts names and numbers. */
import { z } from 'zod';
import { EdgeRefusal } from '../../wire/envelope.ts';

const ChannelName = z.string().regex(/^\/[\w/*.!~()$@-]{1,255}$/);
const Milliseconds = z.number().int().min(0).max(60_000);

export const BayeuxMessage = z
  .looseObject({
    channel: ChannelName,
    clientId: z.string().max(100).optional(),
    id: z.string().max(100).optional(),
    subscription: z.union([ChannelName, z.array(ChannelName).max(100)]).optional(),
    advice: z.looseObject({ timeout: Milliseconds.optional(), interval: Milliseconds.optional() }).optional(),
  })
  .meta({ id: 'BayeuxMessage', description: 'A message of a client: its `channel` says what it wants.' });
export type BayeuxMessage = z.infer<typeof BayeuxMessage>;

const Messages = z.array(BayeuxMessage).min(1).max(100);

/** @throws EdgeRefusal if it is no list of Bayeux messages (a single one may stand without the list) */
export function readMessages(body: unknown): BayeuxMessage[] {
  const parsed = Messages.safeParse(Array.isArray(body) ? body : [body]);
  if (parsed.success) return parsed.data;
  throw new EdgeRefusal('invalid_input', 'The body must be a JSON array of Bayeux messages.');
}

/** What may be subscribed to: a person's own messages and the state of the services. */
export const isOpenChannel = (name: string): boolean => /^\/(v2|notifications)\//.test(name);
export const isMetaChannel = (name: string): boolean => name.startsWith('/meta/');
