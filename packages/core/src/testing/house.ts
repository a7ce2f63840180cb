/**
 * Given, when, then, on paper: a whole contact centre in memory that decides with core and keeps what core answers.
 * After each step it checks what must always hold (`invariants.ts`), so every test that uses it tests that too.
 */
import type { Actor } from '../actor.ts';
import { user } from '../actor.ts';
import { type AgentSession, noSession } from '../agent/session.ts';
import { isSessionCommand } from '../command-types.ts';
import type { Command } from '../commands.ts';
import { concernsOf } from '../concerns.ts';
import type { ContactCentre } from '../config/contact-centre.ts';
import { type Decision, decide, type Expectations, type Situation, type Tally } from '../decide.ts';
import type { InteractionEvent } from '../events.ts';
import type { Standing } from '../interaction/ask.ts';
import { type Interaction, restingIn } from '../interaction/interaction.ts';
import type { RefusalCode } from '../refusals.ts';
import type { Instant } from '../values.ts';
import { mediumIn, sameWorkbin, type WorkbinRef, workbinKey } from '../workbin/workbin.ts';
import { CENTRE } from './centre.ts';
import { type Books, checkInvariants } from './invariants.ts';

export class House implements Books {
  centre: ContactCentre;
  now: Instant = 1_800_000_000_000;
  readonly interactions = new Map<string, Interaction>();
  readonly sessions = new Map<string, AgentSession>();
  readonly events: InteractionEvent[] = [];
  readonly counts = new Map<string, number>();
  /** Contact and medium → who was noted as the last agent. */
  readonly lastAgents = new Map<string, string>();

  constructor(centre: ContactCentre) {
    this.centre = centre;
  }

  /** Somebody asks for something now; what is granted is kept. A name stands for the person of that name. */
  when(who: Actor | string, command: Command, expectations?: Expectations): Decision {
    const actor = typeof who === 'string' ? user(who) : who;
    const before = isSessionCommand(command) ? undefined : this.interactions.get(command.interactionId);
    const decision = decide(this.#situation(command, actor, before), command, actor, expectations);
    if (decision.ok) {
      this.#keep(decision);
      checkInvariants(this, before, decision);
    }
    return decision;
  }

  /** How it would be answered, with nothing changed by asking. */
  would(who: Actor | string, command: Command): RefusalCode | 'granted' {
    const actor = typeof who === 'string' ? user(who) : who;
    const before = isSessionCommand(command) ? undefined : this.interactions.get(command.interactionId);
    const decision = decide(this.#situation(command, actor, before), command, actor);
    return decision.ok ? 'granted' : decision.refusal.code;
  }

  /** The same, for steps that a story takes for granted. */
  given(who: Actor | string, command: Command): this {
    const decision = this.when(who, command);
    if (!decision.ok) throw new Error(`given ${JSON.stringify(command)}: ${decision.refusal.message}`);
    return this;
  }

  /** Lets time pass; backwards too. */
  pass(milliseconds: number): this {
    this.now += milliseconds;
    return this;
  }

  interaction(id = 'i1'): Interaction {
    const found = this.interactions.get(id);
    if (found === undefined) throw new Error(`There is no interaction ${id} in this story.`);
    return found;
  }

  session = (agentId: string): AgentSession => this.sessions.get(agentId) ?? noSession(agentId);

  resting = (workbin: WorkbinRef): number =>
    [...this.interactions.values()].filter((interaction) => sameWorkbin(restingIn(interaction), workbin))
      .length;

  /** What a rule that looks at one interaction may look at. */
  standing(who: Actor | string, interaction: Interaction): Standing {
    const actor = typeof who === 'string' ? user(who) : who;
    const session = (id: string) => this.sessions.get(id);
    return { interaction, actor, now: this.now, centre: this.centre, session, resting: this.resting };
  }

  /** Answers only about what the command concerns: whoever asks for more would decide on a row that was not loaded. */
  #situation(command: Command, actor: Actor, interaction: Interaction | undefined): Situation {
    const { agents, workbins } = concernsOf(command, actor, interaction, this.centre);
    const trays = new Set(workbins.map(workbinKey));
    const lastAgent =
      command.type === 'submit' && command.contactId !== undefined
        ? this.lastAgents.get(JSON.stringify([command.contactId, command.mediaType]))
        : undefined;
    return {
      lastAgent,
      interaction,
      now: this.now,
      centre: this.centre,
      session: (id) => {
        if (!agents.has(id))
          throw new Error(`"${command.type}" looked at the session of ${id}, which it does not concern.`);
        return this.sessions.get(id);
      },
      resting: (ref) => {
        if (!trays.has(workbinKey(ref)))
          throw new Error(`"${command.type}" counted ${workbinKey(ref)}, which it does not concern.`);
        return this.resting(ref);
      },
    };
  }

  #keep(decision: Extract<Decision, { ok: true }>): void {
    const last = decision.lastAgent;
    if (last) this.lastAgents.set(JSON.stringify([last.contactId, last.mediaType]), last.agentId);
    if (decision.interaction) this.interactions.set(decision.interaction.id, decision.interaction);
    for (const session of decision.sessions) this.sessions.set(session.agentId, session);
    for (const event of decision.events) if (event.subject === 'interaction') this.events.push(event);
    for (const tally of decision.tallies) {
      for (const key of countedIn(tally)) this.counts.set(key, (this.counts.get(key) ?? 0) + tally.by);
    }
  }
}

/** Under which names one more or less is counted. */
function countedIn(tally: Tally): readonly string[] {
  switch (tally.kind) {
    case 'queue':
      return [`queue ${tally.queue}`];
    case 'unopened':
      return [`unopened ${workbinKey(tally.workbin)}`];
    case 'workbin':
      return [workbinKey(tally.workbin), mediumIn(workbinKey(tally.workbin), tally.mediaType)];
  }
}

/** A step of a story that has already happened. */
export type Step = (house: House) => unknown;

/** A contact centre in which the steps have happened. */
export function given(...steps: readonly Step[]): House {
  return givenIn(CENTRE, ...steps);
}

/** The same in a contact centre that is configured differently. */
export function givenIn(centre: ContactCentre, ...steps: readonly Step[]): House {
  const house = new House(centre);
  for (const step of steps) step(house);
  return house;
}
