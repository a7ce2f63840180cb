/**
 * Walks at random through a contact centre: people, the router and deadlines ask for all sorts of things, mostly
 * sensible ones. What comes out is a house full of interactions in every state, made by the rules themselves.
 */
import fc from 'fast-check';
import { type Actor, ROUTER, TIMER, user } from '../actor.ts';
import { INTERACTION_COMMAND_TYPES } from '../command-types.ts';
import {
  type Command,
  type InteractionCommand,
  type InteractionCommandType,
  REVOKE_REASONS,
} from '../commands.ts';
import { allowed } from '../interaction/allowed.ts';
import { unsubmitted } from '../interaction/evolve.ts';
import type { Interaction } from '../interaction/interaction.ts';
import { MINUTE, SECOND } from '../values.ts';
import { CONFIG, centreWith, TRAYS } from './centre.ts';
import { House } from './house.ts';
import { ready } from './steps.ts';

/** With a capture point, where rules put some work off, let some expire, and fail on some. */
const CENTRE = centreWith(
  {},
  {
    queues: [...CONFIG.queues, { id: 'Captured', name: 'Captured', agentGroups: ['Claims'] }],
    departments: [{ id: 'City', name: 'City' }],
    processes: [{ id: 'Repairs', name: 'Repairs', department: 'City' }],
    capturePoints: [{ id: 'Door', name: 'Door', queues: ['Captured'] }],
    taskRules: [
      {
        id: 'sort',
        name: 'Sort',
        phase: 'classification',
        table: {
          hit: 'first',
          when: [{ field: 'data', key: 'colour', op: 'is' }],
          do: [{ action: 'setProcess' }, { action: 'activateAfter' }, { action: 'expireAfter' }],
          rows: [
            { when: [['red']], do: ['Repairs', null, '5m'] },
            { when: [['green']], do: ['Repairs', '20s', null] },
          ],
        },
      },
      {
        id: 'rank',
        name: 'Rank',
        phase: 'prioritisation',
        when: [],
        do: [
          { action: 'increasePriority', value: 1 },
          { action: 'reprioritiseAfter', value: '1m' },
        ],
      },
    ],
  },
);

export const PEOPLE = [...CENTRE.agents.keys()];
export const ACTORS: readonly Actor[] = [ROUTER, TIMER, ...PEOPLE.map(user)];
const TRAY_LIST = Object.values(TRAYS);
const MEDIA = [...CENTRE.mediaTypes.keys()];
const QUEUES = [...CENTRE.queues.keys()];

/** The nth of a list, round and round. */
export function pick<T>(list: readonly T[], n: number): T {
  const found = list[n % list.length];
  if (found === undefined) throw new Error('Nothing to choose from.');
  return found;
}

/** A command of a kind with something sensible in it; `n` chooses among the sensible things. */
export function sensible(
  type: InteractionCommandType,
  interactionId: string,
  n: number,
  house: House,
): InteractionCommand {
  const agentId = pick(PEOPLE, n);
  const workbin = pick(TRAY_LIST, n);
  const queue = pick(QUEUES, n);
  const disposition = pick(['solved', 'spam', 'unheard of'], n);
  const userData = { colour: pick(['red', 'green', 'blue'], n), 'handling-timeout': n % 7 };
  switch (type) {
    case 'submit':
      return {
        type,
        interactionId,
        externalId: interactionId,
        mediaType: pick(MEDIA, n),
        ...(n % 4 ? {} : { interactionType: 'Outbound' as const }),
        queue,
        userData,
        priority: n % 3,
        ...(n % 2 ? { contactId: 'c1' } : {}),
        ...(n % 5 ? {} : { take: true as const }),
      };
    case 'updateProperties':
      return {
        type,
        interactionId,
        priority: n % 5,
        dueAt: n % 2 ? null : house.now,
        ...(n % 3 ? { contactId: 'c2' } : {}),
      };
    case 'invite':
    case 'transfer':
      return { type, interactionId, agentId };
    case 'revoke':
      return { type, interactionId, reason: pick(REVOKE_REASONS, n) };
    case 'placeInWorkbin':
      return { type, interactionId, workbin, saveLastAgent: n % 2 === 0 };
    case 'moveToWorkbin':
      return { type, interactionId, workbin };
    case 'moveToQueue':
      return { type, interactionId, queue };
    case 'restart':
      return { type, interactionId, ...(n % 2 ? { queue } : {}) };
    case 'complete':
      return { type, interactionId, ...(n % 4 ? {} : { disposition }) };
    case 'setDisposition':
      return { type, interactionId, disposition: n % 4 ? disposition : null };
    case 'snooze':
      return { type, interactionId, wakeAt: house.now + (n % 9) * MINUTE, ...(n % 2 ? { workbin } : {}) };
    case 'attachUserData':
    case 'updateUserData':
      return { type, interactionId, userData };
    case 'deleteUserData':
      return { type, interactionId, keys: ['colour', 'never there'] };
    case 'addNote':
      return { type, interactionId, text: 'called back' };
    case 'hold':
    case 'cancel':
    case 'reject':
      return { type, interactionId, ...(n % 2 ? { reason: 'because' } : {}) };
    default:
      return { type, interactionId };
  }
}

/** One move of the walk, as numbers, so that a failing walk shrinks well. */
interface Move {
  readonly kind: 'work' | 'anything' | 'agent' | 'time';
  readonly who: number;
  readonly what: number;
  readonly which: number;
  readonly n: number;
}

const nat = fc.nat({ max: 999 });
const move: fc.Arbitrary<Move> = fc.record({
  kind: fc.constantFrom('work', 'work', 'work', 'work', 'anything', 'agent', 'time'),
  who: nat,
  what: nat,
  which: nat,
  n: nat,
});

function sessionCommand(agentId: string, what: number, n: number): Command {
  const mediaType = pick(MEDIA, n);
  return pick<Command>(
    [
      { type: 'startSession', agentId },
      { type: 'startSession', agentId, placeId: pick(['desk 1', 'desk 3'], n) },
      { type: 'setReady', agentId },
      { type: 'setNotReady', agentId, mediaType, reason: 'lunch' },
      { type: 'renewLease', agentId },
      { type: 'expireLease', agentId },
      { type: 'endSession', agentId },
      { type: 'leaveChannel', agentId, mediaType },
    ],
    what,
  );
}

/** The interaction of that id, or one that nobody has submitted. */
export const knownOr = (house: House, id: string): Interaction =>
  house.interactions.get(id) ?? unsubmitted(id);

function take(house: House, { kind, who, what, which, n }: Move): void {
  const id = `i${which % 5}`;
  const actor = pick(ACTORS, who);
  switch (kind) {
    case 'time':
      house.pass(pick([SECOND, 20 * SECOND, MINUTE, 200 * MINUTE, -MINUTE], n));
      break;
    case 'agent': {
      const agentId = pick(PEOPLE, which);
      house.when(
        pick<Actor>([user(agentId), user(agentId), actor, TIMER], who),
        sessionCommand(agentId, what, n),
      );
      break;
    }
    case 'anything':
      house.when(actor, sensible(pick(INTERACTION_COMMAND_TYPES, what), id, n, house));
      break;
    case 'work': {
      const commands = ACTORS.flatMap((one) =>
        allowed(house.standing(one, knownOr(house, id))).map((type) => [one, type] as const),
      );
      if (commands.length === 0) return;
      const [one, type] = pick(commands, what);
      house.when(one, sensible(type, id, n, house));
    }
  }
}

function walked(moves: readonly Move[]): House {
  const house = new House(CENTRE);
  ready('ana', 'ben', 'cem', 'gus', 'lena', 'adam')(house);
  for (const one of moves) take(house, one);
  return house;
}

/** A house after a random walk, in which every step has kept the invariants. */
export const aHouse = (
  length: { readonly min: number; readonly max: number } = { min: 0, max: 60 },
): fc.Arbitrary<House> =>
  fc.array(move, { minLength: length.min, maxLength: length.max, size: 'max' }).map(walked);
