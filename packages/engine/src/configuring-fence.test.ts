import { ConfigurationChange, type ContactCentreConfig, user } from '@intray/core';
import { expect, test } from 'vitest';
import type { Engine } from './engine.ts';
import { CENTRE } from './testing/centre.ts';
import { House } from './testing/house.ts';

const adam = user('adam');
const BACKLOG = { id: 'Backlog', name: 'Backlog', agentGroups: [] };
const SHELF = { id: 'shelf', name: 'Shelf', ownerKind: 'AgentGroup' as const };
const SHELF_OF_TEAM = { type: 'shelf', owner: { kind: 'AgentGroup', id: 'Team' } } as const;
const config: ContactCentreConfig = {
  ...CENTRE,
  queues: [...CENTRE.queues, BACKLOG],
  workbinTypes: [...CENTRE.workbinTypes, SHELF],
};

const ROUNDS = 12;

async function change(engine: Engine, edits: readonly object[]) {
  const present = await engine.configuration(adam);
  if (!present.ok) throw new Error(present.refusal.message);
  return engine.changeConfiguration(adam, ConfigurationChange.parse({ base: present.value.version, edits }));
}

test('[C9 C15] whoever is faster, no work is left in a queue or a tray that is gone', async () => {
  await using house = await House.open({ config, engines: 2 });
  const [here, there] = house.engines as [Engine, Engine];
  const seen = { gone: 0, refused: 0 };
  await house.present('ana');

  for (let round = 0; round < ROUNDS; round += 1) {
    const shelved = await house.submit();
    await house.given('adam', shelved, {
      type: 'moveToWorkbin',
      workbin: { type: 'team.shared', owner: SHELF_OF_TEAM.owner },
    });
    const submit = (engine: Engine) => {
      const id = engine.newInteractionId();
      const command = { type: 'submit', mediaType: 'workitem', queue: 'Backlog', userData: {} } as const;
      return house.on('adam', id, command, engine);
    };
    // Who comes first is left to chance, a little more so in each round.
    const before = round % 3;
    const commands = Array.from({ length: before * 2 }, (_, n) => submit(n % 2 === 0 ? here : there));
    const removal = change(there, [
      { kind: 'queues', remove: 'Backlog' },
      { kind: 'workbinTypes', remove: 'shelf' },
    ]);
    commands.push(
      submit(here),
      submit(there),
      house.on('adam', shelved, { type: 'moveToWorkbin', workbin: SHELF_OF_TEAM }, here),
    );
    const [removed, ...outcomes] = await Promise.all([removal, ...commands]);

    const [waiting] = await house.store.queueCounts(['Backlog']);
    const [resting] = await house.store.workbinCounts([SHELF_OF_TEAM]);
    const newest = await house.store.configuration();
    const stays = newest?.config.queues.some(({ id }) => id === 'Backlog') ?? false;
    expect(stays).toBe(!removed.ok);
    if (removed.ok) {
      seen.gone += 1;
      expect([waiting, resting]).toEqual([0, 0]);
      for (const outcome of outcomes) expect(outcome).toMatchObject({ ok: false });
      expect(
        await change(here, [
          { kind: 'queues', put: BACKLOG },
          { kind: 'workbinTypes', put: SHELF },
        ]),
      ).toMatchObject({ ok: true });
    } else {
      seen.refused += 1;
      expect(removed).toMatchObject({ refusal: { code: 'configuration_in_use' } });
      expect((waiting ?? 0) + (resting ?? 0)).toBeGreaterThan(0);
      for (const { id } of (
        await house.store.queueContent('Backlog', { limit: 100, order: 'oldest', keys: [] })
      ).items)
        await house.given('adam', id, { type: 'complete' });
      if (resting === 1) await house.given('adam', shelved, { type: 'complete' });
    }
  }
  expect(seen.gone + seen.refused).toBe(ROUNDS);
});

test('[C11 C15] a node that has not heard of a new version decides on it all the same', async () => {
  await using house = await House.open({ config, engines: 2 });
  const [here, there] = house.engines as [Engine, Engine];
  expect(await change(here, [{ kind: 'queues', remove: 'Backlog' }])).toMatchObject({ ok: true });
  const id = there.newInteractionId();
  const command = { type: 'submit', mediaType: 'workitem', queue: 'Backlog', userData: {} } as const;
  expect(await house.on('adam', id, command, there)).toMatchObject({ refusal: { code: 'queue_unknown' } });
});
