'use client';
import type { InteractionCommandType } from '@intray/core';
import { Ellipsis } from 'lucide-react';
import { Button } from '../../parts/Button.tsx';
import { IconButton } from '../../parts/IconButton.tsx';
import { Menu } from '../../parts/Menu.tsx';
import { Toolbar } from '../../parts/Toolbar.tsx';
import type { Givable } from '../offline/useGivable.ts';
import { inRow, useKeys } from '../useKeys.ts';
import { words } from '../words.ts';
import { arranged, lookOf } from './looks.ts';

export interface CommandBarProps {
  /** As the server says; drawn exactly. */
  readonly allowed: readonly InteractionCommandType[];
  readonly onBegin: (command: InteractionCommandType) => void;
  readonly busy: boolean;
  /** Which of them can be given at the moment; all, unless said. */
  readonly givable?: Givable;
}

const all: Givable = () => ({});

/** Everything that may be done with the open item, and nothing else. */
export function CommandBar({ allowed, onBegin, busy, givable = all }: CommandBarProps) {
  const { bar, more } = arranged(allowed);
  useKeys(
    Object.fromEntries(
      [...bar, ...more].flatMap((command) => {
        const { shortcut } = lookOf(command);
        return shortcut === undefined ? [] : [[shortcut, () => onBegin(command)]];
      }),
    ),
    (target) => !inRow(target),
  );
  if (bar.length + more.length === 0) return null;
  const [first] = bar;
  return (
    <Toolbar label={words.item.commands}>
      {bar.map((command) => (
        <Button
          key={command}
          size="s"
          icon={lookOf(command).icon}
          {...(lookOf(command).shortcut && { shortcut: lookOf(command).shortcut })}
          {...(command === first && { kind: 'primary' as const })}
          data-command={command}
          aria-disabled={busy}
          {...givable(command)}
          onClick={() => onBegin(command)}
        >
          {words.commands[command]}
        </Button>
      ))}
      {more.length > 0 && (
        <Menu
          align="end"
          trigger={<IconButton icon={Ellipsis} label={words.item.more} size="s" />}
          groups={[
            {
              id: 'more',
              items: more.map((command) => {
                const { icon, shortcut, danger } = lookOf(command);
                return {
                  id: command,
                  label: words.commands[command],
                  icon,
                  ...(shortcut && { shortcut }),
                  ...(danger && { danger }),
                  ...(givable(command)['aria-disabled'] && { disabled: true }),
                  onSelect: () => onBegin(command),
                };
              }),
            },
          ]}
        />
      )}
    </Toolbar>
  );
}
