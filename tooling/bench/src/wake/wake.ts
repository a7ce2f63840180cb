/**
 * How soon somebody knows: from the moment work is submitted until the offer is seen on an agent's WebSocket. In between
 * lie two commits (the submission, the offer), the router, the feed and the wire.
 */
import { type Receipt, user } from '@intray/core';
import { agentId } from '../house/centre.ts';
import { followFeed } from '../house/feed-socket.ts';
import { type House, openHouse } from '../house/open-house.ts';
import { serve } from '../house/serve.ts';
import { type Side, takeTurns } from '../measuring/rounds.ts';
import { median, quantile, ratioOf } from '../measuring/statistics.ts';
import type { Row } from '../report/row.ts';
import { figure } from '../report/table.ts';
import type { Ground } from '../workload.ts';
import { openBare, samples } from './bare.ts';

const AGENTS = 6;
/** An offer that is not seen within this time was lost. */
const LOST_AFTER = 10_000;

export async function wake(ground: Ground): Promise<readonly Row[]> {
  const { postgres } = ground;
  await using house = await openHouse({
    url: await postgres.newDatabase('wake'),
    agents: AGENTS,
    routing: 'server',
  });
  await using server = await serve(house);
  await using bare = await openBare(await postgres.newDatabase('wake_bare'));
  const offers = await followOffers(server);
  await using _ = { [Symbol.asyncDispose]: offers.stop };

  const sides = [throughIntray(house, offers.next), bare.twoSteps, bare.oneStep];
  const [ours = [], ...others] = await takeTurns(sides, ground);
  const [twoSteps = [], oneStep = []] = others;
  const row = (against: string, other: readonly (readonly number[])[]): Row => ({
    workload: 'wake',
    what: 'ms from submit to offer seen, p50 (p99)',
    intray: tail(ours),
    against,
    other: tail(other),
    ratio: ratioOf(ours.map(median), other.map(median)),
  });
  return [
    { ...row('insert, commit, then NOTIFY until LISTEN', twoSteps), bar: { kind: 'at most', value: 3 } },
    row('insert and NOTIFY in one commit until LISTEN', oneStep),
  ];
}

function tail(rounds: readonly (readonly number[])[]): string {
  const all = rounds.flat();
  return `${figure(median(all))} ms (${figure(quantile(all, 0.99))})`;
}

interface Offer {
  readonly agent: string;
  readonly seenAt: number;
}

/** Every agent has a desk open; `next` resolves with the first offer that any of them sees of an interaction. */
async function followOffers({
  socketUrl,
  signIn,
}: {
  socketUrl: string;
  signIn(name: string): Promise<string>;
}) {
  let wanted: { readonly id: string; readonly seen: (offer: Offer) => void } | undefined;
  const sockets = await Promise.all(
    Array.from({ length: AGENTS }, async (_, number) => {
      const agent = agentId(number);
      return followFeed(socketUrl, await signIn(agent), (frame) => {
        const seenAt = performance.now();
        if (wanted === undefined || !frame.includes('"AgentInvited"') || !frame.includes(wanted.id)) return;
        const { event } = JSON.parse(frame.toString()).result.data.data;
        if (event.data.agentId === agent) wanted.seen({ agent, seenAt });
      });
    }),
  );
  return {
    next(id: string): Promise<Offer> {
      const { promise, resolve, reject } = Promise.withResolvers<Offer>();
      const lost = setTimeout(() => reject(new Error(`Nobody saw the offer of ${id}.`)), LOST_AFTER);
      wanted = {
        id,
        seen(offer) {
          clearTimeout(lost);
          resolve(offer);
        },
      };
      return promise;
    },
    async stop() {
      for (const socket of sockets) socket.terminate();
    },
  };
}

function throughIntray(house: House, next: (id: string) => Promise<Offer>): Side<readonly number[]> {
  const { engine, give, submitAs } = house;
  async function measure(): Promise<number> {
    const interactionId = engine.newInteractionId();
    const offered = next(interactionId);
    const began = performance.now();
    const submitted: Promise<Receipt> = submitAs(agentId(0), interactionId);
    const { agent, seenAt } = await offered;
    await submitted;
    // The agent is idle again before the next one comes; this is not measured.
    await give(user(agent), { type: 'accept', interactionId });
    await give(user(agent), { type: 'complete', interactionId });
    return seenAt - began;
  }
  return { name: 'Intray', round: (ms) => samples(ms, measure) };
}
