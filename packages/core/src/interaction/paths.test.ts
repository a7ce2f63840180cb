/** Paths that XState's own graph search finds in the machine, walked through `decide` by people who may. */
import { expect, test } from 'vitest';
import { getShortestPaths, getSimplePaths } from 'xstate/graph';
import { type Actor, ROUTER, TIMER, user } from '../actor.ts';
import { INTERACTION_COMMAND_TYPES } from '../command-types.ts';
import type { InteractionCommand, InteractionCommandType } from '../commands.ts';
import { TRAYS } from '../testing/centre.ts';
import { given, type House } from '../testing/house.ts';
import { placesOf } from '../testing/invariants.ts';
import { inHands, ready, submitted } from '../testing/steps.ts';
import { MINUTE } from '../values.ts';
import { transitions } from './compiled.ts';
import { unsubmitted } from './evolve.ts';
import { INTERACTION_STATES, type Interaction, type InteractionState } from './interaction.ts';
import { interactionMachine } from './machine.ts';
import { rules } from './rules.ts';

const interactionId = 'i1';

/**
 * The machine with every rule saying yes, so that the search sees the first way out of each state by each command. In
 * this contact centre no transfer goes through routing: with a yes there, none would ever go straight. Nor is there a
 * capture point, so no rules are applied.
 */
const NEVER: ReadonlySet<string> = new Set([
  'mayTransferByRouting',
  'mayFailByRules',
  'mayRejectByRules',
  'mayPutOffByRules',
  'mayApplyRules',
]);
const open = interactionMachine.provide({
  guards: Object.fromEntries(Object.keys(rules).map((name) => [name, () => !NEVER.has(name)])),
});

/** Who asks for a command where the machine knows it, and with what. */
function drive(
  type: InteractionCommandType,
  { state, handler, invitation }: Interaction,
  house: House,
): readonly [Actor, InteractionCommand] {
  const lead = user('adam');
  const agent = user(handler ?? 'ana');
  switch (type) {
    case 'submit':
      return [ROUTER, { type, interactionId, mediaType: 'email', queue: 'Inbox', userData: {} }];
    case 'invite':
      return [ROUTER, { type, interactionId, agentId: 'ana' }];
    case 'accept':
    case 'reject':
      return [user(invitation?.agentId ?? ''), { type, interactionId }];
    case 'revoke':
      if (state === 'Processing') return [TIMER, { type, interactionId, reason: 'handlingTimeout' }];
      return [lead, { type, interactionId, reason: 'supervisor' }];
    case 'transfer':
      return [agent, { type, interactionId, agentId: handler === 'ana' ? 'ben' : 'ana' }];
    case 'placeInWorkbin':
    case 'moveToWorkbin':
      return [type === 'placeInWorkbin' ? agent : lead, { type, interactionId, workbin: TRAYS.team }];
    case 'moveToQueue':
      return [lead, { type, interactionId, queue: 'Anything' }];
    case 'snooze':
      return [
        handler === undefined ? lead : agent,
        { type, interactionId, wakeAt: house.now + MINUTE, workbin: TRAYS.team },
      ];
    case 'attachUserData':
    case 'updateUserData':
      return [lead, { type, interactionId, userData: { step: 'made' } }];
    case 'deleteUserData':
      return [lead, { type, interactionId, keys: ['step'] }];
    case 'addNote':
      return [lead, { type, interactionId, text: 'made a step' }];
    case 'setDisposition':
      return [lead, { type, interactionId, disposition: 'solved' }];
    case 'complete':
      return [handler === undefined ? lead : agent, { type, interactionId }];
    case 'setInFocus':
    case 'reportReply':
      return [agent, { type, interactionId }];
    case 'pull':
      return [user('ben'), { type, interactionId }];
    case 'reopen':
      return [lead, { type, interactionId }];
    default:
      return [lead, { type, interactionId }];
  }
}

interface Stage {
  readonly command: InteractionCommandType;
  readonly target: InteractionState;
}

/** The search needs something for the events to speak of; where every rule says yes, it does not matter what. */
const anything = given(ready('ana', 'ben'), submitted(), inHands('ana'));
const input = anything.standing('ana', anything.interaction());

const search = {
  events: INTERACTION_COMMAND_TYPES.map((type) => drive(type, anything.interaction(), anything)[1]),
  serializeState: (snapshot: { readonly value: unknown }) => String(snapshot.value),
  input,
};

/** What the search found, as commands with the state each leads to. The step that starts the machine is left out. */
const stagesOf = (path: {
  readonly steps: readonly {
    readonly event: { readonly type: string };
    readonly state: { readonly value: unknown };
  }[];
}): readonly Stage[] =>
  path.steps
    .filter(({ event }) => event.type !== 'xstate.init')
    .map(({ event, state }) => ({
      command: event.type as InteractionCommandType,
      target: state.value as InteractionState,
    }));

/** Walks a path as far as it goes: answers whether to its end. The house checks every invariant after every step. */
function walk(stages: readonly Stage[]): boolean {
  const house = given(ready('ana', 'ben', 'adam'));
  for (const { command, target } of stages) {
    const before = house.interactions.get(interactionId) ?? unsubmitted(interactionId);
    const [who, order] = drive(command, before, house);
    if (order.type === 'revoke' && order.reason === 'handlingTimeout')
      house.now = before.handleUntil ?? house.now;
    house.given(who, order);
    const after = house.interaction();
    expect(placesOf(after)).toHaveLength(1);
    expect(after.version).toBe(before.version + 1);
    if (after.state === target) continue;
    // The rule of the first way said no here, such as "resume in its tray" for what was held in a queue.
    const ways = transitions[before.state].get(command) ?? [];
    expect(ways.map((way) => way.target)).toContain(after.state);
    return false;
  }
  return true;
}

test('[G1 G2 G3 G4] the shortest way to every state can be walked, and nothing is lost, doubled or hidden on it', () => {
  const paths = getShortestPaths(open, search);
  expect(paths.map(({ state }) => String(state.value)).sort()).toEqual([...INTERACTION_STATES].sort());
  for (const path of paths) expect(walk(stagesOf(path))).toBe(true);
});

test('[G1 G2 G3 G4] so can every way through the machine that comes to no state twice', () => {
  const paths = getSimplePaths(open, search);
  const walked = paths.filter((path) => walk(stagesOf(path)));
  expect(walked.length, `of ${paths.length} paths`).toBeGreaterThan(300);
});
