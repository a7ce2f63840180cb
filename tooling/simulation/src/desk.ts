/** What an agent's screen shows: read once, and kept up by the feed alone for as long as the agent sits there. */
import { evolve, type FeedMessage, type Interaction, type InteractionEvent, user } from '@intray/core';
import type { Engine } from '@intray/engine';
import type { Callers } from './callers.ts';
import { FeedReader, type FeedReaderParts } from './feed-reader.ts';
import type { Life } from './scheduler.ts';

export class Desk {
  /** By id; what is no longer the agent's is not shown. */
  readonly items = new Map<string, Interaction>();
  /** The newest version that was heard of, also of what is not shown: an answer may be older than that. */
  readonly #heard = new Map<string, number>();
  readonly #agentId: string;
  readonly #callers: Callers;
  readonly #life: Life;
  readonly #parts: Omit<FeedReaderParts, 'actor' | 'hear' | 'life'>;
  #reader: FeedReader | undefined;
  /** Reading anew, one after the other. */
  #reading = 0;

  constructor(agentId: string, life: Life, parts: Omit<FeedReaderParts, 'actor' | 'hear' | 'life'>) {
    this.#agentId = agentId;
    this.#callers = parts.callers;
    this.#life = life;
    this.#parts = parts;
  }

  /** Nothing is being read at this moment: what it shows is meant. */
  get settled(): boolean {
    return this.#reader !== undefined && this.#reading === 0;
  }

  async open(): Promise<void> {
    const cursor = await this.#read();
    const hear = (message: FeedMessage) => this.#hear(message);
    this.#reader = new FeedReader(
      { ...this.#parts, actor: user(this.#agentId), life: this.#life, hear },
      cursor,
    );
    this.#reader.connect();
  }

  cut(): void {
    this.#reader?.cut();
  }

  isMine = ({ handler, invitation }: Interaction): boolean =>
    handler === this.#agentId || invitation?.agentId === this.#agentId;

  /** Reads all of it anew. */
  async #read(): Promise<string | undefined> {
    this.#reading += 1;
    const mine = await this.#ask((engine) => engine.me(user(this.#agentId)));
    this.#reading -= 1;
    if (mine?.ok !== true) return undefined;
    const work = mine.value.work.map(({ interaction }) => interaction);
    // What was not among it may have gone, or have come since: one look tells.
    for (const id of this.items.keys()) if (!work.some((one) => one.id === id)) void this.#look(id);
    for (const interaction of work) this.#learn(interaction);
    return mine.value.cursor;
  }

  /** As a desk asks: until there is an answer, however long the weather is bad. */
  async #ask<T>(question: (engine: Engine) => Promise<T>): Promise<T | undefined> {
    let answer: T | undefined;
    while (answer === undefined && this.#life.alive)
      answer = await this.#callers.question(this.#life, question);
    return answer;
  }

  #hear(message: FeedMessage): void {
    if (message.kind === 'reset') void this.#read();
    if (message.kind !== 'event' || message.event.subject !== 'interaction') return;
    const { event } = message;
    this.#heard.set(event.interactionId, event.version);
    const known = this.items.get(event.interactionId);
    if (known !== undefined && event.version <= known.version) return;
    if (known !== undefined && event.version === known.version + 1) this.#learn(evolve(known, event));
    else if (known !== undefined || concerns(this.#agentId, event)) void this.#look(event.interactionId);
  }

  async #look(id: string): Promise<void> {
    this.#reading += 1;
    const found = await this.#ask((engine) => engine.interaction(user(this.#agentId), id));
    this.#reading -= 1;
    if (found?.ok === true) this.#learn(found.value.interaction);
    else if (found?.ok === false) this.items.delete(id);
  }

  #learn(interaction: Interaction): void {
    const known = this.items.get(interaction.id);
    if (known !== undefined && known.version > interaction.version) return;
    if (interaction.version < (this.#heard.get(interaction.id) ?? 0)) return void this.#look(interaction.id);
    if (this.isMine(interaction)) this.items.set(interaction.id, interaction);
    else this.items.delete(interaction.id);
  }
}

/** It may have come to the agent by this. */
const concerns = (agentId: string, { by, data }: InteractionEvent): boolean =>
  by === agentId || ('agentId' in data && data.agentId === agentId);
