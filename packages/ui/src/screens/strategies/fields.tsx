'use client';
/** Fields that strategies are made of. */
import type { ContactCentreConfig, Destination, OwnerKind } from '@intray/core';
import { Combobox } from '../../parts/Combobox.tsx';
import { Select } from '../../parts/Select.tsx';
import { TextField } from '../../parts/TextField.tsx';
import { words } from './words.ts';

type Objects = readonly { readonly id: string; readonly name: string }[];

/** More than so many are not shown in a list: they are typed, and core suggests the nearest. */
const MOST_LISTED = 500;

export interface NameFieldProps {
  readonly label: string;
  readonly objects: Objects | undefined;
  readonly value: string;
  readonly error?: string | undefined;
  readonly onChange: (id: string) => void;
}

/** The id of one of several objects. */
export function NameField({ label, objects = [], value, error, onChange }: NameFieldProps) {
  const fault = error === undefined ? {} : { error };
  if (objects.length > MOST_LISTED)
    return <TextField label={label} value={value} {...fault} onChange={onChange} />;
  const known = objects.some(({ id }) => id === value) || value === '';
  const options = [...objects, ...(known ? [] : [{ id: value, name: value }])].map(({ id, name }) => ({
    value: id,
    label: name === id ? id : `${name} (${id})`,
  }));
  return (
    <Combobox
      label={label}
      options={options}
      value={value === '' ? null : value}
      {...fault}
      emptyText={words.nothing}
      openLabel={words.show}
      onChange={(id) => onChange(id ?? '')}
    />
  );
}

export interface NumberFieldProps {
  readonly label: string;
  readonly value: number | undefined;
  readonly error?: string | undefined;
  readonly disabled?: boolean;
  readonly onChange: (value: number | undefined) => void;
}

/** A whole number, or none. What is no number stays out. */
export function NumberField({ label, value, error, disabled, onChange }: NumberFieldProps) {
  return (
    <TextField
      label={label}
      inputMode="numeric"
      disabled={disabled ?? false}
      value={value === undefined ? '' : String(value)}
      {...(error !== undefined && { error })}
      onChange={(text) => {
        const typed = text.trim();
        if (typed === '') onChange(undefined);
        else if (/^-?\d{1,9}$/.test(typed)) onChange(Number(typed));
      }}
    />
  );
}

type Goal = Destination | { readonly requested: true };
type GoalKind = 'queue' | 'workbin' | 'requested';

const kindOf = (to: Goal): GoalKind => ('queue' in to ? 'queue' : 'workbin' in to ? 'workbin' : 'requested');

export function ownersIn(config: ContactCentreConfig, kind: OwnerKind): Objects {
  switch (kind) {
    case 'Agent':
      return config.agents;
    case 'AgentGroup':
      return [...config.agentGroups, ...(config.virtualGroups ?? [])];
    case 'Place':
      return config.places;
    case 'PlaceGroup':
      return config.placeGroups;
  }
}

export interface DestinationFieldsProps<G extends Goal> {
  readonly to: G;
  readonly kinds: readonly GoalKind[];
  readonly config: ContactCentreConfig;
  readonly error?: string | undefined;
  readonly onChange: (to: G) => void;
}

/** Where work goes on to: another queue, or a tray. */
export function DestinationFields<G extends Goal>(props: DestinationFieldsProps<G>) {
  const { to, kinds, config, error, onChange } = props;
  const set = (next: Goal) => onChange(next as G);
  const tray = (type: string, id?: string): Goal => {
    const ownerKind = config.workbinTypes.find((each) => each.id === type)?.ownerKind ?? 'AgentGroup';
    return {
      workbin: { type, owner: { kind: ownerKind, id: id ?? ownersIn(config, ownerKind)[0]?.id ?? '' } },
    };
  };
  const setKind = (kind: GoalKind) => {
    if (kind === 'queue') set({ queue: config.queues[0]?.id ?? '' });
    else set(kind === 'requested' ? { requested: true } : tray(config.workbinTypes[0]?.id ?? ''));
  };
  return (
    <>
      <Select
        label={words.to}
        value={kindOf(to)}
        options={kinds.map((value) => ({ value, label: words.kinds[value] }))}
        onChange={setKind}
      />
      {'queue' in to && (
        <NameField
          label={words.queue}
          objects={config.queues}
          value={to.queue}
          error={error}
          onChange={(queue) => set({ queue })}
        />
      )}
      {'workbin' in to && (
        <>
          <NameField
            label={words.workbin}
            objects={config.workbinTypes}
            value={to.workbin.type}
            error={error}
            onChange={(type) => set(tray(type))}
          />
          <NameField
            label={words.owner}
            objects={ownersIn(config, to.workbin.owner.kind)}
            value={to.workbin.owner.id}
            onChange={(id) => set(tray(to.workbin.type, id))}
          />
        </>
      )}
    </>
  );
}
