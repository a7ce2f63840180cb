'use client';
import { freeId, type Strategy } from '@intray/core';
import { Plus, Route } from 'lucide-react';
import { useState } from 'react';
import type { Place } from '../../desk/place.ts';
import { Button } from '../../parts/Button.tsx';
import { EmptyState } from '../../parts/Message.tsx';
import { SkeletonRows } from '../../parts/Skeleton.tsx';
import { Tabs } from '../../parts/Tabs.tsx';
import { DraftBar } from '../drafting/DraftBar.tsx';
import css from '../drafting/Drafting.module.css';
import { useDrafting } from '../drafting/useDrafting.ts';
import { words as common } from '../drafting/words.ts';
import { Trouble } from '../Trouble.tsx';
import { StrategyForm } from './StrategyForm.tsx';
import { TryStrategy } from './TryStrategy.tsx';
import { words } from './words.ts';

export interface StrategiesProps {
  /** The strategy that is open. */
  readonly id: string | undefined;
  readonly onGo: (place: Place) => void;
}

/** How waiting work finds its people: the strategies, one of them to be changed, and an example to try it on. */
export function Strategies({ id, onGo }: StrategiesProps) {
  const drafting = useDrafting<Strategy>('strategies');
  const [tab, setTab] = useState<'edit' | 'try'>('edit');
  const { config, drafted, list, faults, error } = drafting;
  if (config === undefined || drafted === undefined)
    return error ? (
      <Trouble error={error} busy={drafting.busy} onRetry={drafting.again} />
    ) : (
      <SkeletonRows label={words.title} rows={8} />
    );

  const at = list.findIndex((each) => each.id === id);
  const strategy = list[at];
  const own = faults.filter(({ path: [kind] }) => kind === 'strategies');
  const wrong = new Set(own.map(({ path }) => Number(path[1])));
  const open = (next: string) => onGo({ view: 'strategies', id: next });
  const add = () => {
    const fresh = freeId(words.newName, list);
    const group = config.agentGroups[0]?.id ?? '';
    drafting.edit([...list, { id: fresh, name: fresh, steps: [{ targets: [{ agentGroup: group }] }] }]);
    open(fresh);
    setTab('edit');
  };
  return (
    <div className={css.area}>
      <header className={css.bar}>
        <h2>{words.title}</h2>
        <div className={css.end}>
          <Button icon={Plus} onClick={add}>
            {words.add}
          </Button>
        </div>
      </header>
      <div className={css.columns}>
        <nav className={css.side} aria-label={words.title}>
          <ul>
            {list.map((each, n) => (
              <li key={each.id} className={css.entry} data-current={each.id === id}>
                <button
                  type="button"
                  className={css.open}
                  title={each.name}
                  aria-current={each.id === id ? 'true' : undefined}
                  onClick={() => open(each.id)}
                >
                  {each.name}
                </button>
                {wrong.has(n) && <span className={css.dot} aria-hidden />}
              </li>
            ))}
          </ul>
        </nav>
        <div className={css.main}>
          {strategy === undefined ? (
            <EmptyState icon={Route} title={list.length === 0 ? words.none : words.choose}>
              {words.noneWhy}
            </EmptyState>
          ) : (
            <Tabs
              key={strategy.id}
              label={words.title}
              value={tab}
              onChange={setTab}
              tabs={[
                {
                  value: 'edit',
                  label: common.edit,
                  content: (
                    <StrategyForm
                      strategy={strategy}
                      config={config}
                      faults={own
                        .filter(({ path }) => path[1] === at)
                        .map(({ path, message }) => ({ path: path.slice(2), message }))}
                      onChange={(next) => drafting.edit(list.map((each, n) => (n === at ? next : each)))}
                      onRemove={() => {
                        drafting.edit(list.filter((_, n) => n !== at));
                        onGo({ view: 'strategies' });
                      }}
                    />
                  ),
                },
                {
                  value: 'try',
                  label: common.tryOut,
                  content: <TryStrategy strategy={strategy} config={drafted} sound={faults.length === 0} />,
                },
              ]}
            />
          )}
        </div>
      </div>
      <DraftBar drafting={drafting} />
    </div>
  );
}
