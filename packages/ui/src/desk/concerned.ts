/**
 * Which kept answers an event makes untrue. An event names its interaction and, where it moved, the tray or queue it
 * went to or came from; everything else about the lists is known from what they show.
 */
import type { DomainEvent, InteractionEvent, SessionEvent } from '@intray/core';
import { type Key, keys } from './keys.ts';

/** What the desk shows now, as far as it matters here. */
export interface Shown {
  readonly myId: string | undefined;
  /** Offered to me or in my hands. */
  readonly isMine: (interactionId: string) => boolean;
  /** Lists (by key) that show the interaction. */
  readonly listsWith: (interactionId: string) => readonly Key[];
}

export interface Concerned {
  /** To be asked for at once: what the person is looking at. */
  readonly now: readonly Key[];
  /** May wait a blink, so that a hundred events ask once. */
  readonly soon: readonly Key[];
  /** Gathers what many events change; may wait a second. */
  readonly later: readonly Key[];
}

const EDITS: ReadonlySet<InteractionEvent['type']> = new Set([
  'UserDataAttached',
  'UserDataUpdated',
  'UserDataDeleted',
  'PropertiesUpdated',
  'DispositionSet',
  'NoteAdded',
]);

/** What those who watch over others look at. */
const GATHERED: readonly Key[] = [keys.board, keys.finds];

/** Trays and queues that the event itself names. */
function named({ data }: InteractionEvent): readonly Key[] {
  const found: Key[] = [];
  if ('workbin' in data && data.workbin !== undefined) found.push(keys.workbin(data.workbin));
  if ('fromWorkbin' in data && data.fromWorkbin !== undefined) found.push(keys.workbin(data.fromWorkbin));
  if ('queue' in data && data.queue !== undefined) found.push(keys.queue(data.queue));
  return found;
}

/** Lists it may have come to without the event saying which: back to "its" queue, woken in "its" tray. */
function arrivals(event: InteractionEvent): readonly Key[] {
  switch (event.state) {
    case 'Queued':
      return [keys.queueLists];
    case 'InWorkbin':
      return 'workbin' in event.data ? [] : [keys.workbinLists];
    case 'Snoozed':
    case 'Held':
      return 'workbin' in event.data ? [] : [keys.workbinLists, keys.queueLists];
    case 'Done':
    case 'Cancelled':
      return [keys.finished];
    default:
      return [];
  }
}

/** A team lead hears of everybody's work; only what touches my own desk makes `me` untrue. */
function touchesMe({ interactionId, data }: InteractionEvent, { myId, isMine }: Shown): boolean {
  const people = [
    'agentId' in data ? data.agentId : undefined,
    'fromAgent' in data ? data.fromAgent : undefined,
  ];
  return isMine(interactionId) || (myId !== undefined && people.includes(myId));
}

function byInteraction(event: InteractionEvent, shown: Shown): Concerned {
  if (event.type === 'FocusSet') return { now: [], soon: [], later: [] };
  const now = [keys.interaction(event.interactionId), keys.history(event.interactionId)];
  if (touchesMe(event, shown)) now.push(keys.me);
  const all = shown.listsWith(event.interactionId);
  const showing = all.filter(([, kind]) => kind !== keys.finds[1]);
  const later = [...GATHERED, keys.whys];
  if (EDITS.has(event.type)) return { now, soon: showing, later };
  return {
    now,
    soon: [...showing, ...named(event), ...arrivals(event), keys.workbins, keys.queues, keys.everyContact],
    later,
  };
}

function bySession(event: SessionEvent, shown: Shown): Concerned {
  const later = [keys.board, keys.whys];
  if (event.agentId !== shown.myId) return { now: [], soon: [keys.everyColleague], later };
  // The place decides which trays are mine, and with them every list of the side.
  const moved =
    event.type === 'SessionStarted' || event.type === 'SessionExtended' || event.type === 'SessionEnded';
  return {
    now: [keys.me],
    soon: [keys.everyColleague, ...(moved ? [keys.workbins, keys.queues] : [])],
    later,
  };
}

/** What must be asked for again after an event. */
export const concernedBy = (event: DomainEvent, shown: Shown): Concerned =>
  event.subject === 'interaction' ? byInteraction(event, shown) : bySession(event, shown);
