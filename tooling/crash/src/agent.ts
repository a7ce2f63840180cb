/** An agent at a desk, over the real client: offers, work in hand, trays, and a lease that wants renewing. */
import { isDeepStrictEqual } from 'node:util';
import type { IntrayClient } from '@intray/api/client';
import { deskClient } from '@intray/api/testing';
import type { Command, InteractionCommand, InteractionView, Outcome, WorkbinRef } from '@intray/core';
import { Bell } from './bell.ts';
import type { Dice } from './dice.ts';
import { insist } from './insist.ts';
import type { Ledger } from './ledger.ts';

/** A third of the demo's lease, in milliseconds. */
const RENEW_EVERY = 5_000;
/** Whoever has so much in hand takes nothing more out of trays. */
const ENOUGH = 8;
/** Now and then a command is given twice, as by a client that did not hear the answer. */
const TWICE = 0.05;

export interface AgentPorts {
  readonly url: string;
  readonly agentId: string;
  readonly colleagues: readonly string[];
  readonly ledger: Ledger;
  readonly dice: Dice;
  readonly signal: AbortSignal;
}

export interface AgentAtWork {
  /** From now on everything is finished and nothing put aside. */
  drain(): void;
  /** Resolves when the command in hand is answered and the agent is gone. */
  leave(): Promise<void>;
  /** Rejects when the agent cannot go on: a login was lost, an answer made no sense. Else settles with `leave`. */
  readonly working: Promise<void>;
}

export async function startAgent(ports: AgentPorts): Promise<AgentAtWork> {
  const { url, agentId, ledger, dice, signal } = ports;
  const client = await deskClient(url, agentId, { backoff: { first: 25, longest: 100 } });
  const bell = new Bell();
  let draining = false;
  let leaving = false;

  /** One command id until an answer comes, however often server and database die meanwhile. */
  async function give(command: Command): Promise<Outcome> {
    const commandId = client.newCommandId();
    const once = () => insist(signal, () => client.execute(command, { commandId, signal }));
    const outcome = await once();
    ledger.answered(commandId, agentId, command, outcome);
    if (outcome.ok && outcome.events.length > 0 && dice.chance(TWICE)) {
      const again = await once();
      if (!isDeepStrictEqual(again, outcome))
        ledger.contradiction(`${commandId} was answered ${JSON.stringify([outcome, again])}`);
    }
    return outcome;
  }

  async function takePart(): Promise<boolean> {
    const desk = await insist(signal, () => client.trpc.desk.me.query(undefined, { signal }));
    const { session } = desk;
    if (!session.active) await give({ type: 'startSession', agentId });
    else if (!session.reachable) await give({ type: 'renewLease', agentId });
    if (!Object.values(session.channels).some(({ ready }) => ready))
      await give({ type: 'setReady', agentId });

    const commands = desk.work.flatMap((view) => nextStep(view, ports, draining) ?? []);
    if (desk.work.length < ENOUGH) commands.push(...(await outOfTrays(client, ports)));
    const outcomes = await Promise.all(commands.map(give));
    return outcomes.some(({ ok }) => ok);
  }

  async function work(): Promise<void> {
    while (!leaving) {
      const rung = bell.rung;
      if (!(await takePart()) && !leaving) await bell.after(rung);
    }
  }

  // A lease is renewed by the clock: that is what it is.
  const renewing = setInterval(() => {
    bell.ring();
    // Whatever makes this fail makes the agent's next question fail too, and that is heard.
    give({ type: 'renewLease', agentId }).catch(() => {});
  }, RENEW_EVERY);
  const following = client.followFeed({ onMessage: () => bell.ring(), onState: () => bell.ring() });
  const goHome = () => {
    clearInterval(renewing);
    following.stop();
    client.close();
    bell.ring();
  };
  signal.addEventListener('abort', goHome, { once: true });
  const working = work();
  working.catch(() => {});

  return {
    working,
    drain() {
      draining = true;
      bell.ring();
    },
    async leave() {
      leaving = true;
      bell.ring();
      try {
        await working;
      } finally {
        signal.removeEventListener('abort', goHome);
        goHome();
      }
    },
  };
}

/** What the agent does next with something offered or in hand; nothing if there is nothing to do but wait. */
function nextStep(
  { interaction, allowed }: InteractionView,
  { agentId, colleagues, dice }: AgentPorts,
  draining: boolean,
): InteractionCommand | undefined {
  const interactionId = interaction.id;
  if (allowed.includes('accept'))
    return { type: draining || dice.chance(0.9) ? 'accept' : 'reject', interactionId };
  if (interaction.state !== 'Processing') return undefined;
  if (draining) return { type: 'complete', interactionId, disposition: 'resolved' };

  const tray = (type: string, kind: WorkbinRef['owner']['kind'], id: string): WorkbinRef => ({
    type,
    owner: { kind, id },
  });
  const trays = [
    tray('team.shared', 'AgentGroup', 'Demo Team'),
    tray('workitem.in-progress', 'Agent', agentId),
    tray('place.tray', 'Place', `Place ${agentId}`),
  ];
  switch (dice.below(16)) {
    case 0:
    case 1:
    case 2:
    case 3:
      return { type: 'placeInWorkbin', interactionId, workbin: dice.pick(trays) };
    case 4:
    case 5:
      return {
        type: 'attachUserData',
        interactionId,
        userData: { [`Key ${dice.below(5)}`]: dice.below(1_000) },
      };
    case 6:
      return { type: 'addNote', interactionId, text: 'Called back; will send the papers.' };
    case 7:
      return { type: 'setDisposition', interactionId, disposition: 'answered' };
    case 8:
      return { type: 'transfer', interactionId, agentId: dice.pick(colleagues) };
    case 9: {
      const wakeAt = Date.now() + 500 + dice.below(2_000);
      return {
        type: 'snooze',
        interactionId,
        wakeAt,
        ...(dice.chance(0.5) ? { workbin: dice.pick(trays) } : {}),
      };
    }
    case 10:
      return { type: 'moveToQueue', interactionId, queue: 'Inbox' };
    default:
      return { type: 'complete', interactionId };
  }
}

/** Something out of each tray that has something. Colleagues reach for the same; one of them gets it. */
async function outOfTrays(
  { trpc }: IntrayClient,
  { dice, signal }: AgentPorts,
): Promise<readonly InteractionCommand[]> {
  const trays = await insist(signal, () => trpc.workbins.list.query(undefined, { signal }));
  const contents = await Promise.all(
    trays
      .filter(({ mine, count }) => mine && count > 0)
      .map(({ workbin }) =>
        insist(signal, () => trpc.workbins.content.query({ workbin, page: { limit: 10 } }, { signal })),
      ),
  );
  return contents
    .filter(({ items }) => items.length > 0)
    .map(({ items }) => ({ type: 'pull', interactionId: dice.pick(items).id }));
}
