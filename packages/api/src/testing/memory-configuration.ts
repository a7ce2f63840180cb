/** The configuration of a memory desk: decided by core, kept in a list, in force at once. Work is never moved. */
import {
  type Actor,
  type ConfigurationVersion,
  type ContactCentre,
  type ContactCentreConfig,
  configurationDifferences,
  contactCentre,
  type Desk,
  decideConfigurationChange,
  holders,
  inTheWay,
  isFinal,
  mayConfigure,
  type Refusal,
  versionUnknown,
} from '@intray/core';
import type { MemoryRows } from './memory-rows.ts';

export type Configuring = Pick<
  Desk,
  'configuration' | 'configurationHistory' | 'configurationDifferences' | 'changeConfiguration'
>;

export interface MemoryConfiguration extends Configuring {
  readonly centre: () => ContactCentre;
}

const no = (refusal: Refusal): { ok: false; refusal: Refusal } => ({ ok: false, refusal });

export function memoryConfiguration(
  config: ContactCentreConfig,
  rows: MemoryRows,
  now: () => number,
): MemoryConfiguration {
  const versions: ConfigurationVersion[] = [{ version: 1, at: now(), by: 'intray', config }];
  let centre = contactCentre(config);
  const newest = () => versions.at(-1) as ConfigurationVersion;
  const find = (version: number) => versions.find((one) => one.version === version);
  const notes = () => versions.toReversed().map(({ config: _, ...note }) => note);
  const count = (is: (interaction: ReturnType<typeof rows.resting>[number]) => boolean) =>
    [...rows.interactions.values()].filter(is).length;

  return {
    centre: () => centre,
    async configuration(actor: Actor, version) {
      const refusal = mayConfigure(actor, centre);
      if (refusal) return no(refusal);
      const value = version === undefined ? newest() : find(version);
      return value === undefined ? no(versionUnknown(version ?? 0)) : { ok: true, value };
    },
    async configurationHistory(actor, { limit, before = Number.POSITIVE_INFINITY }) {
      const refusal = mayConfigure(actor, centre);
      if (refusal) return no(refusal);
      const value = notes().filter(({ version }) => version < before);
      return { ok: true, value: value.slice(0, limit) };
    },
    async configurationDifferences(actor, from, to) {
      const refusal = mayConfigure(actor, centre);
      if (refusal) return no(refusal);
      const [before, after] = [find(from), find(to)];
      if (before === undefined) return no(versionUnknown(from));
      if (after === undefined) return no(versionUnknown(to));
      return { ok: true, value: configurationDifferences(before.config, after.config) };
    },
    async changeConfiguration(actor, change) {
      const { base, dryRun, note } = change;
      const decision = decideConfigurationChange({
        present: newest(),
        former: 'rollBackTo' in change ? find(change.rollBackTo) : undefined,
        since: notes().filter(({ version }) => version > base),
        change,
        actor,
        centre,
      });
      if (!decision.ok) return decision;
      const { differences, vanishing, next } = decision;
      const obstacle = inTheWay(vanishing, {
        queues: vanishing.queues.map((queue) => rows.waiting(queue).length),
        onTheWayFrom: vanishing.queues.map((queue) =>
          count((one) => one.queue === queue && holders(one).length > 0),
        ),
        workbins: vanishing.workbins.map((workbin) => rows.resting(workbin).length),
        mediaTypes: vanishing.mediaTypes.map((id) =>
          count((one) => one.mediaType === id && !isFinal(one.state)),
        ),
        agents: vanishing.agents.map((id) => count((one) => holders(one).includes(id))),
      });
      if (obstacle) return no(obstacle);
      if (dryRun || differences.length === 0)
        return { ok: true, value: { version: newest().version, differences } };
      const version = newest().version + 1;
      const by = actor.kind === 'user' ? actor.id : actor.kind;
      versions.push({ version, at: now(), by, ...(note === undefined ? {} : { note }), config: next });
      centre = contactCentre(next);
      return { ok: true, value: { version, differences } };
    },
  };
}
