/** The other system: brings work in, and remembers what somebody wants explained. */
import type { Actor, InteractionEvent, InteractionExplanation } from '@intray/core';
import type { Engine } from '@intray/engine';
import type { Arrival } from './one-day.ts';

export interface Explained {
  readonly externalId: string;
  /** As it was answered when the work had just come. */
  readonly waiting: InteractionExplanation | undefined;
  readonly history: readonly InteractionEvent[];
}

export interface IntakeParts {
  readonly engine: Engine;
  /** Who brings in. */
  readonly by: Actor;
  /** Who asks why. */
  readonly asking: Actor;
  /** External ids. */
  readonly explain: readonly string[];
}

const LONGEST_HISTORY = 200;

export class Intake {
  /** So many were brought to the door, and so many let in. */
  asked = 0;
  taken = 0;
  readonly refused: { readonly externalId: string; readonly reason: string }[] = [];
  readonly #parts: IntakeParts;
  readonly #picked = new Map<string, { id: string; waiting: InteractionExplanation | undefined }>();

  constructor(parts: IntakeParts) {
    this.#parts = parts;
  }

  async bringIn({ at, dueAt, work }: Arrival): Promise<void> {
    const { engine, by, explain } = this.#parts;
    const { externalId, mediaType, queue, priority, contact, userData } = work;
    const interactionId = engine.newInteractionId();
    const outcome = await engine.execute({
      command: {
        type: 'submit',
        interactionId,
        ...{ externalId, mediaType, queue, userData, receivedAt: at },
        ...(priority === undefined ? {} : { priority }),
        ...(dueAt === undefined ? {} : { dueAt }),
        ...(contact === undefined ? {} : { contactId: contact }),
      },
      actor: by,
    });
    this.asked += 1;
    if (!outcome.ok) this.refused.push({ externalId, reason: outcome.refusal.message });
    else if (outcome.events.length > 0) this.taken += 1;
    if (outcome.ok && explain.includes(externalId))
      this.#picked.set(externalId, { id: outcome.id, waiting: await this.#why(outcome.id) });
  }

  /** What was picked: why it waited when it had come, and all that became of it. */
  async explained(): Promise<readonly Explained[]> {
    const { engine, asking } = this.#parts;
    return Promise.all(
      [...this.#picked].map(async ([externalId, { id, waiting }]) => {
        const history = await engine.history(asking, id, {
          limit: LONGEST_HISTORY,
          order: 'oldest',
          keys: [],
        });
        return { externalId, waiting, history: history.ok ? history.value.items : [] };
      }),
    );
  }

  async #why(id: string): Promise<InteractionExplanation | undefined> {
    const answer = await this.#parts.engine.explainInteraction(this.#parts.asking, id);
    return answer.ok ? answer.value : undefined;
  }
}
