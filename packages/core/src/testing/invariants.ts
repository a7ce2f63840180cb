/** What must hold after every step, whatever the step was. A breach throws and names the rule of docs/spec. */
import type { AgentSession } from '../agent/session.ts';
import type { ContactCentre } from '../config/contact-centre.ts';
import type { Granted } from '../decide.ts';
import type { InteractionEvent } from '../events.ts';
import { replay } from '../interaction/evolve.ts';
import {
  holders,
  type Interaction,
  isFinal,
  isUnopened,
  restingIn,
  waitingIn,
} from '../interaction/interaction.ts';
import { mediumIn, workbinKey } from '../workbin/workbin.ts';

/** What is kept of a contact centre: what the database would hold. */
export interface Books {
  readonly centre: ContactCentre;
  readonly interactions: ReadonlyMap<string, Interaction>;
  readonly sessions: ReadonlyMap<string, AgentSession>;
  readonly events: readonly InteractionEvent[];
  /** What the tallies of all decisions add up to, by tray, medium in a tray, unopened in a tray, or queue. */
  readonly counts: ReadonlyMap<string, number>;
}

/** Every place an interaction is in: a queue, an offer, a desk, a tray, or the history. It must be one. */
export function placesOf(interaction: Interaction): readonly string[] {
  const { handler, invitation, workbin, state } = interaction;
  const waits = waitingIn(interaction);
  return [
    ...(waits === undefined ? [] : [`queue ${waits}`]),
    ...(handler === undefined && invitation !== undefined ? [`offer to ${invitation.agentId}`] : []),
    ...(handler === undefined ? [] : [`desk of ${handler}`]),
    ...(workbin === undefined ? [] : [workbinKey(workbin)]),
    ...(isFinal(state) ? ['history'] : []),
  ];
}

/** Compares as JSON with sorted keys: what the database would give back. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

function holds(rule: string, condition: boolean, detail: () => unknown): void {
  if (!condition) throw new Error(`${rule} is broken: ${canonical(detail())}`);
}

/** No `undefined` anywhere inside: it would not survive the way through JSON. */
export function hasUndefined(value: unknown): boolean {
  if (value === undefined) return true;
  return typeof value === 'object' && value !== null && Object.values(value).some(hasUndefined);
}

export function checkInvariants(
  books: Books,
  before: Interaction | undefined,
  { events, interaction }: Granted,
): void {
  const ofWork = events.filter(({ subject }) => subject === 'interaction');
  if (interaction) checkInteraction(books, before, interaction, ofWork.length);
  for (const event of events) holds('G5', !hasUndefined(event), () => event);
  checkLoads(books);
  checkCounts(books);
}

function checkInteraction(
  books: Books,
  before: Interaction | undefined,
  after: Interaction,
  happened: number,
): void {
  holds('G1', placesOf(after).length === 1, () => [placesOf(after), after]);
  holds('G2', after.version === (before?.version ?? 0) + happened, () => [before, after]);
  const history = books.events.filter(({ interactionId }) => interactionId === after.id);
  const kept = JSON.parse(JSON.stringify(history)) as typeof history;
  holds('G3', canonical(replay(kept)) === canonical(after), () => [replay(kept), after]);
  holds(
    'G4',
    holders(after).length <= 2 && new Set(holders(after)).size === holders(after).length,
    () => after,
  );
  holds('Q8', after.exclusions.length <= books.centre.agents.size, () => after);
}

function checkLoads(books: Books): void {
  const held = [...books.interactions.values()].flatMap((one) =>
    holders(one).map((agent) => `${agent} ${one.mediaType}`),
  );
  for (const session of books.sessions.values())
    for (const [mediaType, load] of Object.entries(session.load)) {
      const actual = held.filter((key) => key === `${session.agentId} ${mediaType}`).length;
      holds('G4', load === actual && load >= 0, () => [session, actual]);
    }
}

function checkCounts(books: Books): void {
  const actual = new Map<string, number>();
  for (const interaction of books.interactions.values()) {
    const tray = restingIn(interaction);
    const queue = waitingIn(interaction);
    const medium = tray && mediumIn(workbinKey(tray), interaction.mediaType);
    const unopened = tray && isUnopened(interaction) && `unopened ${workbinKey(tray)}`;
    for (const key of [tray && workbinKey(tray), medium, unopened, queue && `queue ${queue}`])
      if (key) actual.set(key, (actual.get(key) ?? 0) + 1);
  }
  for (const [key, count] of books.counts)
    holds('G4', count === (actual.get(key) ?? 0), () => [key, count, actual.get(key)]);
  for (const [key, count] of actual)
    holds('G4', books.counts.get(key) === count, () => [key, count, books.counts.get(key)]);
}
