import type { InteractionState } from '@intray/core';
import {
  ArrowRightLeft,
  BellRing,
  CircleCheck,
  CircleDashed,
  CirclePause,
  CirclePlay,
  CirclePlus,
  CircleSlash,
  Inbox,
  type LucideIcon,
  Moon,
} from 'lucide-react';
import type { Tone } from '../design/tone.ts';
import { Badge, type BadgeProps } from './Badge.tsx';
import { VisuallyHidden } from './VisuallyHidden.tsx';

interface Look {
  readonly tone: Tone;
  readonly icon: LucideIcon;
}

/** Every state has its own icon, so that the ten stay apart without colour and in print. */
const LOOKS = {
  New: { tone: 'neutral', icon: CirclePlus },
  Queued: { tone: 'neutral', icon: CircleDashed },
  Invited: { tone: 'accent', icon: BellRing },
  Processing: { tone: 'accent', icon: CirclePlay },
  Transferring: { tone: 'info', icon: ArrowRightLeft },
  InWorkbin: { tone: 'info', icon: Inbox },
  Snoozed: { tone: 'neutral', icon: Moon },
  Held: { tone: 'caution', icon: CirclePause },
  Done: { tone: 'positive', icon: CircleCheck },
  Cancelled: { tone: 'critical', icon: CircleSlash },
} satisfies Record<InteractionState, Look>;

export interface StateBadgeProps {
  readonly state: InteractionState;
  /** The state in the reader's words. */
  readonly label: string;
  readonly look?: BadgeProps['look'];
  /** Only the icon is drawn; the word is heard. */
  readonly short?: boolean;
}

/** Where an interaction is in its life: an icon, a word, and a colour that only repeats them. */
export function StateBadge({ state, label, look = 'soft', short = false }: StateBadgeProps) {
  if (short)
    return (
      <Badge {...LOOKS[state]} look="plain">
        <VisuallyHidden>{label}</VisuallyHidden>
      </Badge>
    );
  return (
    <Badge {...LOOKS[state]} look={look}>
      {label}
    </Badge>
  );
}
