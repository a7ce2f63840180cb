'use client';
import { INTERACTION_COMMAND_TYPES } from '@intray/core';
import { Dialog } from '../../parts/Dialog.tsx';
import { KeyHint } from '../../parts/KeyHint.tsx';
import { lookOf } from '../commands/looks.ts';
import { words } from '../words.ts';
import type { DeskPage } from './pages.ts';
import css from './Shell.module.css';

interface Line {
  readonly what: string;
  readonly keys: readonly string[];
}

const text = words.shortcuts;

interface Group {
  readonly title: string;
  readonly note?: string;
  readonly lines: readonly Line[];
}

const groups = (pages: readonly DeskPage[]): readonly Group[] => [
  {
    title: text.groups.move,
    lines: [
      { what: text.goWork, keys: ['g', 'w'] },
      { what: text.goWorkbin, keys: ['g', '1'] },
      { what: text.goFinished, keys: ['g', 'f'] },
      { what: text.goColleagues, keys: ['g', 'c'] },
      { what: text.openItems, keys: ['[', ']'] },
      { what: words.palette.open, keys: ['mod+k'] },
      { what: text.back, keys: ['escape'] },
    ],
  },
  ...(pages.length === 0
    ? []
    : [
        {
          title: text.groups.pages,
          lines: pages.flatMap(({ label, key }) =>
            key === undefined ? [] : [{ what: label, keys: ['g', key] }],
          ),
        },
      ]),
  {
    title: text.groups.list,
    lines: [
      { what: text.next, keys: ['j', 'k'] },
      { what: text.open, keys: ['enter'] },
      { what: text.choose, keys: ['space'] },
      { what: text.chooseAll, keys: ['mod+a'] },
      { what: text.filter, keys: ['/'] },
    ],
  },
  {
    title: text.groups.item,
    note: text.row,
    lines: INTERACTION_COMMAND_TYPES.flatMap((command) => {
      const { shortcut } = lookOf(command);
      return shortcut === undefined ? [] : [{ what: words.commands[command], keys: [shortcut] }];
    }),
  },
  {
    title: text.groups.desk,
    lines: [
      { what: text.acceptOffer, keys: ['shift+a'] },
      { what: text.rejectOffer, keys: ['shift+d'] },
      { what: text.ready, keys: ['shift+r'] },
      { what: words.next.pull, keys: ['shift+n'] },
      { what: text.help, keys: ['?'] },
    ],
  },
];

export interface ShortcutsProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly pages: readonly DeskPage[];
}

/** Every key there is, on one page. */
export function Shortcuts({ open, onOpenChange, pages }: ShortcutsProps) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={text.title} size="l" closeLabel={words.close}>
      <div className={css.sheet}>
        {groups(pages).map(({ title, note, lines }) => (
          <section key={title}>
            <h3>{title}</h3>
            {note !== undefined && <p className={css.note}>{note}</p>}
            <dl>
              {lines.map(({ what, keys }) => (
                <div key={what} className={css.key}>
                  <dt>{what}</dt>
                  <dd className={css.keys}>
                    {keys.map((key) => (
                      <KeyHint key={key} keys={key} />
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
