/** A whole server over a real engine in memory, whose time the test moves, behind a cable that can be pulled. */
import { cuttingProxy, DEMO_CENTRE, runServer } from '@intray/api/testing';
import { type Command, type Interaction, type InteractionEvent, user } from '@intray/core';
import { createEngine, systemIds } from '@intray/engine';
import { ManualClock } from '@intray/engine/testing';
import { MemoryDatabase, memoryStore, sharing } from '@intray/store/memory';

export const MINUTE = 60_000;

export interface Centre extends AsyncDisposable {
  /** The address behind the cable. */
  readonly url: string;
  readonly clock: ManualClock;
  unplug(): void;
  plugIn(): void;
  /** @throws Error when it is refused */
  give(who: string, command: Command): Promise<void>;
  /** Brings work in; answers its id. */
  submit(subject: string, more?: { readonly take?: string }): Promise<string>;
  row(id: string): Promise<Interaction>;
  history(id: string): Promise<readonly InteractionEvent[]>;
}

export async function openCentre(): Promise<Centre> {
  const clock = new ManualClock();
  const store = memoryStore(sharing(new MemoryDatabase()));
  await store.saveConfiguration(DEMO_CENTRE, 'admin1', clock.now());
  const log = { info() {}, warn() {}, error() {} };
  const engine = createEngine({ store, clock, ids: systemIds, log, nodeId: 'one' });
  await engine.start();
  const server = await runServer({ desk: engine });
  const cable = await cuttingProxy(server.url);
  const give = async (who: string, command: Command) => {
    const outcome = await engine.execute({ command, actor: user(who) });
    if (!outcome.ok) throw new Error(`${who} ${command.type}: ${outcome.refusal.message}`);
  };

  return {
    url: cable.url,
    clock,
    unplug: () => cable.unplug(),
    plugIn: () => cable.plugIn(),
    give,
    async submit(subject, { take } = {}) {
      const interactionId = engine.newInteractionId();
      await give(take ?? 'admin1', {
        type: 'submit',
        interactionId,
        mediaType: 'workitem',
        queue: 'Inbox',
        userData: { Subject: subject, colour: 'red' },
        ...(take !== undefined && { take: true as const }),
      });
      return interactionId;
    },
    async row(id) {
      const row = await store.interaction(id);
      if (row === undefined) throw new Error(`There is no interaction ${id}.`);
      return row;
    },
    history: async (id) => (await store.history(id, { limit: 200, order: 'oldest', keys: [] })).items,
    async [Symbol.asyncDispose]() {
      await cable[Symbol.asyncDispose]();
      await server[Symbol.asyncDispose]();
      await engine.stop();
    },
  };
}
