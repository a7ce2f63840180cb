/** The history of an interaction in words. */
import type { InteractionEvent } from '@intray/core';
import type { LucideIcon } from 'lucide-react';
import {
  AlarmClock,
  ArrowRightLeft,
  Ban,
  BellRing,
  CheckCheck,
  Database,
  Eye,
  FolderInput,
  Inbox,
  ListEnd,
  Moon,
  NotebookPen,
  Pause,
  Play,
  Plus,
  Reply,
  RotateCcw,
  Scale,
  SlidersHorizontal,
  Tag,
  Undo2,
  X,
} from 'lucide-react';
import type { Tone } from '../../design/tone.ts';
import type { TimelineEntry } from '../../parts/Timeline.tsx';
import { words as faultWords } from '../faults/words.ts';
import { moment } from '../moment.ts';
import type { Names } from '../names.ts';
import { words } from '../words.ts';

type Look = readonly [LucideIcon, Tone];

const LOOKS = {
  InteractionSubmitted: [Plus, 'neutral'],
  AgentInvited: [BellRing, 'accent'],
  InteractionAccepted: [Play, 'accent'],
  InviteRejected: [X, 'caution'],
  InviteRevoked: [Undo2, 'caution'],
  PlacedInWorkbin: [FolderInput, 'info'],
  ReplySent: [Reply, 'info'],
  InteractionPulled: [Inbox, 'accent'],
  MovedToWorkbin: [FolderInput, 'info'],
  MovedToQueue: [ListEnd, 'neutral'],
  TransferRouted: [ArrowRightLeft, 'info'],
  TransferOffered: [ArrowRightLeft, 'info'],
  TransferAccepted: [ArrowRightLeft, 'accent'],
  TransferRejected: [X, 'caution'],
  TransferRevoked: [Undo2, 'caution'],
  WorkReturnedToWorkbin: [Undo2, 'caution'],
  WorkReturnedToQueue: [Undo2, 'caution'],
  InteractionCompleted: [CheckCheck, 'positive'],
  InteractionReopened: [RotateCcw, 'accent'],
  InteractionRestarted: [RotateCcw, 'neutral'],
  InteractionHeld: [Pause, 'caution'],
  ResumedInWorkbin: [Play, 'neutral'],
  ResumedInQueue: [Play, 'neutral'],
  InteractionCancelled: [Ban, 'critical'],
  RulesApplied: [Scale, 'neutral'],
  RulesFailed: [Scale, 'critical'],
  TaskRejected: [Ban, 'critical'],
  ActivationAwaited: [Moon, 'neutral'],
  InteractionSnoozed: [Moon, 'neutral'],
  WokeInWorkbin: [AlarmClock, 'neutral'],
  WokeInQueue: [AlarmClock, 'neutral'],
  UserDataAttached: [Database, 'neutral'],
  UserDataUpdated: [Database, 'neutral'],
  UserDataDeleted: [Database, 'neutral'],
  PropertiesUpdated: [SlidersHorizontal, 'neutral'],
  DispositionSet: [Tag, 'neutral'],
  NoteAdded: [NotebookPen, 'neutral'],
  FocusSet: [Eye, 'neutral'],
  OpenedInWorkbin: [Eye, 'neutral'],
} as const satisfies Record<InteractionEvent['type'], Look>;

/** The facts that a sentence may name. */
function factsOf({ data }: InteractionEvent, names: Names): Readonly<Record<string, string>> {
  const facts: Record<string, string> = {};
  if ('agentId' in data) facts['agent'] = names.person(data.agentId);
  if ('workbin' in data && data.workbin !== undefined) facts['workbin'] = names.workbin(data.workbin);
  if ('queue' in data && data.queue !== undefined) facts['queue'] = names.queue(data.queue);
  if ('wakeAt' in data) facts['time'] = moment(data.wakeAt);
  if ('userData' in data && data.userData !== undefined)
    facts['keys'] = Object.keys(data.userData).join(', ');
  if ('keys' in data) facts['keys'] = data.keys.join(', ');
  if ('disposition' in data && data.disposition !== undefined)
    facts['disposition'] = data.disposition === null ? words.none : names.disposition(data.disposition);
  return facts;
}

/** `Put in {workbin}` with its facts. A fact that is missing leaves its own name, which a test would see. */
export const tell = (sentence: string, facts: Readonly<Record<string, string>>): string =>
  sentence.replace(/\{(\w+)\}/g, (_, fact: string) => facts[fact] ?? fact);

function byWhom(by: string, names: Names): string {
  if (by === '@router') return words.by.router;
  if (by === '@timer') return words.by.timer;
  return words.by.person(names.person(by));
}

function detailOf(event: InteractionEvent, names: Names): string {
  const { data, by } = event;
  if (event.type === 'NoteAdded') return `${event.data.text}\n${byWhom(by, names)}`;
  const told: string[] = [];
  if ('reason' in data && data.reason !== undefined)
    told.push(
      data.reason in words.revoked ? words.revoked[data.reason as keyof typeof words.revoked] : data.reason,
    );
  if (event.type === 'RulesFailed' && event.data.task.error !== undefined)
    told.push(faultWords.inWords(event.data.task.error.reason));
  if (event.type === 'TaskRejected' && event.data.task.rejected !== undefined)
    told.push(faultWords.inWords(event.data.task.rejected));
  if (event.type === 'InteractionCompleted' && event.data.disposition !== undefined)
    told.push(names.disposition(event.data.disposition));
  const named = 'agentId' in data && data.agentId === by;
  if (!named) told.push(byWhom(by, names));
  return told.join(', ');
}

/** One event as a step of the timeline. */
export function entryOf(event: InteractionEvent, names: Names): TimelineEntry {
  const [icon, tone] = LOOKS[event.type];
  const detail = detailOf(event, names);
  return {
    id: String(event.version),
    at: event.at,
    icon,
    tone,
    title: tell(words.story[event.type], factsOf(event, names)),
    ...(detail !== '' && { detail }),
  };
}
