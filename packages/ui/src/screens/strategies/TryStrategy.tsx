'use client';
import {
  type Colleague,
  type ContactCentre,
  type ContactCentreConfig,
  configurationFaults,
  contactCentre,
  peopleAsked,
  type RoutingStage,
  routingCourse,
  type Strategy,
} from '@intray/core';
import { useMemo, useState } from 'react';
import { useColleagues, useServerNow } from '../../desk/questions.ts';
import { Badge } from '../../parts/Badge.tsx';
import { Select } from '../../parts/Select.tsx';
import { TextField } from '../../parts/TextField.tsx';
import css from '../drafting/Drafting.module.css';
import { words as common } from '../drafting/words.ts';
import { lengthOf, where } from './describe.ts';
import { NameField, NumberField } from './fields.tsx';
import { words } from './words.ts';

export interface TryStrategyProps {
  readonly strategy: Strategy;
  readonly config: ContactCentreConfig;
  readonly sound: boolean;
}

/** More names than these are only counted. */
const MOST_NAMES = 8;

/** The contact centre with the strategy on a queue; `undefined` where that would not hold together. */
function trialCentre(
  config: ContactCentreConfig,
  strategy: string,
  queue: string,
): ContactCentre | undefined {
  const queues = config.queues.map((each) => (each.id === queue ? { ...each, strategy } : each));
  const trial = { ...config, queues };
  return configurationFaults(trial).length === 0 ? contactCentre(trial) : undefined;
}

/** An example that comes to a queue, and whom it would be for from when on. Nothing happens to any work. */
export function TryStrategy({ strategy, config, sound }: TryStrategyProps) {
  const now = Math.floor(useServerNow() / 60_000) * 60_000;
  const own = config.queues.find((queue) => queue.strategy === strategy.id) ?? config.queues[0];
  const [queue, setQueue] = useState(own?.id ?? '');
  const [mediaType, setMediaType] = useState(config.mediaTypes[0]?.id ?? '');
  const [priority, setPriority] = useState<number | undefined>(0);
  const [last, setLast] = useState('');
  const [at, setAt] = useState('');
  const chosen = Date.parse(at);
  const placedAt = Number.isNaN(chosen) ? now : chosen;
  const { data: colleagues = [] } = useColleagues('', mediaType);
  const centre = useMemo(
    () => (sound ? trialCentre(config, strategy.id, queue) : undefined),
    [config, sound, strategy.id, queue],
  );
  const course = useMemo(
    () =>
      centre &&
      routingCourse(
        { queue, mediaType, priority: priority ?? 0, placedAt, ...(last !== '' && { preferredAgent: last }) },
        centre,
      ),
    [centre, queue, mediaType, priority, placedAt, last],
  );
  return (
    <div className={css.form}>
      <div className={css.fields}>
        <NameField label={words.tryQueue} objects={config.queues} value={queue} onChange={setQueue} />
        <Select
          label={words.tryMedia}
          value={mediaType}
          options={config.mediaTypes.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={setMediaType}
        />
        <NumberField label={words.tryPriority} value={priority} onChange={setPriority} />
        <NameField label={words.tryLast} objects={config.agents} value={last} onChange={setLast} />
        <TextField label={words.tryAt} type="datetime-local" value={at} onChange={setAt} />
      </div>
      {!sound && <p className={css.wrong}>{common.noFaults}</p>}
      {sound && centre === undefined && <p className={css.wrong}>{words.notValid}</p>}
      {centre && course && (
        <section className={css.results} aria-label={words.course} aria-live="polite">
          <h3>{words.course}</h3>
          <ol className={css.results}>
            {course.map((stage) => (
              <Stage
                key={stage.from}
                stage={stage}
                since={placedAt}
                mediaType={mediaType}
                centre={centre}
                colleagues={colleagues}
              />
            ))}
          </ol>
        </section>
      )}
    </div>
  );
}

interface StageProps {
  readonly stage: RoutingStage;
  readonly since: number;
  readonly mediaType: string;
  readonly centre: ContactCentre;
  readonly colleagues: readonly Colleague[];
}

function Stage({ stage, since, mediaType, centre, colleagues }: StageProps) {
  const { from, step, asked, moveTo, selection, standing } = stage;
  const people = moveTo === undefined ? peopleAsked(asked, centre) : [];
  const ready = new Set(colleagues.filter((each) => each.ready.includes(mediaType)).map(({ id }) => id));
  const start = from === since ? words.here : words.from(lengthOf((from - since) / 1_000));
  return (
    <li className={css.result} data-last={moveTo !== undefined}>
      <strong>{start}</strong>
      <span>
        {step === undefined ? common.none : words.step(step + 1)}{' '}
        <span className={css.muted}>{words.standing(standing)}</span>
      </span>
      <span>
        {moveTo !== undefined && words.said.moves(where(moveTo))}
        {moveTo === undefined && asked.length === 0 && words.nobody}
        {asked.length > 0 && (
          <>
            {asked.map(({ id }) => id).join(words.said.or)}{' '}
            <span className={css.muted}>
              · {words.selections[selection]} · {words.people(people.length)}{' '}
            </span>
            {people.slice(0, MOST_NAMES).map((id, index) => (
              <span key={id}>
                {index > 0 && ', '}
                {centre.agents.get(id)?.name ?? id}
                {ready.has(id) && (
                  <>
                    {' '}
                    <Badge tone="positive">{words.readyNow}</Badge>
                  </>
                )}
              </span>
            ))}
            {people.length > MOST_NAMES && ` ${words.more(people.length - MOST_NAMES)}`}
          </>
        )}
      </span>
    </li>
  );
}
