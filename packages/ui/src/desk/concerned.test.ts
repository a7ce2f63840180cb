import type { InteractionEvent, SessionEvent } from '@intray/core';
import { expect, test } from 'vitest';
import { concernedBy, type Shown } from './concerned.ts';
import { keys } from './keys.ts';

const tray = { type: 'team.shared', owner: { kind: 'AgentGroup', id: 'Demo Team' } } as const;
const stamp = { subject: 'interaction', interactionId: 'A', at: 1, by: 'agent2', version: 7 } as const;
const nothing: Shown = { myId: 'agent1', isMine: () => false, listsWith: () => [] };

test('[R9] a colleague’s placing in a shared tray concerns that tray, and not my desk', () => {
  const data = { workbin: tray, fromAgent: 'agent2' };
  const event: InteractionEvent = { ...stamp, type: 'PlacedInWorkbin', state: 'InWorkbin', data };
  const { now, soon } = concernedBy(event, nothing);
  expect(soon).toContainEqual(keys.workbin(tray));
  expect(soon).toContainEqual(keys.workbins);
  expect(now).not.toContainEqual(keys.me);
});

test('[R118] a pull concerns the tray it came from', () => {
  const data = { agentId: 'agent2', handleUntil: 9, fromWorkbin: tray };
  const event: InteractionEvent = { ...stamp, type: 'InteractionPulled', state: 'Processing', data };
  expect(concernedBy(event, nothing).soon).toContainEqual(keys.workbin(tray));
});

test('an offer to me concerns my desk at once', () => {
  const event: InteractionEvent = {
    ...stamp,
    type: 'AgentInvited',
    state: 'Invited',
    data: { agentId: 'agent1', until: 9 },
  };
  expect(concernedBy(event, nothing).now).toContainEqual(keys.me);
});

test('work that was mine concerns my desk whoever moved it', () => {
  const event: InteractionEvent = { ...stamp, type: 'InteractionHeld', state: 'Held', data: {} };
  expect(concernedBy(event, { ...nothing, isMine: (id) => id === 'A' }).now).toContainEqual(keys.me);
});

test('an edit concerns only the lists that show it, and no count', () => {
  const list = keys.workbin(tray);
  const event: InteractionEvent = {
    ...stamp,
    type: 'NoteAdded',
    state: 'InWorkbin',
    data: { text: 'hello' },
  };
  expect(concernedBy(event, { ...nothing, listsWith: () => [list] }).soon).toEqual([list]);
});

test('[T24] what a filter found is gathered, and not asked for with each event', () => {
  const found = keys.find('{}');
  const event: InteractionEvent = { ...stamp, type: 'NoteAdded', state: 'Queued', data: { text: 'hello' } };
  const { soon, later } = concernedBy(event, { ...nothing, listsWith: () => [found] });
  expect(soon).toEqual([]);
  expect(later).toContainEqual(keys.finds);
});

test('work that returns to a queue the event doesn’t name concerns every queue', () => {
  const data = { agentId: 'agent2', reason: 'inviteTimeout', excludedUntil: 9 } as const;
  const event: InteractionEvent = { ...stamp, type: 'InviteRevoked', state: 'Queued', data };
  expect(concernedBy(event, nothing).soon).toContainEqual(keys.queueLists);
});

test('a row that comes to a queue, or is ranked anew, stands where only the server knows; one that goes was where it is shown', () => {
  const list = keys.queue('Inbox');
  const showing: Shown = { ...nothing, listsWith: () => [list] };
  const moved: InteractionEvent = {
    ...stamp,
    type: 'MovedToQueue',
    state: 'Queued',
    data: { queue: 'Inbox' },
  };
  expect(concernedBy(moved, nothing).pages).toContainEqual({ key: list, where: { came: 'A' } });
  const ranked: InteractionEvent = {
    ...stamp,
    type: 'PropertiesUpdated',
    state: 'Queued',
    data: { priority: 9 },
  };
  expect(concernedBy(ranked, showing).pages).toEqual([
    { key: list, where: { row: 'A' } },
    { key: list, where: { came: 'A' } },
  ]);
  const offered: InteractionEvent = {
    ...stamp,
    type: 'AgentInvited',
    state: 'Invited',
    data: { agentId: 'agent2', until: 9 },
  };
  expect(concernedBy(offered, showing).pages).toEqual([{ key: list, where: { row: 'A' } }]);
});

test('focus concerns nobody', () => {
  const event: InteractionEvent = {
    ...stamp,
    type: 'FocusSet',
    state: 'Processing',
    data: { agentId: 'agent1' },
  };
  expect(concernedBy(event, nothing)).toEqual({ now: [], soon: [], later: [] });
});

test('[W14] work that somebody opened in its tray concerns the lists that show it and the counts of trays', () => {
  const event: InteractionEvent = {
    ...stamp,
    type: 'OpenedInWorkbin',
    state: 'InWorkbin',
    data: { agentId: 'agent2' },
  };
  const list = keys.workbin({ type: 'team', owner: { kind: 'AgentGroup', id: 'Team' } });
  const { soon, later } = concernedBy(event, { ...nothing, listsWith: () => [list] });
  expect(soon).toEqual([list, keys.workbins]);
  expect(later).toEqual([]);
});

test('[T25] another agent’s readiness concerns the list of colleagues, and what a team lead looks at', () => {
  const event: SessionEvent = {
    subject: 'agent',
    type: 'AgentReady',
    agentId: 'agent2',
    at: 1,
    by: 'agent2',
    version: 2,
    data: { mediaTypes: ['email'] },
  };
  expect(concernedBy(event, nothing)).toEqual({
    now: [],
    soon: [keys.everyColleague],
    later: [keys.board, keys.whys],
  });
});

test('[R1] taking another place concerns my trays', () => {
  const event: SessionEvent = {
    subject: 'agent',
    type: 'SessionStarted',
    agentId: 'agent1',
    at: 1,
    by: 'agent1',
    version: 2,
    data: { placeId: 'Place agent2', channels: [] },
  };
  expect(concernedBy(event, nothing).soon).toContainEqual(keys.workbins);
});
