/**
 * Durable routing from end to end: work is submitted, the router offers it to one of a thousand agents who are ready, and
 * that agent, who hears of it from the feed, accepts and completes it. Four transitions; the router chooses and offers by
 * itself.
 */
import { agentId } from '../house/centre.ts';
import { type House, openHouse } from '../house/open-house.ts';
import { serve } from '../house/serve.ts';
import { openReference } from '../lives/reference.ts';
import { latenciesAtPace } from '../measuring/pace.ts';
import { rateOf, type Side, takeTurns } from '../measuring/rounds.ts';
import { median, quantile, ratioOf, spreadOf } from '../measuring/statistics.ts';
import type { Row } from '../report/row.ts';
import { figure, spread } from '../report/table.ts';
import type { Ground } from '../workload.ts';
import { openBare } from './bare.ts';
import { AGENTS, connectedTeam, followingTeam, type Team } from './team.ts';

/** As many pieces of work are on their way at a time as the reference has clients. */
const CALLERS = 64;
/** Submit, invite, accept, complete. */
const STEPS_OF_A_DELIVERY = 4;
const CONNECTIONS = 64;

export async function routing(ground: Ground): Promise<readonly Row[]> {
  const url = await ground.postgres.newDatabase('routing');
  await using house = await openHouse({ url, agents: AGENTS, routing: 'server' });
  const { row, perSecond } = await throughput(house, ground);
  return [row, ...(await offersSeen(house, perSecond / 2, ground))];
}

/** @returns its line, and how many pieces of work were done a second */
async function throughput(house: House, ground: Ground): Promise<{ row: Row; perSecond: number }> {
  await using reference = await openReference(
    await ground.postgres.newDatabase('routing_reference'),
    CALLERS,
  );
  await using team = await followingTeam(house);
  const sides = [throughIntray(house, team), reference.by(CALLERS, 'delivery')];
  const [ours = [], theirs = []] = await takeTurns(sides, ground);
  return {
    row: {
      workload: 'routing',
      what: `durable transitions/s, ${AGENTS.toLocaleString('en-US')} agents ready, ${CALLERS} pieces of work at a time`,
      intray: spread(spreadOf(ours)),
      against: `raw SQL, one commit a transition, ${CALLERS} clients`,
      other: spread(spreadOf(theirs)),
      ratio: ratioOf(ours, theirs),
      bar: { kind: 'at least', value: 1.5 },
    },
    perSecond: median(ours) / STEPS_OF_A_DELIVERY,
  };
}

function throughIntray({ engine, submitAs }: House, team: Team): Side<number> {
  return {
    name: `Intray, ${CALLERS} pieces of work`,
    round: (ms) =>
      rateOf(CALLERS, ms, async (number) => {
        const interactionId = engine.newInteractionId();
        const done = team.done(interactionId);
        await submitAs(agentId(number), interactionId);
        await done;
        return STEPS_OF_A_DELIVERY;
      }),
  };
}

/** @param perSecond how many pieces of work come in */
async function offersSeen(house: House, perSecond: number, ground: Ground): Promise<readonly Row[]> {
  await using server = await serve(house);
  ground.tell(`connecting ${AGENTS} agents`);
  await using team = await connectedTeam(house, server);
  await using bare = await openBare(await ground.postgres.newDatabase('routing_bare'), CONNECTIONS);
  const commits = [perSecond * STEPS_OF_A_DELIVERY, perSecond];
  const sides = [onTheWire(house, team, perSecond), ...commits.map(bare.commits)];
  const [ours = [], ...others] = await takeTurns(sides, ground);
  const p99 = (round: readonly number[]) => quantile(round, 0.99);
  return commits.map((rate, index) => {
    const theirs = others[index] ?? [];
    return {
      workload: 'routing',
      what: `ms from submit to offer seen, ${figure(perSecond)} pieces of work/s, p99 (p50)`,
      intray: tail(ours.flat()),
      against: `insert, commit, ${figure(rate)}/s`,
      other: tail(theirs.flat()),
      ratio: ratioOf(ours.map(p99), theirs.map(p99)),
      ...(index === 0 ? { bar: { kind: 'at most', value: 10 } as const } : {}),
    };
  });
}

const tail = (latencies: readonly number[]): string =>
  `${figure(quantile(latencies, 0.99))} ms (${figure(median(latencies))})`;

function onTheWire({ engine, submitAs }: House, team: Team, perSecond: number): Side<readonly number[]> {
  return {
    name: `Intray, ${Math.round(perSecond).toLocaleString('en-US')} pieces of work/s`,
    round: (ms) =>
      latenciesAtPace(perSecond, ms, async (number) => {
        const interactionId = engine.newInteractionId();
        const done = team.done(interactionId);
        const [seenAt] = await Promise.all([done, submitAs(agentId(number % AGENTS), interactionId)]);
        return seenAt;
      }),
  };
}
