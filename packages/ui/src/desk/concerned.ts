/**
 * Which kept answers an event makes untrue. An event names its interaction and, where it moved, the tray or queue it
 * went to or came from; everything else about the lists is known from what they show.
 */
import type { DomainEvent, InteractionEvent, SessionEvent } from '@intray/core';
import { type Key, keys } from './keys.ts';
import type { StalePlace, Where } from './stale-pages.ts';

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
  /** Where in lists that are pages it is different. */
  readonly pages?: readonly StalePlace[];
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

/** Trays list what came first; queues by a priority that few events tell. */
const placed = (key: Key, where: Where): StalePlace => ({ key, where });

/** Trays and queues that the event itself names. */
function named({ data, interactionId }: InteractionEvent): readonly StalePlace[] {
  const found: StalePlace[] = [];
  if ('workbin' in data && data.workbin !== undefined) found.push(placed(keys.workbin(data.workbin), 'last'));
  if ('fromWorkbin' in data && data.fromWorkbin !== undefined)
    found.push(placed(keys.workbin(data.fromWorkbin), { row: interactionId }));
  if ('queue' in data && data.queue !== undefined)
    found.push(placed(keys.queue(data.queue), { came: interactionId }));
  return found;
}

/** Lists it may have come to without the event saying which: back to "its" queue, woken in "its" tray. */
function arrivals(event: InteractionEvent): readonly StalePlace[] {
  const came = { came: event.interactionId };
  switch (event.state) {
    case 'Queued':
      return [placed(keys.queueLists, came)];
    case 'InWorkbin':
      return 'workbin' in event.data ? [] : [placed(keys.workbinLists, 'last')];
    case 'Snoozed':
    case 'Held':
      return 'workbin' in event.data
        ? []
        : [placed(keys.workbinLists, 'last'), placed(keys.queueLists, came)];
    case 'Done':
    case 'Cancelled':
      return [placed(keys.finished, 'first')];
    default:
      return [];
  }
}

/** An edit leaves a row where it is, unless it ranks it anew. */
const ranks = ({ data }: InteractionEvent): boolean => 'priority' in data && data.priority !== undefined;

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
  const row = event.interactionId;
  const rows = showing.flatMap((key) => [
    placed(key, { row }),
    // From where it was it comes in somewhere else.
    ...(ranks(event) ? [placed(key, { came: row })] : []),
  ]);
  if (EDITS.has(event.type)) return { now, soon: showing, later, pages: rows };
  if (event.type === 'OpenedInWorkbin')
    return { now, soon: [...showing, keys.workbins], later: [], pages: rows };
  const places = [...named(event), ...arrivals(event)];
  return {
    now,
    soon: [...showing, ...places.map(({ key }) => key), keys.workbins, keys.queues, keys.everyContact],
    later,
    pages: [...rows, ...places],
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
