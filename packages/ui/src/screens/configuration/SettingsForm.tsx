'use client';
import { shapeOf } from '@intray/core';
import { useMemo } from 'react';
import css from './Configuration.module.css';
import { useDraftOfConfiguration } from './draft/DraftProvider.tsx';
import { FieldInput } from './fields/FieldInput.tsx';
import { Control, FieldOf } from './fields/FieldOf.tsx';
import { withEntry } from './fields/field-props.ts';
import { words } from './words.ts';

/** Times and policies for everybody. */
export function SettingsForm() {
  const { config, faults, change } = useDraftOfConfiguration();
  const settings: Readonly<Record<string, unknown>> = config.settings;
  const own = useMemo(
    () =>
      faults
        .filter(({ path }) => path[0] === 'settings')
        .map(({ path, message }) => ({ at: path.slice(1), message })),
    [faults],
  );
  return (
    <section className={css.detail} aria-label={words.object.settings}>
      <header className={css.bar}>
        <h3>{words.object.settings}</h3>
      </header>
      <div className={css.fields}>
        <Control value={FieldInput}>
          {shapeOf('settings').map((field) => (
            <FieldOf
              key={field.name}
              field={field}
              path={`settings.${field.name}`}
              faults={own}
              value={settings[field.name]}
              onChange={(value) =>
                change([{ kind: 'settings', put: withEntry(settings, field.name, value) }])
              }
            />
          ))}
        </Control>
      </div>
    </section>
  );
}
