/** The configuration as a Desk shows and changes it: asks core, counts what may be in the way, writes, tells. */
import {
  type Actor,
  type Answer,
  actorName,
  afterMoves,
  type ConfigurationChange,
  type ConfigurationChanged,
  type ConfigurationNote,
  type ConfigurationPage,
  type ConfigurationVersion,
  configurationDifferences,
  decideConfigurationChange,
  inTheWay,
  mayConfigure,
  type ObjectDifference,
  overtaken,
  versionUnknown,
} from '@intray/core';
import { type MovingParts, moveOut } from './moving-out.ts';
import { no, yes } from './reads/answers.ts';
import type { ReadParts } from './reads/parts.ts';

export interface ConfiguringParts extends ReadParts, MovingParts {
  /** Takes a version into force here, unless there is a newer one. */
  readonly take: (newest: Pick<ConfigurationVersion, 'version' | 'config'>) => void;
}

/** So many of those who wrote in between are named. */
const MOST_NAMED = 20;

export const configuring = (parts: ConfiguringParts) => ({
  async configuration(actor: Actor, version?: number): Promise<Answer<ConfigurationVersion>> {
    const refusal = mayConfigure(actor, parts.centre());
    if (refusal) return no(refusal);
    const found = await parts.store.configuration(version);
    return found === undefined ? no(versionUnknown(version ?? 0)) : yes(found);
  },

  async configurationHistory(
    actor: Actor,
    page: ConfigurationPage,
  ): Promise<Answer<readonly ConfigurationNote[]>> {
    const refusal = mayConfigure(actor, parts.centre());
    return refusal ? no(refusal) : yes(await parts.store.configurationHistory(page));
  },

  async configurationDifferences(
    actor: Actor,
    from: number,
    to: number,
  ): Promise<Answer<readonly ObjectDifference[]>> {
    const refusal = mayConfigure(actor, parts.centre());
    if (refusal) return no(refusal);
    const [before, after] = await Promise.all(
      [from, to].map((version) => parts.store.configuration(version)),
    );
    if (before === undefined) return no(versionUnknown(from));
    if (after === undefined) return no(versionUnknown(to));
    return yes(configurationDifferences(before.config, after.config));
  },

  async changeConfiguration(
    actor: Actor,
    change: ConfigurationChange,
  ): Promise<Answer<ConfigurationChanged>> {
    const { store, clock, centre } = parts;
    const { base, moves, dryRun, note } = change;
    const refusal = mayConfigure(actor, centre());
    if (refusal) return no(refusal);
    const [present, former] = await Promise.all([
      store.configuration(),
      'rollBackTo' in change ? store.configuration(change.rollBackTo) : undefined,
    ]);
    if (present === undefined) return no(versionUnknown(base));
    // Asked for afterwards, so that whoever made the newest version is among them.
    const since = base < present.version ? await store.configurationHistory({ limit: MOST_NAMED }, base) : [];
    const decision = decideConfigurationChange({ present, former, since, change, actor, centre: centre() });
    if (!decision.ok) return decision;
    const { next, differences, vanishing } = decision;
    if (differences.length === 0) return yes({ version: present.version, differences });

    if (dryRun) {
      const remaining = await store.remainingWork(vanishing);
      const obstacle = inTheWay(vanishing, afterMoves(vanishing, remaining, moves));
      return obstacle ? no(obstacle) : yes({ version: present.version, differences });
    }

    for (const move of moves) await moveOut(actor, move, parts);
    const why = note ?? ('rollBackTo' in change ? `Back to version ${change.rollBackTo}` : undefined);
    const written = await store.writeConfiguration(next, {
      base,
      by: actorName(actor),
      at: clock.now(),
      ...(why === undefined ? {} : { note: why }),
      leaving: { vanishing, inTheWay: (remaining) => inTheWay(vanishing, remaining) },
    });
    if (!written.ok) return no('inTheWay' in written ? written.inTheWay : overtaken(base, written.since));
    parts.take({ version: written.version, config: next });
    return yes({ version: written.version, differences });
  },
});
