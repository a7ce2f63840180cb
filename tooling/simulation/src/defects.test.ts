/** The ways in which systems of this kind go wrong (docs/spec/defects.md), each provoked once. */
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import { CENTRE, LEASE_SECONDS } from './centre.ts';
import { Stage } from './stage.ts';

const TEAM = { type: 'team', owner: { kind: 'AgentGroup', id: 'Claims' } } as const;

describe('[D1 W9] many who take the same work at once, through two servers', () => {
  it('one has it, and all others hear who', async () => {
    const stage = await Stage.open({ seed: 11 });
    const takers = ['ana', 'ben', 'cem'];
    for (const agent of takers) await stage.ready(agent);
    for (let round = 0; round < 20; round += 1) {
      const interactionId = await stage.submit();
      await stage.does('lena', { type: 'moveToWorkbin', interactionId, workbin: TEAM });
      const outcomes = await stage.done(
        Promise.all(takers.map((agent) => stage.ask(agent, { type: 'pull', interactionId }))),
      );
      const { handler } = stage.row(interactionId);
      expect(takers.filter((_, n) => outcomes[n]?.ok)).toEqual([handler]);
      for (const outcome of outcomes)
        if (outcome?.ok === false)
          expect(outcome.refusal).toMatchObject({ code: 'taken', detail: { holder: handler } });
    }
  });
});

describe('[D2 Q6] several routers and one agent with room for two', () => {
  it('never offer a third piece, whatever comes from the other side meanwhile', async () => {
    const stage = await Stage.open({ seed: 12, servers: 3, alwaysRoute: true });
    await stage.ready('ana', 'email');
    let most = 0;
    stage.database.onCommit(() => {
      most = Math.max(most, stage.database.sessions.get('ana')?.load.email ?? 0);
    });
    const ids: string[] = [];
    for (let n = 0; n < 30; n += 1) ids.push(await stage.submit({ mediaType: 'email' }));
    for (let round = 0; round < 200 && stage.database.open.size > 0; round += 1) {
      for (const interactionId of ids) {
        const { state, invitation, handler } = stage.row(interactionId);
        if (state === 'Invited' && invitation?.agentId === 'ana')
          await stage.does('ana', { type: 'accept', interactionId });
        else if (handler === 'ana') await stage.does('ana', { type: 'complete', interactionId });
      }
      await stage.pass(50);
    }
    expect(stage.database.open.size).toBe(0);
    expect(most).toBe(2);
  });
});

describe('[D3 Q7] work that its only agent declines, again and again', () => {
  it('is offered again each time the peace is over', async () => {
    const stage = await Stage.open({ seed: 13 });
    await stage.ready('dora', 'claim');
    const interactionId = await stage.submit({ queue: 'Orders' });
    for (let round = 0; round < 5; round += 1) {
      await stage.pass(500);
      expect(stage.row(interactionId).invitation?.agentId).toBe('dora');
      await stage.does('dora', { type: 'reject', interactionId });
      await stage.does('dora', { type: 'renewLease', agentId: 'dora' });
      await stage.pass(CENTRE.settings.exclusionSeconds * 1_000);
    }
    await stage.pass(500);
    await stage.does('dora', { type: 'accept', interactionId });
  });
});

describe('[D4 S6 S7] an agent whose machine dies', () => {
  it('loses offers and chats within the lease, and nobody has to do anything', async () => {
    const stage = await Stage.open({ seed: 14 });
    await stage.ready('ana', 'chat', 'email', 'claim');
    const chat = await stage.submit({ mediaType: 'chat' });
    const email = await stage.submit({ mediaType: 'email' });
    await stage.pass(100);
    for (const interactionId of [chat, email]) await stage.does('ana', { type: 'accept', interactionId });
    await stage.does('ana', { type: 'attachUserData', interactionId: email, userData: { draft: 'Dear …' } });
    await stage.pass(LEASE_SECONDS * 1_000 + 1_500);
    expect(stage.row(chat)).toMatchObject({ state: 'Queued', queue: 'Inbox' });
    expect(stage.row(email)).toMatchObject({
      state: 'InWorkbin',
      workbin: { type: 'email.own', owner: { id: 'ana' } },
      userData: { draft: 'Dear …' },
    });
    expect(stage.database.sessions.get('ana')).toMatchObject({
      reachable: false,
      load: { chat: 0, email: 0 },
    });
  });
});

describe('[D5 Q9] an agent who has finished', () => {
  it('is offered the next piece at once', async () => {
    const stage = await Stage.open({ seed: 15 });
    await stage.ready('ana', 'claim');
    const ids = [await stage.submit(), await stage.submit(), await stage.submit()];
    for (const interactionId of ids) {
      await stage.pass(20);
      expect(stage.row(interactionId)).toMatchObject({ state: 'Invited', invitation: { agentId: 'ana' } });
      await stage.does('ana', { type: 'accept', interactionId });
      await stage.done(stage.ask('ana', { type: 'complete', interactionId }));
    }
  });
});

describe('[D6 F9 F10] a desk whose line is cut', () => {
  it('for any time, shows what is there afterwards without being loaded anew', async () => {
    const stage = await Stage.open({ seed: 16 });
    await stage.ready('ana', 'email', 'chat', 'claim');
    const desk = await stage.desk('ana');
    const mine = () =>
      [...stage.database.open.values()].flatMap(({ row }) =>
        desk.isMine(row) ? [[row.id, row.version] as const] : [],
      );
    for (let round = 0; round < 40; round += 1) {
      desk.cut();
      await stage.pass(stage.dice.below(1_600));
      const interactionId = await stage.submit({ mediaType: stage.dice.pick(['email', 'chat', 'claim']) });
      await stage.pass(stage.dice.below(400));
      if (stage.row(interactionId).state === 'Invited' && stage.dice.chance(0.7)) {
        await stage.does('ana', { type: 'accept', interactionId });
        if (stage.dice.chance(0.8)) await stage.does('ana', { type: 'complete', interactionId });
      }
      await stage.does('ana', { type: 'renewLease', agentId: 'ana' });
      const shown = () => [...desk.items].map(([id, { version }]) => [id, version] as const);
      const agree = () => isDeepStrictEqual(new Map(shown()), new Map(mine()));
      for (let waited = 0; !agree() && waited < 4_000; waited += 50) await stage.pass(50);
      expect(new Map(shown())).toEqual(new Map(mine()));
    }
  });
});

describe('[D7] whoever has done something', () => {
  it('sees it done at once, whichever server is asked', async () => {
    const stage = await Stage.open({ seed: 17 });
    await stage.ready('ana');
    const me = { kind: 'user', id: 'ana' } as const;
    const work = (n: number) =>
      stage.done(stage.servers[n]?.engine.me(me) ?? Promise.reject(new Error('none')));
    for (let round = 0; round < 10; round += 1) {
      const interactionId = await stage.submit();
      await stage.does('lena', { type: 'moveToWorkbin', interactionId, workbin: TEAM });
      await stage.does('ana', { type: 'pull', interactionId });
      for (const n of [0, 1])
        expect(await work(n)).toMatchObject({
          ok: true,
          value: { work: [{ interaction: { id: interactionId } }] },
        });
      await stage.does('ana', { type: 'complete', interactionId });
      for (const n of [0, 1]) expect(await work(n)).toMatchObject({ ok: true, value: { work: [] } });
    }
  });
});

describe('[D11] a follower who does not read on', () => {
  it('holds up nobody else', async () => {
    const stage = await Stage.open({ seed: 18, servers: 1 });
    const engine = stage.servers[0]?.engine;
    if (engine === undefined) throw new Error('Expected a server.');
    const stuck = engine.follow({ kind: 'user', id: 'adam' }, undefined, new AbortController().signal);
    void stuck[Symbol.asyncIterator]().next();
    await stage.ready('ana', 'claim');
    const desk = await stage.desk('ana');
    for (let n = 0; n < 400; n += 1) {
      const interactionId = await stage.submit();
      // A message may be on its way for a while; nobody's is for a second.
      for (let waited = 0; waited < 1_000 && !desk.items.has(interactionId); waited += 30)
        await stage.pass(30);
      expect(desk.items.get(interactionId)?.state).toBe('Invited');
      await stage.does('ana', { type: 'accept', interactionId });
      await stage.does('ana', { type: 'complete', interactionId });
      await stage.does('ana', { type: 'renewLease', agentId: 'ana' });
      for (let waited = 0; waited < 1_000 && desk.items.has(interactionId); waited += 30)
        await stage.pass(30);
      expect(desk.items.has(interactionId)).toBe(false);
    }
  }, 60_000);
});

describe('[D13 I1] the same work brought in many times at once, through two servers', () => {
  it('is one piece of work, and everybody hears its one id', async () => {
    const stage = await Stage.open({ seed: 19 });
    for (let round = 0; round < 20; round += 1) {
      const outcomes = await stage.done(
        Promise.all(
          Array.from({ length: 6 }, (_, n) =>
            stage.ask('intake', {
              type: 'submit',
              interactionId: `ROUND${round}TIMES${n}`,
              externalId: `order ${round}`,
              mediaType: 'claim',
              queue: 'Inbox',
              userData: {},
            }),
          ),
        ),
      );
      const ids = outcomes.map((outcome) => (outcome?.ok === true ? outcome.id : 'refused'));
      expect(new Set(ids).size).toBe(1);
      expect(stage.database.interactions.size).toBe(round + 1);
    }
  });
});
