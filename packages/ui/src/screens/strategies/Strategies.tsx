'use client';
import { freeId, type Strategy } from '@intray/core';
import { Plus, Route } from 'lucide-react';
import { useState } from 'react';
import type { Place } from '../../desk/place.ts';
import { Button } from '../../parts/Button.tsx';
import { EmptyState } from '../../parts/Message.tsx';
import { Tabs } from '../../parts/Tabs.tsx';
import { DraftFrame, DraftOnItsWay } from '../drafting/DraftFrame.tsx';
import css from '../drafting/Drafting.module.css';
import { useDrafting } from '../drafting/useDrafting.ts';
import { words as common } from '../drafting/words.ts';
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
  const { config, drafted, list, faults } = drafting;
  if (config === undefined || drafted === undefined)
    return <DraftOnItsWay title={words.title} drafting={drafting} />;

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
    <DraftFrame
      title={words.title}
      drafting={drafting}
      tools={
        <Button icon={Plus} onClick={add}>
          {words.add}
        </Button>
      }
      list={
        <nav aria-label={words.title}>
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
      }
    >
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
    </DraftFrame>
  );
}
