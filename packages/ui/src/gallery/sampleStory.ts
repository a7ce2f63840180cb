import { BellRing, Copy, Inbox, Link, Plus, Tag, Trash2, UserCheck } from 'lucide-react';
import type { MenuGroup } from '../parts/Menu.tsx';
import type { TimelineEntry } from '../parts/Timeline.tsx';

const ago = (minutes: number) => Date.now() - minutes * 60_000;
const nothing = () => {};

export const HISTORY: readonly TimelineEntry[] = [
  {
    id: '4',
    at: ago(3),
    icon: Inbox,
    tone: 'info',
    title: 'Placed in Team shared',
    detail: 'Maya Cohen: waiting for the crew',
  },
  {
    id: '3',
    at: ago(41),
    icon: UserCheck,
    tone: 'accent',
    title: 'Accepted',
    detail: 'Maya Cohen, after 6 s',
  },
  { id: '2', at: ago(42), icon: BellRing, title: 'Offered to Maya Cohen' },
  { id: '1', at: ago(190), icon: Plus, title: 'Submitted', detail: 'City portal' },
];

export const MENU: readonly MenuGroup[] = [
  {
    id: 'copy',
    items: [
      { id: 'id', label: 'Copy the id', icon: Copy, shortcut: 'mod+c', onSelect: nothing },
      { id: 'link', label: 'Copy the link', icon: Link, onSelect: nothing },
      { id: 'tag', label: 'Set a disposition', icon: Tag, disabled: true, onSelect: nothing },
    ],
  },
  {
    id: 'view',
    label: 'Show',
    items: [
      { id: 'empty', label: 'Empty fields', checked: true, onSelect: nothing },
      { id: 'raw', label: 'Raw data', checked: false, onSelect: nothing },
    ],
  },
  {
    id: 'end',
    items: [{ id: 'cancel', label: 'Cancel the item', icon: Trash2, danger: true, onSelect: nothing }],
  },
];
