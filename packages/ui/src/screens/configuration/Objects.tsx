'use client';
import { type ConfigurationKind, type ConfiguredObject, objectsOf } from '@intray/core';
import { Plus, Search, Trash2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Badge } from '../../parts/Badge.tsx';
import { Button } from '../../parts/Button.tsx';
import { EmptyState } from '../../parts/Message.tsx';
import { TextField } from '../../parts/TextField.tsx';
import { type Column, VirtualList } from '../../parts/VirtualList.tsx';
import css from './Configuration.module.css';
import { useDraftOfConfiguration } from './draft/DraftProvider.tsx';
import { type Standing, standings } from './draft/draft.ts';
import { iconOf } from './kinds.ts';
import { NewObject } from './NewObject.tsx';
import { RemoveObjects } from './RemoveObjects.tsx';
import { kindTitle } from './titles.ts';
import { words } from './words.ts';

interface Line {
  readonly id: string;
  readonly name: string;
  readonly standing: Standing | undefined;
  readonly faults: number;
}

const TONES = { added: 'positive', changed: 'info', removed: 'critical' } as const;

const columnsNow = (): readonly Column<Line>[] => [
  {
    id: 'name',
    header: words.list.name,
    width: 'minmax(7rem, 1.4fr)',
    cell: ({ name }) => <span title={name}>{name}</span>,
  },
  {
    id: 'id',
    header: words.list.id,
    width: 'minmax(6rem, 1fr)',
    minListWidth: 380,
    cell: ({ id }) => (
      <span className={css.id} title={id}>
        {id}
      </span>
    ),
  },
  {
    id: 'draft',
    header: words.list.change,
    width: '7.5rem',
    cell: ({ standing, faults }) => (
      <span className={css.marks}>
        {standing && <Badge tone={TONES[standing]}>{words.list[standing]}</Badge>}
        {faults > 0 && <Badge tone="critical">{words.list.faulty(faults)}</Badge>}
      </span>
    ),
  },
];

const nameOf = ({ id, name }: ConfiguredObject): string => (typeof name === 'string' ? name : id);

/** The objects of a kind as they are in the draft; those it removes last among them, until it is saved. */
function useLines(kind: ConfigurationKind): readonly Line[] {
  const { base, config, edits, faults } = useDraftOfConfiguration();
  return useMemo(() => {
    const marks = standings(edits, kind, base.config);
    const objects = objectsOf(config, kind);
    const faulty = new Map<string, number>();
    for (const { path } of faults) {
      const id = path[0] === kind ? objects[Number(path[1])]?.id : undefined;
      if (id !== undefined) faulty.set(id, (faulty.get(id) ?? 0) + 1);
    }
    const removed = objectsOf(base.config, kind).filter(({ id }) => marks.get(id) === 'removed');
    return [...objects, ...removed].map((object) => ({
      id: object.id,
      name: nameOf(object),
      standing: marks.get(object.id),
      faults: faulty.get(object.id) ?? 0,
    }));
  }, [base, config, edits, faults, kind]);
}

export interface ObjectsProps {
  readonly kind: ConfigurationKind;
  readonly open: string | undefined;
  readonly onOpen: (id: string) => void;
}

/** All objects of a kind, to look through, open, add to and take from. */
export function Objects({ kind, open, onOpen }: ObjectsProps) {
  const lines = useLines(kind);
  const [sought, setSought] = useState('');
  const [adding, setAdding] = useState(false);
  const [removing, setRemoving] = useState(false);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const letters = sought.trim().toLowerCase();
  const found = useMemo(
    () =>
      letters === ''
        ? lines
        : lines.filter(({ id, name }) => `${id}\n${name}`.toLowerCase().includes(letters)),
    [lines, letters],
  );
  const { list } = words;
  // The headers are words: made anew when another language is spoken, and otherwise the same.
  const columns = useMemo(columnsNow, [list.name]);
  return (
    <section className={css.objects} aria-label={kindTitle(kind)}>
      <header className={css.bar}>
        <h3>{kindTitle(kind)}</h3>
        <span className={css.count}>
          {letters === '' ? lines.length : list.filtered(found.length, lines.length)}
        </span>
        <span className={css.end}>
          <span className={css.find}>
            <TextField
              label={list.find}
              hideLabel
              icon={Search}
              type="search"
              placeholder={list.find}
              value={sought}
              onChange={setSought}
            />
          </span>
          <Button icon={Plus} onClick={() => setAdding(true)}>
            {list.add}
          </Button>
        </span>
      </header>
      {chosen.size > 0 && (
        <div className={css.chosen}>
          <span>{list.chosen(chosen.size)}</span>
          <Button size="s" icon={Trash2} onClick={() => setRemoving(true)}>
            {list.remove}
          </Button>
          <Button size="s" kind="bare" onClick={() => setChosen(new Set())}>
            {list.letGo}
          </Button>
        </div>
      )}
      <div className={css.rows}>
        <VirtualList
          label={kindTitle(kind)}
          items={found}
          keyOf={({ id }) => id}
          columns={columns}
          selected={chosen}
          onSelectedChange={setChosen}
          onOpen={({ id }) => onOpen(id)}
          {...(open !== undefined && { current: open })}
          empty={
            letters === '' ? (
              <EmptyState icon={iconOf(kind)} title={list.empty}>
                {list.emptyWhy}
              </EmptyState>
            ) : (
              <EmptyState icon={Search} title={list.noMatch}>
                {list.noMatchWhy}
              </EmptyState>
            )
          }
        />
      </div>
      {adding && <NewObject kind={kind} onClose={() => setAdding(false)} onAdded={onOpen} />}
      {removing && (
        <RemoveObjects
          kind={kind}
          ids={[...chosen]}
          onClose={() => setRemoving(false)}
          onRemoved={() => setChosen(new Set())}
        />
      )}
    </section>
  );
}
