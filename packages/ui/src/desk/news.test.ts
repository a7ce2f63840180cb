import { type ConfigurationNews, type MyDesk, noSession } from '@intray/core';
import { QueryClient } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { type Key, keys } from './keys.ts';
import { takeNews } from './news.ts';

const facts = { agent: { id: 'agent1', name: 'Ana', roles: [] }, privileges: [], capacity: {}, channels: [] };

/** What is asked for again when news come to a desk with, or without, work on it. */
function asked(news: Partial<ConfigurationNews>, work: MyDesk['work'] = []) {
  const queries = new QueryClient();
  const me: MyDesk = { ...facts, session: noSession('agent1'), work, cursor: '', now: 5 };
  queries.setQueryData(keys.me, me);
  const stale: Key[] = [];
  const refresh = {
    now: (given: readonly Key[]) => void stale.push(...given),
    soon() {},
    later() {},
    stop() {},
  };
  takeNews({ about: [], work: false, ...news }, queries, refresh);
  return { stale, me: queries.getQueryData<MyDesk>(keys.me) };
}

test('[C16] takes the facts of the desk from the news, and asks only what things are called', () => {
  const channels = [{ mediaType: 'email', ready: true, mayLeaveOut: false }];
  const { stale, me } = asked({ about: ['options'], desk: { ...facts, channels }, work: true });
  expect(me).toMatchObject({ channels, work: [], now: 5 });
  expect(stale).toEqual([keys.catalogue, keys.configuration, keys.explanations, ['interaction']]);
});

test('[C16] reads the work on the desk anew only when other things may be done with it', () => {
  const work = [{} as MyDesk['work'][number]];
  expect(asked({ about: ['dispositions'], work: true }, work).stale).toContainEqual(keys.me);
  expect(asked({ about: ['dispositions'] }, work).stale).not.toContainEqual(keys.me);
});

test('asks again for the lists whose names may be others', () => {
  expect(asked({ about: ['queues'] }).stale).toContainEqual(keys.queues);
  expect(asked({ about: ['workbinTypes'] }).stale).toContainEqual(keys.workbins);
  expect(asked({ about: ['agents'] }).stale).toContainEqual(keys.everyColleague);
  expect(asked({ about: ['filters'] }).stale).toEqual([
    keys.catalogue,
    keys.configuration,
    keys.explanations,
  ]);
});
