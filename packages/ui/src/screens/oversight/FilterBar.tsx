'use client';
import { FilterX, ListFilter } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { LeadPlace } from '../../desk/lead-place.ts';
import { useCatalogue } from '../../desk/questions.ts';
import { Button } from '../../parts/Button.tsx';
import { IconButton } from '../../parts/IconButton.tsx';
import { Select } from '../../parts/Select.tsx';
import { FilterBuilder } from './FilterBuilder.tsx';
import css from './Oversight.module.css';
import { words } from './words.ts';

const NONE = '';
const OWN = '@own';

export interface FilterBarProps {
  readonly place: LeadPlace;
  readonly onGo: (place: LeadPlace) => void;
  readonly before: ReactNode;
  /** At the end of the line. */
  readonly after: ReactNode;
}

/** The saved filters, and one of the person's own. */
export function FilterBar({ place, onGo, before, after }: FilterBarProps) {
  const { data: catalogue } = useCatalogue();
  const [building, setBuilding] = useState(false);
  const filters = catalogue?.filters ?? [];
  const saved = filters.find(({ id }) => id === place.filter);
  const { filter, where, ...rest } = place;
  const choose = (chosen: string) => {
    if (chosen === OWN) setBuilding(true);
    else onGo({ ...rest, ...(chosen === NONE ? {} : { filter: chosen }) });
  };
  const own = where !== undefined && saved === undefined;
  return (
    <div className={css.filters}>
      {before}
      {filters.length > 0 && (
        <div className={css.saved}>
          <Select
            label={words.filter.label}
            hideLabel
            value={saved?.id ?? (own ? OWN : NONE)}
            options={[
              { value: NONE, label: words.filter.none },
              ...filters.map(({ id, name, category }) => ({
                value: id,
                label: category === undefined ? name : `${category} · ${name}`,
              })),
              ...(own ? [{ value: OWN, label: words.filter.own }] : []),
            ]}
            onChange={choose}
          />
        </div>
      )}
      <Button icon={ListFilter} onClick={() => setBuilding(true)} aria-pressed={own}>
        {own ? words.filter.edit : words.filter.build}
      </Button>
      {(own || saved) && <IconButton icon={FilterX} label={words.filter.clear} onClick={() => onGo(rest)} />}
      {after}
      {building && (
        <FilterBuilder
          condition={saved?.condition ?? where ?? ''}
          onClose={() => setBuilding(false)}
          onApply={(condition) => {
            setBuilding(false);
            onGo({ ...rest, ...(condition === '' ? {} : { where: condition }) });
          }}
        />
      )}
    </div>
  );
}
