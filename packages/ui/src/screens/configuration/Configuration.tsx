'use client';
import { objectsOf } from '@intray/core';
import type { Place } from '../../desk/place.ts';
import { Counter } from '../../parts/Counter.tsx';
import { Splitter } from '../../parts/Splitter.tsx';
import { useWide } from '../useWide.ts';
import css from './Configuration.module.css';
import { useDraftOfConfiguration } from './draft/DraftProvider.tsx';
import { GROUPS, iconOf, kindsIn, type Page, pageOf } from './kinds.ts';
import { ObjectForm } from './ObjectForm.tsx';
import { Objects } from './Objects.tsx';
import { SettingsForm } from './SettingsForm.tsx';
import { kindTitle } from './titles.ts';
import { words } from './words.ts';

export interface ConfigurationProps {
  readonly page: string | undefined;
  readonly id: string | undefined;
  readonly onGo: (place: Place, how?: 'push' | 'replace') => void;
}

/** Everything a contact centre is configured from: kinds, the objects of one, and one of them in a form. */
export function Configuration({ page: named, id, onGo }: ConfigurationProps) {
  const page = pageOf(named);
  const wide = useWide();
  const open = (next: string | undefined, how?: 'push' | 'replace') =>
    onGo({ view: 'configuration', page, ...(next !== undefined && { id: next }) }, how);
  const form = page !== 'settings' && id !== undefined && (
    <ObjectForm
      key={`${page}/${id}`}
      kind={page}
      id={id}
      onClose={() => open(undefined)}
      onRenamed={(next) => open(next, 'replace')}
      onGo={onGo}
    />
  );
  const list =
    page === 'settings' ? <SettingsForm /> : <Objects key={page} kind={page} open={id} onOpen={open} />;
  return (
    <div className={css.split}>
      <Kinds page={page} onChoose={(next) => onGo({ view: 'configuration', page: next })} />
      {form && wide ? (
        <Splitter
          label={words.object.settings}
          side="end"
          defaultSize={440}
          min={340}
          max={720}
          storageKey="intray.formWidth"
          pane={form}
        >
          {list}
        </Splitter>
      ) : (
        form || list
      )}
    </div>
  );
}

interface KindsProps {
  readonly page: Page;
  readonly onChoose: (page: Page) => void;
}

function Kinds({ page, onChoose }: KindsProps) {
  const { config } = useDraftOfConfiguration();
  const entry = (kind: Page, count: number) => {
    const Icon = iconOf(kind);
    return (
      <li key={kind}>
        <button
          type="button"
          className={css.kind}
          aria-current={kind === page ? 'page' : undefined}
          onClick={() => onChoose(kind)}
        >
          <Icon aria-hidden size={15} />
          <span className={css.kindName}>{kindTitle(kind)}</span>
          {count > 0 && <Counter value={count} label={words.list.count(count)} />}
        </button>
      </li>
    );
  };
  return (
    <nav className={css.kinds} aria-label={words.list.kinds}>
      {GROUPS.map((group) => (
        <div key={group}>
          <h3>{words.groups[group]}</h3>
          <ul>{kindsIn(group).map((kind) => entry(kind, objectsOf(config, kind).length))}</ul>
        </div>
      ))}
      <div>
        <h3>{words.groups.settings}</h3>
        <ul>{entry('settings', 0)}</ul>
      </div>
    </nav>
  );
}
