/** Which operations somebody may give at all: what a screen offers before anybody has chosen any work. */
import type { Privilege } from '../access/privileges.ts';
import type { Operation } from './operation.ts';

/** The privilege that a team lead's rule asks for each; whether it holds for a piece of work is said by its preview. */
const ASKED = {
  moveToQueue: 'manage-move-to-queue',
  moveToWorkbin: 'manage-move-to-workbin',
  invite: 'assign',
  revoke: 'take-back',
  hold: 'hold',
  resume: 'resume',
  complete: 'manage-mark-done',
  cancel: 'cancel',
  restart: 'restart',
  updateProperties: 'update',
  updateUserData: 'manage-case-data',
  applyRules: 'update',
} as const satisfies Record<Operation['type'], Privilege>;

export const operationsOffered = (privileges: readonly Privilege[]): readonly Operation['type'][] =>
  privileges.includes('manage-interactions')
    ? (Object.keys(ASKED) as Operation['type'][]).filter((type) => privileges.includes(ASKED[type]))
    : [];
