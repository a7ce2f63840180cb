/** How the desk behaves on this computer. What is chosen holds at once; what is written, once it is left. */
import { Checkbox, LANGUAGE_NAMES, LANGUAGES, Select, TextField } from '@intray/ui';
import { type ReactNode, useState } from 'react';
import type { Begin } from '../shared/contract.ts';
import type { Settings } from '../shared/settings.ts';
import { KeyField } from './KeyField.tsx';
import css from './Preferences.module.css';
import { words } from './words.ts';

const SWITCHES = [
  'notifications',
  'ringUntilAnswered',
  'frontOnOffer',
  'stayInTray',
  'startWithComputer',
] as const satisfies readonly (keyof Settings)[];
const MINUTES = [0, 1, 2, 5, 10, 15, 30, 60];
const SIZES = [0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2];
const KEYS = ['ready', 'accept', 'next'] as const satisfies readonly (keyof Settings['shortcuts'])[];
const SYSTEM = 'system';

/** The choices, with one that was written into the file by hand among them. */
const withOwn = (choices: readonly number[], own: number) =>
  [...new Set([...choices, own])].sort((a, b) => a - b);

export interface BehaviourProps {
  readonly begin: Begin;
  readonly onChange: (change: Partial<Settings>) => void;
}

export function Behaviour({ begin, onChange }: BehaviourProps) {
  const { settings, keysTaken } = begin;
  const { shortcuts } = settings;
  return (
    <>
      <Section id="behaviour" title={words.behaviour}>
        {SWITCHES.map((key) => (
          <Checkbox
            key={key}
            label={words.switches[key]}
            checked={settings[key]}
            onChange={(on) => onChange({ [key]: on })}
          />
        ))}
        <Select
          label={words.away}
          value={String(settings.notReadyAfterMinutes)}
          options={withOwn(MINUTES, settings.notReadyAfterMinutes).map((minutes) => ({
            value: String(minutes),
            label: minutes === 0 ? words.never : words.minutes(minutes),
          }))}
          onChange={(minutes) => onChange({ notReadyAfterMinutes: Number(minutes) })}
        />
      </Section>
      <Section id="looks" title={words.looks}>
        <Select
          label={words.language}
          value={settings.language === '' ? SYSTEM : settings.language}
          options={[
            { value: SYSTEM, label: words.asSystem },
            ...LANGUAGES.map((each) => ({ value: each as string, label: LANGUAGE_NAMES[each] })),
          ]}
          onChange={(language) => onChange({ language: language === SYSTEM ? '' : language })}
        />
        <Select
          label={words.zoom}
          value={String(settings.zoom)}
          options={withOwn(SIZES, settings.zoom).map((size) => ({
            value: String(size),
            label: `${Math.round(size * 100)} %`,
          }))}
          onChange={(size) => onChange({ zoom: Number(size) })}
        />
      </Section>
      <Section id="keys" title={words.keys} hint={words.keysWhy}>
        {KEYS.map((name) => (
          <KeyField
            key={name}
            label={words.keyNames[name]}
            value={shortcuts[name]}
            taken={keysTaken.includes(shortcuts[name] ?? '')}
            onChange={(keys) => {
              const { [name]: _, ...others } = shortcuts;
              onChange({ shortcuts: keys === undefined ? others : { ...others, [name]: keys } });
            }}
          />
        ))}
      </Section>
      <Section id="links" title={words.links}>
        <Written
          label={words.hosts}
          description={words.hostsWhy}
          value={settings.linkHosts.join(', ')}
          onDone={(text) =>
            onChange({
              linkHosts: text
                .split(',')
                .map((host) => host.trim())
                .filter((host) => host !== ''),
            })
          }
        />
        <Written
          label={words.popKey}
          description={words.popKeyWhy}
          value={settings.popKey}
          onDone={(popKey) => onChange({ popKey })}
        />
        <Written
          label={words.updates}
          description={words.updatesWhy}
          value={settings.updateAddress}
          onDone={(updateAddress) => onChange({ updateAddress })}
        />
      </Section>
    </>
  );
}

interface SectionProps {
  readonly id: string;
  readonly title: string;
  readonly hint?: string;
  readonly children: ReactNode;
}

function Section({ id, title, hint, children }: SectionProps) {
  return (
    <section aria-labelledby={id} className={css.section}>
      <h2 id={id}>{title}</h2>
      {hint !== undefined && <p className={css.hint}>{hint}</p>}
      <div className={css.fields}>{children}</div>
    </section>
  );
}

interface WrittenProps {
  readonly label: string;
  readonly description: string;
  readonly value: string;
  readonly onDone: (text: string) => void;
}

/** A line that is taken over when it is left, or with Enter: half an address is none. */
function Written({ label, description, value, onDone }: WrittenProps) {
  const [text, setText] = useState(value);
  const done = () => {
    if (text.trim() !== value) onDone(text.trim());
  };
  return (
    <TextField
      label={label}
      description={description}
      value={text}
      onChange={setText}
      onBlur={done}
      onKeyDown={(event) => {
        if (event.key === 'Enter') done();
      }}
    />
  );
}
