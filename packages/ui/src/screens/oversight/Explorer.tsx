'use client';
import { type OwnerKind, workbinKey } from '@intray/core';
import { Armchair, Building2, ChevronDown, ChevronUp, Inbox, Layers, ListTodo, Users } from 'lucide-react';
import { useState } from 'react';
import { useQueues, useWorkbins } from '../../desk/questions.ts';
import { Combobox } from '../../parts/Combobox.tsx';
import { SideNav, type SideNavItem, type SideNavSection } from '../../parts/SideNav.tsx';
import { useNames } from '../names.ts';
import css from './Oversight.module.css';
import { words } from './words.ts';

const ALL = 'all';
const MORE = 'more';
const OWNERS = { Agent: Inbox, AgentGroup: Users, Place: Armchair, PlaceGroup: Building2 } as const;

export interface ExplorerProps {
  readonly among: 'queues' | 'workbins';
  readonly of: string | undefined;
  readonly onChoose: (of: string | undefined) => void;
}

interface Entry {
  readonly id: string;
  readonly label: string;
  readonly count: number;
  readonly kind: OwnerKind | 'Queue';
}

/** The queues or trays there are to look through. */
function useEntries(among: ExplorerProps['among']): readonly Entry[] {
  const { data: queues } = useQueues();
  const { data: workbins } = useWorkbins();
  const names = useNames();
  if (among === 'queues')
    return (queues ?? []).map(({ queue, name, count }) => ({ id: queue, label: name, count, kind: 'Queue' }));
  return (workbins ?? [])
    .filter(({ mine }) => !mine)
    .map(({ workbin, count }) => ({
      id: workbinKey(workbin),
      label: names.workbin(workbin),
      count,
      kind: workbin.owner.kind,
    }));
}

/** The same choice where there is no room for a column. */
export function ExplorerChoice({ among, of, onChoose }: ExplorerProps) {
  const entries = useEntries(among);
  return (
    <div className={css.where}>
      <Combobox
        label={words.explorer[among]}
        hideLabel
        value={of ?? ALL}
        options={[
          { value: ALL, label: words.all[among] },
          ...entries.map(({ id, label, count }) => ({ value: id, label: `${label} · ${count}` })),
        ]}
        onChange={(id) => onChoose(id === null || id === ALL ? undefined : id)}
        emptyText={words.bulk.nothingFits}
        openLabel={words.bulk.open}
      />
    </div>
  );
}

/** Where to look, with how much lies there. Empty trays are many, and shown when asked for. */
export function Explorer({ among, of, onChoose }: ExplorerProps) {
  const entries = useEntries(among);
  const [everything, setEverything] = useState(false);
  const total = entries.reduce((sum, { count }) => sum + count, 0);
  const worth = entries.filter(({ id, count }) => everything || among === 'queues' || count > 0 || id === of);
  const hidden = entries.length - worth.length;
  const item = ({ id, label, count, kind }: Entry): SideNavItem => ({
    id: `of:${id}`,
    label,
    icon: kind === 'Queue' ? ListTodo : OWNERS[kind],
    count,
    countLabel: words.items(count),
  });
  const kinds: readonly Entry['kind'][] = ['Queue', 'Agent', 'AgentGroup', 'Place', 'PlaceGroup'];
  const sections: SideNavSection[] = [
    {
      id: ALL,
      items: [
        { id: ALL, label: words.all[among], icon: Layers, count: total, countLabel: words.items(total) },
      ],
    },
  ];
  for (const kind of kinds) {
    const items = worth.filter((entry) => entry.kind === kind).map(item);
    const label = kind === 'Queue' ? {} : { label: words.owner[kind] };
    if (items.length > 0) sections.push({ id: kind, ...label, items });
  }
  if (hidden > 0)
    sections.push({ id: MORE, items: [{ id: MORE, label: words.showEmpty(hidden), icon: ChevronDown }] });
  if (everything) sections.push({ id: MORE, items: [{ id: MORE, label: words.hideEmpty, icon: ChevronUp }] });
  return (
    <div className={css.explorer}>
      <SideNav
        label={words.explorer[among]}
        sections={sections}
        current={of === undefined ? ALL : `of:${of}`}
        onSelect={(id) => {
          if (id === MORE) setEverything(!everything);
          else onChoose(id === ALL ? undefined : id.slice(3));
        }}
      />
    </div>
  );
}
