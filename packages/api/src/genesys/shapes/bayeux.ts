/** What goes over CometD's own channels, in both directions. */
import { z } from 'zod';
import { BayeuxMessage } from '../notifications/bayeux-message.ts';

export const BayeuxMessages = z
  .union([BayeuxMessage, z.array(BayeuxMessage).min(1).max(100)])
  .meta({ description: 'Bayeux messages; a single one may stand without the list.' });

const Advice = z.looseObject({
  reconnect: z.enum(['retry', 'handshake', 'none']).optional(),
  interval: z.number().int().optional(),
  timeout: z.number().int().optional(),
});

/** The answer to a message of the client's. */
export const BayeuxReply = z
  .looseObject({
    channel: z.string(),
    successful: z.boolean(),
    id: z.string().optional(),
    clientId: z.string().optional(),
    subscription: z.union([z.string(), z.array(z.string())]).optional(),
    error: z.string().optional().meta({ description: '`402::session_unknown`: a number, and why.' }),
    advice: Advice.optional(),
    ext: z.looseObject({ ack: z.union([z.boolean(), z.number()]).optional() }).optional(),
  })
  .meta({ id: 'BayeuxReply' });

/** A message of the server's own. */
export const BayeuxDelivery = z
  .looseObject({ channel: z.string(), data: z.looseObject({ messageType: z.string() }) })
  .meta({ id: 'BayeuxDelivery' });

export const BayeuxReplies = z.array(z.union([BayeuxReply, BayeuxDelivery]));
