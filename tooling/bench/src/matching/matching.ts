/** What finding the right work for the right person costs, with a million pieces waiting; beside looking at all of them. */
import { type Side, takeTurns } from '../measuring/rounds.ts';
import { ratioOf, spreadOf } from '../measuring/statistics.ts';
import type { Row } from '../report/row.ts';
import { spread } from '../report/table.ts';
import type { Ground } from '../workload.ts';
import { AGENTS, crowd, SKILLS } from './crowd.ts';
import { byScan, inMemory, type Story } from './sides.ts';

const MANY = 1_000_000;
const FEW = 10_000;
/** Assignments between two looks at the clock. */
const BATCH = 500;
/** Both sides must give out the same before either is measured. */
const COMPARED = 20;

export async function matching(ground: Ground): Promise<readonly Row[]> {
  const people = crowd();
  const [many, few] = [inMemory(MANY, people), inMemory(FEW, people)];
  const scan = byScan(MANY, people);
  for (let n = 0; n < COMPARED; n += 1) {
    const [ours, theirs] = [many.next(), scan.next()];
    if (ours !== theirs)
      throw new Error(`In memory ${ours} is given out, by looking at all of it ${theirs}.`);
  }
  const [ofMany = [], ofScan = [], ofFew = []] = await takeTurns(
    [
      side('in memory, 1,000,000 waiting', many, BATCH),
      side('looking at all, 1,000,000 waiting', scan, 1),
      side('in memory, 10,000 waiting', few, BATCH),
    ],
    ground,
  );
  const perSecond = (micros: readonly number[]) => micros.map((one) => 1_000_000 / one);
  const who = `${AGENTS.toLocaleString('en')} agents, ${SKILLS} skills`;
  return [
    {
      workload: 'matching',
      what: `assignments/s, 1,000,000 waiting, ${who}`,
      intray: spread(spreadOf(perSecond(ofMany))),
      against: 'looking at all that waits, each time',
      other: spread(spreadOf(perSecond(ofScan))),
      ratio: ratioOf(perSecond(ofMany), perSecond(ofScan)),
      bar: { kind: 'at least', value: 300 },
    },
    {
      workload: 'matching',
      what: 'µs an assignment, 1,000,000 waiting',
      intray: spread(spreadOf(ofMany), ' µs'),
      against: 'the same with 10,000 waiting',
      other: spread(spreadOf(ofFew), ' µs'),
      ratio: ratioOf(ofMany, ofFew),
      bar: { kind: 'at most', value: 1.5 },
    },
  ];
}

function side(name: string, story: Story, batch: number): Side<number> {
  return {
    name,
    async round(ms) {
      const began = performance.now();
      let given = 0;
      do {
        for (let n = 0; n < batch; n += 1) if (story.next() !== undefined) given += 1;
      } while (performance.now() - began < ms);
      return ((performance.now() - began) * 1_000) / given;
    },
  };
}
