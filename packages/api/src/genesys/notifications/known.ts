/** What a person's clients have been told of: each interaction as it was after an event, exactly. */
import {
  type Desk,
  evolve,
  type Interaction,
  type InteractionCommandType,
  type InteractionEvent,
  type InteractionView,
  PageRequest,
  replay,
  user,
} from '@intray/core';
import { isOnDeskOf } from './letters.ts';

/** More than any desk holds; beyond it the longest untouched is forgotten and read again. */
const REMEMBERED = 500;

/** What is remembered of a view. */
type Seen = Pick<InteractionView, 'interaction' | 'allowed'>;

export interface Step {
  readonly before: Interaction | undefined;
  readonly after: Interaction;
  readonly allowed: readonly InteractionCommandType[];
}

export interface Known {
  /** The interaction before and after an event; `undefined` if it is not to be seen any more and never was. */
  after(event: InteractionEvent): Promise<Step | undefined>;
  /** Takes what a read of the whole desk showed. */
  remember(views: readonly Seen[]): void;
  /** As far as is remembered, the person has work on the desk. */
  readonly atWork: boolean;
}

/** Rebuilds an interaction as it was at a version, when it has moved on since. */
async function asOf(
  desk: Desk,
  agentId: string,
  id: string,
  version: number,
): Promise<Interaction | undefined> {
  const events: InteractionEvent[] = [];
  let after: string | undefined;
  do {
    const page = PageRequest.parse({ limit: 200, ...(after === undefined ? {} : { after }) });
    const answer = await desk.history(user(agentId), id, page);
    if (!answer.ok) return undefined;
    events.push(...answer.value.items);
    after = answer.value.next;
  } while (after !== undefined && (events.at(-1)?.version ?? 0) < version);
  return replay(events.filter((event) => event.version <= version));
}

export function known(desk: Desk, agentId: string): Known {
  const views = new Map<string, Seen>();

  function keep(view: Seen): void {
    const { id } = view.interaction;
    views.delete(id);
    views.set(id, view);
    for (const oldest of views.keys()) {
      if (views.size <= REMEMBERED) break;
      views.delete(oldest);
    }
  }

  async function read(event: InteractionEvent): Promise<Seen | undefined> {
    const answer = await desk.interaction(user(agentId), event.interactionId);
    if (!answer.ok) return undefined;
    const { interaction, allowed } = answer.value;
    if (interaction.version === event.version) return answer.value;
    const past = await asOf(desk, agentId, event.interactionId, event.version);
    if (past === undefined) return undefined;
    // What may be done hangs on where it is: it is the same as now only if it is still there.
    const unmoved = past.state === interaction.state && past.handler === interaction.handler;
    return { interaction: past, allowed: unmoved ? allowed : [] };
  }

  return {
    async after(event) {
      const view = views.get(event.interactionId);
      const before = view?.interaction;
      if (before !== undefined && event.version <= before.version) return undefined;
      const next = before?.version === event.version - 1 ? evolve(before, event) : undefined;
      // What may be done with it changes only when it moves, and matters only to those who have it.
      const settled = next !== undefined && (next.state === before?.state || !isOnDeskOf(agentId, next));
      const now =
        settled && view !== undefined ? { interaction: next, allowed: view.allowed } : await read(event);
      const found = now ?? (next === undefined ? undefined : { interaction: next, allowed: [] });
      if (found === undefined) return undefined;
      keep(found);
      return { before, after: found.interaction, allowed: found.allowed };
    },
    remember: (all) => {
      for (const view of all) keep(view);
    },
    get atWork() {
      return [...views.values()].some(({ interaction }) => isOnDeskOf(agentId, interaction));
    },
  };
}
