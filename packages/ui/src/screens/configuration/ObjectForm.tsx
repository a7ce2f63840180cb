'use client';
import { type ConfigurationKind, type ConfiguredObject, objectsOf, SECTION, shapeOf } from '@intray/core';
import { Pencil, RotateCcw, Trash2, X } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { Place } from '../../desk/place.ts';
import { Badge } from '../../parts/Badge.tsx';
import { Button } from '../../parts/Button.tsx';
import { IconButton } from '../../parts/IconButton.tsx';
import { EmptyState } from '../../parts/Message.tsx';
import css from './Configuration.module.css';
import { useDraftOfConfiguration } from './draft/DraftProvider.tsx';
import { objectIn, standings, subjectOf, withField } from './draft/draft.ts';
import { editorOf } from './editors.ts';
import { FieldInput } from './fields/FieldInput.tsx';
import { Control, FieldOf } from './fields/FieldOf.tsx';
import type { Faults } from './fields/field-props.ts';
import { iconOf, type Page } from './kinds.ts';
import { RemoveObjects } from './RemoveObjects.tsx';
import { RenameObject } from './RenameObject.tsx';
import { kindTitle } from './titles.ts';
import { words } from './words.ts';

/** Where the options of an object are edited: the level and whose they are. */
const OPTION_LEVELS: Partial<Record<Page, string>> = {
  agents: 'person',
  agentGroups: 'agentGroup',
  virtualGroups: 'virtualGroup',
  overrideSets: 'item',
};

export interface ObjectFormProps {
  readonly kind: ConfigurationKind;
  readonly id: string;
  readonly onClose: () => void;
  /** It has another id now. */
  readonly onRenamed: (id: string) => void;
  readonly onGo: (place: Place) => void;
}

/** An object of the draft, field by field as its schema says, with what core finds wrong beside each. */
export function ObjectForm({ kind, id, onClose, onRenamed, onGo }: ObjectFormProps) {
  const { base, config, edits, replace, note, change } = useDraftOfConfiguration();
  const [renaming, setRenaming] = useState(false);
  const [removing, setRemoving] = useState(false);
  const object = objectIn(config, kind, id);
  const former = objectIn(base.config, kind, id);
  const standing = standings(edits, kind, base.config).get(id);
  const said = words.object;
  const asSaved = () => {
    const rest = edits.filter((edit) => subjectOf(edit) !== `${kind}/${id}`);
    replace(rest.length === 0 ? undefined : { base: base.version, edits: rest, note });
  };
  if (object === undefined && former === undefined)
    return (
      <EmptyState
        icon={iconOf(kind)}
        title={said.gone}
        action={<Button onClick={onClose}>{words.back}</Button>}
      >
        {said.goneWhy}
      </EmptyState>
    );
  const shown = (object ?? former) as ConfiguredObject;
  const title = typeof shown.name === 'string' ? shown.name : id;
  return (
    <section className={css.detail} aria-label={title}>
      <header className={css.bar}>
        <div className={css.titles}>
          <h3 title={title}>{title}</h3>
          <span className={css.subtitle}>{`${kindTitle(kind)} · ${id}`}</span>
        </div>
        <span className={css.end}>
          {standing !== undefined && (
            <IconButton
              icon={RotateCcw}
              label={standing === 'removed' ? said.undoRemoval : said.undo}
              onClick={asSaved}
            />
          )}
          {object !== undefined && (
            <>
              <IconButton icon={Pencil} label={said.rename} onClick={() => setRenaming(true)} />
              <IconButton icon={Trash2} label={said.remove} onClick={() => setRemoving(true)} />
            </>
          )}
          <IconButton icon={X} label={words.close} onClick={onClose} />
        </span>
      </header>
      {object === undefined ? (
        <p className={css.gone}>
          <Badge tone="critical">{words.list.removed}</Badge> {said.removedHere}
        </p>
      ) : (
        <div className={css.fields}>
          <Fields kind={kind} object={object} onGo={onGo} onChange={(put) => change([{ kind, put }])} />
        </div>
      )}
      {renaming && (
        <RenameObject kind={kind} id={id} onClose={() => setRenaming(false)} onRenamed={onRenamed} />
      )}
      {removing && (
        <RemoveObjects
          kind={kind}
          ids={[id]}
          onClose={() => setRemoving(false)}
          onRemoved={() => undefined}
        />
      )}
    </section>
  );
}

interface FieldsProps {
  readonly kind: ConfigurationKind;
  readonly object: ConfiguredObject;
  readonly onGo: (place: Place) => void;
  readonly onChange: (object: ConfiguredObject) => void;
}

function Fields({ kind, object, onGo, onChange }: FieldsProps) {
  const faults = useFaultsOf(kind, object.id);
  const shape = shapeOf(kind).filter(({ name }) => name !== 'id');
  const level = OPTION_LEVELS[kind];
  const editor = editorOf(kind, object.id);
  return (
    <Control value={FieldInput}>
      {editor !== undefined && <Button onClick={() => onGo(editor)}>{words.object.openEditor}</Button>}
      {shape.map((field) =>
        field.shape.type === 'options' ? (
          level !== undefined && (
            <div key={field.name} className={css.options}>
              <span>{words.object.inOptions(countOptions(object[field.name]))}</span>
              <Button size="s" onClick={() => onGo({ view: 'options', page: level, id: object.id })}>
                {words.object.openOptions}
              </Button>
            </div>
          )
        ) : (
          <FieldOf
            key={field.name}
            field={field}
            path={`${kind}.${field.name}`}
            faults={faults}
            value={object[field.name]}
            onChange={(value) => onChange(withField(object, field.name, value))}
          />
        ),
      )}
    </Control>
  );
}

const countOptions = (options: unknown): number =>
  Object.keys((options as Readonly<Record<string, object>> | undefined)?.[SECTION] ?? {}).length;

/** What core finds wrong with an object, by where it is in it. */
function useFaultsOf(kind: ConfigurationKind, id: string): Faults {
  const { config, faults } = useDraftOfConfiguration();
  return useMemo(() => {
    const index = objectsOf(config, kind).findIndex((object) => object.id === id);
    return faults
      .filter(({ path }) => path[0] === kind && path[1] === index)
      .map(({ path, message }) => ({ at: path.slice(2), message }));
  }, [config, faults, kind, id]);
}
