'use client';
import type { Place } from '../../desk/place.ts';
import { Tabs } from '../../parts/Tabs.tsx';
import { words } from '../configuration/words.ts';
import { Inspector } from './Inspector.tsx';
import { OptionEditor } from './OptionEditor.tsx';
import css from './Options.module.css';
import { levelOf } from './placed.ts';

const INSPECT = 'inspect';

export interface OptionsScreenProps {
  /** A level, or `inspect`. */
  readonly page: string | undefined;
  readonly id: string | undefined;
  readonly onGo: (place: Place, how?: 'push' | 'replace') => void;
}

/** Options of the section `interaction-workspace`: setting them, and which value holds for whom and why. */
export function OptionsScreen({ page, id, onGo }: OptionsScreenProps) {
  const said = words.optionScreen;
  const go = (next: string, whose?: string) =>
    onGo({ view: 'options', page: next, ...(whose !== undefined && { id: whose }) });
  return (
    <div className={css.tabs}>
      <Tabs
        label={said.tabs}
        value={page === INSPECT ? INSPECT : 'edit'}
        onChange={(tab) => go(tab === INSPECT ? INSPECT : 'application')}
        tabs={[
          {
            value: 'edit',
            label: said.edit,
            content: <OptionEditor level={levelOf(page)} id={id} onGo={go} />,
          },
          { value: INSPECT, label: said.inspect, content: <Inspector id={id} onGo={go} /> },
        ]}
      />
    </div>
  );
}
