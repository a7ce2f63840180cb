/** A thousand agents who take whatever is offered to them and complete it at once, and those who wait for that. */
import { user } from '@intray/core';
import { agentId } from '../house/centre.ts';
import { followFeed } from '../house/feed-socket.ts';
import type { House } from '../house/open-house.ts';
import type { Served } from '../house/serve.ts';
import { moment } from '../measuring/moment.ts';

export const AGENTS = 1_000;
/** What is not done within this time was lost, in milliseconds. */
const LOST_AFTER = 20_000;

export interface Team extends AsyncDisposable {
  /** Resolves when the work has been completed, with the moment at which its agent saw the offer. */
  done(interactionId: string): Promise<number>;
}

/** Each agent follows the feed within the process. */
export async function followingTeam(house: House): Promise<Team> {
  const leaving = new AbortController();
  // From here on, however long it takes until everybody listens.
  const cursor = await house.store.feedEnd();
  const { seen, done, failed } = hands(house);
  const follow = async (agent: string) => {
    for await (const message of house.engine.follow(user(agent), cursor, leaving.signal))
      if (message.kind === 'event' && message.event.type === 'AgentInvited')
        seen(agent, message.event.interactionId);
      else if (message.kind === 'reset') throw new Error(`${agent} was told of more than could be heard.`);
  };
  const following = Promise.all(everybody().map(follow)).catch(failed);
  return {
    done,
    async [Symbol.asyncDispose]() {
      leaving.abort();
      await following;
    },
  };
}

/** Each agent follows the feed over a WebSocket. */
export async function connectedTeam(house: House, { socketUrl, signInAll }: Served): Promise<Team> {
  const names = everybody();
  const { seen, done } = hands(house);
  const cookies = await signInAll(names);
  const sockets = await Promise.all(
    names.map((agent, number) =>
      followFeed(socketUrl, cookies[number] as string, (frame) => {
        if (frame.includes('"AgentInvited"'))
          seen(agent, JSON.parse(frame.toString()).result.data.data.event.interactionId);
      }),
    ),
  );
  return {
    done,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.terminate();
    },
  };
}

const everybody = (): readonly string[] => Array.from({ length: AGENTS }, (_, number) => agentId(number));

/** What the agents do with an offer, and who is told of it. */
function hands({ give }: House) {
  const waiting = new Map<string, { done(seenAt: number): void; failed(cause: unknown): void }>();

  async function work(agent: string, interactionId: string): Promise<void> {
    const seenAt = moment();
    const caller = waiting.get(interactionId);
    if (caller === undefined) throw new Error(`${agent} was offered ${interactionId}, which nobody awaits.`);
    waiting.delete(interactionId);
    try {
      await give(user(agent), { type: 'accept', interactionId });
      await give(user(agent), { type: 'complete', interactionId });
      caller.done(seenAt);
    } catch (cause) {
      caller.failed(cause);
    }
  }
  function failed(cause: unknown): void {
    for (const caller of waiting.values()) caller.failed(cause);
  }
  return {
    failed,
    seen: (agent: string, interactionId: string) => void work(agent, interactionId).catch(failed),
    done(interactionId: string): Promise<number> {
      const { promise, resolve, reject } = Promise.withResolvers<number>();
      const lost = setTimeout(() => reject(new Error(`${interactionId} was not done.`)), LOST_AFTER);
      waiting.set(interactionId, { done: resolve, failed: reject });
      return promise.finally(() => clearTimeout(lost));
    },
  };
}
