'use client';
import { freeId, type TaskRule } from '@intray/core';
import { ListOrdered, Plus, Table2 } from 'lucide-react';
import { useState } from 'react';
import type { Place } from '../../desk/place.ts';
import { Button } from '../../parts/Button.tsx';
import { EmptyState } from '../../parts/Message.tsx';
import { Tabs } from '../../parts/Tabs.tsx';
import { DraftFrame, DraftOnItsWay } from '../drafting/DraftFrame.tsx';
import { useDrafting } from '../drafting/useDrafting.ts';
import { words as common } from '../drafting/words.ts';
import { RuleForm } from './RuleForm.tsx';
import { RuleList } from './RuleList.tsx';
import { TryRules } from './TryRules.tsx';
import { words } from './words.ts';

export interface RulesProps {
  /** The rule that is open. */
  readonly id: string | undefined;
  readonly onGo: (place: Place) => void;
}

/** How work is sorted and ranked: the rules in their order, one of them to be changed, and an example to try them on. */
export function Rules({ id, onGo }: RulesProps) {
  const drafting = useDrafting<TaskRule>('taskRules');
  const [tab, setTab] = useState<'edit' | 'try'>('edit');
  const { config, drafted, list, faults } = drafting;
  if (config === undefined || drafted === undefined)
    return <DraftOnItsWay title={words.title} drafting={drafting} />;

  const at = list.findIndex((rule) => rule.id === id);
  const rule = list[at];
  const own = faults.filter(({ path: [kind] }) => kind === 'taskRules');
  const wrong = new Set(own.map(({ path }) => list[Number(path[1])]?.id ?? ''));
  const open = (next: string) => onGo({ view: 'rules', id: next });
  const change = (next: TaskRule) => {
    drafting.edit(list.map((each, n) => (n === at ? next : each)));
    if (next.id !== id) open(next.id);
  };
  const add = (more: Partial<TaskRule>) => {
    const fresh = freeId(words.newName, list);
    const { phase = 'prioritisation', for: of } = rule ?? {};
    drafting.edit([...list, { id: fresh, name: fresh, phase, ...(of && { for: of }), ...more }]);
    open(fresh);
    setTab('edit');
  };
  const remove = () => {
    drafting.edit(list.filter((_, n) => n !== at));
    onGo({ view: 'rules' });
  };

  return (
    <DraftFrame
      title={words.title}
      drafting={drafting}
      tools={
        <>
          <Button icon={Table2} onClick={() => add({ table: EMPTY_TABLE })}>
            {words.addTable}
          </Button>
          <Button icon={Plus} onClick={() => add({ do: [{ action: 'setPriority', value: 0 }] })}>
            {words.add}
          </Button>
        </>
      }
      list={<RuleList rules={list} current={id} wrong={wrong} onOpen={open} onOrder={drafting.edit} />}
    >
      <Tabs
        label={words.title}
        value={tab}
        onChange={setTab}
        tabs={[
          {
            value: 'edit',
            label: common.edit,
            content: rule ? (
              <RuleForm
                key={id}
                rule={rule}
                config={config}
                faults={own
                  .filter(({ path }) => path[1] === at)
                  .map(({ path, message }) => ({ path: path.slice(2), message }))}
                onChange={change}
                onRemove={remove}
              />
            ) : (
              <EmptyState icon={ListOrdered} title={list.length === 0 ? words.none : words.choose}>
                {words.noneWhy}
              </EmptyState>
            ),
          },
          {
            value: 'try',
            label: common.tryOut,
            content: <TryRules config={drafted} sound={faults.length === 0} />,
          },
        ]}
      />
    </DraftFrame>
  );
}

const EMPTY_TABLE: NonNullable<TaskRule['table']> = {
  hit: 'first',
  when: [{ field: 'dueIn', op: 'to' }],
  do: [{ action: 'setPriority' }],
  rows: [{ when: [null], do: [null] }],
};
