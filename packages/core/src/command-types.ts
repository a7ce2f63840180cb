/**
 * The commands by name, without what reads them: a desk that shows commands gives them and reads none. A name that is
 * missing or too many does not compile.
 */
import type { Command, InteractionCommandType, SessionCommand, SessionCommandType } from './commands.ts';

const INTERACTION: Readonly<Record<InteractionCommandType, true>> = {
  submit: true,
  updateProperties: true,
  invite: true,
  accept: true,
  reject: true,
  revoke: true,
  placeInWorkbin: true,
  pull: true,
  moveToWorkbin: true,
  moveToQueue: true,
  reportReply: true,
  transfer: true,
  complete: true,
  reopen: true,
  restart: true,
  hold: true,
  resume: true,
  applyRules: true,
  cancel: true,
  snooze: true,
  wake: true,
  attachUserData: true,
  updateUserData: true,
  deleteUserData: true,
  setDisposition: true,
  addNote: true,
  setInFocus: true,
};
const SESSION: Readonly<Record<SessionCommandType, true>> = {
  startSession: true,
  endSession: true,
  renewLease: true,
  expireLease: true,
  setReady: true,
  setNotReady: true,
  leaveChannel: true,
};

export const INTERACTION_COMMAND_TYPES = Object.keys(INTERACTION) as readonly InteractionCommandType[];
export const SESSION_COMMAND_TYPES = Object.keys(SESSION) as readonly SessionCommandType[];

export const isSessionCommand = (command: Command): command is SessionCommand => command.type in SESSION;
