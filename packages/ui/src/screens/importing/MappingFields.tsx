'use client';
import type { Catalogue } from '@intray/core';
import { Checkbox } from '../../parts/Checkbox.tsx';
import { Select } from '../../parts/Select.tsx';
import { TextField } from '../../parts/TextField.tsx';
import css from '../drafting/Drafting.module.css';
import { type ChosenValue, type MappingForm, repeatedKeys } from './mapping-form.ts';
import { words } from './words.ts';

export interface MappingFieldsProps {
  readonly form: MappingForm;
  readonly columns: readonly string[];
  readonly catalogue: Catalogue;
  readonly onChange: (form: MappingForm) => void;
}

const NO_COLUMN = ' ';

/** Which column becomes what. */
export function MappingFields({ form, columns, catalogue, onChange }: MappingFieldsProps) {
  const choices = columns.map((value) => ({ value, label: value }));
  const set = (more: Partial<MappingForm>) => onChange({ ...form, ...more });
  const named = (objects: readonly { readonly id: string; readonly name: string }[]) =>
    objects.map(({ id, name }) => ({ value: id, label: name }));
  const repeated = repeatedKeys(form.attached);
  const { due } = form;
  return (
    <>
      <div className={css.fields}>
        <Select
          label={words.externalId}
          description={words.externalIdWhy}
          value={form.externalId}
          options={choices}
          onChange={(externalId) => set({ externalId })}
        />
        <Select
          label={words.delimiter}
          value={form.delimiter}
          options={[
            { value: ',', label: ',' },
            { value: ';', label: ';' },
            { value: '\t', label: 'Tab' },
          ]}
          onChange={(delimiter) => set({ delimiter })}
        />
        <Select
          label={words.encoding}
          value={form.encoding}
          options={(['utf-8', 'windows-1252'] as const).map((value) => ({ value, label: value }))}
          onChange={(encoding) => set({ encoding })}
        />
      </div>
      <Value
        name={words.mediaType}
        value={form.mediaType}
        columns={choices}
        fixed={named(catalogue.mediaTypes)}
        onChange={(mediaType) => set({ mediaType })}
      />
      <Value
        name={words.queue}
        value={form.queue}
        columns={choices}
        fixed={named(catalogue.queues)}
        onChange={(queue) => set({ queue })}
      />
      <Value
        name={words.priority}
        value={form.priority}
        columns={choices}
        optional
        onChange={(priority) => set({ priority })}
      />
      <Value
        name={words.contact}
        value={form.contact}
        columns={choices}
        optional
        onChange={(contact) => set({ contact })}
      />
      <div className={css.fields}>
        <Select
          label={words.due}
          value={due.column || NO_COLUMN}
          options={[{ value: NO_COLUMN, label: words.noColumn }, ...choices]}
          onChange={(column) => set({ due: { ...due, column: column === NO_COLUMN ? '' : column } })}
        />
        {due.column !== '' && (
          <>
            <TextField
              label={words.format}
              description={words.formatWhy}
              value={due.format}
              onChange={(format) => set({ due: { ...due, format } })}
            />
            <TextField
              label={words.zone}
              value={due.zone}
              onChange={(zone) => set({ due: { ...due, zone } })}
            />
          </>
        )}
      </div>
      <section className={css.card} aria-label={words.attached}>
        <h3>{words.attached}</h3>
        <div className={css.fields}>
          {form.attached.map(({ column, key, on }) => {
            const change = (more: { readonly key?: string; readonly on?: boolean }) =>
              set({
                attached: form.attached.map((each) => (each.column === column ? { ...each, ...more } : each)),
              });
            return (
              <div key={column} className={css.results}>
                <Checkbox label={column} checked={on} onChange={(checked) => change({ on: checked })} />
                <TextField
                  label={words.key(column)}
                  hideLabel
                  disabled={!on}
                  value={key}
                  {...(on && repeated.has(key) && { error: words.repeated })}
                  onChange={(text) => change({ key: text })}
                />
              </div>
            );
          })}
        </div>
      </section>
    </>
  );
}

interface ValueProps {
  readonly name: string;
  readonly value: ChosenValue;
  readonly columns: readonly { readonly value: string; readonly label: string }[];
  /** What the value may be; anything if left out. */
  readonly fixed?: readonly { readonly value: string; readonly label: string }[];
  readonly optional?: boolean;
  readonly onChange: (value: ChosenValue) => void;
}

function Value({ name, value, columns, fixed, optional, onChange }: ValueProps) {
  const ways = (['none', 'fixed', 'column'] as const).filter((way) => way !== 'none' || optional);
  return (
    <div className={css.fields}>
      <Select
        label={words.from(name)}
        value={value.from}
        options={ways.map((way) => ({ value: way, label: words.froms[way] }))}
        onChange={(from) =>
          onChange({
            ...value,
            from,
            column: value.column || (columns[0]?.value ?? ''),
            fixed: value.fixed || (fixed?.[0]?.value ?? '0'),
          })
        }
      />
      {value.from === 'column' && (
        <Select
          label={words.column(name)}
          value={value.column}
          options={columns}
          onChange={(column) => onChange({ ...value, column })}
        />
      )}
      {value.from === 'fixed' &&
        (fixed ? (
          <Select
            label={words.fixed(name)}
            value={value.fixed}
            options={fixed}
            onChange={(chosen) => onChange({ ...value, fixed: chosen })}
          />
        ) : (
          <TextField
            label={words.fixed(name)}
            value={value.fixed}
            onChange={(text) => onChange({ ...value, fixed: text })}
          />
        ))}
    </div>
  );
}
