'use client';
import type { Operation } from '@intray/core';
import {
  Ban,
  CheckCheck,
  Ellipsis,
  FolderInput,
  ListEnd,
  ListPlus,
  type LucideIcon,
  Pause,
  PencilLine,
  Play,
  Scale,
  SlidersHorizontal,
  Undo2,
  UserPlus,
} from 'lucide-react';
import { Button } from '../../parts/Button.tsx';
import { Menu } from '../../parts/Menu.tsx';
import { Toolbar } from '../../parts/Toolbar.tsx';
import css from './Oversight.module.css';
import { words } from './words.ts';

const ICONS = {
  moveToQueue: ListEnd,
  moveToWorkbin: FolderInput,
  invite: UserPlus,
  revoke: Undo2,
  hold: Pause,
  resume: Play,
  complete: CheckCheck,
  cancel: Ban,
  restart: ListPlus,
  updateProperties: SlidersHorizontal,
  updateUserData: PencilLine,
  applyRules: Scale,
} as const satisfies Record<Operation['type'], LucideIcon>;

/** What is finished or cancelled lies in no queue or tray, so there is nothing to put back here. */
const NOT_HERE: ReadonlySet<Operation['type']> = new Set(['restart']);
const IN_THE_BAR = 4;

export interface BulkBarProps {
  /** How many rows are chosen; with none it is about all that is found. */
  readonly chosen: number;
  readonly offered: readonly Operation['type'][];
  readonly onBegin: (operation: Operation['type']) => void;
  readonly onLetGo: () => void;
}

/** What can be done with several pieces of work at once. */
export function BulkBar({ chosen, offered, onBegin, onLetGo }: BulkBarProps) {
  const { bulk } = words;
  const here = offered.filter((type) => !NOT_HERE.has(type));
  const bar = chosen > 0 ? here.slice(0, IN_THE_BAR) : [];
  const rest = here.slice(bar.length);
  return (
    <div className={css.bulk} data-chosen={chosen > 0 || undefined}>
      <Toolbar label={bulk.bar}>
        {chosen > 0 && <span role="status">{bulk.chosen(chosen)}</span>}
        {bar.map((type, index) => (
          <Button
            key={type}
            size="s"
            icon={ICONS[type]}
            {...(index === 0 && { kind: 'primary' as const })}
            onClick={() => onBegin(type)}
          >
            {bulk.operations[type]}
          </Button>
        ))}
        {rest.length > 0 && (
          <Menu
            trigger={
              <Button size="s" icon={Ellipsis}>
                {chosen > 0 ? bulk.more : bulk.everything}
              </Button>
            }
            groups={[
              {
                id: 'rest',
                items: rest.map((type) => ({
                  id: type,
                  label: bulk.operations[type],
                  icon: ICONS[type],
                  danger: type === 'cancel',
                  onSelect: () => onBegin(type),
                })),
              },
            ]}
          />
        )}
        {chosen > 0 && (
          <Button size="s" kind="bare" onClick={onLetGo}>
            {bulk.letGo}
          </Button>
        )}
      </Toolbar>
    </div>
  );
}
