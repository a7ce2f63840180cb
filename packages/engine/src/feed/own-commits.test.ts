import type { Published } from '@intray/store';
import { describe, expect, it } from 'vitest';
import { OwnCommits } from './own-commits.ts';

/** A batch of one event, written by a transaction. */
const batch = (transaction: number, more: Partial<Published> = {}): Published => ({
  entries: [
    {
      cursor: `${transaction}.1`,
      topics: [],
      event: {
        subject: 'agent',
        agentId: 'ana',
        type: 'SessionEnded',
        version: 1,
        at: 0,
        by: 'ana',
        data: {},
      },
    },
  ],
  transaction: String(transaction),
  after: '0.0',
  running: [],
  ...more,
});

describe('what a node has committed itself [F9]', () => {
  it('is told at once when all before it has been told', () => {
    const own = new OwnCommits();
    const one = batch(7);
    own.add(own.begin(), one);
    expect(own.next('3.1')).toBe(one);
    expect(own.next('7.1')).toBeUndefined();
    expect(own.overdue()).toBeUndefined();
  });

  it('waits for a save that was under way with it and comes before it, whichever is answered first', () => {
    const own = new OwnCommits();
    const [first, second] = [own.begin(), own.begin()];
    const later = batch(8, { running: ['7'] });
    own.add(second, later);
    own.end(second);
    expect(own.next('3.1')).toBeUndefined();
    expect(own.overdue()).toBeUndefined();
    const earlier = batch(7);
    own.add(first, earlier);
    expect(own.next('3.1')).toBe(earlier);
    expect(own.next('7.1')).toBe(later);
    expect(own.next('8.1')).toBeUndefined();
  });

  it('is told when the save that ran beside it was told before it was answered', () => {
    const own = new OwnCommits();
    const [first, second] = [own.begin(), own.begin()];
    own.add(first, batch(7));
    own.next('3.1');
    own.end(first);
    const later = batch(8, { running: ['7'] });
    own.add(second, later);
    expect(own.next('7.1')).toBe(later);
  });

  it('has to be read when somebody else was before it', () => {
    const own = new OwnCommits();
    own.add(own.begin(), batch(9, { after: '8.5' }));
    expect(own.next('3.1')).toBeUndefined();
    expect(own.overdue()).toBe('9.1');
    expect(own.overdue()).toBeUndefined();
  });

  it('has to be read when somebody else still runs, once its own neighbours have ended', () => {
    const own = new OwnCommits();
    const [first, second] = [own.begin(), own.begin()];
    own.add(second, batch(9, { running: ['6'] }));
    own.end(second);
    expect(own.next('8.1')).toBeUndefined();
    expect(own.overdue()).toBeUndefined();
    own.end(first);
    expect(own.next('8.1')).toBeUndefined();
    expect(own.overdue()).toBe('9.1');
  });

  it('that has to be read does not count as told', () => {
    const own = new OwnCommits();
    const first = own.begin();
    own.add(first, batch(7, { after: '6.5' }));
    expect(own.next('3.1')).toBeUndefined();
    expect(own.overdue()).toBe('7.1');
    own.end(first);
    own.add(own.begin(), batch(8, { running: ['7'] }));
    expect(own.next('3.1')).toBeUndefined();
    expect(own.overdue()).toBe('8.1');
  });

  it('is not told twice when a read has told it, and counts as told then', () => {
    const own = new OwnCommits();
    const [first, second] = [own.begin(), own.begin()];
    own.add(first, batch(7, { after: '6.5' }));
    expect(own.next('7.1')).toBeUndefined();
    expect(own.overdue()).toBeUndefined();
    const later = batch(8, { running: ['7'] });
    own.add(second, later);
    expect(own.next('7.1')).toBe(later);
  });

  it('is left to the read that has told half of it', () => {
    const own = new OwnCommits();
    const [entry] = batch(7).entries;
    if (entry === undefined) throw new Error('Expected an event.');
    own.add(own.begin(), batch(7, { entries: [entry, { ...entry, cursor: '7.2' }] }));
    expect(own.next('7.1')).toBeUndefined();
    expect(own.overdue()).toBe('7.2');
  });
});
