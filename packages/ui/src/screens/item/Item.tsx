'use client';
import {
  type InteractionCommand,
  type InteractionCommandType,
  type InteractionView,
  isFinal,
  type MyDesk,
} from '@intray/core';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useDesk } from '../../desk/DeskProvider.tsx';
import { useHistory, useInteraction } from '../../desk/questions.ts';
import { usePending } from '../../desk/useCommand.ts';
import { SkeletonRows } from '../../parts/Skeleton.tsx';
import { Tabs } from '../../parts/Tabs.tsx';
import { Ask } from '../commands/Ask.tsx';
import { CommandBar } from '../commands/CommandBar.tsx';
import { directCommand } from '../commands/direct.ts';
import { lookOf } from '../commands/looks.ts';
import { useGive } from '../commands/useGive.ts';
import { later } from '../later.tsx';
import { useGivable } from '../offline/useGivable.ts';
import { navWords } from '../oversight/nav-words.ts';
import { type PaletteEntry, usePaletteEntries } from '../palette/entries.ts';
import { Trouble } from '../Trouble.tsx';
import { words } from '../words.ts';
import { CaseData } from './CaseData.tsx';
import { Facts } from './Facts.tsx';
import { Header } from './Header.tsx';
import { History } from './History.tsx';
import css from './Item.module.css';
import { Notes } from './Notes.tsx';

export interface ItemProps {
  readonly id: string;
  readonly me: MyDesk;
  readonly onClose: () => void;
  /** Another one, out of the contact's history. */
  readonly onOpen: (id: string) => void;
  /** It has left this person's hands by their own command: there is nothing more to do with it here. */
  readonly onLeft: () => void;
}

type Tab = 'case' | 'notes' | 'history' | 'contact' | 'facts' | 'why';

/** Fetched when somebody asks. */
const ContactHistory = later(async () => (await import('../history/ContactHistory.tsx')).default);
const WhyHere = later(async () => (await import('../explanation/WhyHere.tsx')).default);

/** What puts an item away from where it was opened. */
const PUTS_AWAY: ReadonlySet<InteractionCommandType> = new Set([
  'reject',
  'placeInWorkbin',
  'reportReply',
  'moveToWorkbin',
  'moveToQueue',
  'complete',
  'snooze',
  'cancel',
]);

/** The interaction that is open: what it is, what may be done with it, what is known and what happened. */
export function Item({ id, me, onClose, onOpen, onLeft }: ItemProps) {
  const { data: view, error, isFetching, refetch } = useInteraction(id);
  return (
    <section className={css.item} aria-label={words.item.label}>
      {view === undefined && !error && <SkeletonRows label={words.item.loading} rows={9} />}
      {view === undefined && error && (
        <Trouble title={words.item.gone} error={error} busy={isFetching} onRetry={() => void refetch()} />
      )}
      {view !== undefined && (
        <OpenItem view={view} me={me} onClose={onClose} onOpen={onOpen} onLeft={onLeft} />
      )}
    </section>
  );
}

interface OpenItemProps extends Omit<ItemProps, 'id'> {
  readonly view: InteractionView;
}

function OpenItem({ view, me, onClose, onOpen, onLeft }: OpenItemProps) {
  const myId = me.agent.id;
  const { interaction, allowed } = view;
  const { id } = interaction;
  const [tab, setTab] = useState<Tab>('case');
  const [asking, setAsking] = useState<InteractionCommandType>();
  const [writing, setWriting] = useState<'data' | 'note'>();
  const title = useRef<HTMLHeadingElement>(null);
  const desk = useDesk();
  const send = useGive();
  const busy = usePending(id);
  const givable = useGivable();
  const { data: history } = useHistory(id);

  useEffect(() => title.current?.focus({ preventScroll: true }), []);
  const mayFocus = allowed.includes('setInFocus');
  useEffect(() => {
    // Nobody asked for it, so nobody is told when it came too late.
    if (mayFocus) desk.run({ type: 'setInFocus', interactionId: id }).catch(() => {});
  }, [mayFocus, id, desk]);

  const give = async (command: InteractionCommand) => {
    // Not after the answer: by then the person is elsewhere. A refusal is told, and the item is back in its list.
    if (PUTS_AWAY.has(command.type)) onLeft();
    await send(command);
  };
  const begin = (command: InteractionCommandType) => {
    const direct = directCommand(command, view, myId);
    if (direct) return void give(direct);
    const { asks } = lookOf(command);
    if (command === 'reopen') return setTab('contact');
    if (asks === 'note' || asks === 'data') {
      setTab(asks === 'note' ? 'notes' : 'case');
      setWriting(asks);
      return;
    }
    setAsking(command);
  };

  // What belongs to a contact is reopened out of the contact's history, where the button for it stands.
  const mayLookBack = me.privileges.includes('use-history');
  const shown = useMemo(
    () =>
      interaction.contactId === undefined || mayLookBack
        ? allowed
        : allowed.filter((command) => command !== 'reopen'),
    [allowed, interaction.contactId, mayLookBack],
  );
  const latest = useRef(begin);
  latest.current = begin;
  const entries = useMemo(
    () =>
      shown
        .filter((command) => lookOf(command).shown !== 'silent')
        .map(
          (command): PaletteEntry => ({
            id: command,
            label: words.commands[command],
            icon: lookOf(command).icon,
            hint: words.palette.command,
            act: () => latest.current(command),
          }),
        ),
    [shown],
  );
  usePaletteEntries('item', entries);

  return (
    <>
      <Header ref={title} view={view} busy={busy} onClose={onClose}>
        <CommandBar allowed={shown} onBegin={begin} busy={busy} givable={givable} />
      </Header>
      <div className={css.body}>
        <Tabs<Tab>
          label={words.item.label}
          value={tab}
          onChange={(next) => {
            setWriting(undefined);
            setTab(next);
          }}
          tabs={[
            {
              value: 'case',
              label: words.item.case,
              content: <CaseData view={view} startAdding={writing === 'data'} onGive={give} />,
            },
            {
              value: 'notes',
              label: words.item.notes,
              ...(interaction.noteCount > 0 && { count: interaction.noteCount }),
              content: (
                <Notes view={view} history={history} startWriting={writing === 'note'} onGive={give} />
              ),
            },
            { value: 'history', label: words.item.history, content: <History id={id} /> },
            ...(me.privileges.includes('use-history')
              ? [
                  {
                    value: 'contact' as const,
                    label: words.contact.title,
                    content: (
                      <ContactHistory
                        interaction={interaction}
                        tellsWhere={me.privileges.includes('see-workflow-state')}
                        onOpen={onOpen}
                      />
                    ),
                  },
                ]
              : []),
            { value: 'facts', label: words.item.facts, content: <Facts interaction={interaction} /> },
            {
              value: 'why',
              label: navWords.explanation,
              content: <WhyHere id={id} />,
            },
          ]}
        />
        {allowed.length === 0 && !isFinal(interaction.state) && !busy && (
          <p className={css.stack}>
            <span className={css.quiet}>{words.item.nothingAllowed}</span>
          </p>
        )}
      </div>
      <Ask
        view={view}
        command={asking}
        onGive={(command) => void give(command)}
        onClose={() => setAsking(undefined)}
      />
    </>
  );
}
