'use client';
import { type DecisionTable, type Fault, type Phase, tableFromCsv, tableToCsv } from '@intray/core';
import { Download, Plus, Upload, X } from 'lucide-react';
import { useRef, useState } from 'react';
import { Button } from '../../parts/Button.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { Select } from '../../parts/Select.tsx';
import { TextField } from '../../parts/TextField.tsx';
import css from '../drafting/Drafting.module.css';
import { words as common } from '../drafting/words.ts';
import { inWords } from '../faults/words.ts';
import { saveFile } from '../importing/saveFile.ts';
import { words as desk } from '../words.ts';
import { actionOptions, askedOf, doneBy, fieldOptions, operatorOptions } from './columns.ts';
import { type Column, columnAdded, rowAdded } from './grid.ts';
import { TableGrid } from './TableGrid.tsx';
import { words } from './words.ts';

export interface TableEditorProps {
  readonly table: DecisionTable;
  /** Of the rule: the file is called so. */
  readonly name: string;
  readonly phase: Phase;
  readonly faults: readonly Fault[];
  readonly onChange: (table: DecisionTable) => void;
}

/** A decision table: the grid, its columns, and the way into a spreadsheet and back. */
export function TableEditor({ table, name, phase, faults, onChange }: TableEditorProps) {
  const [adding, setAdding] = useState<Column>();
  const [unreadable, setUnreadable] = useState<readonly string[]>([]);
  const file = useRef<HTMLInputElement>(null);

  const take = async (chosen: File | undefined) => {
    if (chosen === undefined) return;
    const read = tableFromCsv(await chosen.text(), table.hit);
    if (read.ok) onChange(read.table);
    setUnreadable(
      read.ok
        ? []
        : inWords(read.faults).map(({ row, column, message }) => words.cellFault(row, column, message)),
    );
  };

  return (
    <section className={css.results} aria-label={words.table}>
      <div className={css.line}>
        <Select
          label={words.hit}
          value={table.hit}
          options={(['first', 'all'] as const).map((value) => ({ value, label: words.hits[value] }))}
          onChange={(hit) => onChange({ ...table, hit })}
        />
        <Button icon={Plus} onClick={() => onChange(rowAdded(table, table.rows.length))}>
          {words.addRow}
        </Button>
        <Button icon={Plus} onClick={() => setAdding({ field: 'data', key: '', op: 'is' })}>
          {words.addQuestion}
        </Button>
        <Button icon={Plus} onClick={() => setAdding({ action: 'setPriority' })}>
          {words.addDeed}
        </Button>
        <span className={css.grow} />
        <input
          ref={file}
          type="file"
          accept=".csv,text/csv"
          aria-label={words.importCsv}
          className="visually-hidden"
          tabIndex={-1}
          onChange={(event) => {
            void take(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
        <Button icon={Upload} onClick={() => file.current?.click()}>
          {words.importCsv}
        </Button>
        <Button icon={Download} onClick={() => saveFile(`${name}.csv`, tableToCsv(table), 'text/csv')}>
          {words.exportCsv}
        </Button>
      </div>
      {unreadable.length > 0 && (
        <div role="alert" className={css.card}>
          <div className={css.cardHead}>
            <p className={css.wrong}>{words.cannotRead}</p>
            <span className={css.grow} />
            <Button size="s" kind="bare" icon={X} onClick={() => setUnreadable([])}>
              {desk.close}
            </Button>
          </div>
          <ul>
            {unreadable.slice(0, 20).map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </div>
      )}
      <TableGrid table={table} faults={faults} onChange={onChange} />
      {adding && (
        <NewColumn
          column={adding}
          phase={phase}
          onChange={setAdding}
          onClose={() => setAdding(undefined)}
          onAdd={() => {
            onChange(columnAdded(table, adding));
            setAdding(undefined);
          }}
        />
      )}
    </section>
  );
}

interface NewColumnProps {
  readonly column: Column;
  readonly phase: Phase;
  readonly onChange: (column: Column) => void;
  readonly onClose: () => void;
  readonly onAdd: () => void;
}

function NewColumn({ column, phase, onChange, onClose, onAdd }: NewColumnProps) {
  const keyed = 'action' in column ? column.action === 'attach' : column.field === 'data';
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={words.column}
      closeLabel={desk.close}
      footer={
        <>
          <Button onClick={onClose}>{desk.cancel}</Button>
          <Button kind="primary" disabled={keyed && !column.key} onClick={onAdd}>
            {common.add}
          </Button>
        </>
      }
    >
      <div className={css.results}>
        {'action' in column ? (
          <Select
            label={words.action}
            value={column.action}
            options={actionOptions(phase)}
            onChange={(action) => onChange(doneBy(action, column))}
          />
        ) : (
          <>
            <Select
              label={words.field}
              value={column.field}
              options={fieldOptions()}
              onChange={(field) => onChange(askedOf(field, column))}
            />
            <Select
              label={words.op}
              value={column.op}
              options={operatorOptions(column.field)}
              onChange={(op) => onChange({ ...column, op })}
            />
          </>
        )}
        {keyed && (
          <TextField
            label={words.key}
            value={column.key ?? ''}
            onChange={(key) => onChange({ ...column, key })}
          />
        )}
      </div>
    </Dialog>
  );
}
