/** How people and programs ask: over a network that loses things, of whichever server answers, until one does. */
import type { Actor, Command, Outcome } from '@intray/core';
import type { Engine } from '@intray/engine';
import type { Dice } from './dice.ts';
import type { Ledger } from './ledger.ts';
import type { Network } from './network.ts';
import type { Life, Scheduler } from './scheduler.ts';
import type { Server } from './server.ts';
import type { Story } from './story.ts';
import { isSurprise, type Verdict } from './verdict.ts';

export interface CallerParts {
  readonly scheduler: Scheduler;
  readonly network: Network;
  readonly dice: Dice;
  readonly verdict: Verdict;
  readonly ledger: Ledger;
  readonly story: Story;
  readonly servers: () => readonly Server[];
}

const NO_ANSWER = Symbol('no answer');
const ATTEMPTS = 8;
/** After so long without an answer a caller asks again. */
const PATIENCE = 3_000;

export class Callers {
  readonly #parts: CallerParts;
  #asked = 0;

  constructor(parts: CallerParts) {
    this.#parts = parts;
  }

  /** Gives a command until it is answered. `undefined`: nobody answered, so nobody knows whether it was done. */
  async command(actor: Actor, command: Command, life: Life, more = {}): Promise<Outcome | undefined> {
    const { dice, ledger, story } = this.#parts;
    this.#asked += 1;
    const commandId = `c${this.#asked}`;
    const order = { command, actor, commandId, ...more };
    const ask = async (): Promise<Outcome | undefined> => {
      const before = ledger.isDone(commandId);
      const outcome = await this.#attempt(life, (engine) => engine.execute(order));
      if (outcome === NO_ANSWER) return undefined;
      ledger.answered(commandId, outcome, before);
      return outcome;
    };
    const twice = dice.chance(0.03) ? ask() : undefined;
    let outcome: Outcome | undefined;
    for (let attempt = 0; outcome === undefined && attempt < ATTEMPTS; attempt += 1) {
      if (attempt > 0) await this.#parts.scheduler.pause(dice.between(100, 1_500), life);
      outcome = await ask();
    }
    story.tell(() => `${told(actor)} ${described(command)} (${commandId}): ${answer(outcome)}`);
    await twice;
    // Whoever did not believe the answer asks once more.
    if (outcome?.ok === true && dice.chance(0.03)) await ask();
    return outcome;
  }

  /** Asks something that changes nothing. */
  async question<T>(life: Life, work: (engine: Engine) => Promise<T>): Promise<T | undefined> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const found = await this.#attempt(life, work);
      if (found !== NO_ANSWER) return found;
      await this.#parts.scheduler.pause(this.#parts.dice.between(100, 1_500), life);
    }
    return undefined;
  }

  async #attempt<T>(life: Life, work: (engine: Engine) => Promise<T>): Promise<T | typeof NO_ANSWER> {
    const { scheduler, network, dice, verdict } = this.#parts;
    const lost = () => dice.chance(network.weather.lostCall);
    const server = this.server();
    await scheduler.pause(dice.between(1, 15), life);
    if (server === undefined || !server.serving) return NO_ANSWER;
    if (lost()) {
      await scheduler.pause(PATIENCE, life);
      return NO_ANSWER;
    }
    let answer: T | typeof NO_ANSWER;
    try {
      answer = await Promise.race([
        work(server.engine),
        server.death.then((): typeof NO_ANSWER => NO_ANSWER),
      ]);
    } catch (failure) {
      if (isSurprise(failure)) verdict.surprise('a caller was answered with a failure', failure);
      answer = NO_ANSWER;
    }
    const unheard = lost();
    await scheduler.pause(unheard ? PATIENCE : dice.between(1, 15), life);
    return unheard ? NO_ANSWER : answer;
  }

  /** One that serves, as a balancer would choose it. */
  server(): Server | undefined {
    const serving = this.#parts.servers().filter((one) => one.serving);
    return serving.length === 0 ? undefined : this.#parts.dice.pick(serving);
  }
}

const told = (actor: Actor): string => (actor.kind === 'user' ? actor.id : `@${actor.kind}`);

const described = ({ type, ...more }: Command): string =>
  `${type} ${Object.values(more)
    .map((value) => (typeof value === 'string' ? value : JSON.stringify(value)))
    .join(' ')}`;

function answer(outcome: Outcome | undefined): string {
  if (outcome === undefined) return 'no answer';
  return outcome.ok
    ? `yes, ${outcome.id} v${outcome.version} ${outcome.state ?? ''}`
    : `no, ${outcome.refusal.code}`;
}
