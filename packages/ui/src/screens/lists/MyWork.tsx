'use client';
import type { MyDesk } from '@intray/core';
import { Coffee, Inbox, StepForward } from 'lucide-react';
import { useMemo } from 'react';
import { lineOf } from '../../desk/lists.ts';
import { Button } from '../../parts/Button.tsx';
import { EmptyState } from '../../parts/Message.tsx';
import { SkeletonRows } from '../../parts/Skeleton.tsx';
import type { Batch } from '../commands/several.ts';
import { WhyNothing } from '../explanation/WhyNothing.tsx';
import { isReady } from '../frame/channelState.ts';
import { later } from '../later.tsx';
import { useGivable } from '../offline/useGivable.ts';
import { words } from '../words.ts';
import { InteractionList } from './InteractionList.tsx';
import css from './Lists.module.css';

export interface MyWorkProps {
  readonly me: MyDesk;
  readonly current: string | undefined;
  readonly onOpen: (id: string) => void;
  readonly onPullNext: () => void;
}

const StartSession = later(
  async () => (await import('../frame/StartSession.tsx')).StartSession,
  () => <SkeletonRows label={words.list.loading(words.session.title)} rows={6} />,
);

const FirstHints = later(
  async () => (await import('../hints/FirstHints.tsx')).FirstHints,
  () => null,
  'seen',
);

const IN_HAND: readonly Batch[] = ['complete', 'workbin', 'queue', 'snooze'];

/** Offered to me or in my hands; before the session starts, the way to start it. */
export function MyWork({ me, current, onOpen, onPullNext }: MyWorkProps) {
  const rows = useMemo(() => me.work.map(lineOf), [me.work]);
  const { active, channels } = me.session;
  const givable = useGivable();
  if (!active && rows.length === 0)
    return (
      <>
        <header className={css.bar}>
          <h2>{words.nav.work}</h2>
        </header>
        {me.privileges.includes('handle') && <StartSession me={me} />}
        <FirstHints agentId={me.agent.id} active={false} />
      </>
    );
  const ready = isReady(channels);
  const list = (
    <InteractionList
      title={words.nav.work}
      count={words.nav.items(rows.length)}
      rows={rows}
      current={current}
      onOpen={onOpen}
      batches={IN_HAND}
      {...(active && {
        tools: (
          <Button
            icon={StepForward}
            shortcut="shift+n"
            title={words.next.why}
            {...givable('pull')}
            onClick={onPullNext}
          >
            {words.next.pull}
          </Button>
        ),
      })}
      empty={
        <EmptyState
          icon={ready ? Inbox : Coffee}
          title={words.empty.work}
          action={<WhyNothing agentId={me.agent.id} />}
        >
          {ready ? words.empty.workReady : words.empty.workNotReady}
        </EmptyState>
      }
    />
  );
  return (
    <>
      {list}
      {rows.length === 0 && <FirstHints agentId={me.agent.id} active={active} />}
    </>
  );
}
