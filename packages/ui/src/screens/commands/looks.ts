/**
 * How each command looks: its sign, its key, what it asks before it is given. Whether it can be given is never decided
 * here: the server's `allowed` is drawn as it comes.
 */
import type { InteractionCommandType } from '@intray/core';
import {
  AlarmClock,
  ArrowRightLeft,
  Ban,
  Check,
  CheckCheck,
  Eye,
  FolderInput,
  Inbox,
  ListEnd,
  ListPlus,
  type LucideIcon,
  Moon,
  NotebookPen,
  Pause,
  PencilLine,
  Play,
  Plus,
  Reply,
  RotateCcw,
  Scale,
  SlidersHorizontal,
  Tag,
  Trash2,
  Undo2,
  UserPlus,
  X,
} from 'lucide-react';

/** What must be known before the command can be given; `nothing` is given at once. */
export type Question =
  | 'nothing'
  | 'workbin'
  | 'queue'
  | 'colleague'
  | 'completion'
  | 'disposition'
  | 'moment'
  | 'reason'
  | 'properties'
  /** Asked in the item's own pane, where data and notes are. */
  | 'data'
  | 'note';

export interface CommandLook {
  readonly icon: LucideIcon;
  /** As react-hotkeys-hook reads it. No two commands that one state knows have the same. */
  readonly shortcut?: string;
  readonly asks: Question;
  /** `bar`: a button; `more`: in the menu; `silent`: the desk gives it by itself. */
  readonly shown: 'bar' | 'more' | 'silent';
  readonly danger?: boolean;
}

export const COMMAND_LOOKS = {
  submit: { icon: Plus, asks: 'nothing', shown: 'silent' },
  accept: { icon: Check, shortcut: 'a', asks: 'nothing', shown: 'bar' },
  reject: { icon: X, shortcut: 'r', asks: 'nothing', shown: 'bar' },
  pull: { icon: Inbox, shortcut: 'p', asks: 'nothing', shown: 'bar' },
  complete: { icon: CheckCheck, shortcut: 'd', asks: 'completion', shown: 'bar' },
  placeInWorkbin: { icon: FolderInput, shortcut: 'w', asks: 'workbin', shown: 'bar' },
  reportReply: { icon: Reply, asks: 'nothing', shown: 'more' },
  moveToWorkbin: { icon: FolderInput, shortcut: 'w', asks: 'workbin', shown: 'bar' },
  transfer: { icon: ArrowRightLeft, shortcut: 't', asks: 'colleague', shown: 'bar' },
  snooze: { icon: Moon, shortcut: 's', asks: 'moment', shown: 'bar' },
  wake: { icon: AlarmClock, shortcut: 'shift+s', asks: 'nothing', shown: 'bar' },
  reopen: { icon: RotateCcw, shortcut: 'o', asks: 'nothing', shown: 'bar' },
  resume: { icon: Play, shortcut: 'h', asks: 'nothing', shown: 'bar' },
  moveToQueue: { icon: ListEnd, shortcut: 'q', asks: 'queue', shown: 'more' },
  restart: { icon: ListPlus, shortcut: 'shift+q', asks: 'queue', shown: 'bar' },
  invite: { icon: UserPlus, shortcut: 'i', asks: 'colleague', shown: 'more' },
  revoke: { icon: Undo2, shortcut: 'b', asks: 'nothing', shown: 'bar' },
  hold: { icon: Pause, shortcut: 'h', asks: 'reason', shown: 'more' },
  setDisposition: { icon: Tag, shortcut: 'l', asks: 'disposition', shown: 'more' },
  addNote: { icon: NotebookPen, shortcut: 'n', asks: 'note', shown: 'more' },
  attachUserData: { icon: Plus, asks: 'data', shown: 'more' },
  updateUserData: { icon: PencilLine, shortcut: 'e', asks: 'data', shown: 'more' },
  deleteUserData: { icon: Trash2, asks: 'data', shown: 'more' },
  updateProperties: { icon: SlidersHorizontal, shortcut: 'u', asks: 'properties', shown: 'more' },
  applyRules: { icon: Scale, shortcut: 'y', asks: 'nothing', shown: 'more' },
  cancel: { icon: Ban, shortcut: 'shift+x', asks: 'reason', shown: 'more', danger: true },
  setInFocus: { icon: Eye, asks: 'nothing', shown: 'silent' },
} as const satisfies Record<InteractionCommandType, CommandLook>;

/** The look of a command. */
export const lookOf = (command: InteractionCommandType): CommandLook => COMMAND_LOOKS[command];

/** The order in which they stand, whatever order they are allowed in: the usual one first. */
const ORDER = Object.keys(COMMAND_LOOKS) as readonly InteractionCommandType[];

/** What is allowed, as it is drawn: buttons and menu. */
export function arranged(allowed: readonly InteractionCommandType[]) {
  const sorted = ORDER.filter((command) => allowed.includes(command));
  return {
    bar: sorted.filter((command) => COMMAND_LOOKS[command].shown === 'bar'),
    more: sorted.filter((command) => COMMAND_LOOKS[command].shown === 'more'),
  };
}
