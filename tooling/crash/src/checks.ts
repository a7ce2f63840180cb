/**
 * The promises, each as a function from the evidence to its breaches. No check decides anything by itself: what an
 * interaction is, where it waits and whom it burdens, core says.
 */
import { isDeepStrictEqual } from 'node:util';
import {
  holders,
  isFinal,
  mediumIn,
  queueTopic,
  type Receipt,
  replay,
  restingIn,
  unopenedIn,
  unopenedKey,
  waitingIn,
  workbinTopic,
} from '@intray/core';
import type { Kept, KeptEvent } from './books.ts';
import type { Evidence } from './evidence.ts';
import type { Acknowledged } from './ledger.ts';

/** A promise that was broken, in words. */
export interface Breach {
  readonly check: CheckName;
  readonly detail: string;
}

const tell = (...parts: readonly unknown[]): string =>
  parts.map((part) => (typeof part === 'string' ? part : JSON.stringify(part))).join(' ');

const namesOf = (events: readonly KeptEvent[]) => events.map(({ type }) => type);

/** Every submission that was acknowledged is there, once, under the id that was answered. */
function submissionsAreThereOnce({ ledger, books, byId }: Evidence): string[] {
  const kept = Map.groupBy(books.interactions, ({ interaction }) => interaction.externalId);
  return [...ledger.submitted].flatMap(([externalId, id]) => {
    const found = kept.get(externalId) ?? [];
    if (found.length !== 1) return [tell(externalId, 'is there', found.length, 'times')];
    return byId.get(id)?.interaction.externalId === externalId ? [] : [tell(externalId, 'is not', id)];
  });
}

/** Every command that was acknowledged has its receipt, with the answer that was given. */
function receiptsAreKept({ ledger, books }: Evidence): string[] {
  return ledger.acknowledged.filter(didSomething).flatMap((promised) => {
    const { commandId, id, version, state, events } = promised;
    const receipt = books.receipts.get(commandId);
    if (receipt === undefined) return [tell(promised.command.type, commandId, 'has no receipt')];
    const kept = [receipt.id, receipt.version, receipt.events];
    const same =
      isDeepStrictEqual(kept, [id, version, events]) && (state === undefined || state === receipt.state);
    return same ? [] : [tell(commandId, 'was answered', [id, version, events], 'and is kept as', kept)];
  });
}

/** Something that was so already leaves nothing behind. */
const didSomething = ({ events }: Acknowledged): boolean => events !== undefined && events.length > 0;

/** What an acknowledged command did happened, at the version that was answered, and happened once. */
function acknowledgedEventsAreKept({ ledger, eventsOfCommand, byId }: Evidence): string[] {
  return ledger.acknowledged.filter(didSomething).flatMap((promised) => {
    const kept = eventsOfCommand.get(promised.commandId) ?? [];
    if (!isDeepStrictEqual(namesOf(kept), promised.events))
      return [tell(promised.commandId, 'promised', promised.events, 'and kept', namesOf(kept))];
    const isAboutWork = kept.every(({ subject }) => subject === 'interaction');
    if (isAboutWork && kept.at(-1)?.version !== promised.version)
      return [
        tell(promised.commandId, 'promised version', promised.version, 'and kept', kept.at(-1)?.version),
      ];
    const version = byId.get(promised.id)?.interaction.version ?? 0;
    return isAboutWork && version < promised.version ? [tell(promised.id, 'fell back to', version)] : [];
  });
}

/** Acknowledged or not, answered twice or never: what a command did stands in its receipt, and was done once. */
function commandsAreDoneOnce({ books, eventsOfCommand }: Evidence): string[] {
  const withoutReceipt = [...eventsOfCommand.keys()].filter((commandId) => !books.receipts.has(commandId));
  const differing = [...books.receipts].filter(([commandId, receipt]) =>
    differs(receipt, eventsOfCommand.get(commandId) ?? []),
  );
  return [
    ...withoutReceipt.map((commandId) => tell(commandId, 'did something and has no receipt')),
    ...differing.map(([commandId, { events }]) =>
      tell(commandId, 'was to do', events, 'and did', namesOf(eventsOfCommand.get(commandId) ?? [])),
    ),
  ];
}

const differs = ({ events }: Receipt, kept: readonly KeptEvent[]): boolean =>
  !isDeepStrictEqual([...events], namesOf(kept));

/** A command that was refused did nothing. */
function refusedDidNothing({ ledger, books, eventsOfCommand }: Evidence): string[] {
  return ledger.refused
    .filter((commandId) => eventsOfCommand.has(commandId) || books.receipts.has(commandId))
    .map((commandId) => tell(commandId, 'was refused and done'));
}

/** Every interaction is in one place: a queue, an offer, a desk, a tray, or the history. */
function placesAreSingle({ books }: Evidence): string[] {
  return books.interactions
    .filter((kept) => placesOf(kept).length !== 1)
    .map((kept) => tell(kept.interaction.id, kept.interaction.state, 'is in', placesOf(kept)));
}

/** By the columns that every list is drawn from. */
function placesOf({ interaction: { state, handler, workbin }, waitingIn: queue, invitee }: Kept): string[] {
  return [
    ...(queue === undefined ? [] : [`queue ${queue}`]),
    ...(invitee === undefined || handler !== undefined ? [] : [`offer to ${invitee}`]),
    ...(handler === undefined ? [] : [`desk of ${handler}`]),
    ...(workbin === undefined ? [] : [workbinTopic(workbin)]),
    ...(isFinal(state) ? ['history'] : []),
  ];
}

/** The columns that lists are drawn from say what core says of the record. */
function columnsAgree({ books }: Evidence): string[] {
  return books.interactions
    .filter(
      ({ interaction, waitingIn: queue, invitee }) =>
        queue !== waitingIn(interaction) || invitee !== interaction.invitation?.agentId,
    )
    .map(({ interaction, waitingIn: queue, invitee }) =>
      tell(interaction, 'is listed under', [queue, invitee]),
    );
}

/** The count that is kept of each tray, each medium and what is unopened in it, and each queue is how much is in it. */
function talliesAreRight({ books }: Evidence): string[] {
  const actual = new Map<string, number>();
  for (const { interaction } of books.interactions) {
    const [tray, queue] = [restingIn(interaction), waitingIn(interaction)];
    const medium = tray && mediumIn(workbinTopic(tray), interaction.mediaType);
    const waits = queue === undefined ? undefined : queueTopic(queue);
    const unopened = unopenedIn(interaction);
    for (const place of [tray && workbinTopic(tray), medium, unopened && unopenedKey(unopened), waits])
      if (place !== undefined) actual.set(place, (actual.get(place) ?? 0) + 1);
  }
  return [...new Set([...actual.keys(), ...books.tallies.keys()])]
    .map((place) => [place, books.tallies.get(place) ?? 0, actual.get(place) ?? 0] as const)
    .filter(([, kept, counted]) => kept !== counted)
    .map(([place, kept, counted]) => tell(place, 'is kept as', kept, 'and holds', counted));
}

/** The load that is kept of each agent is what the agent has offered or in hand. */
function loadsAreRight({ books }: Evidence): string[] {
  const actual = new Map<string, number>();
  const kept = new Map<string, number>();
  for (const { interaction } of books.interactions)
    for (const agentId of holders(interaction)) {
      const key = tell(agentId, interaction.mediaType);
      actual.set(key, (actual.get(key) ?? 0) + 1);
    }
  for (const { agentId, load } of books.sessions)
    for (const [mediaType, count] of Object.entries(load)) kept.set(tell(agentId, mediaType), count);
  return [...new Set([...actual.keys(), ...kept.keys()])]
    .filter((key) => (actual.get(key) ?? 0) !== (kept.get(key) ?? 0))
    .map((key) => tell(key, 'is kept as', kept.get(key) ?? 0, 'and has', actual.get(key) ?? 0));
}

/** Folding the events of an interaction gives its row, field by field. */
function replayGivesTheRow({ books, histories }: Evidence): string[] {
  return books.interactions
    .filter(
      ({ interaction }) =>
        !isDeepStrictEqual(asJson(replay(histories.get(interaction.id) ?? [])), interaction),
    )
    .map(({ interaction }) => tell('the events of', interaction.id, 'do not give its row'));
}

const asJson = (value: unknown): unknown =>
  value === undefined ? undefined : JSON.parse(JSON.stringify(value));

/** The versions of an interaction's events are 1, 2, 3 … up to its own; no two events share one; no event is astray. */
function versionsAreGapless({ byId, histories }: Evidence): string[] {
  const astray = [...histories.keys()].filter((id) => !byId.has(id));
  const broken = [...byId.values()].filter(({ interaction }) => {
    const versions = (histories.get(interaction.id) ?? []).map(({ version }) => version);
    return (
      versions.length !== interaction.version || versions.some((version, index) => version !== index + 1)
    );
  });
  return [
    ...astray.map((id) => tell('there are events of', id, 'and no such interaction')),
    ...broken.map(({ interaction: { id, version } }) =>
      tell(
        id,
        'at version',
        version,
        'has events',
        (histories.get(id) ?? []).map((event) => event.version),
      ),
    ),
  ];
}

/** Nothing that is finished comes back unless a person fetches it. */
function finishedStaysFinished({ histories }: Evidence): string[] {
  return [...histories].flatMap(([id, events]) =>
    events.flatMap((event, index) => {
      const before = events[index - 1];
      if (before === undefined || !isFinal(before.state)) return [];
      const fetched = event.type === 'InteractionReopened' || event.type === 'InteractionRestarted';
      return fetched && !event.by.startsWith('@')
        ? []
        : [tell(id, 'came back by', event.type, 'of', event.by)];
    }),
  );
}

/** Work is offered out of a queue, and by one router at a time: what is offered is not offered again. */
function offersAreSingle({ histories }: Evidence): string[] {
  return [...histories].flatMap(([id, events]) =>
    events.flatMap((event, index) => {
      const before = events[index - 1]?.state;
      return event.type !== 'AgentInvited' || before === 'Queued'
        ? []
        : [tell(id, 'was offered to', event.data.agentId, 'while it was', before)];
    }),
  );
}

/** A follower of the feed hears of every event of an interaction once and in order, across all deaths. */
function feedToldEverythingOnce({ ledger, books, settled }: Evidence): string[] {
  const told = new Map<string, number>();
  const breaches: string[] = [];
  for (const { id, version } of ledger.told) {
    const expected = (told.get(id) ?? 0) + 1;
    if (version !== expected)
      breaches.push(tell('of', id, 'version', version, 'was told instead of', expected));
    told.set(id, version);
  }
  const untold = settled
    ? books.interactions.filter(({ interaction: { id, version } }) => told.get(id) !== version)
    : [];
  return [
    ...breaches,
    ...untold.map(({ interaction: { id, version } }) => tell('of', id, 'nothing was told up to', version)),
  ];
}

/** No two answers contradict each other. */
const answersAgree = ({ ledger }: Evidence): readonly string[] => ledger.contradictions;

/** When the deaths stop, everything gets done. */
function everythingGetsDone({ books, settled }: Evidence): string[] {
  if (!settled) return [];
  return books.interactions
    .filter(({ interaction }) => !isFinal(interaction.state))
    .map(({ interaction }) => tell(interaction.id, 'is still', interaction.state));
}

/** All of them, by the name they are reported under. */
export const CHECKS = {
  submissionsAreThereOnce,
  receiptsAreKept,
  acknowledgedEventsAreKept,
  commandsAreDoneOnce,
  refusedDidNothing,
  placesAreSingle,
  columnsAgree,
  talliesAreRight,
  loadsAreRight,
  replayGivesTheRow,
  versionsAreGapless,
  finishedStaysFinished,
  offersAreSingle,
  feedToldEverythingOnce,
  answersAgree,
  everythingGetsDone,
} as const satisfies Record<string, (evidence: Evidence) => readonly string[]>;

export type CheckName = keyof typeof CHECKS | 'wire';

/** Every broken promise. */
export function breachesIn(evidence: Evidence): readonly Breach[] {
  return Object.entries(CHECKS).flatMap(([check, find]) =>
    find(evidence).map((detail) => ({ check: check as CheckName, detail })),
  );
}
