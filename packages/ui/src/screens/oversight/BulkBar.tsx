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
  /** How many rows are chosen. */
  readonly chosen: number;
  readonly offered: readonly Operation['type'][];
  readonly onBegin: (operation: Operation['type']) => void;
  readonly onLetGo: () => void;
}

function itemsOf(types: readonly Operation['type'][], onBegin: (operation: Operation['type']) => void) {
  return types.map((type) => ({
    id: type,
    label: words.bulk.operations[type],
    icon: ICONS[type],
    danger: type === 'cancel',
    onSelect: () => onBegin(type),
  }));
}

const here = (offered: readonly Operation['type'][]) => offered.filter((type) => !NOT_HERE.has(type));

/** What can be done with the chosen rows. */
export function BulkBar({ chosen, offered, onBegin, onLetGo }: BulkBarProps) {
  const { bulk } = words;
  const all = here(offered);
  const bar = all.slice(0, IN_THE_BAR);
  const rest = all.slice(bar.length);
  return (
    <div className={css.bulk}>
      <Toolbar label={bulk.bar}>
        <span role="status">{bulk.chosen(chosen)}</span>
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
                {bulk.more}
              </Button>
            }
            groups={[{ id: 'rest', items: itemsOf(rest, onBegin) }]}
          />
        )}
        <Button size="s" kind="bare" onClick={onLetGo}>
          {bulk.letGo}
        </Button>
      </Toolbar>
    </div>
  );
}

/** What can be done with all that is found, chosen or not. */
export function BulkMenu({ offered, onBegin }: Pick<BulkBarProps, 'offered' | 'onBegin'>) {
  return (
    <div className={css.toAll}>
      <Menu
        align="end"
        trigger={<Button icon={Ellipsis}>{words.bulk.everything}</Button>}
        groups={[{ id: 'all', items: itemsOf(here(offered), onBegin) }]}
      />
    </div>
  );
}
