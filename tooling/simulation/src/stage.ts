/** A contact centre under virtual time in which nothing happens but what a test says. The auditors look on. */
import { type Command, type ContactCentreConfig, type Interaction, type Outcome, user } from '@intray/core';
import { MemoryDatabase, memoryStore, sharing } from '@intray/store/memory';
import { Books } from './books.ts';
import { Callers } from './callers.ts';
import { ADMINISTRATOR, CENTRE } from './centre.ts';
import { Centres } from './centres.ts';
import { Desk } from './desk.ts';
import { type Dice, dice } from './dice.ts';
import { Ledger } from './ledger.ts';
import { Network } from './network.ts';
import { Offers } from './offers.ts';
import { Scheduler } from './scheduler.ts';
import { Server } from './server.ts';
import { Story } from './story.ts';
import { Verdict } from './verdict.ts';

const MORNING = Date.UTC(2026, 0, 5, 8);
const MINUTE = 60_000;
const STEP = 5;

export interface StageOptions {
  readonly seed?: number;
  readonly servers?: number;
  /** Every server routes, whoever has the right to. */
  readonly alwaysRoute?: boolean;
  readonly config?: ContactCentreConfig;
}

export class Stage {
  readonly dice: Dice;
  readonly verdict = new Verdict();
  readonly database = new MemoryDatabase();
  readonly scheduler: Scheduler;
  readonly network: Network;
  readonly callers: Callers;
  readonly servers: Server[];
  readonly life = { alive: true };
  readonly #store: ReturnType<typeof memoryStore>;
  #submitted = 0;

  private constructor({ seed = 1, servers = 2, alwaysRoute = false }: StageOptions) {
    this.dice = dice(seed);
    const { verdict, database } = this;
    const scheduler = new Scheduler(MORNING, this.dice.fork());
    this.scheduler = scheduler;
    this.network = new Network(scheduler, this.dice.fork());
    const shared = sharing(database);
    const centres = new Centres(database, scheduler);
    const offers = new Offers({ scheduler, database, centres, verdict, calmSince: () => MORNING });
    const books = new Books(database, verdict, (...event) => offers.heard(...event));
    database.onCommit((batch) => {
      books.kept(batch);
      offers.kept(batch);
    });
    const parts = {
      scheduler,
      network: this.network,
      shared,
      dice: this.dice,
      verdict,
      alwaysRoute,
      mostInBatch: 256,
      mostRemembered: 1_000,
      mostReadAtOnce: 2_000,
    };
    this.servers = Array.from({ length: servers }, (_, n) => new Server(`server ${n + 1}`, parts));
    this.callers = new Callers({
      scheduler,
      network: this.network,
      dice: this.dice.fork(),
      verdict,
      ledger: new Ledger(database, books, verdict),
      story: new Story(scheduler, undefined),
      servers: () => this.servers,
    });
    this.#store = memoryStore(shared);
  }

  static async open(options: StageOptions = {}): Promise<Stage> {
    const stage = new Stage(options);
    await stage.#store.saveConfiguration(options.config ?? CENTRE, ADMINISTRATOR, MORNING - 60_000);
    for (const server of stage.servers) void server.start(() => stage.scheduler.pause(500));
    await stage.pass(1_000);
    return stage;
  }

  /** Lets time pass. @throws Error when an auditor finds something broken */
  async pass(ms: number): Promise<void> {
    await this.scheduler.runUntil(this.scheduler.now + ms, () => this.verdict.breach !== undefined);
    const { breach } = this.verdict;
    if (breach !== undefined) throw new Error(`${breach.rule}: ${breach.detail}`);
  }

  /** Waits, under virtual time, for something that is under way. */
  async done<T>(work: Promise<T>): Promise<T> {
    let finished = false;
    const watched = work.finally(() => {
      finished = true;
    });
    for (let waited = 0; !finished && waited < MINUTE; waited += STEP) await this.pass(STEP);
    if (!finished) throw new Error('A minute of virtual time was not enough.');
    return watched;
  }

  /** Somebody does something; nothing is lost on the way. */
  ask(who: string, command: Command): Promise<Outcome | undefined> {
    return this.callers.command(user(who), command, this.life);
  }

  async does(who: string, command: Command): Promise<Outcome> {
    const outcome = await this.done(this.ask(who, command));
    if (outcome?.ok !== true) throw new Error(`${who} ${command.type}: ${JSON.stringify(outcome)}`);
    return outcome;
  }

  ready(agentId: string, ...mediaTypes: readonly string[]): Promise<Outcome> {
    const channels = mediaTypes.map((mediaType) => ({ mediaType, ready: true }));
    return this.does(agentId, { type: 'startSession', agentId, channels });
  }

  async submit(more: { readonly mediaType?: string; readonly queue?: string } = {}): Promise<string> {
    this.#submitted += 1;
    const interactionId = `WORK${String(this.#submitted).padStart(12, '0')}`;
    const command = {
      type: 'submit',
      interactionId,
      mediaType: 'claim',
      queue: 'Inbox',
      userData: {},
    } as const;
    await this.does('intake', { ...command, ...more });
    return interactionId;
  }

  async desk(agentId: string): Promise<Desk> {
    const { scheduler, verdict, callers, life } = this;
    const desk = new Desk(agentId, life, { scheduler, dice: this.dice.fork(), verdict, callers });
    await this.done(desk.open());
    return desk;
  }

  row(id: string): Interaction {
    const found = this.database.interactions.get(id);
    if (found === undefined) throw new Error(`There is no interaction ${id}.`);
    return found.row;
  }
}
