/** One or more engines on one real database, and what a test wants to do and to wait for. */
import {
  type Command,
  type ContactCentreConfig,
  type DomainEvent,
  type FeedMessage,
  type Interaction,
  type InteractionType,
  type Outcome,
  type UserData,
  user,
} from '@intray/core';
import { openStore, type Store } from '@intray/store';
import { freshDatabase } from '@intray/store/testing';
import type { Clock } from '../clock.ts';
import { createEngine, type Engine, type EngineOptions } from '../engine.ts';
import { systemIds } from '../ids.ts';
import { CENTRE } from './centre.ts';
import { ManualClock } from './manual-clock.ts';

const QUIET = { info() {}, warn() {}, error() {} };

/** A member of a union without one of its keys. */
type Without<T, K extends string> = T extends unknown ? Omit<T, K> : never;
type About = Without<Extract<Command, { interactionId: string }>, 'interactionId'>;
type OfSession = Without<
  Extract<Command, { agentId: string; type: `${string}Session` | `set${string}Ready` | `${string}Lease` }>,
  'agentId'
>;

export interface HouseOptions extends Partial<Omit<EngineOptions, 'store' | 'clock'>> {
  readonly config?: ContactCentreConfig;
  readonly clock?: Clock;
  /** How many engines, each with a store of its own. */
  readonly engines?: number;
  /** Have the engines start: yes, unless said otherwise. */
  readonly started?: boolean;
}

export class House implements AsyncDisposable {
  readonly url: string;
  readonly clock: ManualClock;
  readonly engines: Engine[] = [];
  readonly stores: Store[] = [];
  readonly #database: Awaited<ReturnType<typeof freshDatabase>>;
  readonly #options: HouseOptions;

  private constructor(database: Awaited<ReturnType<typeof freshDatabase>>, options: HouseOptions) {
    this.#database = database;
    this.#options = options;
    this.url = database.url;
    this.clock = options.clock instanceof ManualClock ? options.clock : new ManualClock();
  }

  static async open(options: HouseOptions = {}): Promise<House> {
    const house = new House(await freshDatabase(), options);
    for (let index = 0; index < (options.engines ?? 1); index += 1) await house.addEngine();
    return house;
  }

  async addEngine(more: Partial<EngineOptions> = {}): Promise<Engine> {
    const { config = CENTRE, clock = this.clock, started = true, engines, ...given } = this.#options;
    const nodeId = `node ${this.engines.length + 1}`;
    const store = await openStore({ url: this.url, poolSize: 4, applicationName: nodeId });
    if ((await store.configuration()) === undefined)
      await store.saveConfiguration(config, 'adam', this.clock.now());
    const engine = createEngine({ store, clock, ids: systemIds, log: QUIET, nodeId, ...given, ...more });
    this.engines.push(engine);
    this.stores.push(store);
    if (started) await engine.start();
    return engine;
  }

  get engine(): Engine {
    return this.engines[0] as Engine;
  }

  get store(): Store {
    return this.stores[0] as Store;
  }

  /** A person does something to an interaction. */
  on(who: string, id: string, command: About, engine = this.engine): Promise<Outcome> {
    return engine.execute({ command: { ...command, interactionId: id } as Command, actor: user(who) });
  }

  /** The same, for what a test takes for granted. */
  async given(who: string, id: string, command: About, engine = this.engine): Promise<void> {
    const outcome = await this.on(who, id, command, engine);
    if (!outcome.ok) throw new Error(`${who} ${JSON.stringify(command)}: ${outcome.refusal.message}`);
  }

  async session(who: string, command: OfSession, engine = this.engine): Promise<void> {
    const outcome = await engine.execute({
      command: { ...command, agentId: who } as Command,
      actor: user(who),
    });
    if (!outcome.ok) throw new Error(`${who} ${JSON.stringify(command)}: ${outcome.refusal.message}`);
  }

  /** Logs on to media and is ready for them. */
  async ready(
    who: string,
    mediaTypes: readonly string[] = ['workitem'],
    engine = this.engine,
  ): Promise<void> {
    await this.session(
      who,
      { type: 'startSession', channels: mediaTypes.map((mediaType) => ({ mediaType, ready: true })) },
      engine,
    );
  }

  /** Logs on, and is ready for nothing. */
  async present(
    who: string,
    mediaTypes: readonly string[] = ['workitem'],
    engine = this.engine,
  ): Promise<void> {
    await this.session(
      who,
      { type: 'startSession', channels: mediaTypes.map((mediaType) => ({ mediaType, ready: false })) },
      engine,
    );
  }

  /** Brings work in; answers its id. */
  async submit(
    more: {
      mediaType?: string;
      interactionType?: InteractionType;
      priority?: number;
      externalId?: string;
      contactId?: string;
      dueAt?: number;
      userData?: UserData;
    } = {},
    engine = this.engine,
  ): Promise<string> {
    const id = engine.newInteractionId();
    const command = { type: 'submit', mediaType: 'workitem', queue: 'Inbox', userData: {}, ...more } as const;
    const outcome = await this.on('adam', id, command, engine);
    if (!outcome.ok) throw new Error(outcome.refusal.message);
    return outcome.id;
  }

  async row(id: string): Promise<Interaction> {
    const found = await this.store.interaction(id);
    if (found === undefined) throw new Error(`There is no interaction ${id}.`);
    return found;
  }

  /** Listens from now on as the administrator, to everything. */
  async listen(engine = this.engine): Promise<Ear> {
    return new Ear(engine, await this.store.feedEnd());
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all(this.engines.map((engine) => engine.stop()));
    await Promise.all(this.stores.map((store) => store.close()));
    await this.#database.drop();
  }
}

/** Everything that happens, in order, to be waited for. */
export class Ear implements AsyncDisposable {
  readonly heard: DomainEvent[] = [];
  readonly #abort = new AbortController();
  readonly #messages: AsyncIterator<FeedMessage>;

  constructor(engine: Engine, cursor: string) {
    this.#messages = engine.follow(user('adam'), cursor, this.#abort.signal)[Symbol.asyncIterator]();
  }

  /** The next event that is meant, counting from where the last one was found. */
  async until(meant: (event: DomainEvent) => boolean): Promise<DomainEvent> {
    for (;;) {
      const { value, done } = await this.#messages.next();
      if (done === true || value === undefined) throw new Error('The feed ended before it was heard.');
      if (value.kind !== 'event') continue;
      this.heard.push(value.event);
      if (meant(value.event)) return value.event;
    }
  }

  /** Waits for an event of a kind, of one interaction or agent if named. */
  untilType(type: DomainEvent['type'], subject?: string): Promise<DomainEvent> {
    return this.until(
      (event) =>
        event.type === type &&
        (subject === undefined ||
          (event.subject === 'agent' ? event.agentId : event.interactionId) === subject),
    );
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#abort.abort();
    await this.#messages.return?.();
  }
}
