/** A desk that may be cut off from the engine, and keeps what is done meanwhile, with core's own steps. */
import {
  addEdit,
  allowedOffline,
  type Command,
  decideOffline,
  EMPTY_QUEUE,
  type InteractionView,
  type KnownDesk,
  localCentre,
  type OfflineDesk,
  type OfflineQueue,
  type Outcome,
  type ReplayPorts,
  replayQueue,
  settle,
  user,
  withEdits,
} from '@intray/core';
import type { Engine } from '../engine.ts';

/** A command that was carried out, and what its desk had in mind of the keys it wrote. */
export interface Written {
  readonly commandId: string;
  readonly id: string;
  readonly version: number;
  readonly seen: Readonly<Record<string, unknown>>;
  readonly command: Command;
}

/** What happens to a request: it arrives; it is lost on the way; it is done and the answer is lost. */
export type Fate = 'answered' | 'lost' | 'answer lost';

export class CutDesk {
  readonly who: string;
  readonly #engine: Engine;
  /** Kept as the disk keeps it: as text. */
  #disk = JSON.stringify(EMPTY_QUEUE);
  #known: OfflineDesk | undefined;
  readonly #views = new Map<string, InteractionView>();
  readonly written: Written[] = [];
  readonly given: string[] = [];
  /** How the requests to come will fare; after these, all arrive. */
  fates: Fate[] = [];
  #ids = 0;

  constructor(who: string, engine: Engine) {
    this.who = who;
    this.#engine = engine;
  }

  get queue(): OfflineQueue {
    return JSON.parse(this.#disk) as OfflineQueue;
  }

  /** Looks at everything, as a desk does while it is connected. */
  async look(ids: readonly string[]): Promise<void> {
    const actor = user(this.who);
    const [me, catalogue, workbins] = await Promise.all([
      this.#engine.me(actor),
      this.#engine.catalogue(actor),
      this.#engine.workbins(actor),
    ]);
    if (!me.ok || !catalogue.ok || !workbins.ok) throw new Error(`${this.who} could not look.`);
    const known: KnownDesk = { me: me.value, catalogue: catalogue.value, workbins: workbins.value };
    this.#known = { me: known.me, centre: localCentre(known) };
    this.#views.clear();
    for (const id of ids) {
      const view = await this.#engine.interaction(actor, id);
      if (view.ok) this.#views.set(id, view.value);
    }
  }

  /** What the person sees of an interaction. */
  sees(id: string): InteractionView | undefined {
    const view = this.#views.get(id);
    return view && this.#known && withEdits(this.#known, view, this.queue.edits);
  }

  /** Does something without the server; answers whether the desk let them. */
  edit(command: Command, now: number): boolean {
    if (this.#known === undefined || !('interactionId' in command)) return false;
    const seen = this.sees(command.interactionId);
    const commandId = this.#nextId();
    const view = seen && allowedOffline(seen);
    const decision = decideOffline(this.#known, view, { commandId, command, now });
    if (!decision.ok) return false;
    this.given.push(commandId);
    this.#disk = JSON.stringify(addEdit(this.queue, decision.edit));
    return true;
  }

  /** Comes back for as long as the requests fare well. */
  async replay(): Promise<'through' | 'unanswered'> {
    const ports: ReplayPorts = {
      myId: this.who,
      queue: () => this.queue,
      change: async (to) => {
        this.#disk = JSON.stringify(to(this.queue));
      },
      view: async (id) => {
        if ((this.fates.shift() ?? 'answered') !== 'answered') return 'unanswered';
        const answer = await this.#engine.interaction(user(this.who), id);
        return answer.ok ? answer.value : 'gone';
      },
      execute: async (order) => {
        const fate = this.fates.shift() ?? 'answered';
        if (fate === 'lost') return 'unanswered';
        const outcome = await this.#engine.execute({ ...order, actor: user(this.who) });
        this.#note(order.commandId, order.command, outcome);
        return fate === 'answered' ? outcome : 'unanswered';
      },
    };
    return replayQueue(ports);
  }

  /** Chooses for the first thing that is to be settled. */
  settle(choice: 'mine' | 'theirs'): void {
    const [conflict] = this.queue.conflicts;
    if (conflict === undefined) return;
    const id = this.#nextId();
    this.#disk = JSON.stringify(settle(this.queue, conflict.commandId, choice, id));
  }

  #nextId(): string {
    this.#ids += 1;
    return `${this.who}-${this.#ids}`;
  }

  #note(commandId: string, command: Command, outcome: Outcome): void {
    if (!outcome.ok || outcome.events.length === 0) return;
    if (this.written.some((one) => one.commandId === commandId)) return;
    const edit = this.queue.edits.find((one) => one.commandId === commandId);
    const seen = edit?.base.userData ?? {};
    this.written.push({ commandId, id: outcome.id, version: outcome.version, seen, command });
  }
}
