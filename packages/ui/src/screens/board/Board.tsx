'use client';
import type { BoardAgent, BoardQueue, MyDesk } from '@intray/core';
import { Search } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { LeadPlace } from '../../desk/lead-place.ts';
import { Checkbox } from '../../parts/Checkbox.tsx';
import { EmptyState } from '../../parts/Message.tsx';
import { SkeletonRows } from '../../parts/Skeleton.tsx';
import { Tabs } from '../../parts/Tabs.tsx';
import { TextField } from '../../parts/TextField.tsx';
import { VirtualList } from '../../parts/VirtualList.tsx';
import { useNames } from '../names.ts';
import { Trouble } from '../Trouble.tsx';
import { AgentPane } from './AgentPane.tsx';
import css from './Board.module.css';
import { agentColumns, queueColumns } from './columns.tsx';
import { stateOf, stateRank } from './states.ts';
import { useBoard } from './useBoard.ts';
import { words } from './words.ts';

export interface BoardProps {
  readonly me: MyDesk;
  readonly place: LeadPlace;
  readonly onGo: (place: LeadPlace) => void;
  readonly onOpen: (id: string) => void;
}

const agentKey = ({ id }: BoardAgent) => id;
const queueKey = ({ queue }: BoardQueue) => queue;

/** Everybody and every queue one watches over, as it stands now. */
export function Board({ place, onGo, onOpen }: BoardProps) {
  const { data: board, error, isFetching, refetch } = useBoard();
  const [tab, setTab] = useState<'agents' | 'queues'>('agents');
  const [text, setText] = useState('');
  const [onlyActive, setOnlyActive] = useState(false);
  const names = useNames();
  const columns = useMemo(() => agentColumns(names), [names]);
  const queues = useMemo(() => queueColumns(), []);
  const sought = text.trim().toLowerCase();
  const agents = useMemo(
    () =>
      (board?.agents ?? [])
        .filter(
          ({ id, name, active }) => (active || !onlyActive) && `${name} ${id}`.toLowerCase().includes(sought),
        )
        .sort((a, b) => stateRank(a) - stateRank(b) || a.name.localeCompare(b.name)),
    [board, sought, onlyActive],
  );

  if (board === undefined)
    return (
      <>
        <header className={css.bar}>
          <h2>{words.title}</h2>
        </header>
        {error ? (
          <Trouble error={error} busy={isFetching} onRetry={() => void refetch()} />
        ) : (
          <SkeletonRows label={words.loading} rows={10} />
        )}
      </>
    );

  const active = board.agents.filter((agent) => agent.active);
  const ready = active.filter((agent) => ['ready', 'partly'].includes(stateOf(agent)));
  const chosen = board.agents.find(({ id }) => id === place.of);
  const { of, ...rest } = place;
  return (
    <>
      <header className={css.bar}>
        <h2>{words.title}</h2>
        <span className={css.quiet}>{words.summary(ready.length, active.length)}</span>
        {tab === 'agents' && (
          <div className={css.end}>
            <Checkbox label={words.onlyActive} checked={onlyActive} onChange={setOnlyActive} />
            <div className={css.find}>
              <TextField
                label={words.find}
                hideLabel
                icon={Search}
                type="search"
                placeholder={words.find}
                value={text}
                onChange={setText}
              />
            </div>
          </div>
        )}
      </header>
      <div className={css.board}>
        <div className={css.tabs}>
          <Tabs<'agents' | 'queues'>
            label={words.tabs}
            value={tab}
            onChange={setTab}
            tabs={[
              {
                value: 'agents',
                label: words.agents,
                content: (
                  <div className={css.list}>
                    <VirtualList
                      label={words.agents}
                      items={agents}
                      keyOf={agentKey}
                      columns={columns}
                      density="comfortable"
                      onOpen={({ id }) => onGo({ ...place, of: id })}
                      {...(of !== undefined && { current: of })}
                      empty={<EmptyState title={words.empty.agents}>{words.empty.agentsWhy}</EmptyState>}
                    />
                  </div>
                ),
              },
              {
                value: 'queues',
                label: words.queues,
                content: (
                  <div className={css.list}>
                    <VirtualList
                      label={words.queues}
                      items={board.queues}
                      keyOf={queueKey}
                      columns={queues}
                      density="comfortable"
                      onOpen={({ queue }) => onGo({ view: 'lead', page: 'queues', of: queue })}
                      empty={<EmptyState title={words.empty.queues} />}
                    />
                  </div>
                ),
              },
            ]}
          />
          {tab === 'agents' && board.moreAgents > 0 && (
            <p className={css.note}>{words.more(board.moreAgents)}</p>
          )}
          {tab === 'queues' && board.moreQueues > 0 && (
            <p className={css.note}>{words.more(board.moreQueues)}</p>
          )}
        </div>
        {chosen && tab === 'agents' && (
          <AgentPane key={chosen.id} agent={chosen} onOpen={onOpen} onClose={() => onGo(rest)} />
        )}
      </div>
    </>
  );
}
