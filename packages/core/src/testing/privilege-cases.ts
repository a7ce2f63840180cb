/** For each privilege the server holds people to: a situation, and what only its holder can do in it. */
import type { Privilege } from '../access/privileges.ts';
import { user } from '../actor.ts';
import type { InteractionCommand } from '../commands.ts';
import { mayConfigure } from '../config/change.ts';
import { allowed } from '../interaction/allowed.ts';
import { maySeeServers } from '../nodes/node.ts';
import type { Refusal } from '../refusals.ts';
import type { WorkbinRef } from '../workbin/workbin.ts';
import { TRAYS } from './centre.ts';
import type { House, Step } from './house.ts';
import { tray } from './privileges.ts';
import { inHands, invited, ready, submitted } from './steps.ts';
import { knownOr } from './walk.ts';

export interface PrivilegeCase {
  /** What else `tess` must be allowed, besides the privilege and what it needs. */
  readonly besides: readonly Privilege[];
  /** What has happened by then, while she was allowed everything. */
  readonly given: readonly Step[];
  /** Tries it; the refusal if she may not. */
  readonly tries: (house: House) => Refusal | null;
}

/** A command of `tess` to the interaction `i1`. It is listed exactly if it is granted. */
const asks =
  (command: InteractionCommand) =>
  (house: House): Refusal | null => {
    const listed = allowed(house.standing('tess', knownOr(house, 'i1'))).includes(command.type);
    const decision = house.when('tess', command);
    if (listed !== decision.ok)
      throw new Error(`"${command.type}" is listed: ${listed}, done: ${decision.ok}`);
    return decision.ok ? null : decision.refusal;
  };

const interactionId = 'i1';
const own: readonly Step[] = [ready('tess', 'ben', 'ana'), submitted('i1', { queue: 'Tests' })];
const inOwnHands = [...own, inHands('tess')];
/** Work of the group she supervises, in its queue. */
const watched: readonly Step[] = [ready('tess', 'ben', 'ana'), submitted()];
const by =
  (who: string, command: InteractionCommand): Step =>
  (house) =>
    house.given(who, command);
const note = asks({ type: 'addNote', interactionId, text: 'called back' });
const pull = asks({ type: 'pull', interactionId });
const complete = asks({ type: 'complete', interactionId });
/** Where she has no part in it, it lies here. */
const elsewhere = (workbin: WorkbinRef): readonly Step[] => [
  ready('tess'),
  submitted('i1', { queue: 'Orders' }),
  by('adam', { type: 'moveToWorkbin', interactionId, workbin }),
];

export const PRIVILEGE_CASES: Readonly<Partial<Record<Privilege, PrivilegeCase>>> = {
  handle: {
    besides: [],
    given: [],
    tries: (house) => {
      const channels = [{ mediaType: 'email' }];
      const decision = house.when('tess', { type: 'startSession', agentId: 'tess', channels });
      return decision.ok ? null : decision.refusal;
    },
  },
  decline: { besides: [], given: [...own, invited('tess')], tries: asks({ type: 'reject', interactionId }) },
  'mark-done': { besides: [], given: inOwnHands, tries: complete },
  transfer: {
    besides: [],
    given: inOwnHands,
    tries: asks({ type: 'transfer', interactionId, agentId: 'ben' }),
  },
  'set-disposition': {
    besides: [],
    given: inOwnHands,
    tries: asks({ type: 'setDisposition', interactionId, disposition: 'solved' }),
  },
  'move-to-workbin': {
    besides: [],
    given: inOwnHands,
    tries: asks({ type: 'placeInWorkbin', interactionId, workbin: tray }),
  },
  'move-to-queue': {
    besides: [],
    given: inOwnHands,
    tries: asks({ type: 'moveToQueue', interactionId, queue: 'Orders' }),
  },
  'use-workbins': {
    besides: ['handle'],
    given: [...inOwnHands, by('tess', { type: 'placeInWorkbin', interactionId, workbin: tray })],
    tries: pull,
  },
  'use-history': {
    besides: ['handle', 'pull-from-queue'],
    given: [ready('tess'), submitted('i1', { queue: 'Orders' })],
    tries: pull,
  },
  'pull-from-queue': { besides: ['handle'], given: own, tries: pull },
  'pull-from-shared-workbins': { besides: ['handle'], given: elsewhere(TRAYS.sales), tries: pull },
  'pull-from-workbins-of-others': {
    besides: ['handle'],
    given: elsewhere({ type: 'email.in-progress', owner: { kind: 'Agent', id: 'cem' } }),
    tries: pull,
  },
  reopen: {
    besides: [],
    given: [...inOwnHands, by('tess', { type: 'complete', interactionId })],
    tries: asks({ type: 'reopen', interactionId }),
  },
  'mark-done-from-history': { besides: ['pull-from-queue'], given: own, tries: complete },
  submit: {
    besides: [],
    given: [],
    tries: asks({
      type: 'submit',
      interactionId,
      mediaType: 'email',
      queue: 'Tests',
      userData: {},
    }),
  },
  'use-team-workbins': {
    besides: ['handle'],
    given: [...watched, by('adam', { type: 'moveToWorkbin', interactionId, workbin: TRAYS.ana })],
    tries: pull,
  },
  'manage-interactions': { besides: [], given: watched, tries: note },
  'manage-move-to-queue': {
    besides: [],
    given: watched,
    tries: asks({ type: 'moveToQueue', interactionId, queue: 'Orders' }),
  },
  'manage-move-to-workbin': {
    besides: ['use-team-workbins'],
    given: watched,
    tries: asks({ type: 'moveToWorkbin', interactionId, workbin: TRAYS.ana }),
  },
  'manage-case-data': {
    besides: [],
    given: watched,
    tries: asks({ type: 'attachUserData', interactionId, userData: { colour: 'red' } }),
  },
  'manage-mark-done': { besides: [], given: watched, tries: complete },
  hold: { besides: [], given: watched, tries: asks({ type: 'hold', interactionId }) },
  resume: {
    besides: [],
    given: [...watched, by('adam', { type: 'hold', interactionId })],
    tries: asks({ type: 'resume', interactionId }),
  },
  cancel: { besides: [], given: watched, tries: asks({ type: 'cancel', interactionId }) },
  restart: {
    besides: [],
    given: [...watched, by('adam', { type: 'cancel', interactionId })],
    tries: asks({ type: 'restart', interactionId }),
  },
  update: {
    besides: [],
    given: watched,
    tries: asks({ type: 'updateProperties', interactionId, priority: 7 }),
  },
  'watch-team': { besides: [], given: [...watched, inHands('ana')], tries: note },
  'change-agent-state': {
    besides: [],
    given: watched,
    tries: (house) => {
      const decision = house.when('tess', { type: 'setNotReady', agentId: 'ana' });
      return decision.ok ? null : decision.refusal;
    },
  },
  assign: {
    besides: ['manage-interactions'],
    given: watched,
    tries: asks({ type: 'invite', interactionId, agentId: 'ben' }),
  },
  'take-back': {
    besides: [],
    given: [...watched, inHands('ana')],
    tries: asks({ type: 'revoke', interactionId, reason: 'supervisor' }),
  },
  supervise: { besides: [], given: watched, tries: asks({ type: 'hold', interactionId }) },
  oversee: { besides: [], given: elsewhere(TRAYS.sales), tries: note },
  configure: { besides: [], given: [], tries: ({ centre }) => mayConfigure(user('tess'), centre) },
  'see-servers': { besides: [], given: [], tries: ({ centre }) => maySeeServers(user('tess'), centre) },
  administer: { besides: [], given: [], tries: ({ centre }) => mayConfigure(user('tess'), centre) },
};
