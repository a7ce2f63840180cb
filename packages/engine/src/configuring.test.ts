import {
  ConfigurationChange,
  type ContactCentreConfig,
  type FeedMessage,
  user,
  type WorkbinRef,
} from '@intray/core';
import { describe, expect, test } from 'vitest';
import type { Engine } from './engine.ts';
import { CENTRE } from './testing/centre.ts';
import { House } from './testing/house.ts';

const adam = user('adam');
const BACKLOG = { id: 'Backlog', name: 'Backlog', agentGroups: [] };
const withBacklog: ContactCentreConfig = { ...CENTRE, queues: [...CENTRE.queues, BACKLOG] };
const INBOX = { queue: 'Inbox' };
const TEAM: WorkbinRef = { type: 'team.shared', owner: { kind: 'AgentGroup', id: 'Team' } };

/** Changes the newest version, and expects it to be done. */
async function change(engine: Engine, more: object, by = 'adam') {
  const present = await engine.configuration(adam);
  if (!present.ok) throw new Error(present.refusal.message);
  const base = present.value.version;
  return engine.changeConfiguration(user(by), ConfigurationChange.parse({ base, ...more }));
}

const rename = (id: string, name: string) => ({
  edits: [{ kind: 'agents', put: { ...CENTRE.agents.find((one) => one.id === id), name } }],
});
const remove = (kind: string, ...ids: string[]) => ids.map((id) => ({ kind, remove: id }));

describe('versions', () => {
  test('[C6] each change is kept with author and time, can be compared and brought back', async () => {
    await using house = await House.open();
    const { engine, clock } = house;
    const first = await engine.configuration(adam);
    if (!first.ok) throw new Error(first.refusal.message);
    const base = first.value.version;
    await clock.advance(1_000);
    expect(await change(engine, { ...rename('ana', 'Anna'), note: 'she asked for it' })).toMatchObject({
      ok: true,
      value: { version: base + 1, differences: [{ kind: 'agents', id: 'ana', change: 'changed' }] },
    });
    expect(await change(engine, { edits: [{ kind: 'queues', put: BACKLOG }] })).toMatchObject({ ok: true });
    expect(await engine.configurationDifferences(adam, base, base + 2)).toEqual({
      ok: true,
      value: [
        {
          kind: 'agents',
          id: 'ana',
          change: 'changed',
          fields: [{ field: 'name', before: 'ANA of the team', after: 'Anna' }],
        },
        {
          kind: 'queues',
          id: 'Backlog',
          change: 'added',
          fields: [
            { field: 'name', after: 'Backlog' },
            { field: 'agentGroups', after: [] },
          ],
        },
      ],
    });
    expect(await change(engine, { rollBackTo: base })).toMatchObject({
      ok: true,
      value: { version: base + 3 },
    });
    const back = await engine.configuration(adam);
    expect(back).toMatchObject({ ok: true, value: { config: first.value.config, by: 'adam' } });
    expect(await engine.configurationHistory(adam, { limit: 3 })).toMatchObject({
      ok: true,
      value: [
        { version: base + 3, by: 'adam', note: `Back to version ${base}` },
        { version: base + 2, by: 'adam' },
        { version: base + 1, by: 'adam', at: clock.now(), note: 'she asked for it' },
      ],
    });
    expect(await engine.configuration(adam, base + 1)).toMatchObject({
      ok: true,
      value: { version: base + 1 },
    });
    expect(await engine.configuration(adam, 4_000)).toMatchObject({
      refusal: { code: 'configuration_unknown' },
    });
  });

  test('[C7] nobody but an administrator reads or changes it, and the last administrator stays', async () => {
    await using house = await House.open();
    const { engine } = house;
    for (const who of ['ana', 'lena', 'nobody']) {
      const answers = await Promise.all([
        engine.configuration(user(who)),
        engine.configurationHistory(user(who), { limit: 1 }),
        engine.configurationDifferences(user(who), 1, 1),
        change(engine, rename('ana', 'Boss'), who),
      ]);
      for (const answer of answers) expect(answer).toMatchObject({ refusal: { code: 'not_permitted' } });
    }
    expect(await change(engine, { edits: remove('agents', 'adam') })).toMatchObject({
      refusal: { code: 'configuration_invalid', detail: { faults: ['agents: no administrator'] } },
    });
  });

  test('[C8] of many who change the same version one is heard, and the others are told by whom', async () => {
    await using house = await House.open({ engines: 2 });
    const [one, other] = house.engines as [Engine, Engine];
    const present = await one.configuration(adam);
    const base = present.ok ? present.value.version : 0;
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, n) =>
        (n % 2 === 0 ? one : other).changeConfiguration(
          adam,
          ConfigurationChange.parse({ base, ...rename('ana', `Ana ${n}`) }),
        ),
      ),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    for (const answer of answers)
      if (!answer.ok)
        expect(answer.refusal).toMatchObject({
          code: 'version_mismatch',
          detail: { expected: base, version: base + 1, by: ['adam'] },
        });
  });

  test('[C5 C10] what does not hold together, or changes nothing, makes no version', async () => {
    await using house = await House.open();
    const { engine } = house;
    const before = await engine.configurationHistory(adam, { limit: 50 });
    const broken = { ...CENTRE, queues: [{ id: 'Inbox', name: 'Inbox', agentGroups: ['Taem'] }] };
    expect(await change(engine, { config: broken })).toMatchObject({
      refusal: {
        code: 'configuration_invalid',
        detail: {
          faults: [
            'queues.0.agentGroups.0: queue "Inbox": agent group "Taem" does not exist. Did you mean "Team"?',
          ],
        },
      },
    });
    expect(await change(engine, { config: CENTRE })).toMatchObject({ ok: true, value: { differences: [] } });
    expect(await change(engine, { ...rename('ana', 'Anna'), dryRun: true })).toMatchObject({
      ok: true,
      value: { differences: [{ id: 'ana' }] },
    });
    expect(await engine.configurationHistory(adam, { limit: 50 })).toEqual(before);
  });
});

describe('work in the way', () => {
  const withoutInbox = {
    edits: [...remove('queues', 'Inbox')],
  };

  test('[C9] a queue with waiting work stays, unless it is said where the work goes; stopped work goes stopped', async () => {
    await using house = await House.open({ config: withBacklog });
    const { engine } = house;
    const ids = [await house.submit(), await house.submit(), await house.submit()];
    await house.given('adam', ids[1] as string, { type: 'hold' });
    expect(await change(engine, withoutInbox)).toMatchObject({
      refusal: { code: 'configuration_in_use', detail: { inTheWay: ['queue "Inbox": 3 waiting'] } },
    });
    const moves = [{ from: INBOX, to: { queue: 'Backlog' } }];
    expect(await change(engine, { ...withoutInbox, moves, dryRun: true })).toMatchObject({ ok: true });
    expect((await house.row(ids[0] as string)).queue).toBe('Inbox');
    expect(await change(engine, { ...withoutInbox, moves })).toMatchObject({ ok: true });
    const rows = await Promise.all(ids.map((id) => house.row(id)));
    expect(rows.map(({ queue, state }) => `${queue} ${state}`)).toEqual([
      'Backlog Queued',
      'Backlog Held',
      'Backlog Queued',
    ]);
  });

  test('[C9] work is not moved to where nothing would be found, nor out of what stays', async () => {
    await using house = await House.open({ config: withBacklog });
    await house.submit();
    for (const move of [
      { from: INBOX, to: { queue: 'Nowhere' } },
      { from: INBOX, to: INBOX },
      { from: { queue: 'Backlog' }, to: { queue: 'Backlog' } },
    ])
      expect(await change(house.engine, { ...withoutInbox, moves: [move] })).toMatchObject({
        refusal: { code: 'configuration_invalid' },
      });
  });

  test('[C9] a group whose tray is full, a medium with unfinished work and an agent with work in hand stay', async () => {
    await using house = await House.open({ config: withBacklog });
    const { engine } = house;
    const [shelved, inHand] = [await house.submit(), await house.submit({ mediaType: 'chat' })];
    await house.present('ana', ['workitem', 'chat']);
    await house.given('ana', shelved, { type: 'pull' });
    await house.given('ana', shelved, { type: 'placeInWorkbin', workbin: TEAM });
    await house.given('ana', inHand, { type: 'pull' });

    const noTeam = [
      ...remove('agentGroups', 'Team'),
      { kind: 'queues', put: { ...CENTRE.queues[0], agentGroups: [] } },
    ];
    const team = { members: ['ben', 'cem', 'dora'] };
    const noAna = [
      ...remove('agents', 'ana'),
      { kind: 'agentGroups', put: { ...CENTRE.agentGroups[0], ...team } },
    ];
    const inTheWay = async (edits: readonly object[], moves: readonly object[] = []) => {
      const answer = await change(engine, { edits, moves });
      return answer.ok ? 'done' : answer.refusal.detail.inTheWay;
    };
    expect(await inTheWay(noTeam)).toEqual(['workbin team.shared of Team: 1 in it']);
    expect(await inTheWay(remove('workbinTypes', 'team.shared'))).toEqual([
      'workbin team.shared of Team: 1 in it',
    ]);
    expect(await inTheWay(remove('mediaTypes', 'chat'))).toEqual(['media type "chat": 1 unfinished']);
    expect(await inTheWay(noAna)).toEqual(['agent "ana": 1 offered or in hand']);
    expect(await inTheWay(withoutInbox.edits)).toEqual([
      'queue "Inbox": 1 offered or in hand that would go back there',
    ]);

    expect(await inTheWay(noAna, [{ from: { agent: 'ana' }, to: { queue: 'Backlog' } }])).toBe('done');
    expect(await house.row(inHand)).toMatchObject({ state: 'Queued', queue: 'Backlog' });
    const small = { type: 'place.tray', owner: { kind: 'Place', id: 'desk ben' } };
    expect(await inTheWay(noTeam, [{ from: { workbin: TEAM }, to: { workbin: small } }])).toBe('done');
    expect(await house.row(shelved)).toMatchObject({ state: 'InWorkbin', workbin: small });
    await house.given('adam', inHand, { type: 'complete' });
    expect(await inTheWay(remove('mediaTypes', 'chat'))).toBe('done');
  });
});

describe('a new version is followed', () => {
  test('[C11] at once where it was written and on every other node, and open desks are told what is new', async () => {
    await using house = await House.open({ engines: 2 });
    const [here, there] = house.engines as [Engine, Engine];
    const ended = new AbortController();
    const desk = there.follow(user('ana'), undefined, ended.signal)[Symbol.asyncIterator]();
    const told = desk.next();
    // The desk is open once the node counts it.
    await expect.poll(() => there.metrics().followers).toBe(1);
    // Nobody moves the clock, so no node polls: what is heard was told.
    let name = 0;
    const renamed = async () => {
      name += 1;
      return change(here, rename('ana', `Anna ${name}`));
    };
    expect(await renamed()).toMatchObject({ ok: true });
    const mine = await here.me(user('ana'));
    expect(mine.ok && mine.value.agent.name).toBe('Anna 1');
    await expect
      .poll(async () => {
        const answer = await there.me(user('ana'));
        return answer.ok && answer.value.agent.name;
      })
      .toBe('Anna 1');
    const { value } = (await told) as IteratorResult<FeedMessage>;
    expect(value).toMatchObject({
      kind: 'configured',
      about: ['agents'],
      desk: { agent: { name: 'Anna 1' } },
    });
    // Where other things are to be seen than before, everything is read anew.
    const more = desk.next();
    expect(
      await change(here, { edits: [{ kind: 'queues', put: { ...BACKLOG, agentGroups: ['Team'] } }] }),
    ).toMatchObject({ ok: true });
    expect(await more).toMatchObject({ value: { kind: 'reset' } });
    ended.abort();
    await desk.return?.();
  });
});
