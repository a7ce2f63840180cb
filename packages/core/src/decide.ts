/**
 * The whole decision on one command: what happened, every row that is different afterwards, and whom to tell. What the
 * engine loads and saves is exactly what goes in and comes out here.
 */
import { agentTopic, topicsOfChange } from './access/topics.ts';
import { type Actor, actorName, ROUTER } from './actor.ts';
import { decideSession } from './agent/decide.ts';
import { shiftLoad } from './agent/load.ts';
import { missedOffer } from './agent/missed-offer.ts';
import { type AgentSession, noSession } from './agent/session.ts';
import { isSessionCommand } from './command-types.ts';
import type { Command, InteractionCommand, SessionCommand } from './commands.ts';
import type { ContactCentre } from './config/contact-centre.ts';
import type { DomainEvent, InteractionEvent } from './events.ts';
import type { Ask } from './interaction/ask.ts';
import { decideInteraction, type InteractionDecision } from './interaction/decide.ts';
import { unsubmitted } from './interaction/evolve.ts';
import { type Interaction, isInHandOf, restingIn, unopenedIn, waitingIn } from './interaction/interaction.ts';
import { type Refusal, refuse } from './refusals.ts';
import { rulesDueAt } from './rules/task.ts';
import type { Instant } from './values.ts';
import { sameWorkbin, type WorkbinRef } from './workbin/workbin.ts';

/** Everything a decision may look at, apart from what is asked. */
export interface Situation {
  /** The interaction the command names; `undefined` if there is none. */
  readonly interaction: Interaction | undefined;
  readonly session: (agentId: string) => AgentSession | undefined;
  readonly resting: (workbin: WorkbinRef) => number;
  /** For a submit that names a contact: the agent noted as the contact's last one for the medium. */
  readonly lastAgent?: string | undefined;
  readonly now: Instant;
  readonly centre: ContactCentre;
}

/** What the caller takes for granted: if it is not so, nothing is done. */
export interface Expectations {
  /** Refused if the subject has changed since this version was seen. */
  readonly expectVersion?: number;
  /** Refused unless the actor has the interaction in hand, whatever the rules allow with work that lies elsewhere. */
  readonly expectInHand?: boolean;
}

/**
 * One more or one less in a tray or a queue. A tray is counted as a whole, per medium, and what is unopened in it once
 * more. `limit` is there where the count was decided upon.
 */
export type Tally =
  | {
      readonly kind: 'workbin';
      readonly workbin: WorkbinRef;
      readonly mediaType: string;
      readonly by: 1 | -1;
      readonly limit?: number;
    }
  | { readonly kind: 'unopened'; readonly workbin: WorkbinRef; readonly by: 1 | -1 }
  | { readonly kind: 'queue'; readonly queue: string; readonly by: 1 | -1 };

/** An agent who is to be remembered as a contact's last one for a medium. */
export interface LastAgent {
  readonly contactId: string;
  readonly mediaType: string;
  readonly agentId: string;
  readonly at: Instant;
}

export interface Granted {
  readonly ok: true;
  readonly events: readonly DomainEvent[];
  /** The interaction afterwards, if the command was about one. */
  readonly interaction?: Interaction;
  /** Sessions that are different afterwards. */
  readonly sessions: readonly AgentSession[];
  readonly tallies: readonly Tally[];
  readonly topics: readonly string[];
  readonly lastAgent?: LastAgent;
}

export type Decision = Granted | { readonly ok: false; readonly refusal: Refusal };

function tally(before: Interaction, after: Interaction, centre: ContactCentre): readonly Tally[] {
  const tallies: Tally[] = [];
  const { mediaType } = after;
  const [from, to] = [restingIn(before), restingIn(after)];
  if (!sameWorkbin(from, to)) {
    if (from) tallies.push({ kind: 'workbin', workbin: from, mediaType, by: -1 });
    const limit = to && centre.workbinTypes.get(to.type)?.limit;
    if (to)
      tallies.push({
        kind: 'workbin',
        workbin: to,
        mediaType,
        by: 1,
        ...(limit === undefined ? {} : { limit }),
      });
  }
  const [unopened, unseen] = [unopenedIn(before), unopenedIn(after)];
  if (unopened !== unseen && !sameWorkbin(unopened, unseen)) {
    if (unopened) tallies.push({ kind: 'unopened', workbin: unopened, by: -1 });
    if (unseen) tallies.push({ kind: 'unopened', workbin: unseen, by: 1 });
  }
  const [left, came] = [waitingIn(before), waitingIn(after)];
  if (left !== came) {
    if (left !== undefined) tallies.push({ kind: 'queue', queue: left, by: -1 });
    if (came !== undefined) tallies.push({ kind: 'queue', queue: came, by: 1 });
  }
  return tallies;
}

/** After these, work may wait in a queue to which the rules have still to be applied: that is done in the same step. */
const COMES_TO_WAIT: ReadonlySet<Command['type']> = new Set(['submit', 'restart', 'resume', 'wake']);

/** Applies the rules to what has come to wait, if they are due. Their failing is no refusal: the work is held by it. */
function andRules(ask: Ask, decision: InteractionDecision): InteractionDecision {
  if (!decision.ok || !COMES_TO_WAIT.has(ask.command.type)) return decision;
  const { events, next } = decision;
  const at = next.state === 'Queued' ? rulesDueAt(next.task) : undefined;
  if (events.length === 0 || at === undefined || at > ask.now) return decision;
  const command = { type: 'applyRules', interactionId: next.id } as const;
  const ruled = decideInteraction({ ...ask, interaction: next, command, actor: ROUTER });
  return ruled.ok ? { ...ruled, events: [...events, ...ruled.events] } : decision;
}

/** Decides the command, and, for work that is taken as it comes in, the pull after it: both are granted or neither. */
function decideInFull(ask: Ask): InteractionDecision {
  const { command } = ask;
  const decision = decideInteraction(ask);
  if (!decision.ok || command.type !== 'submit' || command.take !== true) return andRules(ask, decision);
  // It was here already: what became of it since is not undone.
  if (decision.events.length === 0) return decision;
  const pull = { type: 'pull', interactionId: command.interactionId } as const;
  const taken = decideInteraction({ ...ask, interaction: decision.next, command: pull });
  return taken.ok ? { ...taken, events: [...decision.events, ...taken.events] } : taken;
}

/** The contact whose last agent whoever did this becomes. */
function contactHandled({ type, data }: InteractionEvent): string | undefined {
  switch (type) {
    case 'PlacedInWorkbin':
    case 'ReplySent':
    case 'InteractionCompleted':
      return data.lastAgentOf;
    default:
      return undefined;
  }
}

function decideOnInteraction(situation: Situation, command: InteractionCommand, actor: Actor): Decision {
  const { session, resting, lastAgent, now, centre } = situation;
  const before = situation.interaction ?? unsubmitted(command.interactionId);
  const decision = decideInFull({
    interaction: before,
    command,
    actor,
    now,
    centre,
    session,
    resting,
    lastAgent,
  });
  if (!decision.ok) return decision;

  const { events, next } = decision;
  const [event] = events;
  const contactId = event === undefined ? undefined : contactHandled(event);
  const shifted = shiftLoad(before, next, session, now);
  const missed = missedOffer(
    before,
    event,
    (agentId) => shifted.find((one) => one.agentId === agentId),
    centre,
  );
  return {
    ok: true,
    events: missed === undefined ? events : [...events, missed.event],
    interaction: next,
    sessions: shifted.map((one) => (one.agentId === missed?.session.agentId ? missed.session : one)),
    tallies: tally(before, next, centre),
    topics: topicsOfChange(before, next),
    ...(contactId !== undefined && event !== undefined
      ? { lastAgent: { contactId, mediaType: next.mediaType, agentId: event.by, at: now } }
      : {}),
  };
}

function decideOnSession(situation: Situation, command: SessionCommand, actor: Actor): Decision {
  const { session, now, centre } = situation;
  const before = session(command.agentId) ?? noSession(command.agentId);
  const decision = decideSession({ session: before, command, actor, now, centre });
  if (!decision.ok) return decision;
  return {
    ok: true,
    events: decision.events,
    sessions: decision.next === before ? [] : [decision.next],
    tallies: [],
    topics: [agentTopic(command.agentId)],
  };
}

function demandVersion({ expectVersion }: Expectations, version = 0): Refusal | undefined {
  if (expectVersion === undefined || version === expectVersion) return undefined;
  return refuse(
    'version_mismatch',
    `You saw version ${expectVersion}; it is at version ${version} now. Look again, then decide.`,
    { expected: expectVersion, version },
  );
}

function demandInHand(before: Interaction | undefined, actor: Actor): Refusal | undefined {
  if (before !== undefined && actor.kind === 'user' && isInHandOf(actor.id, before)) return undefined;
  const { handler, state = 'New' } = before ?? {};
  return handler === undefined
    ? refuse('wrong_state', `This was meant for work in your hands; it is ${state}. Take it first.`, {
        state,
      })
    : refuse('not_handler', `This is on ${handler}'s desk, not on ${actorName(actor)}'s.`, { handler });
}

/**
 * Decides any command.
 * @param expectations what must be so besides what the rules ask; where the rules say no, theirs is the answer
 */
export function decide(
  situation: Situation,
  command: Command,
  actor: Actor,
  expectations: Expectations = {},
): Decision {
  if (isSessionCommand(command)) {
    const refusal = demandVersion(expectations, situation.session(command.agentId)?.version);
    return refusal ? { ok: false, refusal } : decideOnSession(situation, command, actor);
  }
  const changed = demandVersion(expectations, situation.interaction?.version);
  if (changed) return { ok: false, refusal: changed };
  const decision = decideOnInteraction(situation, command, actor);
  if (!decision.ok || expectations.expectInHand !== true) return decision;
  const refusal = demandInHand(situation.interaction, actor);
  return refusal ? { ok: false, refusal } : decision;
}
