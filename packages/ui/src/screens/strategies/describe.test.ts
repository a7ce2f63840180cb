import { expect, it } from 'vitest';
import { attachedLines, lengthOf, readLines, stepSentence } from './describe.ts';

it('[Q13] a step reads as a sentence', () => {
  expect(
    stepSentence(
      {
        targets: [
          { skills: 'English >= 5', relax: [{ afterSeconds: 90, skills: 'English >= 3' }] },
          { lastAgent: true },
        ],
        seconds: 3_600,
        during: { calendar: 'office', hours: 'open' },
      },
      false,
    ),
  ).toBe(
    'asks English >= 5, after 1 min 30 s: English >= 3 or The contact’s last agent, for 1 h, while office is open',
  );
  expect(stepSentence({ targets: [{ placeGroup: 'East' }], seconds: 5 }, true)).toBe(
    'asks places of East, to the end',
  );
  expect(stepSentence({ moveTo: { queue: 'Orders' } }, true)).toBe('moves to Orders');
  expect(lengthOf(0)).toBe('0 s');
  expect(lengthOf(93_784)).toBe('1 d 2 h');
});

it('attached data is written line by line, and numbers stay numbers', () => {
  const attach = { Offered: 'twice', Round: 2, Urgent: true };
  expect(readLines(attachedLines(attach))).toEqual(attach);
  expect(readLines(' \n')).toBeUndefined();
});
