/**
 * The rehearsal: the server's own engine (rules, router, timers, figures) under a clock that jumps, with the people of
 * the configuration at work. What it shows, the same centre would do with the same work.
 */
import {
  type Actor,
  type ContactCentreConfig,
  contactCentre,
  type Instant,
  type InteractionEvent,
  isAdministrator,
  isFinal,
  type MeasuresLine,
  may,
  user,
} from '@intray/core';
import { createEngine, type Engine } from '@intray/engine';
import type { Store } from '@intray/store';
import { type Chance, chanceOf } from './chance.ts';
import { type Explained, Intake } from './intake.ts';
import { oneByOne } from './one-by-one.ts';
import type { Arrival } from './one-day.ts';
import { type Keeping, ownStore } from './own-database.ts';
import { Person, type PersonParts } from './person.ts';
import { VirtualClock } from './virtual-clock.ts';

export interface RehearsalOptions {
  readonly config: ContactCentreConfig;
  readonly arrivals: readonly Arrival[];
  /** When people come and go on that day, and at the same times on the days after it. */
  readonly hours: { readonly from: Instant; readonly to: Instant };
  readonly minutes: PersonParts['minutes'];
  readonly seed: number;
  /** External ids of what is to be explained. */
  readonly explain: readonly string[];
  /** In memory unless told otherwise: faster, and with the same outcome. */
  readonly keeping?: Keeping;
}

export interface Rehearsed {
  readonly by: 'department' | 'queue';
  readonly lines: readonly MeasuresLine[];
  readonly people: number;
  /** What was not let in, and why. */
  readonly refused: readonly { readonly externalId: string; readonly reason: string }[];
  /** What was still unfinished when the rehearsal was given up. */
  readonly unfinished: number;
  readonly from: Instant;
  readonly to: Instant;
  readonly explained: readonly Explained[];
}

const DAY = 86_400_000;
/** What is not finished after so many days never will be. */
const GIVEN_UP_AFTER = 30 * DAY;
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
const SILENT = { info() {}, warn() {}, error() {} };

/**
 * @throws Error with a sentence for the person who typed it: nobody may bring work in, or do it
 * @throws DatabaseFailure, EmbeddedPostgresFailure
 */
export async function rehearse(options: RehearsalOptions): Promise<Rehearsed> {
  const own = await ownStore(options.keeping ?? 'memory');
  try {
    return await rehearseOn(own.store, options);
  } finally {
    await own.close();
  }
}

async function rehearseOn(kept: Store, options: RehearsalOptions): Promise<Rehearsed> {
  const { config, arrivals, hours, seed } = options;
  const centre = contactCentre(config);
  const chief = config.agents.find(({ id }) => isAdministrator(user(id), centre));
  if (chief === undefined) throw new Error('The configuration has no administrator, who could be told.');
  const intake = config.agents.map(({ id }) => user(id)).find((actor) => may(actor, 'submit', centre));
  if (intake === undefined) throw new Error('The configuration has nobody who may bring work in.');

  const from = Math.min(hours.from, arrivals[0]?.at ?? hours.from) - 1_000;
  const { store, atRest } = oneByOne(kept);
  const clock = new VirtualClock(from, atRest);
  const chance = chanceOf(seed);
  await store.saveConfiguration(config, chief.id, from);
  const asking = user(chief.id);
  const ids = { interactionId: () => Array.from({ length: 16 }, () => LETTERS[chance(0, 35)]).join('') };
  const engine = createEngine({ store, clock, ids, log: SILENT, nodeId: 'rehearsal' });
  await engine.start();
  const closing = new AbortController();

  let finished = 0;
  const people = config.agents
    .filter(({ id }) => may(user(id), 'handle', centre) && !isAdministrator(user(id), centre))
    .map(
      ({ id }) => new Person(id, { engine, clock, centre, chance: forked(chance), minutes: options.minutes }),
    );
  if (people.length === 0) throw new Error('The configuration has nobody who may work on anything.');
  const byId = new Map(people.map((person) => [person.agentId, person]));
  // One line to the feed for everybody: forty of them would tell the same and take forty times as long.
  const watching = onEvents(engine, asking, closing.signal, (event) => {
    if (isFinal(event.state)) finished += 1;
    if (event.type === 'AgentInvited') byId.get(event.data.agentId)?.hear(event);
  });
  for (const person of people) keepHours(person, clock, hours);

  const intaken = new Intake({ engine, by: intake, asking, explain: options.explain });
  for (const arrival of arrivals) clock.at(arrival.at, () => intaken.bringIn(arrival));
  const done = () => intaken.asked === arrivals.length && finished >= intaken.taken;
  await clock.runUntil(from + GIVEN_UP_AFTER, done);
  closing.abort();
  const to = clock.now();
  let stopped = false;
  const stopping = Promise.all([engine.stop(), watching]).finally(() => {
    stopped = true;
  });
  await clock.runUntil(to + DAY, () => stopped);
  await stopping;

  for (let more = true; more; ) {
    const counted = await store.countEvents(10_000);
    more = counted !== 'busy' && counted.more;
  }
  const by = (config.departments ?? []).length > 0 ? 'department' : 'queue';
  const lines = await engine.measuresReport(asking, { by, per: 'all' });
  return {
    by,
    lines: lines.ok ? lines.value : [],
    people: people.length,
    refused: intaken.refused,
    unfinished: intaken.taken - finished,
    from,
    to,
    explained: await intaken.explained(),
  };
}

/** Comes and goes at the same times every day, so long as anybody looks at the clock. */
function keepHours(person: Person, clock: VirtualClock, { from, to }: RehearsalOptions['hours']): void {
  clock.at(from, () => person.comes());
  clock.at(to, () => person.goes());
  clock.at(to, () => keepHours(person, clock, { from: from + DAY, to: to + DAY }));
}

async function onEvents(
  engine: Engine,
  actor: Actor,
  signal: AbortSignal,
  hear: (event: InteractionEvent) => void,
): Promise<void> {
  for await (const message of engine.follow(actor, undefined, signal))
    if (message.kind === 'event' && message.event.subject === 'interaction') hear(message.event);
}

/** Chance of one's own, so that what one person does changes nothing for the others. */
const forked = (chance: Chance): Chance => chanceOf(chance(0, 2 ** 31));
