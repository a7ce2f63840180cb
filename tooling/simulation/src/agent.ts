/** An agent: sits at a desk that the feed keeps up, and does what agents do; not always what they should. */
import { type Command, type Interaction, type PageRequest, user, type WorkbinRef } from '@intray/core';
import type { Callers } from './callers.ts';
import { AGENTS, LEASE_SECONDS, MEDIA, QUEUES, TRAYS } from './centre.ts';
import { Desk } from './desk.ts';
import type { Dice } from './dice.ts';
import type { Mood } from './mood.ts';
import type { Scheduler } from './scheduler.ts';
import type { Story } from './story.ts';
import type { Verdict } from './verdict.ts';

export interface AgentParts {
  readonly scheduler: Scheduler;
  readonly dice: Dice;
  readonly verdict: Verdict;
  readonly callers: Callers;
  readonly story: Story;
  readonly mood: Mood;
}

const PAGE: PageRequest = { limit: 20, order: 'oldest', keys: [] };

export class Agent {
  readonly id: string;
  desk: Desk | undefined;
  readonly #parts: AgentParts;
  readonly #ignored = new Set<string>();
  #life = { alive: false };

  constructor(id: string, parts: AgentParts) {
    this.id = id;
    this.#parts = parts;
  }

  /** Sits down and begins. */
  begin(): void {
    this.#life.alive = false;
    const life = { alive: true };
    this.#life = life;
    this.#ignored.clear();
    this.#work(life).catch((failure: unknown) => this.#parts.verdict.surprise(this.id, failure));
  }

  /** The machine dies: nothing of what was going on goes on, and nobody is told. */
  crash(): void {
    const { story, scheduler, dice } = this.#parts;
    story.tell(() => `${this.id}'s machine dies`);
    this.#life.alive = false;
    this.desk = undefined;
    scheduler.after(dice.between(500, 60_000), () => this.#life.alive || this.begin());
  }

  get isThere(): boolean {
    return this.#life.alive;
  }

  async #work(life: { alive: boolean }): Promise<void> {
    const { scheduler, dice, mood, verdict, callers } = this.#parts;
    await this.#logOn(life);
    const desk = new Desk(this.id, life, { scheduler, dice, verdict, callers });
    await desk.open();
    this.desk = desk;
    this.#renew(life);
    while (life.alive) {
      await scheduler.pause(mood.diligent ? dice.between(50, 300) : dice.between(100, 2_500), life);
      if (mood.hush) continue;
      if (dice.chance(mood.diligent ? 0.1 : 0.03)) await this.#logOn(life);
      await this.#act(desk, life);
      if (!mood.diligent && dice.chance(0.006)) await this.#leave(life);
    }
  }

  async #logOn(life: { alive: boolean }): Promise<void> {
    const { dice, mood } = this.#parts;
    const channels = MEDIA.map((mediaType) => ({ mediaType, ready: mood.diligent || dice.chance(0.9) }));
    await this.#do({ type: 'startSession', agentId: this.id, channels }, life);
    if (mood.diligent) await this.#do({ type: 'setReady', agentId: this.id }, life);
  }

  async #leave(life: { alive: boolean }): Promise<void> {
    const { scheduler, dice, mood } = this.#parts;
    await this.#do({ type: 'endSession', agentId: this.id }, life);
    for (let left = dice.between(1_000, 20_000); left > 0 && !mood.diligent; left -= 1_000)
      await scheduler.pause(1_000, life);
    await this.#logOn(life);
  }

  /** Says "I am still here", for as long as that is so. */
  #renew(life: { alive: boolean }): void {
    const { scheduler, callers } = this.#parts;
    const command = { type: 'renewLease', agentId: this.id } as const;
    const actor = user(this.id);
    scheduler.after(
      (LEASE_SECONDS * 1_000) / 3,
      () => {
        void callers.question(life, (engine) => engine.execute({ command, actor }));
        this.#renew(life);
      },
      life,
    );
  }

  async #act(desk: Desk, life: { alive: boolean }): Promise<void> {
    const { dice, mood } = this.#parts;
    const items = [...desk.items.values()];
    const offered = items.find(
      ({ id, invitation }) =>
        invitation?.agentId === this.id && !this.#ignored.has(`${id} ${invitation.ticket}`),
    );
    if (offered !== undefined) return this.#answer(offered, life);
    const inHand = items.filter(({ handler }) => handler === this.id);
    if (inHand.length > 0 && (mood.diligent || dice.chance(0.6)))
      return this.#workOn(dice.pick(inHand), life);
    if (inHand.length === 0 && (mood.diligent || dice.chance(0.2))) return this.#help(life);
    if (dice.chance(0.03)) return this.#changeReadiness(life);
  }

  async #answer({ id, invitation }: Interaction, life: { alive: boolean }): Promise<void> {
    const { dice, mood } = this.#parts;
    const ticket = invitation?.ticket;
    const named = ticket === undefined ? {} : { ticket };
    const how = mood.diligent ? 'accept' : dice.weighted({ accept: 8, reject: 1, ignore: 1 });
    if (how === 'ignore') return void this.#ignored.add(`${id} ${ticket}`);
    await this.#do({ type: how, interactionId: id, ...named }, life);
  }

  async #workOn(item: Interaction, life: { alive: boolean }): Promise<void> {
    const { dice, mood } = this.#parts;
    if (item.state === 'Transferring') {
      if (mood.diligent || dice.chance(0.2))
        await this.#do({ type: 'revoke', interactionId: item.id, reason: 'origin' }, life);
      return;
    }
    const command = mood.diligent
      ? ({ type: 'complete', interactionId: item.id } as const)
      : this.#choose(item);
    if (command === undefined) return;
    // A double click: the same wish twice, as two commands.
    const again = dice.chance(0.05) ? this.#do(command, life) : undefined;
    await this.#do(command, life);
    await again;
  }

  #choose({ id: interactionId, mediaType }: Interaction): Command | undefined {
    const { dice, scheduler } = this.#parts;
    const how = dice.weighted({
      complete: 10,
      aside: 3,
      own: 1,
      transfer: 2,
      group: 1,
      requeue: 1,
      snooze: 1,
      attach: 1,
      note: 1,
      wait: 8,
    });
    switch (how) {
      case 'complete':
        return { type: 'complete', interactionId };
      case 'aside':
        return {
          type: 'placeInWorkbin',
          interactionId,
          workbin: dice.pick(TRAYS.filter(({ type }) => type !== 'email.own')),
        };
      case 'own':
        return mediaType === 'email' ? { type: 'placeInWorkbin', interactionId } : undefined;
      case 'transfer':
        return { type: 'transfer', interactionId, agentId: dice.pick(AGENTS) };
      case 'group':
        return { type: 'transfer', interactionId, agentGroup: dice.pick(['Claims', 'Sales']) };
      case 'requeue':
        return { type: 'moveToQueue', interactionId, queue: dice.pick(QUEUES) };
      case 'snooze':
        return { type: 'snooze', interactionId, wakeAt: scheduler.now + dice.below(15_000) };
      case 'attach':
        return { type: 'attachUserData', interactionId, userData: { colour: dice.pick(['red', 'blue']) } };
      case 'note':
        return { type: 'addNote', interactionId, text: 'called back' };
      case 'wait':
        return undefined;
    }
  }

  /** With nothing in hand: takes something out of a tray, or now and then out of a queue. */
  async #help(life: { alive: boolean }): Promise<void> {
    const { dice, callers } = this.#parts;
    const me = user(this.id);
    const place: WorkbinRef | string = dice.chance(0.8) ? dice.pick(TRAYS) : dice.pick(QUEUES);
    const found = await callers.question(life, (engine) =>
      typeof place === 'string'
        ? engine.queueContent(me, place, PAGE)
        : engine.workbinContent(me, place, PAGE),
    );
    if (found?.ok !== true || found.value.items.length === 0) return;
    const { id } = dice.pick(found.value.items);
    await this.#do({ type: 'pull', interactionId: id }, life);
  }

  async #changeReadiness(life: { alive: boolean }): Promise<void> {
    const { dice } = this.#parts;
    const agentId = this.id;
    await this.#do(
      dice.chance(0.6)
        ? { type: 'setReady', agentId }
        : { type: 'setNotReady', agentId, mediaType: dice.pick(MEDIA), reason: 'lunch' },
      life,
    );
  }

  async #do(command: Command, life: { alive: boolean }): Promise<void> {
    await this.#parts.callers.command(user(this.id), command, life);
  }
}
