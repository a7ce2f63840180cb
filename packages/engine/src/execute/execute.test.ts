import { type DomainEvent, type Outcome, user } from '@intray/core';
import { openDatabase } from '@intray/store';
import { describe, expect, it } from 'vitest';
import { systemClock } from '../clock.ts';
import { SHARED, SMALL } from '../testing/centre.ts';
import { House } from '../testing/house.ts';
import { Overloaded } from './waiting-line.ts';

const refusals = (outcomes: readonly Outcome[]) => outcomes.flatMap((one) => (one.ok ? [] : [one.refusal]));
const CUT =
  'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()';
const TEAM = ['ana', 'ben', 'cem', 'dora'];

/** A work item that rests in the shared tray. */
async function inTray(house: House): Promise<string> {
  const id = await house.submit();
  await house.given('ana', id, { type: 'pull' });
  await house.given('ana', id, { type: 'placeInWorkbin', workbin: SHARED });
  return id;
}

describe('receipts', () => {
  it('answers the same command with the same answer and does it once: again, at the same time, on another node [F6]', async () => {
    await using house = await House.open({ engines: 2 });
    const [one, two] = house.engines;
    await house.present('ana');
    const interactionId = await house.submit();
    const order = {
      commandId: 'once',
      command: { type: 'addNote', interactionId, text: 'Hello' },
      actor: user('lena'),
    } as const;
    const answers = await Promise.all([one, one, two, two].map((engine) => engine?.execute(order)));
    answers.push(await one?.execute(order), await two?.execute(order));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject({ ok: true, id: interactionId, version: 2, events: ['NoteAdded'] });
    expect((await house.row(interactionId)).noteCount).toBe(1);
  });

  it('answers what was done before a restart with its receipt, not with what the command itself has made impossible', async () => {
    await using house = await House.open();
    await house.present('ana');
    const interactionId = await house.submit();
    const order = {
      commandId: 'unheard',
      command: { type: 'pull', interactionId },
      actor: user('ana'),
    } as const;
    const answer = await house.engine.execute(order);
    expect(answer).toMatchObject({ ok: true, state: 'Processing' });
    const restarted = await house.addEngine();
    expect(await restarted.execute(order)).toEqual(answer);
  });

  it('answers a submit that is there already under the very id it gives, also from an engine that knows nothing yet', async () => {
    await using house = await House.open();
    const submit = (interactionId: string, externalId: string) => ({
      actor: user('adam'),
      command: {
        type: 'submit' as const,
        interactionId,
        externalId,
        mediaType: 'workitem',
        queue: 'Inbox',
        userData: {},
      },
    });
    for (const n of ['1', '2', '3']) await house.engine.execute(submit(`OWN${n}`, `own ${n}`));
    const restarted = await house.addEngine();
    for (const n of ['1', '2', '3'])
      expect(await restarted.execute(submit(`OWN${n}`, `own ${n}`))).toMatchObject({
        ok: true,
        id: `OWN${n}`,
        events: [],
      });
  });

  it('keeps no receipt of a refusal: the same command may succeed when the world has changed [F7]', async () => {
    await using house = await House.open();
    const interactionId = await house.submit();
    const order = {
      commandId: 'patient',
      command: { type: 'pull', interactionId },
      actor: user('ana'),
    } as const;
    expect(await house.engine.execute(order)).toMatchObject({ ok: false, refusal: { code: 'no_session' } });
    await house.present('ana');
    expect(await house.engine.execute(order)).toMatchObject({ ok: true, state: 'Processing' });
  });

  it('answers a second submit under the same external id with the first interaction, wherever it comes in', async () => {
    await using house = await House.open({ engines: 2 });
    const [one, two] = house.engines;
    const ids = await Promise.all(
      [one, one, two, two].map((engine) => house.submit({ externalId: 'mail 1' }, engine)),
    );
    ids.push(
      await house.submit({ externalId: 'mail 1' }, one),
      await house.submit({ externalId: 'mail 1' }, two),
    );
    expect(new Set(ids).size).toBe(1);
    expect(await house.store.queueCounts(['Inbox'])).toEqual([1]);
  });
});

describe('one winner', () => {
  it.each([1, 2])(
    'grants one of 200 pulls on %i node(s) and names the winner to the other 199 [W9]',
    async (nodes) => {
      await using house = await House.open({ engines: nodes });
      for (const agent of TEAM) await house.present(agent);
      const id = await inTray(house);
      const outcomes = await Promise.all(
        Array.from({ length: 200 }, (_, n) =>
          house.on(TEAM[n % 4] ?? '', id, { type: 'pull' }, house.engines[n % nodes]),
        ),
      );
      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
      const { handler } = await house.row(id);
      expect(refusals(outcomes).map(({ code, detail }) => [code, detail.holder])).toEqual(
        Array(199).fill(['taken', handler]),
      );
    },
  );

  it('lets one of two into the last free place of a tray, on two nodes at once [W6]', async () => {
    await using house = await House.open({ engines: 2 });
    for (let round = 0; round < 10; round += 1) {
      const ids = await Promise.all(
        ['ana', 'ben'].map(async (agent, n) => {
          await house.present(agent, ['workitem'], house.engines[n]);
          const id = await house.submit({}, house.engines[n]);
          await house.given(agent, id, { type: 'pull' }, house.engines[n]);
          return id;
        }),
      );
      const put = { type: 'placeInWorkbin', workbin: SMALL } as const;
      const outcomes = await Promise.all(
        ids.map((id, n) => house.on(['ana', 'ben'][n] ?? '', id, put, house.engines[n])),
      );
      expect(refusals(outcomes).map(({ code }) => code)).toEqual(['workbin_full']);
      expect(await house.store.workbinCounts([SMALL])).toEqual([1]);
      for (const id of ids) await house.given('adam', id, { type: 'cancel' }, house.engines[round % 2]);
    }
  });

  it('refuses nobody because of what it remembered: the other node made room meanwhile', async () => {
    await using house = await House.open({ engines: 2 });
    const [one, two] = house.engines;
    await house.present('ana', ['workitem'], one);
    const first = await house.submit({}, one);
    await house.given('ana', first, { type: 'pull' }, one);
    await house.given('ana', first, { type: 'placeInWorkbin', workbin: SMALL }, one);
    const second = await house.submit({}, one);
    await house.given('ana', second, { type: 'pull' }, one);
    expect(await house.on('ana', second, { type: 'placeInWorkbin', workbin: SMALL }, one)).toMatchObject({
      ok: false,
    });
    await house.given('adam', first, { type: 'cancel' }, two);
    expect(await house.on('ana', second, { type: 'placeInWorkbin', workbin: SMALL }, one)).toMatchObject({
      ok: true,
    });
  });
});

describe('batches', () => {
  it('carries what comes at once in few commits, and refuses one without failing its neighbours', async () => {
    await using house = await House.open();
    const before = house.engine.metrics();
    const outcomes = await Promise.all(
      Array.from({ length: 100 }, (_, n) =>
        house.on('adam', house.engine.newInteractionId(), {
          type: 'submit',
          mediaType: n === 50 ? 'pigeon' : 'workitem',
          queue: 'Inbox',
          userData: {},
        }),
      ),
    );
    expect(refusals(outcomes).map(({ code }) => code)).toEqual(['media_type_unknown']);
    expect(house.engine.metrics().batches - before.batches).toBeLessThanOrEqual(2);
    expect(await house.store.queueCounts(['Inbox'])).toEqual([99]);
  });

  it('does much at a time in batches side by side, which never decide on what the other is changing', async () => {
    await using house = await House.open();
    await using ear = await house.listen();
    for (const who of TEAM) await house.present(who);
    const ids = await Promise.all(Array.from({ length: 120 }, () => house.submit()));
    const before = house.engine.metrics();
    const outcomes = await Promise.all(
      ids.flatMap((id, n) => {
        const who = TEAM[n % TEAM.length] ?? '';
        return [
          house.on(who, id, { type: 'pull' }),
          house.on(who, id, { type: 'addNote', text: 'mine' }),
          house.on(who, id, { type: 'placeInWorkbin', workbin: SHARED }),
        ];
      }),
    );
    expect(refusals(outcomes)).toEqual([]);
    expect(house.engine.metrics().conflicts).toBe(before.conflicts);
    expect(await house.store.workbinCounts([SHARED])).toEqual([ids.length]);
    const last = ids.at(-1) ?? '';
    await ear.until(
      (event) => event.subject === 'interaction' && event.interactionId === last && event.version === 4,
    );
    const { entries } = await house.store.feed('0.0', 1_000);
    const told = (events: readonly DomainEvent[]) =>
      events.flatMap((event) =>
        event.subject === 'interaction' ? [`${event.interactionId} ${event.version}`] : [],
      );
    const heard = told(ear.heard);
    expect(heard).toEqual(told(entries.map(({ event }) => event)).slice(0, heard.length));
  });

  it('fails the one that the database will not take, and does the others', async () => {
    await using house = await House.open();
    const submits = Array.from({ length: 5 }, (_, n) =>
      house.on('adam', house.engine.newInteractionId(), {
        type: 'submit',
        mediaType: 'workitem',
        queue: 'Inbox',
        // Beyond what the database can count with: no rule forbids it here, an edge would have.
        priority: n === 2 ? 2 ** 40 : 0,
        userData: {},
      }),
    );
    const outcomes = await Promise.allSettled(submits);
    expect(outcomes.map(({ status }) => status)).toEqual([
      'fulfilled',
      'fulfilled',
      'rejected',
      'fulfilled',
      'fulfilled',
    ]);
    expect(await house.store.queueCounts(['Inbox'])).toEqual([4]);
  });

  it('turns away what it could not do in any reasonable time', async () => {
    await using house = await House.open({ mostWaiting: 10 });
    const outcomes = await Promise.allSettled(Array.from({ length: 12 }, () => house.submit()));
    const reasons = outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
    expect(reasons).toEqual([expect.any(Overloaded), expect.any(Overloaded)]);
    expect(house.engine.metrics().overloaded).toBe(2);
  });

  it('finishes the work in hand when it is stopped, and takes no more', async () => {
    await using house = await House.open();
    const submits = Array.from({ length: 50 }, () => house.submit());
    await Promise.all([house.engine.stop(), house.engine.stop()]);
    await Promise.all(submits);
    expect(await house.store.queueCounts(['Inbox'])).toEqual([50]);
    await expect(house.submit()).rejects.toThrow('stopped');
  });
});

describe('a database that goes away', () => {
  it('loses and doubles no acknowledged command when every connection is cut again and again [F6] [F8]', async () => {
    await using house = await House.open({ clock: systemClock });
    const admin = openDatabase({ url: house.url, poolSize: 1, applicationName: 'cutter' });
    let acknowledged = 0;
    /** Cuts every connection of the node, in the middle of what the other callers are about, after each 30 answers. */
    const cutNowAndThen = async () => {
      acknowledged += 1;
      if (acknowledged % 30 === 0) await admin.query({ text: CUT });
    };
    try {
      const ids = await Promise.all(
        Array.from({ length: 16 }, async () => {
          const id = await house.submit();
          for (let note = 0; note < 20; note += 1) {
            await house.given('lena', id, { type: 'addNote', text: `note ${note}` });
            await cutNowAndThen();
          }
          return id;
        }),
      );
      for (const id of ids) expect(await house.row(id)).toMatchObject({ noteCount: 20, version: 21 });
      expect(await house.store.queueCounts(['Inbox'])).toEqual([16]);
      expect(house.engine.metrics().retries).toBeGreaterThan(0);
    } finally {
      await admin.close();
    }
  });
});
