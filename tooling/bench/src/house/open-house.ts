/** Intray on a database of its own, as a server runs it: the store, the engine with everything that follows events. */
import { type Actor, type Command, type Receipt, user } from '@intray/core';
import { createEngine, type Engine, systemClock, systemIds } from '@intray/engine';
import { openStore, type Store } from '@intray/store';
import { agentId, benchCentre, MEDIA_TYPE, QUEUE, USER_DATA } from './centre.ts';

/** As many connections as the server opens. */
const POOL_SIZE = 10;

export interface House extends AsyncDisposable {
  readonly store: Store;
  readonly engine: Engine;
  /** A command of a person (with a command id, so with a receipt) or of the router. @throws Error when it is refused */
  give(actor: Actor, command: Command): Promise<Receipt>;
  /** Brings work in; answers its id. */
  submit(agent: string): Promise<string>;
  /** The same under an id that is known beforehand. */
  submitAs(agent: string, interactionId: string): Promise<Receipt>;
}

export interface HouseOptions {
  readonly url: string;
  /** How many agents are logged on and ready. */
  readonly agents: number;
  /**
   * `server`: offers go to agents by themselves. `caller`: the caller offers in the router's name, and the bench holds
   * the right to route, as another node of the same house would.
   */
  readonly routing: 'server' | 'caller';
}

export async function openHouse({ url, agents, routing }: HouseOptions): Promise<House> {
  await using opening = new AsyncDisposableStack();
  const store = await openStore({ url, poolSize: POOL_SIZE, applicationName: 'intray-bench' });
  opening.defer(() => store.close());
  await store.saveConfiguration(benchCentre(agents), 'bench', Date.now());
  if (routing === 'caller' && (await store.becomeRouter()) === undefined)
    throw new Error('Expected nobody else to route on a database that was just made.');
  const log = { debug: () => {}, info: () => {}, warn: report, error: report };
  const engine = createEngine({ store, clock: systemClock, ids: systemIds, log, nodeId: 'bench' });
  await engine.start();
  opening.defer(() => engine.stop());

  async function give(actor: Actor, command: Command): Promise<Receipt> {
    // In the order of time, as those of Intray's own clients are. (Theirs are drawn by the browser's generator of random
    // numbers, which is the caller's work and would be measured here as if it were the server's.)
    const commandId = actor.kind === 'user' ? { commandId: systemIds.interactionId() } : {};
    const outcome = await engine.execute({ command, actor, ...commandId });
    if (!outcome.ok) throw new Error(`Intray refused "${command.type}": ${outcome.refusal.message}`);
    return outcome;
  }
  const what = { mediaType: MEDIA_TYPE, queue: QUEUE, userData: USER_DATA };
  const submitAs = (agent: string, interactionId: string) =>
    give(user(agent), { type: 'submit', interactionId, ...what });
  async function submit(agent: string): Promise<string> {
    const interactionId = engine.newInteractionId();
    await submitAs(agent, interactionId);
    return interactionId;
  }

  const channels = [{ mediaType: MEDIA_TYPE, ready: true }];
  await Promise.all(
    Array.from({ length: agents }, (_, number) => agentId(number)).map((id) =>
      give(user(id), { type: 'startSession', agentId: id, channels }),
    ),
  );
  const parts = opening.move();
  return { store, engine, give, submit, submitAs, [Symbol.asyncDispose]: () => parts.disposeAsync() };
}

/** A figure that was measured while something went wrong is worth nothing; at least say so. */
export function report(facts: object, message: string): void {
  const told = JSON.stringify(facts, (_key, value: unknown) =>
    value instanceof Error ? value.stack : value,
  );
  process.stderr.write(`\nIntray: ${message} ${told}\n`);
}
