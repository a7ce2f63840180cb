import { describe, expect, it } from 'vitest';
import { CENTRE, SHARED } from '../testing/centre.ts';
import { House } from '../testing/house.ts';

describe('the router', () => {
  it('offers work to a ready agent the moment it comes in [Q9]', async () => {
    await using house = await House.open();
    await house.ready('ana');
    await using ear = await house.listen();
    const id = await house.submit();
    expect(await ear.untilType('AgentInvited', id)).toMatchObject({
      data: { agentId: 'ana' },
      by: '@router',
    });
  });

  it('offers waiting work the moment an agent becomes ready, and the moment capacity frees [Q9]', async () => {
    await using house = await House.open();
    await using ear = await house.listen();
    const first = await house.submit({ mediaType: 'email' });
    const second = await house.submit({ mediaType: 'email' });
    await house.ready('ana', ['email']);
    await ear.untilType('AgentInvited', first);
    await house.given('ana', first, { type: 'accept' });
    expect((await house.row(second)).state).toBe('Queued');
    await house.given('ana', first, { type: 'complete' });
    expect(await ear.untilType('AgentInvited', second)).toMatchObject({ data: { agentId: 'ana' } });
  });

  it('offers a contact’s next work to the agent noted as the last one, and to others where that one is not to be had [Q12] [R39]', async () => {
    await using house = await House.open({ engines: 2 });
    const [, other] = house.engines;
    await using ear = await house.listen();
    await house.ready('ana', ['email']);
    await house.clock.advance(10);
    const first = await house.submit({ mediaType: 'email', contactId: 'c1' });
    await ear.untilType('AgentInvited', first);
    await house.given('ana', first, { type: 'accept' });
    await house.given('ana', first, { type: 'placeInWorkbin', workbin: SHARED, saveLastAgent: true });
    await house.clock.advance(10);
    await house.ready('ben', ['email']);
    await house.clock.advance(10);
    // Ana was idle for a shorter time than Ben from here on, so without the note Ben would be asked.
    const busy = await house.submit({ mediaType: 'email' });
    expect(await ear.untilType('AgentInvited', busy)).toMatchObject({ data: { agentId: 'ana' } });
    await house.given('ana', busy, { type: 'accept' });
    await house.given('ana', busy, { type: 'complete' });

    const second = await house.submit({ mediaType: 'email', contactId: 'c1' }, other);
    expect(await ear.untilType('AgentInvited', second)).toMatchObject({ data: { agentId: 'ana' } });
    const third = await house.submit({ mediaType: 'email', contactId: 'c1' });
    expect(await ear.untilType('AgentInvited', third)).toMatchObject({ data: { agentId: 'ben' } });
  });

  it('offers the highest priority first, then who came first, to who has been idle for longest [Q1] [Q10]', async () => {
    await using house = await House.open();
    await using ear = await house.listen();
    const late = await house.submit({ mediaType: 'email', priority: 1 });
    const later = await house.submit({ mediaType: 'email', priority: 1 });
    const urgent = await house.submit({ mediaType: 'email', priority: 9 });
    await house.ready('ana', ['email']);
    await ear.untilType('AgentInvited', urgent);
    await house.clock.advance(10);
    await house.ready('ben', ['email']);
    await ear.untilType('AgentInvited', late);
    await house.given('ana', urgent, { type: 'accept' });
    await house.given('ana', urgent, { type: 'complete' });
    expect(await ear.untilType('AgentInvited', later)).toMatchObject({ data: { agentId: 'ana' } });
  });

  it('does not let work that nobody can take hold up what is behind it', async () => {
    await using house = await House.open();
    await using ear = await house.listen();
    await house.ready('ana', ['workitem']);
    await house.submit({ mediaType: 'chat', priority: 9 });
    const possible = await house.submit({ mediaType: 'workitem' });
    expect(await ear.untilType('AgentInvited')).toMatchObject({ interactionId: possible });
  });

  it('offers declined work again when the exclusion has run out, although nobody else is there', async () => {
    await using house = await House.open({
      config: { ...CENTRE, settings: { ...CENTRE.settings, leaseSeconds: 600 } },
    });
    await house.ready('ana');
    await using ear = await house.listen();
    const id = await house.submit();
    await ear.untilType('AgentInvited', id);
    await house.given('ana', id, { type: 'reject' });
    await house.clock.advance(59_000);
    expect((await house.row(id)).state).toBe('Queued');
    await house.clock.advance(2_000);
    expect(await ear.untilType('AgentInvited', id)).toMatchObject({ data: { agentId: 'ana' } });
  });

  it('gives what one declined to the next, in its old place [Q1] [Q7]', async () => {
    await using house = await House.open();
    await using ear = await house.listen();
    const first = await house.submit({ mediaType: 'email' });
    await house.submit({ mediaType: 'email' });
    await house.ready('ana', ['email']);
    await ear.untilType('AgentInvited', first);
    await house.given('ana', first, { type: 'reject' });
    await ear.untilType('InviteRejected', first);
    await house.ready('ben', ['email']);
    expect(await ear.untilType('AgentInvited', first)).toMatchObject({ data: { agentId: 'ben' } });
  });

  it('takes over where another node left off, with work that came in while nobody routed', async () => {
    await using house = await House.open({ engines: 2 });
    const [first, second] = house.engines;
    await house.engines[0]?.stop();
    await using ear = await house.listen(second);
    const id = await house.submit({}, second);
    await house.ready('ana', ['workitem'], second);
    await house.clock.advance(1_000);
    await ear.untilType('AgentInvited', id);
    expect([first?.metrics().routing, second?.metrics().routing]).toEqual([false, true]);
  });

  it('hears of work and agents on other nodes', async () => {
    await using house = await House.open({ engines: 2 });
    await using ear = await house.listen();
    const id = await house.submit({}, house.engines[1]);
    await house.ready('ana', ['workitem'], house.engines[1]);
    expect(await ear.untilType('AgentInvited', id)).toMatchObject({ data: { agentId: 'ana' } });
  });

  it('never gives an agent more than fits, with four routers at once [Q6]', async () => {
    const config = { ...CENTRE, mediaTypes: CENTRE.mediaTypes.map((media) => ({ ...media, capacity: 1 })) };
    await using house = await House.open({ engines: 4, alwaysRoute: true, config });
    await using ear = await house.listen();
    const agents = ['ana', 'ben', 'cem'];
    for (const [index, agent] of agents.entries())
      await house.ready(agent, ['workitem'], house.engines[index]);
    const ids = new Set(
      await Promise.all(Array.from({ length: 24 }, (_, n) => house.submit({}, house.engines[n % 4]))),
    );
    const load = new Map<string, number>();
    let most = 0;
    while (ids.size > 0) {
      const event = await ear.until(({ type }) => type === 'AgentInvited' || type === 'InteractionCompleted');
      if (event.subject !== 'interaction') continue;
      if (event.type === 'InteractionCompleted') {
        load.set(event.by, (load.get(event.by) ?? 0) - 1);
        ids.delete(event.interactionId);
      } else if (event.type === 'AgentInvited') {
        const { agentId } = event.data;
        load.set(agentId, (load.get(agentId) ?? 0) + 1);
        most = Math.max(most, load.get(agentId) ?? 0, ...(await rowLoads(house)));
        const engine = house.engines[ids.size % 4];
        await house.given(agentId, event.interactionId, { type: 'accept' }, engine);
        await house.given(agentId, event.interactionId, { type: 'complete' }, engine);
      }
    }
    expect(most).toBe(1);
    expect(await rowLoads(house)).toEqual([0, 0, 0]);
  });
});

async function rowLoads(house: House): Promise<readonly number[]> {
  const sessions = await house.store.sessions(['ana', 'ben', 'cem']);
  return sessions.map(({ load }) => load.workitem ?? 0);
}
