'use client';
import type { LevelValue, OptionExplanation } from '@intray/core';
import { useQuery } from '@tanstack/react-query';
import { Search, UserSearch } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useDesk } from '../../desk/DeskProvider.tsx';
import { keys } from '../../desk/keys.ts';
import { Badge } from '../../parts/Badge.tsx';
import { Button } from '../../parts/Button.tsx';
import { Combobox } from '../../parts/Combobox.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { EmptyState } from '../../parts/Message.tsx';
import { SkeletonRows } from '../../parts/Skeleton.tsx';
import { Switch } from '../../parts/Switch.tsx';
import { TextField } from '../../parts/TextField.tsx';
import { type Column, VirtualList } from '../../parts/VirtualList.tsx';
import { useChoices } from '../configuration/fields/useChoices.ts';
import { words } from '../configuration/words.ts';
import { toldOf } from '../meanings/meanings.ts';
import { Trouble } from '../Trouble.tsx';
import css from './Options.module.css';

export const PEOPLE = ['agents'] as const;

const titleOf = ({ level, of }: Pick<LevelValue, 'level' | 'of'>): string => {
  const { levels, levelOf } = words.optionScreen;
  return of === undefined ? levels[level] : levelOf(levels[level], of);
};
const winner = ({ wonBy, wonByOf }: OptionExplanation): string =>
  titleOf({ level: wonBy, ...(wonByOf !== undefined && { of: wonByOf }) });
const written = (value: string): string => value || words.optionScreen.nothing;

const columnsNow = (): readonly Column<OptionExplanation>[] => [
  {
    id: 'name',
    header: words.optionScreen.option,
    width: 'minmax(14rem, 2fr)',
    cell: (one) => (
      <span className={css.mono} title={`${one.name}\n${toldOf(one).says}`}>
        {one.name}
      </span>
    ),
  },
  {
    id: 'value',
    header: words.optionScreen.holds,
    width: 'minmax(6rem, 1fr)',
    cell: ({ value }) => <span title={value}>{written(value)}</span>,
  },
  {
    id: 'won',
    header: words.optionScreen.wonBy,
    width: '11rem',
    cell: (one) => <Badge tone={one.wonBy === 'default' ? 'neutral' : 'info'}>{winner(one)}</Badge>,
  },
  {
    id: 'levels',
    header: words.optionScreen.says,
    width: 'minmax(8rem, 2fr)',
    minListWidth: 760,
    cell: ({ levels }) => {
      const text = levels.map((one) => `${titleOf(one)}: ${written(one.value)}`).join('  ·  ');
      return (
        <span className={css.hint} title={text}>
          {text}
        </span>
      );
    },
  },
];

export interface InspectorProps {
  /** The person. */
  readonly id: string | undefined;
  readonly onGo: (page: string, id?: string) => void;
}

/** Which value each option has for a person (and an interaction), what every level says, and which won. */
export function Inspector({ id, onGo }: InspectorProps) {
  const [interaction, setInteraction] = useState('');
  const [sought, setSought] = useState('');
  const [onlyDecided, setOnlyDecided] = useState(false);
  const people = useChoices(PEOPLE);
  const said = words.optionScreen;
  return (
    <div className={css.inspector}>
      <div className={css.controls}>
        <Combobox
          label={said.person}
          options={people}
          value={id ?? null}
          onChange={(next) => onGo('inspect', next ?? undefined)}
          placeholder={said.findPerson}
          emptyText={said.noPerson}
          openLabel={said.openPersons}
        />
        <TextField
          label={said.interaction}
          value={interaction}
          spellCheck={false}
          onChange={setInteraction}
        />
        <TextField label={said.find} icon={Search} type="search" value={sought} onChange={setSought} />
        <Switch label={said.onlyDecided} checked={onlyDecided} onChange={setOnlyDecided} />
      </div>
      {id === undefined ? (
        <EmptyState icon={UserSearch} title={said.choosePerson}>
          {said.choosePersonWhy}
        </EmptyState>
      ) : (
        <Explained
          agentId={id}
          interactionId={interaction.trim()}
          sought={sought}
          onlyDecided={onlyDecided}
          onGo={onGo}
        />
      )}
    </div>
  );
}

interface ExplainedProps {
  readonly agentId: string;
  /** Empty for none. */
  readonly interactionId: string;
  readonly sought: string;
  readonly onlyDecided: boolean;
  readonly onGo: InspectorProps['onGo'];
}

function Explained({ agentId, interactionId, sought, onlyDecided, onGo }: ExplainedProps) {
  const { port } = useDesk();
  const [open, setOpen] = useState<OptionExplanation>();
  const said = words.optionScreen;
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: keys.options(agentId, interactionId),
    queryFn: () => port.options({ agentId, ...(interactionId !== '' && { interactionId }) }),
  });
  // The headers are words: made anew when another language is spoken, and otherwise the same.
  const columns = useMemo(columnsNow, [said.option]);
  const letters = sought.trim().toLowerCase();
  const rows = useMemo(
    () =>
      (data ?? []).filter(
        (one) =>
          (!onlyDecided || one.wonBy !== 'default') &&
          (letters === '' || `${one.name}\n${toldOf(one).says}`.toLowerCase().includes(letters)),
      ),
    [data, onlyDecided, letters, said.option],
  );
  if (data === undefined)
    return error ? (
      <Trouble error={error} busy={isFetching} onRetry={() => void refetch()} />
    ) : (
      <SkeletonRows label={words.loading(said.inspect)} rows={12} />
    );
  const unknown = data[0]?.unknownSets ?? [];
  return (
    <>
      {unknown.length > 0 && <p role="alert">{said.unknownSets(unknown.join(', '))}</p>}
      <div className={css.table}>
        <VirtualList
          label={said.inspect}
          items={rows}
          keyOf={({ name }) => name}
          columns={columns}
          onOpen={setOpen}
          empty={
            <EmptyState icon={Search} title={said.noMatch}>
              {said.noMatchWhy}
            </EmptyState>
          }
        />
      </div>
      {open && <Explanation explanation={open} onClose={() => setOpen(undefined)} onGo={onGo} />}
    </>
  );
}

interface ExplanationProps {
  readonly explanation: OptionExplanation;
  readonly onClose: () => void;
  readonly onGo: InspectorProps['onGo'];
}

function Explanation({ explanation, onClose, onGo }: ExplanationProps) {
  const said = words.optionScreen;
  const { name, levels, wonBy, wonByOf } = explanation;
  const { says, expected } = toldOf(explanation);
  return (
    <Dialog
      open
      onOpenChange={onClose}
      size="m"
      title={name}
      description={says}
      closeLabel={words.close}
      footer={wonBy !== 'default' && <Button onClick={() => onGo(wonBy, wonByOf)}>{said.change}</Button>}
    >
      <div className={css.explained}>
        <p className={css.hint}>
          {said.values} {expected}
        </p>
        <table className={css.levels}>
          <thead className="visually-hidden">
            <tr>
              <th>{said.level}</th>
              <th>{said.holds}</th>
              <th>{said.won}</th>
            </tr>
          </thead>
          <tbody>
            {levels.map((one, index) => (
              <tr key={`${one.level}/${one.of ?? ''}`} data-won={index === 0 || undefined}>
                <th scope="row">{titleOf(one)}</th>
                <td className={css.mono}>{written(one.value)}</td>
                <td>{index === 0 && <Badge tone="positive">{said.won}</Badge>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Dialog>
  );
}
