import type { Interaction } from '@intray/core';
import { expect, test } from 'vitest';
import { directCommand } from './direct.ts';

const view = (facts: Partial<Interaction>) => ({ interaction: { id: 'A', ...facts } as Interaction });

test('an answer names the offer it answers', () => {
  const offered = view({ invitation: { agentId: 'agent1', ticket: 7, offeredAt: 0, until: 9 } as never });
  expect(directCommand('accept', offered, 'agent1')).toEqual({
    type: 'accept',
    interactionId: 'A',
    ticket: 7,
  });
});

test('taking back one’s own transfer is no supervision', () => {
  const handedOver = view({ state: 'Transferring', handler: 'agent1' });
  expect(directCommand('revoke', handedOver, 'agent1')).toMatchObject({ reason: 'origin' });
  expect(directCommand('revoke', handedOver, 'lead1')).toMatchObject({ reason: 'supervisor' });
});

test('what asks something first is not given at once', () => {
  expect(directCommand('snooze', view({}), 'agent1')).toBeUndefined();
});
