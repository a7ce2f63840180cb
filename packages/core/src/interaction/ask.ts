/** What a rule may look at: all of it is handed in, so a rule can be run on paper. */
import type { Actor } from '../actor.ts';
import type { AgentSession } from '../agent/session.ts';
import type { InteractionCommand } from '../commands.ts';
import type { ContactCentre } from '../config/contact-centre.ts';
import type { Refusal } from '../refusals.ts';
import type { Instant } from '../values.ts';
import type { WorkbinRef } from '../workbin/workbin.ts';
import type { Interaction } from './interaction.ts';

export interface Ask<C extends InteractionCommand = InteractionCommand> {
  readonly interaction: Interaction;
  readonly command: C;
  readonly actor: Actor;
  readonly now: Instant;
  readonly centre: ContactCentre;
  /** The work session of an agent; `undefined` if they never had one. */
  readonly session: (agentId: string) => AgentSession | undefined;
  /** How many interactions rest in a tray now. */
  readonly resting: (workbin: WorkbinRef) => number;
  /** When work comes in: the agent who was noted as its contact's last one for the medium, if there is one. */
  readonly lastAgent?: string | undefined;
  /** Only whether is asked, not why: a missing privilege need not be explained, which looks through all roles. */
  readonly unexplained?: true;
}

/** The same without a command: enough to say who may do something at all, before they say with what. */
export type Standing = Omit<Ask, 'command'>;

/** A rule's answer: `null` is yes. */
export type Verdict = Refusal | null;
