/** A message for one person's clients: what stands in `data`, and the channel it is sent on. */
import type { InteractionResource } from '../resources/interaction.ts';

export type NotificationType = 'StatusChange' | 'PropertiesUpdated';

/** `data` of a message, by its `messageType`. */
export type Data =
  | {
      /** `WorkitemStateChangeMessage` and its like, with the item under `workitem` and its like. */
      readonly messageType: string;
      readonly notificationType: NotificationType;
      readonly referenceId?: number;
      readonly [item: string]: InteractionResource | string | number | undefined;
    }
  | {
      readonly messageType: 'WorkbinStateChangeMessage';
      readonly action: 'ItemAdded' | 'ItemRemoved' | 'ItemUpdated';
      readonly id: string;
      readonly referenceId?: number;
      readonly [more: string]: InteractionResource | string | number | undefined;
    }
  | {
      readonly messageType: 'WorkbinSubscriptionStateChangeMessage';
      readonly stateResource: 'Subscribed' | 'Unsubscribed' | 'RequestFailed';
      readonly id: string;
      readonly referenceId?: number;
      readonly workbinUserId?: string;
      readonly agentGroup?: string;
      readonly placeGroup?: string;
    }
  | {
      readonly messageType: 'ChannelStateChangeMessageV2';
      readonly channels: readonly object[];
      readonly referenceId?: number;
    }
  | {
      readonly messageType: 'ServiceStateChangeMessage';
      readonly service: string;
      readonly state: 'Available' | 'Unavailable';
    };

export interface Letter {
  /** Grows by one with each letter to the same person. */
  readonly number: number;
  readonly channel: string;
  readonly data: Data;
}

export type Draft = Omit<Letter, 'number'>;

export const WORKBINS = '/v2/me/workbins';
export const CHANNELS = '/v2/me/channels';
export const SERVICES = '/notifications/services';

/** Whether a subscription (`/v2/me/workitems`, `/v2/me/*`, `/v2/**`) takes a channel. */
export function takes(subscription: string, channel: string): boolean {
  if (subscription === channel) return true;
  if (subscription.endsWith('/**')) return channel.startsWith(subscription.slice(0, -2));
  return (
    subscription.endsWith('/*') &&
    channel.slice(0, channel.lastIndexOf('/') + 1) === subscription.slice(0, -1)
  );
}
