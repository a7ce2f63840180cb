import { REFUSAL_CODES } from '@intray/core';
import { expect, test } from 'vitest';
import { Failed, Refused } from '../../desk/port.ts';
import { moment } from '../moment.ts';
import { namesOf } from '../names.ts';
import { refusalIn, saidOf } from './said.ts';
import { german } from './words.de.ts';
import { english } from './words.en.ts';

const names = namesOf(
  {
    people: [{ id: 'agent2', name: 'Ben Young' }],
    workbinTypes: [{ id: 'team.small', name: 'Urgent' }],
  } as unknown as Parameters<typeof namesOf>[0],
  'agent1',
);

test('both languages have a sentence for every refusal there is, with and without its facts', () => {
  for (const words of [english, german]) {
    expect(Object.keys(words)).toEqual(expect.arrayContaining([...REFUSAL_CODES]));
    expect(Object.keys(words).sort()).toEqual(Object.keys(english).sort());
    for (const sentence of Object.values(words)) {
      expect(sentence({ said: 'It is so.', offered: false })).toMatch(/^.{8,}\.$/);
      const told = sentence({
        said: 'It is so.',
        offered: true,
        who: 'Ben',
        since: 'now',
        what: 'X',
        limit: 3,
      });
      expect(told).toMatch(/^.{8,}\.$/);
      expect(told).not.toContain('undefined');
    }
  }
});

test('[W9] whoever was slower reads who was faster by name, and when by their own clock', () => {
  const since = Date.UTC(2026, 10, 27, 12, 30);
  const refusal = {
    code: 'taken',
    message: 'agent2 took it at 2026-11-27T12:30:00.000Z.',
    detail: { holder: 'agent2', since, state: 'Processing' },
  };
  expect(saidOf(refusal, names)).toBe(`Ben Young took it on ${moment(since)}.`);
  expect(german.taken({ said: '', offered: false, who: 'Ben Young', since: 'heute' })).toBe(
    'Ben Young war schneller: heute.',
  );
});

test('a workbin is named as it is called, and a reason that this desk does not know is told as the server tells it', () => {
  expect(
    german.workbin_full({ said: '', offered: false, what: names.workbinType('team.small'), limit: 1 }),
  ).toContain('„Urgent“ ist voll (1)');
  expect(saidOf({ code: 'from_tomorrow', message: 'Not today.' }, names)).toBe('Not today.');
});

test('an error is told by what it is: a refusal, a failure of the server, no answer at all, or its own words', () => {
  const why = (error: Error) => refusalIn(error).code;
  expect(why(new Refused({ code: 'taken', message: 'Taken.' }))).toBe('taken');
  expect(why(new TypeError('Failed to fetch'))).toBe('no_answer');
  expect(why(new DOMException('Late.', 'TimeoutError') as Error)).toBe('no_answer');
  expect(saidOf(refusalIn(new Error('Something else.')), names)).toBe('Something else.');
  const failed = refusalIn(new Failed('Intray failed at this.', 'req-7'));
  expect(saidOf(failed, names)).toBe('Intray failed at this.');
  expect(german.internal({ said: '', offered: false, requestId: 'req-7' })).toContain('req-7');
});

test('whoever tried to sign in too often reads how long to wait', () => {
  expect(german.too_many_attempts({ said: '', offered: false, seconds: 40 })).toContain('in 40 s');
  expect(english.unauthenticated({ said: 'Wrong.', offered: false })).toBe('Wrong.');
});
