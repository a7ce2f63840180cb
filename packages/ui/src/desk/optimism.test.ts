import { type InteractionView, type MyDesk, noSession, unsubmitted } from '@intray/core';
import { QueryClient } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { keys } from './keys.ts';
import { type Lines, lineOf } from './lists.ts';
import { foresee } from './optimism.ts';

const view = (id: string, allowed: InteractionView['allowed']): InteractionView => ({
  interaction: { ...unsubmitted(id), mediaType: 'email', state: 'Processing', handler: 'agent1' },
  status: 'assigned',
  allowed,
  options: { dispositionMandatory: false, mandatoryActions: [], promptForDone: false, toastKey: 'Subject' },
});

function desk(work: readonly InteractionView[], open?: InteractionView) {
  const queries = new QueryClient();
  const me: MyDesk = {
    agent: { id: 'agent1', name: 'Ana', roles: [] },
    privileges: [],
    session: { ...noSession('agent1'), active: true, channels: { email: { ready: false, since: 1 } } },
    capacity: {},
    channels: [],
    work,
    cursor: '',
    now: 5,
  };
  queries.setQueryData(keys.me, me);
  if (open) {
    queries.setQueryData(keys.interaction(open.interaction.id), open);
    const lines: Lines = { pages: [{ items: [lineOf(open)] }], pageParams: [undefined] };
    queries.setQueryData(keys.queue('Inbox'), lines);
  }
  const ids = () => queries.getQueryData<MyDesk>(keys.me)?.work.map(({ interaction }) => interaction.id);
  const listed = () => queries.getQueryData<Lines>(keys.queue('Inbox'))?.pages[0]?.items.length;
  return { queries, ids, listed };
}

test('finished work leaves my list at once, and is back when refused', () => {
  const { queries, ids } = desk([view('A', ['complete']), view('B', ['complete'])]);
  const undo = foresee(queries, { type: 'complete', interactionId: 'A' }, 9);
  expect(ids()).toEqual(['B']);
  undo();
  expect(ids()).toEqual(['A', 'B']);
});

test('nothing is foreseen that core doesn’t allow', () => {
  const { queries, ids } = desk([view('A', [])]);
  foresee(queries, { type: 'complete', interactionId: 'A' }, 9);
  expect(ids()).toEqual(['A']);
});

test('[R117] [R118] [R119] a pull moves the item from the list to my desk', () => {
  const { queries, ids, listed } = desk([], view('A', ['pull']));
  const undo = foresee(queries, { type: 'pull', interactionId: 'A' }, 9);
  expect(ids()).toEqual(['A']);
  expect(listed()).toBe(0);
  undo();
  expect(ids()).toEqual([]);
  expect(listed()).toBe(1);
});

test('the server’s word is not undone', () => {
  const { queries, ids } = desk([view('A', ['complete'])]);
  const undo = foresee(queries, { type: 'complete', interactionId: 'A' }, 9);
  queries.setQueryData<MyDesk>(keys.me, (me) => me && { ...me, work: [view('C', [])] });
  undo();
  expect(ids()).toEqual(['C']);
});

test('readiness is shown as soon as it is asked for', () => {
  const { queries } = desk([]);
  foresee(queries, { type: 'setReady', agentId: 'agent1' }, 9);
  expect(queries.getQueryData<MyDesk>(keys.me)?.session.channels['email']?.ready).toBe(true);
});
