/** What is wrong with strategies beyond their shape: names that point nowhere, and work that would be sent in a circle. */
import { faultText, missing } from '../config/fault-texts.ts';
import type { ContactCentreConfig } from '../config/objects.ts';
import { skillsNamed } from '../config/skills.ts';
import { nearest } from '../nearest.ts';
import { type Destination, destinationsOf, type RoutingTarget, type Strategy } from './strategy.ts';

type Path = readonly (string | number)[];
type Report = (path: Path, message: string) => void;
type Known = Readonly<
  Record<
    'agent' | 'agent group' | 'place group' | 'skill' | 'calendar' | 'queue' | 'override set',
    ReadonlySet<string>
  >
>;

const ids = (...kinds: (readonly { readonly id: string }[] | undefined)[]): ReadonlySet<string> =>
  new Set(kinds.flatMap((objects) => (objects ?? []).map(({ id }) => id)));

export function strategyFaults(config: ContactCentreConfig, report: Report): void {
  const known: Known = {
    agent: ids(config.agents),
    'agent group': ids(config.agentGroups, config.virtualGroups),
    'place group': ids(config.placeGroups),
    skill: ids(config.skills),
    calendar: ids(config.calendars),
    queue: ids(config.queues),
    'override set': ids(config.overrideSets),
  };
  for (const [index, strategy] of (config.strategies ?? []).entries())
    checkNames(strategy, known, config, (path, message) =>
      report(['strategies', index, ...path], `strategy "${strategy.id}": ${message}`),
    );
  const strategies = ids(config.strategies);
  for (const [index, { id, strategy, missedOffer }] of config.queues.entries()) {
    if (strategy !== undefined && !strategies.has(strategy))
      report(
        ['queues', index, 'strategy'],
        `queue "${id}": ${missing('strategy', strategy, nearest(strategy, strategies))}`,
      );
    const reason = missedOffer?.reason;
    const reasons = ids(config.notReadyReasons);
    if (reason !== undefined && !reasons.has(reason))
      report(
        ['queues', index, 'missedOffer', 'reason'],
        `queue "${id}": ${missing('not-ready reason', reason, nearest(reason, reasons))}`,
      );
  }
  checkCircles(config, report);
}

function checkNames(strategy: Strategy, known: Known, config: ContactCentreConfig, report: Report): void {
  const one = (kind: keyof Known, name: string | undefined, path: Path) => {
    if (name !== undefined && !known[kind].has(name))
      report(path, missing(kind, name, nearest(name, known[kind])));
  };
  const sets = (names: readonly string[] | undefined, path: Path) => {
    for (const [n, name] of (names ?? []).entries()) one('override set', name, [...path, n]);
  };
  const skills = (expression: string, path: Path) => {
    for (const { skill, column } of skillsNamed(expression))
      if (!known.skill.has(skill))
        report(path, `column ${column}: ${missing('skill', skill, nearest(skill, known.skill))}`);
  };
  const target = (
    { agent, agentGroup, placeGroup, skills: expression, relax }: RoutingTarget,
    path: Path,
  ) => {
    one('agent', agent, [...path, 'agent']);
    one('agent group', agentGroup, [...path, 'agentGroup']);
    one('place group', placeGroup, [...path, 'placeGroup']);
    if (expression !== undefined) skills(expression, [...path, 'skills']);
    for (const [n, relaxed] of (relax ?? []).entries())
      skills(relaxed.skills, [...path, 'relax', n, 'skills']);
  };
  sets(strategy.overrideSets, ['overrideSets']);
  for (const [index, step] of strategy.steps.entries()) {
    const path = ['steps', index] as const;
    one('calendar', step.during?.calendar, [...path, 'during', 'calendar']);
    sets(step.overrideSets, [...path, 'overrideSets']);
    for (const [n, asked] of (step.targets ?? []).entries()) target(asked, [...path, 'targets', n]);
  }
  for (const { path, to } of destinationsOf(strategy)) {
    if ('queue' in to) one('queue', to.queue, [...path, 'queue']);
    else checkTray(to, config, path, report);
  }
}

function checkTray(
  to: Extract<Destination, { workbin: unknown }>,
  config: ContactCentreConfig,
  path: Path,
  report: Report,
): void {
  const { type, owner } = to.workbin;
  const at = [...path, 'workbin'];
  const types = new Map(config.workbinTypes.map((one) => [one.id, one]));
  const owners = {
    Agent: ids(config.agents),
    AgentGroup: ids(config.agentGroups, config.virtualGroups),
    Place: ids(config.places),
    PlaceGroup: ids(config.placeGroups),
  }[owner.kind];
  const ownerKind = types.get(type)?.ownerKind;
  if (ownerKind === undefined)
    report([...at, 'type'], missing('workbin type', type, nearest(type, types.keys())));
  else if (ownerKind !== owner.kind)
    report(
      [...at, 'owner', 'kind'],
      faultText('other_owner', { name: type, owner: ownerKind, given: owner.kind }),
    );
  else if (!owners.has(owner.id))
    report([...at, 'owner', 'id'], missing(owner.kind, owner.id, nearest(owner.id, owners)));
}

/** A queue whose strategy sends work on, to a queue whose strategy sends it on, … and back: it would never stop. */
function checkCircles(config: ContactCentreConfig, report: Report): void {
  const strategies = new Map((config.strategies ?? []).map((one) => [one.id, one]));
  const goals = new Map(
    config.queues.map(({ id, strategy }) => {
      const found = strategies.get(strategy ?? '');
      const to = found === undefined ? [] : destinationsOf(found).map((one) => one.to);
      return [id, to.flatMap((one) => ('queue' in one ? [one.queue] : []))] as const;
    }),
  );
  for (const [index, { id }] of config.queues.entries()) {
    const way = wayBack(id, goals);
    if (way !== undefined)
      report(
        ['queues', index, 'strategy'],
        `queue "${id}": ${faultText('in_a_circle', { way: way.join(' → ') })}`,
      );
  }
}

/** The shortest way from a queue back to itself. */
function wayBack(
  start: string,
  goals: ReadonlyMap<string, readonly string[]>,
): readonly string[] | undefined {
  const seen = new Set<string>();
  let ways: (readonly string[])[] = [[start]];
  while (ways.length > 0) {
    const longer = ways.flatMap((way) => (goals.get(way.at(-1) ?? '') ?? []).map((goal) => [...way, goal]));
    const back = longer.find((way) => way.at(-1) === start);
    if (back !== undefined) return back;
    ways = longer.filter((way) => !seen.has(way.at(-1) ?? ''));
    for (const way of ways) seen.add(way.at(-1) ?? '');
  }
  return undefined;
}
