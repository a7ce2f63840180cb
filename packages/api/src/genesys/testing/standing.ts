/** Who may do what with agent1's work, said anew and by hand: the oracle that the routes are measured by. */
import { familyNamed, type MediaFamily } from '../media.ts';
import type { Place, Role } from './contact-centre.ts';

/** May look at it, and, where it lies in a workbin, take it out or move it. */
export function reaches(role: Role, place: Place): boolean {
  if (role === 'owner' || role === 'supervisor' || role === 'administrator') return true;
  return role === 'colleague of the group' && place === 'in the workbin of the group';
}

/** Has a work session. */
export const isAtWork = (role: Role): boolean => role !== 'person without a role';

/** May bring work into the queue and take it: serves it, or watches over it. */
export const mayCreate = (role: Role): boolean => isAtWork(role) && role !== 'agent of another group';

/** The media type that stands for a family here. */
export const mediumOf = ({ name }: MediaFamily): string => (name === 'tweet' ? 'twitter' : name);

/** The family that an operation such as `AddEmail` is for; `undefined` if it takes any. */
export function familyOfOperation(operation: string): MediaFamily | undefined {
  return familyNamed(operation.replace(/^(Add|Pull)/, '').toLowerCase());
}

/** An operation's body that is right, for an item that is in hand. */
export const ITEM_BODIES: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  Accept: {},
  Reject: {},
  Complete: {},
  Transfer: { userUri: '/api/v2/users/agent2' },
  PlaceInQueue: { queueName: 'Back' },
  AttachUserData: { userData: { colour: 'red' } },
  UpdateUserData: { userData: { colour: 'blue' } },
  DeleteUserData: { keys: ['colour'] },
  SetInFocus: {},
  SetDisposition: { disposition: 'solved' },
};
