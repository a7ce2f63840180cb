'use client';
import { type ContactCentreConfig, type RulesTrial, tryRules } from '@intray/core';
import { Inbox } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useServerNow } from '../../desk/questions.ts';
import { Badge } from '../../parts/Badge.tsx';
import { EmptyState } from '../../parts/Message.tsx';
import { Select } from '../../parts/Select.tsx';
import { TextArea } from '../../parts/TextArea.tsx';
import { TextField } from '../../parts/TextField.tsx';
import css from '../drafting/Drafting.module.css';
import { words as common } from '../drafting/words.ts';
import { words as faultWords } from '../faults/words.ts';
import { moment } from '../moment.ts';
import { changesOf, readExample, type StandChange } from './example.ts';
import { words } from './words.ts';

export interface TryRulesProps {
  readonly config: ContactCentreConfig;
  /** It holds together; only then it can be tried. */
  readonly sound: boolean;
}

const TONES = { did: 'positive', passed: 'neutral', failed: 'critical' } as const;
const optionsOf = (objects: readonly { readonly id: string; readonly name: string }[] = []) =>
  objects.map(({ id, name }) => ({ value: id, label: name }));

/** An example that comes in, and what each rule of the draft would do to it. Nothing happens to any work. */
export function TryRules({ config, sound }: TryRulesProps) {
  const points = config.capturePoints ?? [];
  const [point, setPoint] = useState(points[0]?.id ?? '');
  const [mediaType, setMediaType] = useState(config.mediaTypes[0]?.id ?? '');
  const [queue, setQueue] = useState(points[0]?.queues[0] ?? config.queues[0]?.id ?? '');
  const [priority, setPriority] = useState('0');
  const [dueIn, setDueIn] = useState('');
  const [data, setData] = useState('Kind: Noise');
  // To the minute: the result must not flicker with every second.
  const now = Math.floor(useServerNow() / 60_000) * 60_000;
  const trial = useMemo(() => {
    const lines = data.split('\n').map((line) => {
      const [key = '', ...value] = line.split(':');
      return { key: key.trim(), value: value.join(':').trim() };
    });
    const example = readExample({ capturePoint: point, mediaType, queue, priority, dueIn, data: lines }, now);
    return sound && example ? tryRules(config, example, now) : undefined;
  }, [config, sound, point, mediaType, queue, priority, dueIn, data, now]);

  if (points.length === 0) return <EmptyState icon={Inbox} title={words.noPoint} />;
  return (
    <div className={css.form}>
      <section className={css.fields} aria-label={words.example}>
        <Select label={words.point} value={point} options={optionsOf(points)} onChange={setPoint} />
        <Select
          label={words.media}
          value={mediaType}
          options={optionsOf(config.mediaTypes)}
          onChange={setMediaType}
        />
        <Select label={words.queue} value={queue} options={optionsOf(config.queues)} onChange={setQueue} />
        <TextField label={words.priority} inputMode="numeric" value={priority} onChange={setPriority} />
        <TextField label={words.due} placeholder="2h" value={dueIn} onChange={setDueIn} />
      </section>
      <TextArea label={words.data} value={data} onChange={setData} rows={3} />
      {sound ? (
        trial && <Result trial={trial} config={config} />
      ) : (
        <p className={css.wrong}>{common.noFaults}</p>
      )}
    </div>
  );
}

const MOMENTS = new Set(['dueAt', 'activateAt', 'expireAt']);

function said({ what, key, value }: StandChange): string {
  const name = key ?? words.stands[what];
  const shown = MOMENTS.has(what) && typeof value === 'number' ? moment(value) : String(value ?? common.none);
  return `${name} → ${shown}`;
}

interface ResultProps {
  readonly trial: RulesTrial;
  readonly config: ContactCentreConfig;
}

function Result({ trial, config }: ResultProps) {
  const { rules, passedOver, outcome } = trial;
  const nameOf = (id: string) => config.taskRules?.find((rule) => rule.id === id)?.name ?? id;
  return (
    <ol className={css.results} aria-live="polite">
      {rules.map(({ rule, phase, outcome: did, reason, before, after }, n) => (
        <li key={n} className={css.result}>
          <Badge tone={TONES[did]}>{words.outcomes[did]}</Badge>
          <span title={words.phases[phase]}>{nameOf(rule)}</span>
          <span className={css.muted}>
            {reason === undefined
              ? changesOf(before, after).map(said).join(' · ')
              : faultWords.inWords(reason)}
          </span>
        </li>
      ))}
      <li className={css.result} data-last="true">
        <strong>{words.becomes}</strong>
        <span>{words.results[outcome.kind]}</span>
        <span>{summary(outcome)}</span>
      </li>
      {passedOver.length > 0 && (
        <li className={css.muted}>{words.passedOver(passedOver.map(nameOf).join(', '))}</li>
      )}
    </ol>
  );
}

function summary(outcome: RulesTrial['outcome']): string {
  if (outcome.kind === 'failed') return faultWords.inWords(outcome.error.reason);
  if (outcome.kind === 'rejected') return faultWords.inWords(outcome.reason);
  const { task, queue, priority, dueAt } = outcome.result;
  return [
    task.process && `${words.stands.process} ${task.process}`,
    queue && `${words.stands.queue} ${queue}`,
    priority !== undefined && `${words.stands.priority} ${priority}`,
    dueAt !== undefined && `${words.stands.dueAt} ${moment(dueAt)}`,
  ]
    .filter(Boolean)
    .join(' · ');
}
