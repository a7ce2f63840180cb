'use client';
import { type ContactCentreConfig, type Fault, type RoutingStep, SELECTIONS } from '@intray/core';
import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import { IconButton } from '../../parts/IconButton.tsx';
import { Select } from '../../parts/Select.tsx';
import css from '../drafting/Drafting.module.css';
import { words as common } from '../drafting/words.ts';
import { Attachments } from './Attachments.tsx';
import { stepSentence } from './describe.ts';
import { DestinationFields, NumberField } from './fields.tsx';
import { Targets } from './Targets.tsx';
import { words } from './words.ts';

export interface StepCardProps {
  readonly step: RoutingStep;
  readonly index: number;
  readonly count: number;
  readonly config: ContactCentreConfig;
  /** Paths within the step. */
  readonly faults: readonly Fault[];
  readonly onChange: (step: RoutingStep) => void;
  readonly onMove: (by: 1 | -1) => void;
  readonly onRemove: () => void;
}

const ALWAYS = '-';

/** One step: while what, whom it asks and for how long, or where it moves the work. */
export function StepCard(props: StepCardProps) {
  const { step, index, count, config, faults, onChange, onMove, onRemove } = props;
  const last = index === count - 1;
  const { during, targets, moveTo, selection = 'longestIdle' } = step;
  const fault = (key: string) => faults.find(({ path }) => path[0] === key)?.message;
  const whole = faults.find(({ path }) => path.length === 0)?.message ?? fault('during');
  const setKind = (kind: 'asks' | 'moves') => {
    const kept = during === undefined ? {} : { during };
    onChange(
      kind === 'asks'
        ? { ...kept, targets: [{ agentGroup: config.agentGroups[0]?.id ?? '' }], seconds: 60 }
        : { ...kept, moveTo: { queue: config.queues[0]?.id ?? '' } },
    );
  };
  const setDuring = (calendar: string) => {
    const { during: _, ...rest } = step;
    onChange(calendar === ALWAYS ? rest : { ...rest, during: { calendar, hours: during?.hours ?? 'open' } });
  };
  const setSelection = (next: (typeof SELECTIONS)[number]) => {
    const shared = next === 'percentage';
    const list = (targets ?? []).map(({ share, ...target }) =>
      shared ? { ...target, share: share ?? 50 } : target,
    );
    onChange({ ...step, selection: next, targets: list });
  };
  return (
    <section className={css.card} aria-label={words.step(index + 1)} id={`step-${index}`}>
      <div className={css.cardHead}>
        <span className={css.number} aria-hidden>
          {index + 1}
        </span>
        <h3>{words.step(index + 1)}</h3>
        <span className={css.sentence} title={stepSentence(step, last)}>
          {stepSentence(step, last)}
        </span>
        <span className={css.grow} />
        <IconButton
          icon={ArrowUp}
          size="s"
          label={common.up}
          disabled={index === 0}
          onClick={() => onMove(-1)}
        />
        <IconButton icon={ArrowDown} size="s" label={common.down} disabled={last} onClick={() => onMove(1)} />
        <IconButton icon={Trash2} size="s" label={common.remove} disabled={count === 1} onClick={onRemove} />
      </div>
      {whole && <p className={css.wrong}>{whole}</p>}
      <div className={css.fields}>
        <Select
          label={words.does}
          value={moveTo === undefined ? 'asks' : 'moves'}
          options={[
            { value: 'asks', label: words.asks },
            { value: 'moves', label: words.moves },
          ]}
          onChange={setKind}
        />
        <Select
          label={words.during}
          value={during?.calendar ?? ALWAYS}
          options={[
            { value: ALWAYS, label: words.anytime },
            ...(config.calendars ?? []).map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={setDuring}
        />
        {during && (
          <Select
            label={words.hours}
            value={during.hours}
            options={(['open', 'closed'] as const).map((value) => ({ value, label: words[value] }))}
            onChange={(hours) => onChange({ ...step, during: { ...during, hours } })}
          />
        )}
        {moveTo === undefined ? (
          <>
            <NumberField
              label={words.seconds}
              value={step.seconds}
              error={fault('seconds')}
              onChange={(seconds) => {
                const { seconds: _, ...rest } = step;
                onChange(seconds === undefined ? rest : { ...rest, seconds });
              }}
            />
            <Select
              label={words.selection}
              value={selection}
              options={SELECTIONS.map((value) => ({ value, label: words.selections[value] }))}
              onChange={setSelection}
            />
          </>
        ) : (
          <DestinationFields
            to={moveTo}
            kinds={['queue', 'workbin', 'requested']}
            config={config}
            error={fault('moveTo')}
            onChange={(to) => onChange({ ...step, moveTo: to })}
          />
        )}
      </div>
      {last && moveTo === undefined && <p className={css.muted}>{words.noEnd}</p>}
      {moveTo === undefined && (
        <>
          <Targets
            targets={targets ?? []}
            byShare={selection === 'percentage'}
            config={config}
            faults={faults
              .filter(({ path }) => path[0] === 'targets')
              .map(({ path, message }) => ({ path: path.slice(1), message }))}
            onChange={(next) => onChange({ ...step, targets: next })}
          />
          <Attachments of={step} fault={fault('overrideSets') ?? fault('attach')} onChange={onChange} />
        </>
      )}
    </section>
  );
}
