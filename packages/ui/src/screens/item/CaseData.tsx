'use client';
import type { InteractionCommand, InteractionView, Json } from '@intray/core';
import { Database, Pencil, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useCatalogue } from '../../desk/questions.ts';
import { Button } from '../../parts/Button.tsx';
import { IconButton } from '../../parts/IconButton.tsx';
import { EmptyState } from '../../parts/Message.tsx';
import { day } from '../moment.ts';
import { words } from '../words.ts';
import { EditValue, hasNewKeyDraft } from './EditValue.tsx';
import css from './Item.module.css';
import { nameIn } from './listed.ts';
import { shownOf } from './shown.ts';
import { typeOf, written } from './typed.ts';

const text = words.data;

export interface CaseDataProps {
  readonly view: InteractionView;
  /** Begin with the form for a new key. */
  readonly startAdding: boolean;
  readonly onGive: (command: InteractionCommand) => Promise<void>;
}

/** The attached data that are shown, with their values, editable where the server says so. */
export function CaseData({ view, startAdding, onGive }: CaseDataProps) {
  const { interaction, allowed } = view;
  const { id: interactionId, userData } = interaction;
  const [editing, setEditing] = useState<string>();
  const [adding, setAdding] = useState(() => startAdding || hasNewKeyDraft(interactionId));
  const may = {
    add: allowed.includes('attachUserData'),
    edit: allowed.includes('updateUserData'),
    remove: allowed.includes('deleteUserData'),
  };
  const lists = useCatalogue().data?.lists;
  const listed = new Map((view.options.caseFields ?? []).map((field) => [field.key, field.list]));
  const listOf = (key: string) => {
    const list = listed.get(key);
    return list === undefined ? undefined : lists?.[list];
  };
  const entries = shownOf(userData, view.options.caseFields);

  const add = (key: string, value: Json) => {
    setAdding(false);
    void onGive({ type: 'attachUserData', interactionId, userData: { [key]: value } });
  };
  const update = (key: string, value: Json) => {
    setEditing(undefined);
    void onGive({ type: 'updateUserData', interactionId, userData: { [key]: value } });
  };
  const remove = (key: string) => void onGive({ type: 'deleteUserData', interactionId, keys: [key] });

  return (
    <div className={css.stack}>
      {entries.length === 0 && !adding && (
        <EmptyState icon={Database} title={text.none}>
          {text.noneWhy}
        </EmptyState>
      )}
      <div>
        {entries.map(({ key, name, value }) =>
          editing === key ? (
            <EditValue
              key={key}
              subject={interactionId}
              known={{ key, value }}
              listOf={listOf}
              name={name}
              taken={[]}
              onSave={update}
              onCancel={() => setEditing(undefined)}
            />
          ) : (
            <div key={key} className={css.row}>
              <span className={css.key}>{name}</span>
              <Value value={value} called={nameIn(listOf(key), value)} />
              <span className={css.tools}>
                {may.edit && (
                  <IconButton
                    icon={Pencil}
                    label={text.edit(name)}
                    size="s"
                    onClick={() => setEditing(key)}
                  />
                )}
                {may.remove && (
                  <IconButton icon={Trash2} label={text.remove(name)} size="s" onClick={() => remove(key)} />
                )}
              </span>
            </div>
          ),
        )}
      </div>
      {adding && may.add && (
        <EditValue
          subject={interactionId}
          listOf={listOf}
          taken={Object.keys(userData)}
          onSave={add}
          onCancel={() => setAdding(false)}
        />
      )}
      {!adding && may.add && (
        <div>
          <Button size="s" kind="bare" icon={Plus} onClick={() => setAdding(true)}>
            {text.add}
          </Button>
        </div>
      )}
    </div>
  );
}

/** A web page, and nothing else that an address can be; a desk that is a program of its own asks its rule besides. */
const LINK = /^https:\/\/[^\s\\]+$/i;

function Value({ value, called }: { readonly value: Json; readonly called: string | undefined }) {
  if (called !== undefined)
    return (
      <span className={css.value} title={written(value)}>
        {called}
      </span>
    );
  switch (typeOf(value)) {
    case 'yesno':
      return <span className={css.value}>{value === true ? text.yes : text.no}</span>;
    case 'empty':
      return <span className={`${css.value} ${css.quiet}`}>{text.empty}</span>;
    case 'json':
      return <span className={`${css.value} ${css.json}`}>{written(value)}</span>;
    case 'date':
      return <span className={css.value}>{day(value as string)}</span>;
    case 'text':
    case 'number':
      return LINK.test(String(value)) ? (
        <a className={css.value} href={String(value)} target="_blank" rel="noopener noreferrer">
          {written(value)}
        </a>
      ) : (
        <span className={css.value}>{written(value)}</span>
      );
  }
}
