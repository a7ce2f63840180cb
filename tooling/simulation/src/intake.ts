/** Another system that brings work in: at least once, and so now and then twice at the same moment. */
import { user } from '@intray/core';
import type { Callers } from './callers.ts';
import { INTAKE, MEDIA, QUEUES } from './centre.ts';
import type { Dice } from './dice.ts';
import type { Ledger } from './ledger.ts';
import type { Scheduler } from './scheduler.ts';

export interface IntakeParts {
  readonly scheduler: Scheduler;
  readonly dice: Dice;
  readonly callers: Callers;
  readonly ledger: Ledger;
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
const LIFE = { alive: true };

export class Intake {
  /** What has come in and was acknowledged. */
  readonly ids: string[] = [];
  readonly #parts: IntakeParts;
  #made = 0;
  #underWay = 0;

  constructor(parts: IntakeParts) {
    this.#parts = parts;
  }

  /** Everything that was sent has been answered, or given up. */
  get idle(): boolean {
    return this.#underWay === 0;
  }

  /** Brings one piece in, by itself or along with its double. */
  async bring(): Promise<void> {
    const { dice } = this.#parts;
    this.#made += 1;
    const externalId = `x${this.#made}`;
    const command = {
      type: 'submit',
      externalId,
      mediaType: dice.pick(MEDIA),
      queue: dice.pick(QUEUES),
      priority: dice.chance(0.25) ? 1 + dice.below(3) : 0,
      userData: { Subject: externalId },
      ...(dice.chance(0.3) ? { contactId: `contact ${dice.below(5)}` } : {}),
    } as const;
    this.#underWay += 1;
    const times = dice.chance(0.15) ? 2 : 1;
    await Promise.all(
      Array.from({ length: times }, async () => {
        const { callers, ledger } = this.#parts;
        const interactionId = Array.from({ length: 16 }, () => LETTERS[dice.below(36)]).join('');
        const outcome = await callers.command(user(INTAKE), { ...command, interactionId }, LIFE);
        if (outcome?.ok !== true) return;
        ledger.submitted(externalId, outcome.id);
        if (!this.ids.includes(outcome.id)) this.ids.push(outcome.id);
      }),
    );
    this.#underWay -= 1;
  }
}
