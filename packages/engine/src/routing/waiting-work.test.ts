import { contactCentre, RoutingPicture, type WaitingItem } from '@intray/core';
import { expect, it } from 'vitest';
import { CENTRE } from '../testing/centre.ts';
import { justArrived, QueueReading } from './queue-reading.ts';
import { WaitingWork } from './waiting-work.ts';

const NOW = Date.UTC(2026, 10, 27, 12);
const item = (id: string, priority: number, sequence: number): WaitingItem => ({
  ...{
    id,
    version: 1,
    queue: 'Inbox',
    mediaType: 'email',
    priority,
    placedAt: NOW,
    exclusions: [],
    sequence,
  },
});

it('comes back to its place when it was offered in vain while its queue was read [Q1] [Q9]', async () => {
  const first = item('first', 3, 7);
  const offered = item('offered', 0, 4);
  const store = {
    waiting: async (_: string, __: number, after?: object) => (after === undefined ? [first, offered] : []),
  };
  const picture = new RoutingPicture(contactCentre(CENTRE));
  const work = new WaitingWork(picture, new QueueReading(store, ['Inbox'], 2));
  await work.readOn(
    () => NOW,
    ({ id }) => id === 'offered',
    () => {},
  );
  expect([picture.item('first'), picture.item('offered')]).toEqual([first, undefined]);
  work.putBack({ ...offered, sequence: justArrived(NOW) }, NOW);
  expect(picture.item('offered')).toEqual(offered);
});

it('has the place that a page tells, although it was heard of while that page was on its way [Q1]', async () => {
  const [early, late] = [item('early', 0, 4), item('late', 0, 7)];
  const answer = Promise.withResolvers<readonly WaitingItem[]>();
  const picture = new RoutingPicture(contactCentre(CENTRE));
  const work = new WaitingWork(picture, new QueueReading({ waiting: () => answer.promise }, ['Inbox'], 3));
  const reading = work.readOn(
    () => NOW,
    () => false,
    () => {},
  );
  work.putBack({ ...early, sequence: justArrived(NOW) }, NOW);
  answer.resolve([early, late]);
  await reading;
  expect([picture.item('early'), picture.item('late')]).toEqual([early, late]);
});
