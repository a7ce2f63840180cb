/**
 * From one thing that happened to the messages that one person's clients get: pure, so a test can say what each event
 * tells whom without a server.
 */
import {
  type Interaction,
  type InteractionCommandType,
  type InteractionEvent,
  sameWorkbin,
  type WorkbinRef,
} from '@intray/core';
import { familyOf, inWorkbinMessage, messageType } from '../media.ts';
import { type AgentState, interactionResource, stateFor, type Writing } from '../resources/interaction.ts';
import { type Draft, type NotificationType, WORKBINS } from './letter.ts';
import { type Subscriptions, whose } from './subscriptions.ts';

/** What happened, and everything that is known around it. */
export interface News {
  readonly event: InteractionEvent;
  /** Before it, if the person's clients knew of it. */
  readonly before: Interaction | undefined;
  readonly after: Interaction;
  readonly allowed: readonly InteractionCommandType[];
  readonly agentId: string;
  /** Of the request that caused it, if it was this person's. */
  readonly referenceId: number | undefined;
  readonly subscriptions: Subscriptions;
  readonly writing: Writing;
}

const EDITS: ReadonlySet<InteractionEvent['type']> = new Set([
  'UserDataAttached',
  'UserDataUpdated',
  'UserDataDeleted',
  'DispositionSet',
  'PropertiesUpdated',
]);
/** Of no interest to clients of this API. */
const SILENT: ReadonlySet<InteractionEvent['type']> = new Set(['FocusSet', 'OpenedInWorkbin', 'NoteAdded']);

const PUTS_INTO_TRAY: ReadonlySet<InteractionEvent['type']> = new Set([
  'PlacedInWorkbin',
  'ReplySent',
  'MovedToWorkbin',
  'WorkReturnedToWorkbin',
  'InteractionSnoozed',
]);

/** It is offered to the agent or in the agent's hands. */
export const isOnDeskOf = (agentId: string, interaction: Interaction | undefined): boolean =>
  interaction?.handler === agentId || interaction?.invitation?.agentId === agentId;

const reference = ({ referenceId }: News) => (referenceId === undefined ? {} : { referenceId });

/** What became of it for an agent who does not have it any more. */
function stateWithout({ event, after, agentId }: News): AgentState {
  const own = event.by === agentId;
  switch (event.type) {
    case 'PlacedInWorkbin':
    case 'ReplySent':
      return 'InWorkbin';
    case 'InteractionSnoozed':
      return after.workbin !== undefined && own ? 'InWorkbin' : 'Completed';
    case 'InteractionCompleted':
    case 'InviteRejected':
    case 'TransferRejected':
    case 'TransferAccepted':
      return 'Completed';
    default:
      // The agent gave it away, or it was taken away.
      return own ? 'Completed' : 'Revoked';
  }
}

function onDesk(news: News): readonly Draft[] {
  const { event, before, after, allowed, agentId, writing } = news;
  const has = isOnDeskOf(agentId, after);
  if (!has && !isOnDeskOf(agentId, before)) return [];
  // Out of a queue, or as it came in, it is in hand like anything else.
  const pulled = event.type === 'InteractionPulled' && event.data.fromWorkbin !== undefined;
  const state = has ? stateFor(agentId, after) : stateWithout(news);
  const seen = { interaction: after, allowed: has ? allowed : [] };
  const { uri, receivedDate, ...item } = interactionResource(agentId, seen, state, writing, pulled);
  const family = familyOf(after.mediaType);
  const notificationType: NotificationType = EDITS.has(event.type) ? 'PropertiesUpdated' : 'StatusChange';
  return [
    {
      channel: `/v2/me/${family.path}`,
      data: {
        // The documented message about a pull has neither.
        [family.name]: pulled ? item : { ...item, uri, receivedDate },
        ...reference(news),
        notificationType,
        messageType: messageType(family),
      },
    },
  ];
}

/** Out of which tray it came, as the event tells; the event is enough also for those who never saw the item. */
const cameFrom = ({ data }: InteractionEvent): WorkbinRef | undefined =>
  'fromWorkbin' in data ? (data.fromWorkbin as WorkbinRef | undefined) : undefined;

function aboutTray(
  news: News,
  workbin: WorkbinRef | undefined,
  action: 'ItemAdded' | 'ItemRemoved' | 'ItemUpdated',
) {
  const { subscriptions, after, agentId, writing } = news;
  const subscription = subscriptions.to(workbin);
  if (subscription === undefined || (action === 'ItemUpdated' && !subscription.propertyChanges)) return [];
  const item = interactionResource(
    agentId,
    { interaction: after, allowed: [] },
    action === 'ItemRemoved' ? stateFor(agentId, after) : 'InWorkbin',
    writing,
    false,
  );
  const draft: Draft = {
    channel: WORKBINS,
    data: {
      messageType: 'WorkbinStateChangeMessage',
      action,
      id: subscription.id,
      ...whose(subscription),
      // What may be done with it is told to whoever has it.
      [inWorkbinMessage(familyOf(after.mediaType))]: { ...item, capabilities: [] },
      ...reference(news),
    },
  };
  return [draft];
}

function inTrays(news: News): readonly Draft[] {
  const to = news.after.workbin;
  const from = cameFrom(news.event) ?? (to === undefined ? news.before?.workbin : undefined);
  if (sameWorkbin(from, to)) return aboutTray(news, to, 'ItemUpdated');
  if (from === undefined && !PUTS_INTO_TRAY.has(news.event.type)) return aboutTray(news, to, 'ItemUpdated');
  return [...aboutTray(news, from, 'ItemRemoved'), ...aboutTray(news, to, 'ItemAdded')];
}

/** The messages, in the order in which they are sent: what changed in workbins, then what changed on the own desk. */
export const lettersFor = (news: News): readonly Draft[] =>
  SILENT.has(news.event.type) ? [] : [...inTrays(news), ...onDesk(news)];
