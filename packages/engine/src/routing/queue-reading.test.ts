import type { WaitingItem } from '@intray/core';
import type { Waiting, WaitingPlace } from '@intray/store';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { justArrived, QueueReading } from './queue-reading.ts';

const item = (id: string, priority: number, sequence: number): WaitingItem => ({
  ...{ id, version: 1, queue: 'Inbox', mediaType: 'email', priority, placedAt: 0, exclusions: [], sequence },
});
const inOrder = (a: WaitingPlace, b: WaitingPlace) => b.priority - a.priority || a.sequence - b.sequence;

/** A queue that is written down at once and answers when it is told to. */
class SlowQueue {
  readonly rows: Waiting[] = [];
  #answer = () => {};

  waiting(_queue: string, most: number, after?: WaitingPlace): Promise<readonly Waiting[]> {
    const sorted = this.rows.toSorted(inOrder);
    const page = sorted.filter((row) => after === undefined || inOrder(row, after) > 0).slice(0, most);
    return new Promise((resolve) => {
      this.#answer = () => resolve(page);
    });
  }

  answer(): void {
    this.#answer();
  }
}

/** Reads all pages, while during each of them something comes in. Answers what is known in the end. */
async function read(queue: SlowQueue, page: number, during: (pageNumber: number) => readonly WaitingItem[]) {
  const reading = new QueueReading(queue, ['Inbox'], page);
  const known = new Set<string>();
  for (let number = 0; !reading.complete; number += 1) {
    const asked = reading.pages().next();
    for (const arrival of during(number)) {
      queue.rows.push({ ...arrival, sequence: queue.rows.length });
      if (reading.covers(arrival)) known.add(arrival.id);
    }
    queue.answer();
    const { value } = await asked;
    for (const { id } of [...(value?.found ?? []), ...(value?.meanwhile ?? [])]) known.add(id);
  }
  return known;
}

describe('reading a queue while work comes in', () => {
  it('finds what comes before the end of a page that is on its way [Q9]', async () => {
    const queue = new SlowQueue();
    queue.rows.push(item('old', 0, 0));
    const known = await read(queue, 1, (page) => (page === 0 ? [item('urgent', 1, justArrived(1))] : []));
    expect([...known].sort()).toEqual(['old', 'urgent']);
  });

  it('knows everything that waits in the end, wherever it came in and whenever [Q9]', async () => {
    const priorities = fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 12 }),
        fc.array(priorities, { maxLength: 8 }),
        fc.integer({ min: 1, max: 5 }),
        async (waiting, arrivals, page) => {
          const queue = new SlowQueue();
          queue.rows.push(...waiting.map((priority, n) => item(`w${n}`, priority, n)));
          const known = await read(queue, page, (number) =>
            (arrivals[number] ?? []).map((priority, n) =>
              item(`a${number}.${n}`, priority, justArrived(number)),
            ),
          );
          expect([...known].sort()).toEqual(queue.rows.map(({ id }) => id).sort());
        },
      ),
    );
  });

  it('comes to an end although something comes in during every page [Q9]', async () => {
    const queue = new SlowQueue();
    queue.rows.push(item('old', 0, 0));
    const known = await read(queue, 10, (page) => [item(`n${page}`, 0, justArrived(page))]);
    expect([...known]).toEqual(['old', 'n0']);
  });
});
