import type { InteractionEvent } from '@intray/core';
import { expect, test } from 'vitest';
import { namesOf } from '../names.ts';
import { words } from '../words.ts';
import { entryOf, tell } from './story.ts';

const names = namesOf(undefined, 'agent1');
const stamp = { subject: 'interaction', interactionId: 'A', at: 1, version: 3 } as const;

test('a step tells what happened and by whom', () => {
  const event: InteractionEvent = {
    ...stamp,
    type: 'PlacedInWorkbin',
    by: 'agent1',
    state: 'InWorkbin',
    data: { workbin: { type: 'team.shared', owner: { kind: 'AgentGroup', id: 'Demo Team' } } },
  };
  expect(entryOf(event, names)).toMatchObject({
    title: 'Put in team.shared · Demo Team',
    detail: 'by agent1',
  });
});

test('whoever is named already is not named twice', () => {
  const data = { agentId: 'agent1', handleUntil: 2 };
  const event: InteractionEvent = {
    ...stamp,
    type: 'InteractionAccepted',
    by: 'agent1',
    state: 'Processing',
    data,
  };
  expect(entryOf(event, names)).not.toHaveProperty('detail');
});

test('a deadline says which one it was', () => {
  const data = { agentId: 'agent1', reason: 'leaseLapsed' } as const;
  const event: InteractionEvent = { ...stamp, type: 'InviteRevoked', by: '@timer', state: 'Queued', data };
  expect(entryOf(event, names).detail).toBe(`${words.revoked.leaseLapsed}, ${words.by.timer}`);
});

test('a sentence is filled with its facts', () => {
  expect(tell('Put in {workbin}', { workbin: 'Drafts' })).toBe('Put in Drafts');
});
