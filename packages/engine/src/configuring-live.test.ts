/** Desks that are open while something is configured: all of them hear of it, and the database is asked once. */
import { type ContactCentreConfig, type FeedMessage, user } from '@intray/core';
import { openCountedStore } from '@intray/store/testing';
import { describe, expect, test } from 'vitest';
import { createEngine, type Engine } from './engine.ts';
import { systemIds } from './ids.ts';
import { CENTRE } from './testing/centre.ts';
import { House } from './testing/house.ts';

const SECTION = 'interaction-workspace';
const AUTO_READY = 'login.workitem.is-auto-ready';
const QUIET = { debug() {}, info() {}, warn() {}, error() {} };

function centreOf(agents: number): ContactCentreConfig {
  const ids = Array.from({ length: agents }, (_, n) => `agent${n}`);
  return {
    ...CENTRE,
    agents: [...CENTRE.agents, ...ids.map((id) => ({ id, name: id, roles: ['Agent'] }))],
    agentGroups: [...CENTRE.agentGroups, { id: 'Many', name: 'Many', members: ids, supervisors: [] }],
  };
}

/** A desk as a browser has it open: what it was told since. */
class OpenDesk {
  readonly told: FeedMessage[] = [];
  readonly who: string;
  readonly #ended = new AbortController();

  constructor(who: string, engine: Engine, cursor?: string) {
    this.who = who;
    void this.#listen(engine, cursor);
  }

  async #listen(engine: Engine, cursor: string | undefined): Promise<void> {
    for await (const message of engine.follow(user(this.who), cursor, this.#ended.signal))
      this.told.push(message);
  }

  get news() {
    return this.told.filter(({ kind }) => kind === 'configured' || kind === 'reset');
  }

  close(): void {
    this.#ended.abort();
  }
}

/** The rows that it costs a node when an option changes while so many agents are logged on to it. */
async function costOfAnOption(agents: number) {
  await using house = await House.open({ config: centreOf(agents), started: false });
  await using parts = new AsyncDisposableStack();
  const counted = openCountedStore({ url: house.url, poolSize: 4, applicationName: 'counted' });
  parts.defer(() => counted.store.close());
  const engine = createEngine({
    store: counted.store,
    clock: house.clock,
    ids: systemIds,
    log: QUIET,
    nodeId: 'counted',
  });
  await engine.start();
  parts.defer(() => engine.stop());

  const ids = Array.from({ length: agents }, (_, n) => `agent${n}`);
  await Promise.all(ids.map((id) => house.present(id, ['workitem'], engine)));
  const end = await counted.store.feedEnd();
  const desks = ids.map((id) => new OpenDesk(id, engine, end));
  parts.defer(() => {
    for (const desk of desks) desk.close();
  });
  // Each has caught up once it has heard of what happened to its own session since.
  await Promise.all(ids.map((id) => house.session(id, { type: 'setReady', mediaType: 'workitem' }, engine)));
  await expect.poll(() => desks.every(({ told }) => told.some(({ kind }) => kind === 'event'))).toBe(true);

  counted.read();
  const options = { application: { [SECTION]: { [AUTO_READY]: 'true' } } };
  const base = (await house.store.configuration())?.version ?? 0;
  const config = { ...centreOf(agents), options };
  await house.store.writeConfiguration(config, { base, by: 'adam', at: house.clock.now() });
  await expect.poll(() => desks.every(({ news }) => news.length > 0)).toBe(true);
  // What a desk does then: it asks again what things are called, and what its options say.
  await Promise.all(
    desks.map(async ({ who, news }) => {
      expect(news).toMatchObject([
        {
          kind: 'configured',
          about: ['options'],
          desk: {
            agent: { id: who },
            channels: expect.arrayContaining([{ mediaType: 'workitem', ready: true, mayLeaveOut: true }]),
          },
          work: true,
        },
      ]);
      expect(await engine.catalogue(user(who))).toMatchObject({ ok: true });
      const said = await engine.options(user(who), { name: AUTO_READY });
      expect(said).toMatchObject({ ok: true, value: [{ name: AUTO_READY, value: 'true' }] });
    }),
  );
  return counted.read();
}

describe('an option that is changed while agents are logged on', () => {
  test('[R10 R91 C11 C16] reaches all 500 of them without a new login, and is read from the database once, as for five', async () => {
    const few = await costOfAnOption(5);
    const many = await costOfAnOption(500);
    for (const read of [few, many]) {
      expect(read.get('configuration_after')).toBe(1);
      // Beside it there is only what a node looks at now and then, whoever is logged on.
      expect([...read.values()].reduce((sum, rows) => sum + rows, 0)).toBeLessThan(5);
    }
  });
});
