import { expect, test } from 'vitest';
import { namesOf } from './names.ts';
import { whereIs } from './whereIs.ts';
import { words } from './words.ts';

const { item } = words;
const names = {
  ...namesOf(undefined, 'agent1'),
  person: (id: string) => (id === 'agent2' ? 'Ben Adeyemi' : id),
};
const offer = (agentId: string) => ({
  agentId,
  ticket: 1,
  offeredAt: 0,
  until: 9,
  origin: 'agent1',
});
const inbox = { queue: 'Inbox' } as const;

test.each([
  ['my desk', { ...inbox, state: 'Processing', handler: 'agent1' }, item.onMyDesk],
  ['a colleague’s', { ...inbox, state: 'Processing', handler: 'agent2' }, item.onDesk('Ben Adeyemi')],
  [
    'handed over by me',
    { ...inbox, state: 'Transferring', handler: 'agent1', invitation: offer('agent2') },
    item.offeredTo('Ben Adeyemi'),
  ],
  [
    'handed over to me',
    { ...inbox, state: 'Transferring', handler: 'agent2', invitation: offer('agent1') },
    item.offeredToMeBy('Ben Adeyemi'),
  ],
  ['a queue', { ...inbox, state: 'Queued' }, item.inQueue('Inbox')],
  ['asleep', { ...inbox, state: 'Snoozed', preferredAgent: 'agent1' }, item.wakesForMe],
  ['finished', { ...inbox, state: 'Done', assignedTo: 'agent2' }, item.endedBy('Ben Adeyemi')],
  ['cancelled before anybody had it', { ...inbox, state: 'Cancelled' }, item.cameFrom('Inbox')],
] as const)('%s', (_, interaction, told) => {
  expect(whereIs(interaction as Parameters<typeof whereIs>[0], names)).toBe(told);
});

test('[R7] a colleague’s tray carries the colleague’s name', () => {
  const named = namesOf({ people: [{ id: 'agent2', name: 'Ben Adeyemi' }] } as never, 'agent1');
  expect(named.workbin({ type: 'drafts', owner: { kind: 'Agent', id: 'agent2' } })).toBe(
    'drafts · Ben Adeyemi',
  );
});
