'use client';
import type { ContactCentreConfig, Fault, RoutingTarget } from '@intray/core';
import { Plus, Trash2 } from 'lucide-react';
import { Button } from '../../parts/Button.tsx';
import { IconButton } from '../../parts/IconButton.tsx';
import { Select } from '../../parts/Select.tsx';
import { TextField } from '../../parts/TextField.tsx';
import css from '../drafting/Drafting.module.css';
import { words as common } from '../drafting/words.ts';
import { WAYS, type Way, wayOf } from './describe.ts';
import { NameField, NumberField } from './fields.tsx';
import { words } from './words.ts';

export interface TargetsProps {
  readonly targets: readonly RoutingTarget[];
  /** Shares count. */
  readonly byShare: boolean;
  readonly config: ContactCentreConfig;
  /** Paths within the list. */
  readonly faults: readonly Fault[];
  readonly onChange: (targets: RoutingTarget[]) => void;
}

const message = (faults: readonly Fault[]): string | undefined => faults[0]?.message;

/** Whom a step asks: people by name, by group, by where they sit, by what they can. */
export function Targets({ targets, byShare, config, faults, onChange }: TargetsProps) {
  const set = (at: number, next: RoutingTarget) =>
    onChange(targets.map((each, n) => (n === at ? next : each)));
  return (
    <section className={css.results} aria-label={words.targets}>
      {targets.map((target, at) => (
        <TargetLine
          key={at}
          target={target}
          byShare={byShare}
          config={config}
          faults={faults.filter(({ path }) => path[0] === at)}
          alone={targets.length === 1}
          onChange={(next) => set(at, next)}
          onRemove={() => onChange(targets.filter((_, n) => n !== at))}
        />
      ))}
      <div>
        <Button
          size="s"
          icon={Plus}
          onClick={() =>
            onChange([
              ...targets,
              { agentGroup: config.agentGroups[0]?.id ?? '', ...(byShare && { share: 50 }) },
            ])
          }
        >
          {words.addTarget}
        </Button>
      </div>
    </section>
  );
}

interface TargetLineProps extends Omit<TargetsProps, 'targets' | 'onChange'> {
  readonly target: RoutingTarget;
  readonly alone: boolean;
  readonly onChange: (target: RoutingTarget) => void;
  readonly onRemove: () => void;
}

function fresh(way: Way, config: ContactCentreConfig): RoutingTarget {
  switch (way) {
    case 'agent':
      return { agent: config.agents[0]?.id ?? '' };
    case 'agentGroup':
      return { agentGroup: config.agentGroups[0]?.id ?? '' };
    case 'placeGroup':
      return { placeGroup: config.placeGroups[0]?.id ?? '' };
    case 'skills':
      return { skills: `${config.skills?.[0]?.id ?? 'Skill'} >= 1` };
    case 'lastAgent':
      return { lastAgent: true };
    case 'requested':
      return { requested: true };
  }
}

const objectsFor = (way: Way, config: ContactCentreConfig) =>
  ({
    agent: config.agents,
    agentGroup: [...config.agentGroups, ...(config.virtualGroups ?? [])],
    placeGroup: config.placeGroups,
    skills: undefined,
    lastAgent: undefined,
    requested: undefined,
  })[way];

function TargetLine(props: TargetLineProps) {
  const { target, byShare, config, faults, alone, onChange, onRemove } = props;
  const way = wayOf(target);
  const objects = objectsFor(way, config);
  const named = target[way];
  const own = message(faults.filter(({ path }) => path[1] !== 'relax'));
  const relax = target.relax ?? [];
  const setRelax = (next: readonly { afterSeconds: number; skills: string }[]) => {
    const { relax: _, ...rest } = target;
    onChange(next.length === 0 ? rest : { ...rest, relax: [...next] });
  };
  const expression = typeof target.skills === 'string' ? target.skills : '';
  return (
    <div className={css.results}>
      <div className={css.line}>
        <Select
          label={words.way}
          value={way}
          options={WAYS.map((value) => ({ value, label: words.ways[value] }))}
          onChange={(next) =>
            onChange({ ...fresh(next, config), ...(target.share !== undefined && { share: target.share }) })
          }
        />
        <div className={css.grow}>
          {objects && typeof named === 'string' && (
            <NameField
              label={words.which}
              objects={objects}
              value={named}
              error={own}
              onChange={(id) => onChange({ ...target, [way]: id })}
            />
          )}
          {way === 'skills' && (
            <TextField
              label={words.expression}
              value={expression}
              {...(own && { error: own })}
              onChange={(skills) => onChange({ ...target, skills })}
            />
          )}
        </div>
        {byShare && (
          <NumberField
            label={words.share}
            value={target.share}
            onChange={(share) => {
              const { share: _, ...rest } = target;
              onChange(share === undefined ? rest : { ...rest, share });
            }}
          />
        )}
        <IconButton icon={Trash2} label={common.remove} disabled={alone} onClick={onRemove} />
      </div>
      {relax.map((one, n) => {
        const fault = message(faults.filter(({ path }) => path[1] === 'relax' && path[2] === n));
        const set = (next: typeof one) => setRelax(relax.map((each, m) => (m === n ? next : each)));
        return (
          <div key={n} className={css.line}>
            <NumberField
              label={words.relaxAfter}
              value={one.afterSeconds}
              onChange={(seconds) => set({ ...one, afterSeconds: seconds ?? 1 })}
            />
            <div className={css.grow}>
              <TextField
                label={words.expression}
                value={one.skills}
                {...(fault && { error: fault })}
                onChange={(skills) => set({ ...one, skills })}
              />
            </div>
            <IconButton
              icon={Trash2}
              label={common.remove}
              onClick={() => setRelax(relax.filter((_, m) => m !== n))}
            />
          </div>
        );
      })}
      {way === 'skills' && (
        <div>
          <Button
            size="s"
            kind="bare"
            icon={Plus}
            onClick={() =>
              setRelax([
                ...relax,
                { afterSeconds: (relax.at(-1)?.afterSeconds ?? 0) + 30, skills: expression },
              ])
            }
          >
            {words.addRelax}
          </Button>
        </div>
      )}
    </div>
  );
}
