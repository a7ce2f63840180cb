'use client';
import type { ContactCentreConfig, Fault, RoutingStep, Strategy } from '@intray/core';
import { Plus, Trash2 } from 'lucide-react';
import { Button } from '../../parts/Button.tsx';
import { Checkbox } from '../../parts/Checkbox.tsx';
import { IconButton } from '../../parts/IconButton.tsx';
import { TextField } from '../../parts/TextField.tsx';
import css from '../drafting/Drafting.module.css';
import { words as common } from '../drafting/words.ts';
import { Attachments } from './Attachments.tsx';
import { DestinationFields, NumberField } from './fields.tsx';
import { StepCard } from './StepCard.tsx';
import { words } from './words.ts';

export interface StrategyFormProps {
  readonly strategy: Strategy;
  readonly config: ContactCentreConfig;
  /** Paths within the strategy. */
  readonly faults: readonly Fault[];
  readonly onChange: (strategy: Strategy) => void;
  readonly onRemove: () => void;
}

/** A strategy: its steps in order, and what holds for all of them. */
export function StrategyForm({ strategy, config, faults, onChange, onRemove }: StrategyFormProps) {
  const { steps, priority = {}, overflow } = strategy;
  const fault = (...way: string[]) =>
    faults.find(({ path }) => way.every((step, n) => path[n] === step))?.message;
  const setSteps = (next: readonly RoutingStep[]) => onChange({ ...strategy, steps: [...next] });
  const setStep = (at: number) => (next: RoutingStep) =>
    setSteps(steps.map((each, n) => (n === at ? next : each)));
  const move = (at: number) => (by: 1 | -1) => {
    const [one, other] = [steps[at], steps[at + by]];
    if (one && other) setSteps(steps.map((each, n) => (n === at ? other : n === at + by ? one : each)));
  };
  const setPriority = (next: NonNullable<Strategy['priority']>) => {
    const { priority: _, ...rest } = strategy;
    onChange(Object.keys(next).length === 0 ? rest : { ...rest, priority: next });
  };
  const setAdd = (add: number | undefined) => {
    const { add: _, ...rest } = priority;
    setPriority(add === undefined ? rest : { ...rest, add });
  };
  const setGrowth = (points: number | undefined, every: number | undefined) => {
    const { growth: _, ...rest } = priority;
    setPriority(points === undefined ? rest : { ...rest, growth: { points, everySeconds: every ?? 60 } });
  };
  const setOverflow = (next: Strategy['overflow'] | undefined) => {
    const { overflow: _, ...rest } = strategy;
    onChange(next === undefined ? rest : { ...rest, overflow: next });
  };
  const limit = (key: 'olderThanSeconds' | 'longerThan') => (value: number | undefined) => {
    if (overflow === undefined) return;
    const { [key]: _, ...rest } = overflow;
    setOverflow(value === undefined ? rest : { ...rest, [key]: value });
  };
  const queues = config.queues.filter((queue) => queue.strategy === strategy.id).map(({ name }) => name);
  const nameFault = fault('name');
  return (
    <div className={css.form}>
      <div className={css.line}>
        <TextField
          label={common.name}
          value={strategy.name}
          {...(nameFault && { error: nameFault })}
          onChange={(name) => onChange({ ...strategy, name })}
        />
        <span className={css.muted}>{words.usedBy(queues.join(', '))}</span>
        <span className={css.grow} />
        <IconButton icon={Trash2} label={common.remove} onClick={onRemove} />
      </div>
      {steps.map((step, at) => (
        <StepCard
          key={at}
          step={step}
          index={at}
          count={steps.length}
          config={config}
          faults={faults
            .filter(({ path }) => path[0] === 'steps' && path[1] === at)
            .map(({ path, message }) => ({ path: path.slice(2), message }))}
          onChange={setStep(at)}
          onMove={move(at)}
          onRemove={() => setSteps(steps.filter((_, n) => n !== at))}
        />
      ))}
      <div>
        <Button
          icon={Plus}
          onClick={() => setSteps([...steps, { targets: [{ agentGroup: config.agentGroups[0]?.id ?? '' }] }])}
        >
          {words.addStep}
        </Button>
      </div>
      <section className={css.card} aria-label={words.priority}>
        <h3>{words.priority}</h3>
        <div className={css.fields}>
          <NumberField
            label={words.plus}
            value={priority.add}
            error={fault('priority', 'add')}
            onChange={setAdd}
          />
          <NumberField
            label={words.points}
            value={priority.growth?.points}
            error={fault('priority', 'growth')}
            onChange={(points) => setGrowth(points, priority.growth?.everySeconds)}
          />
          <NumberField
            label={words.every}
            value={priority.growth?.everySeconds}
            disabled={priority.growth === undefined}
            onChange={(every) => setGrowth(priority.growth?.points, every)}
          />
        </div>
      </section>
      <section className={css.card} aria-label={words.overflow}>
        <h3>{words.overflow}</h3>
        <Checkbox
          label={words.overflowOn}
          checked={overflow !== undefined}
          onChange={(on) =>
            setOverflow(
              on ? { olderThanSeconds: 3_600, to: { queue: config.queues[0]?.id ?? '' } } : undefined,
            )
          }
        />
        {overflow && (
          <div className={css.fields}>
            <NumberField
              label={words.older}
              value={overflow.olderThanSeconds}
              onChange={limit('olderThanSeconds')}
            />
            <NumberField label={words.longer} value={overflow.longerThan} onChange={limit('longerThan')} />
            <DestinationFields
              to={overflow.to}
              kinds={['queue', 'workbin']}
              config={config}
              error={fault('overflow')}
              onChange={(to) => setOverflow({ ...overflow, to })}
            />
          </div>
        )}
      </section>
      <Attachments of={strategy} fault={fault('overrideSets') ?? fault('attach')} onChange={onChange} />
    </div>
  );
}
