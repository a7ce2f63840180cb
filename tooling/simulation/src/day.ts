/**
 * One day in a simulated contact centre, from its seed: real engines under virtual time, people who work, a network
 * that fails them, and auditors who look at every commit.
 */
import { isDeepStrictEqual } from 'node:util';
import { MemoryDatabase, memoryStore, sharing } from '@intray/store/memory';
import { changeSomething, restore } from './administrator.ts';
import { Agent } from './agent.ts';
import { Books } from './books.ts';
import { Callers } from './callers.ts';
import { ADMINISTRATOR, AGENTS, CENTRE } from './centre.ts';
import { Centres } from './centres.ts';
import { type Dice, dice } from './dice.ts';
import { Intake } from './intake.ts';
import { lead } from './lead.ts';
import { Ledger } from './ledger.ts';
import type { Mood } from './mood.ts';
import { Network } from './network.ts';
import { Offers } from './offers.ts';
import { deskDifferences } from './quiet.ts';
import { Recorder } from './recorder.ts';
import { Scheduler } from './scheduler.ts';
import { Story } from './story.ts';
import { Troubles } from './troubles.ts';
import { type Breach, Verdict } from './verdict.ts';

export interface DayOptions {
  /** Hears what happens, line by line. */
  readonly write?: (line: string) => void;
}

export interface DayResult {
  readonly seed: number;
  readonly breach?: Breach;
  /** Steps of the scheduler, commits, pieces of work and commands that were answered with yes. */
  readonly steps: number;
  readonly commits: number;
  readonly items: number;
  readonly acknowledged: number;
  /** Virtual time, in milliseconds. */
  readonly took: number;
}

const MORNING = Date.UTC(2026, 0, 5, 8);
const SECOND = 1_000;
/** Until then things come in and go wrong. */
const EVENING = 90 * SECOND;
/** Until then everything has to be done. */
const NIGHT = 400 * SECOND;
/** Long enough for every retry to have ended, and for every server to have heard of everything. */
const SETTLING = 13 * SECOND;
const WATCHING = 3 * SECOND;
/** Every so-manieth day the database is slow to answer, and queues are read in small pages. */
const SLOW_DAY = 5;

export async function day(seed: number, { write }: DayOptions = {}): Promise<DayResult> {
  const chance = dice(seed);
  const verdict = new Verdict();
  const scheduler = new Scheduler(MORNING, chance.fork());
  const story = new Story(scheduler, write);
  // Dice of their own, so that all other days are what they would be without.
  const slow = seed % SLOW_DAY === 0 ? dice(seed * 7_919) : undefined;
  const network = new Network(scheduler, chance.fork(), slow);
  const database = new MemoryDatabase();
  const shared = sharing(database);
  await memoryStore(shared).saveConfiguration(CENTRE, ADMINISTRATOR, MORNING - 60 * SECOND);
  const centres = new Centres(database, scheduler);
  const mood: Mood = { hush: false, diligent: false };
  let commits = 0;

  const offers = new Offers({
    scheduler,
    database,
    centres,
    verdict,
    // What a router cannot have heard of yet may be passed over.
    calmSince: () => (slow === undefined ? troubles.calmSince() : scheduler.now),
  });
  const books = new Books(database, verdict, (...event) => offers.heard(...event));
  database.onCommit((batch) => {
    commits += 1;
    books.kept(batch);
    offers.kept(batch);
    for (const { event } of batch.events)
      story.tell(() => {
        const whose = event.subject === 'interaction' ? event.interactionId : event.agentId;
        return `    ${whose} v${event.version} ${event.type} by ${event.by}`;
      });
  });
  const ledger = new Ledger(database, books, verdict);
  const callers = new Callers({
    scheduler,
    network,
    dice: chance.fork(),
    verdict,
    ledger,
    story,
    servers: () => troubles.servers,
  });
  const agents = AGENTS.map(
    (id) => new Agent(id, { scheduler, dice: chance.fork(), verdict, callers, story, mood }),
  );
  const intake = new Intake({ scheduler, dice: chance.fork(), callers, ledger });
  const misfortune = chance.fork();
  const troubles = new Troubles({
    scheduler,
    network,
    shared,
    dice: misfortune,
    verdict,
    story,
    mood,
    agents,
    alwaysRoute: chance.chance(0.1),
    mostInBatch: chance.pick([4, 16, 256]),
    mostRemembered: chance.pick([8, 64, 1_000]),
    mostReadAtOnce: slow === undefined ? 2_000 : 2,
    cut: () => (misfortune.chance(0.3) ? recorder.cut() : misfortune.pick(agents).desk?.cut()),
  });

  troubles.begin();
  const recorder = new Recorder({ scheduler, dice: chance.fork(), verdict, callers, database });
  for (const agent of agents) scheduler.after(chance.between(0, 5_000), () => agent.begin());
  const leading = lead({ scheduler, dice: chance.fork(), callers, mood, ids: intake.ids });
  leading.catch((failure: unknown) => verdict.surprise('the lead', failure));
  planArrivals();
  planConfiguring();
  troubles.brew();

  const enough = () => verdict.breach !== undefined;
  const until = (moment: number) => scheduler.runUntil(MORNING + moment, enough);
  const noon = chance.between(30 * SECOND, 60 * SECOND);
  if (slow !== undefined) planReadingAnew(noon, slow);
  await until(noon);
  await watchQuiet();
  await until(EVENING);
  await evening();
  return result();

  function planArrivals(): void {
    const arriving = chance.fork();
    const gap = arriving.between(2_000, 6_000);
    const next = (): void => {
      scheduler.after(arriving.between(0, 2 * gap), () => {
        if (mood.diligent) return;
        if (!mood.hush) bring(arriving.chance(0.003) ? 60 : 1);
        next();
      });
    };
    next();
  }

  function bring(count: number): void {
    for (let n = 0; n < count; n += 1)
      intake.bring().catch((failure: unknown) => verdict.surprise('the intake', failure));
  }

  function planConfiguring(): void {
    const changing = chance.fork();
    for (let n = changing.below(3); n > 0; n -= 1)
      scheduler.after(changing.between(5 * SECOND, EVENING), () => {
        changeSomething(callers, changing, story).catch((failure: unknown) =>
          verdict.surprise('the administrator', failure),
        );
      });
  }

  /** Every router looks at all that waits while more comes, and then has to do with what it knows. */
  function planReadingAnew(before: number, chances: Dice): void {
    for (let n = 0; n < 4; n += 1)
      scheduler.after(before - chances.between(100, 3_000), () => {
        changeSomething(callers, chances, story).catch((failure: unknown) =>
          verdict.surprise('the administrator', failure),
        );
        bring(1 + chances.below(3));
      });
  }

  /** Everybody holds still and nothing goes wrong: work and free people must find each other, screens be right. */
  async function watchQuiet(): Promise<void> {
    story.tell(() => '--- everybody holds still');
    mood.hush = true;
    troubles.calm();
    await until(scheduler.now - MORNING + SETTLING);
    const idle = offers.idlePairs();
    const wrong = deskDifferences(agents, database);
    await until(scheduler.now - MORNING + WATCHING);
    const still = offers.idlePairs();
    for (const pair of idle)
      verdict.holds(
        'nothing waits while somebody who may have it is free',
        !still.some((one) => isDeepStrictEqual(one, pair)),
        () => pair,
      );
    const after = deskDifferences(agents, database);
    for (const one of wrong)
      verdict.holds(
        'a screen shows what is there',
        !after.some((other) => isDeepStrictEqual(one, other)),
        () => one,
      );
    offers.checkNobodyGone();
    mood.hush = false;
    story.tell(() => '--- and goes on');
  }

  /** Nothing more comes in or goes wrong: everything must get done. */
  async function evening(): Promise<void> {
    if (enough()) return;
    story.tell(() => '--- evening: nothing more comes in or goes wrong');
    troubles.end();
    mood.diligent = true;
    restore(callers).catch((failure: unknown) => verdict.surprise('the administrator', failure));
    const done = () => enough() || (database.open.size === 0 && intake.idle);
    await scheduler.runUntil(MORNING + NIGHT, done);
    if (enough()) return;
    verdict.holds('everything gets done once nothing goes wrong any more', database.open.size === 0, () =>
      [...database.open.values()].map(({ row }) => row),
    );
    await watchQuiet();
    if (enough()) return;
    recorder.check();
    books.checkAll();
    ledger.checkAll();
  }

  function result(): DayResult {
    const { breach } = verdict;
    return {
      seed,
      ...(breach === undefined ? {} : { breach }),
      steps: scheduler.steps,
      commits,
      items: database.interactions.size,
      acknowledged: ledger.acknowledged,
      took: scheduler.now - MORNING,
    };
  }
}
