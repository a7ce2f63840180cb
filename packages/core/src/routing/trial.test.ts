import { expect, it } from 'vitest';
import { centreWithStrategy } from '../testing/strategies.ts';
import { peopleAsked, routingCourse } from './trial.ts';

/** A Friday, 16:59:00 UTC: the office closes in a minute. */
const NOW = Date.parse('2026-11-27T16:59:00Z');
const item = { queue: 'Inbox', mediaType: 'email', priority: 3, placedAt: NOW } as const;

it('[Q25] a strategy tells beforehand whom an example is for from when on, and where it goes in the end', () => {
  const centre = centreWithStrategy(
    [
      {
        targets: [{ skills: 'English >= 5', relax: [{ afterSeconds: 30, skills: 'English >= 3' }] }],
        seconds: 60,
      },
      { during: { calendar: 'office', hours: 'open' }, targets: [{ agentGroup: 'Sales' }], seconds: 60 },
      { targets: [{ agentGroup: 'Claims' }], selection: 'leastLoaded' },
    ],
    {
      priority: { growth: { points: 1, everySeconds: 30 } },
      overflow: { olderThanSeconds: 600, to: { queue: 'Orders' } },
    },
  );
  const course = routingCourse(item, centre).map(({ from, until, step, asked, moveTo, standing }) => [
    (from - NOW) / 1_000,
    until === undefined ? 'on' : (until - NOW) / 1_000,
    step,
    asked[0]?.id ?? moveTo,
    standing,
  ]);
  expect(course).toEqual([
    [0, 30, 0, 'English >= 5', 3],
    [30, 60, 0, 'English >= 3', 4],
    [60, 600, 2, 'Claims', 5],
    [600, 'on', undefined, { queue: 'Orders' }, 23],
  ]);
  expect(peopleAsked([{ kind: 'skills', id: 'English >= 5' }], centre)).toEqual(['ana', 'cem']);
});

it('[Q25] what comes out alike again and again is one stage, and the course has an end', () => {
  const centre = centreWithStrategy([
    { during: { calendar: 'office', hours: 'open' }, targets: [{ agentGroup: 'Sales' }] },
    { during: { calendar: 'office', hours: 'closed' }, targets: [{ agentGroup: 'Claims' }] },
  ]);
  const course = routingCourse(item, centre);
  expect(course.map(({ step }) => step)).toEqual([0, 1, 0, 1, 0, 1].slice(0, course.length));
  expect(course.length).toBeGreaterThan(3);
});
