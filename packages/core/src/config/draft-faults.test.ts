import { expect, it } from 'vitest';
import { strategicConfig } from '../testing/strategies.ts';
import { draftFaults } from './draft-faults.ts';

const config = strategicConfig({
  queues: [{ id: 'Inbox', name: 'Inbox', agentGroups: ['Claims'], strategy: 'S' }],
});

it('[C20] objects are checked as they are written: a broken one hides nothing that is wrong with the others', () => {
  const broken = { id: 'broken', name: 'Broken', steps: [{ targets: [{ skills: 'English >=' }] }] };
  const unknown = { id: 'S', name: 'S', steps: [{ targets: [{ agentGroup: 'Claimz' }] }] };
  const faults = draftFaults(config, 'strategies', [broken, unknown]);
  expect(faults.map(({ path }) => path.join('.'))).toEqual([
    'strategies.0.steps.0.targets.0.skills',
    'strategies.1.steps.0.targets.0.agentGroup',
  ]);
  expect(faults[1]?.message).toContain('Did you mean "Claims"?');
});

it('[C20] what names an object that is gone is told once everything else is sound', () => {
  expect(draftFaults(config, 'strategies', []).map(({ path }) => path)).toEqual([['queues', 0, 'strategy']]);
  const sound = { id: 'S', name: 'S', steps: [{ targets: [{ agentGroup: 'Claims' }] }] };
  expect(draftFaults(config, 'strategies', [sound])).toEqual([]);
});
