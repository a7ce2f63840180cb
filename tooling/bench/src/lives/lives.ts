/** Whole lives of items, six durable transitions each: submit, invite, accept, place in a tray, pull, complete. */
import { ROUTER, user } from '@intray/core';
import { agentId, trayOf } from '../house/centre.ts';
import { type House, openHouse } from '../house/open-house.ts';
import { rateOf, type Side, takeTurns } from '../measuring/rounds.ts';
import { median, ratioOf, spreadOf } from '../measuring/statistics.ts';
import type { Row } from '../report/row.ts';
import { figure, spread } from '../report/table.ts';
import type { Ground } from '../workload.ts';
import { openReference } from './reference.ts';

const CALLERS = 64;
const STEPS_OF_A_LIFE = 6;
/** The reference has as many clients as Intray has callers; whether fewer would suit it better is shown too. */
const CLIENTS = [8, 32, CALLERS];

export async function lives(ground: Ground): Promise<readonly Row[]> {
  const { postgres } = ground;
  await using house = await openHouse({
    url: await postgres.newDatabase('lives'),
    agents: CALLERS,
    routing: 'caller',
  });
  await using reference = await openReference(
    await postgres.newDatabase('lives_reference'),
    Math.max(...CLIENTS),
  );
  const sides = [throughIntray(house), ...CLIENTS.map((clients) => reference.by(clients))];
  const [ours = [], ...others] = await takeTurns(sides, ground);
  const theirs = others.at(-1) ?? [];
  const best = others.reduce((a, b) => (median(b) > median(a) ? b : a));
  const clients = CLIENTS[others.indexOf(best)];
  return [
    {
      workload: 'lives',
      what: `durable transitions/s, ${CALLERS} callers`,
      intray: spread(spreadOf(ours)),
      against: `raw SQL, one commit a transition, ${CALLERS} clients (best with ${clients} of ${CLIENTS.join('/')}: ${figure(median(best))})`,
      other: spread(spreadOf(theirs)),
      ratio: ratioOf(ours, theirs),
      bar: { kind: 'at least', value: 1.5 },
    },
  ];
}

function throughIntray(house: House): Side<number> {
  return {
    name: `Intray, ${CALLERS} callers`,
    round: (ms) =>
      rateOf(CALLERS, ms, async (number) => {
        await life(house, agentId(number));
        return STEPS_OF_A_LIFE;
      }),
  };
}

async function life({ submit, give }: House, agent: string): Promise<void> {
  const me = user(agent);
  const interactionId = await submit(agent);
  await give(ROUTER, { type: 'invite', interactionId, agentId: agent });
  await give(me, { type: 'accept', interactionId });
  await give(me, { type: 'placeInWorkbin', interactionId, workbin: trayOf(agent) });
  await give(me, { type: 'pull', interactionId });
  await give(me, { type: 'complete', interactionId });
}
