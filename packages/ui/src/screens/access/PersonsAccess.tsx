'use client';
import type { PrivilegeExplanation } from '@intray/core';
import { useQuery } from '@tanstack/react-query';
import { Search, UserSearch } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useDesk } from '../../desk/DeskProvider.tsx';
import { keys } from '../../desk/keys.ts';
import { Badge } from '../../parts/Badge.tsx';
import { Combobox } from '../../parts/Combobox.tsx';
import { EmptyState } from '../../parts/Message.tsx';
import { Select } from '../../parts/Select.tsx';
import { SkeletonRows } from '../../parts/Skeleton.tsx';
import { Switch } from '../../parts/Switch.tsx';
import { TextField } from '../../parts/TextField.tsx';
import { type Column, VirtualList } from '../../parts/VirtualList.tsx';
import { useDraftOfConfiguration } from '../configuration/draft/DraftProvider.tsx';
import { useChoices } from '../configuration/fields/useChoices.ts';
import { words } from '../configuration/words.ts';
import { privilegeSays } from '../meanings/meanings.ts';
import { useNames } from '../names.ts';
import options from '../options/Options.module.css';
import { Trouble } from '../Trouble.tsx';
import { reasonOf } from './reasons.ts';

const PEOPLE = ['agents'] as const;
const EVERY = '';

const columnsNow = (mediaName: (id: string) => string): readonly Column<PrivilegeExplanation>[] => {
  const said = words.accessScreen;
  return [
    {
      id: 'privilege',
      header: said.privilege,
      width: 'minmax(10rem, 1.1fr)',
      cell: ({ privilege, says }) => (
        <span className={options.mono} title={`${privilege}\n${privilegeSays(privilege, says)}`}>
          {privilege}
        </span>
      ),
    },
    {
      id: 'medium',
      header: said.medium,
      width: '7rem',
      cell: ({ mediaType }) =>
        mediaType === undefined ? '–' : <span title={mediaType}>{mediaName(mediaType)}</span>,
    },
    {
      id: 'may',
      header: said.may,
      width: '4.5rem',
      cell: ({ allowed }) => (
        <Badge tone={allowed ? 'positive' : 'neutral'}>{allowed ? said.allowed : said.refused}</Badge>
      ),
    },
    {
      id: 'why',
      header: said.why,
      width: 'minmax(10rem, 2.4fr)',
      cell: (one) => {
        const text = reasonOf(one);
        return <span title={text}>{text}</span>;
      },
    },
  ];
};

export interface PersonsAccessProps {
  /** The person. */
  readonly id: string | undefined;
  readonly onChoose: (id: string | undefined) => void;
}

/** May this person do that, and why. */
export function PersonsAccess({ id, onChoose }: PersonsAccessProps) {
  const { config } = useDraftOfConfiguration();
  const people = useChoices(PEOPLE);
  const [medium, setMedium] = useState(EVERY);
  const [sought, setSought] = useState('');
  const [onlyAllowed, setOnlyAllowed] = useState(false);
  const said = words.accessScreen;
  const option = words.optionScreen;
  return (
    <div className={options.inspector}>
      <div className={options.controls}>
        <Combobox
          label={option.person}
          options={people}
          value={id ?? null}
          onChange={(next) => onChoose(next ?? undefined)}
          placeholder={option.findPerson}
          emptyText={option.noPerson}
          openLabel={option.openPersons}
        />
        <Select
          label={said.medium}
          value={medium}
          onChange={setMedium}
          options={[
            { value: EVERY, label: said.everyMedium },
            ...config.mediaTypes.map((media) => ({ value: media.id, label: media.name })),
          ]}
        />
        <TextField label={said.find} icon={Search} type="search" value={sought} onChange={setSought} />
        <Switch label={said.onlyAllowed} checked={onlyAllowed} onChange={setOnlyAllowed} />
      </div>
      {id === undefined ? (
        <EmptyState icon={UserSearch} title={said.choosePerson}>
          {said.choosePersonWhy}
        </EmptyState>
      ) : (
        <Explained agentId={id} medium={medium} sought={sought} onlyAllowed={onlyAllowed} />
      )}
    </div>
  );
}

interface ExplainedProps {
  readonly agentId: string;
  readonly medium: string;
  readonly sought: string;
  readonly onlyAllowed: boolean;
}

function Explained({ agentId, medium, sought, onlyAllowed }: ExplainedProps) {
  const { port } = useDesk();
  const names = useNames();
  const said = words.accessScreen;
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: keys.access(agentId),
    queryFn: () => port.access({ agentId }),
  });
  // The headers are words: made anew when another language is spoken, and otherwise the same.
  const columns = useMemo(() => columnsNow(names.media), [said.privilege, names]);
  const letters = sought.trim().toLowerCase();
  const rows = useMemo(
    () =>
      (data ?? []).filter(
        ({ privilege, says, mediaType, allowed }) =>
          (!onlyAllowed || allowed) &&
          (medium === EVERY || mediaType === medium) &&
          (letters === '' ||
            `${privilege}\n${privilegeSays(privilege, says)}`.toLowerCase().includes(letters)),
      ),
    [data, onlyAllowed, medium, letters, said.privilege],
  );
  if (data === undefined)
    return error ? (
      <Trouble error={error} busy={isFetching} onRetry={() => void refetch()} />
    ) : (
      <SkeletonRows label={words.loading(said.inspect)} rows={12} />
    );
  return (
    <div className={options.table}>
      <VirtualList
        label={said.inspect}
        items={rows}
        keyOf={({ privilege, mediaType = '' }) => `${privilege}/${mediaType}`}
        columns={columns}
        empty={
          <EmptyState icon={Search} title={words.list.noMatch}>
            {words.list.noMatchWhy}
          </EmptyState>
        }
      />
    </div>
  );
}
