/** The messages of this wire, by the channel on which they are sent: what stands in `data`. */
import { z } from 'zod';
import { Text, Whole } from '../../answers/record.ts';
import { FAMILIES, inWorkbinMessage, type MediaFamily, messageType } from '../media.ts';
import { CHANNELS, SERVICES, WORKBINS } from '../notifications/letter.ts';
import { ChannelOfAgent, ITEMS } from './resources.ts';

const REFERENCE = {
  referenceId: Whole.optional().meta({
    description: "Of the request that caused it, if it was the listener's own.",
  }),
};
const WHOSE = {
  workbinUserId: Text.optional().meta({ description: 'Whose workbin it is, if it is another user’s.' }),
  agentGroup: Text.optional(),
  placeGroup: Text.optional(),
};
const WorkbinId = Text.meta({ description: 'Of the workbin, as in its resource.' });

export interface MessageShape {
  readonly name: string;
  readonly summary: string;
  readonly data: z.ZodType;
}

export interface ChannelShape {
  readonly address: string;
  readonly title: string;
  readonly messages: readonly MessageShape[];
}

const aboutItem = (family: MediaFamily): ChannelShape => ({
  address: `/v2/me/${family.path}`,
  title: `The listener's ${family.plural}`,
  messages: [
    {
      name: messageType(family),
      summary: `A ${family.name} was offered, taken, changed, put aside, finished or taken away.`,
      data: z.strictObject({
        messageType: z.literal(messageType(family)),
        notificationType: z.enum(['StatusChange', 'PropertiesUpdated']),
        [family.name]: ITEMS[family.name].partial({ uri: true, receivedDate: true }).meta({
          description: 'The item; after a pull out of a workbin without `uri` and `receivedDate`.',
        }),
        ...REFERENCE,
      }),
    },
  ],
});

const ITEM_IN_WORKBIN = Object.fromEntries(
  FAMILIES.map((family) => [inWorkbinMessage(family), ITEMS[family.name].optional()]),
);

/** Every channel, with what is told there. */
export const CHANNEL_SHAPES: readonly ChannelShape[] = [
  {
    address: WORKBINS,
    title: 'Workbins the listener has subscribed to',
    messages: [
      {
        name: 'WorkbinStateChangeMessage',
        summary: 'Something came to a workbin, left it, or changed in it.',
        data: z.strictObject({
          messageType: z.literal('WorkbinStateChangeMessage'),
          action: z.enum(['ItemAdded', 'ItemRemoved', 'ItemUpdated']),
          id: WorkbinId,
          ...WHOSE,
          ...ITEM_IN_WORKBIN,
          ...REFERENCE,
        }),
      },
      {
        name: 'WorkbinSubscriptionStateChangeMessage',
        summary: 'What became of a subscription.',
        data: z.strictObject({
          messageType: z.literal('WorkbinSubscriptionStateChangeMessage'),
          stateResource: z.enum(['Subscribed', 'Unsubscribed', 'RequestFailed']),
          id: WorkbinId,
          ...WHOSE,
          ...REFERENCE,
        }),
      },
    ],
  },
  ...FAMILIES.map(aboutItem),
  {
    address: CHANNELS,
    title: "The listener's media channels",
    messages: [
      {
        name: 'ChannelStateChangeMessageV2',
        summary: 'The work session began, ended or changed.',
        data: z.strictObject({
          messageType: z.literal('ChannelStateChangeMessageV2'),
          channels: z.array(ChannelOfAgent),
          ...REFERENCE,
        }),
      },
    ],
  },
  {
    address: SERVICES,
    title: 'The services behind the desk',
    messages: [
      {
        name: 'ServiceStateChangeMessage',
        summary: 'A service went away or came back; what happened meanwhile is told afterwards.',
        data: z.strictObject({
          messageType: z.literal('ServiceStateChangeMessage'),
          service: Text,
          state: z.enum(['Available', 'Unavailable']),
        }),
      },
    ],
  },
];
