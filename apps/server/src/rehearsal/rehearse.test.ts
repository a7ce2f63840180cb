/** The example of `examples/nyc-311`, as anybody runs it, with the sample that lies beside it. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { tableInConfiguration } from '@intray/core';
import { fitMapping, type Work } from '@intray/importing';
import { describe, expect, it } from 'vitest';
import { readFolder } from '../configuration-folder/read-folder.ts';
import { parseMapping } from '../import/mapping-file.ts';
import { openSource } from '../import/open-source.ts';
import { newestDay, onOneDay } from './one-day.ts';
import type { Keeping } from './own-database.ts';
import { rehearse } from './rehearse.ts';
import { storyOf, waitsAndOverdue } from './report.ts';

const EXAMPLES = resolve(import.meta.dirname, '..', '..', '..', '..', 'examples');
const ZONE = 'America/New_York';
const example = (name: string) => join(EXAMPLES, 'nyc-311', name);

async function centre() {
  const read = await readFolder(example('centre'));
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  return read.config;
}

async function sample(): Promise<readonly Work[]> {
  const mapping = parseMapping(readFileSync(example('map.yaml'), 'utf8'));
  const source = await openSource(join(EXAMPLES, 'nyc-311.sample.csv'), mapping);
  const toWork = fitMapping(mapping, source.columns);
  const works: Work[] = [];
  for await (const row of source.rows) {
    const mapped = 'cells' in row ? toWork(row.cells) : row;
    if ('work' in mapped) works.push(mapped.work);
  }
  return works;
}

const at = (time: string) => Date.parse(`2026-05-04T${time}-04:00`);

describe('a city’s requests, rehearsed', () => {
  it('[R65 R67 R69 T2 T8 Q13 Q24] are sorted by kind, ranked by time left, routed by skill, done, counted and explained', async () => {
    const works = await sample();
    expect(newestDay(works, ZONE, 0)).toBe('2026-05-05');
    const arrivals = onOneDay(works, '2026-05-04', ZONE);
    const rehearsed = await rehearse({
      ...{ config: await centre(), arrivals, hours: { from: at('08:00:00'), to: at('22:30:00') } },
      ...{ minutes: { least: 10, most: 30 }, seed: 7, explain: ['90000002', '90000010'] },
    });
    expect(rehearsed).toMatchObject({ by: 'department', people: 40, refused: [], unfinished: 0 });
    const done = Object.fromEntries(rehearsed.lines.map(({ name, counts }) => [name, counts.completed]));
    expect(done).toEqual({
      ...{ Buildings: 1, Environment: 1, Health: 1, Housing: 1, Parks: 1, Police: 3 },
      ...{ Sanitation: 1, Transportation: 1 },
    });

    const [night, heat] = rehearsed.explained;
    const offer = heat?.history.find(({ type }) => type === 'AgentInvited');
    expect(offer?.data).toMatchObject({ why: { strategy: 'Housing', step: 0, selection: 'bestSkill' } });
    // It came three minutes after midnight, when nobody works: it waited, with nobody free, and was done in the morning.
    expect(night?.waiting).toMatchObject({ where: { kind: 'queue', id: 'Police' } });
    expect(night?.waiting?.agents.every(({ because }) => because !== undefined)).toBe(true);
    expect(night?.history.at(-1)?.type).toBe('InteractionCompleted');

    expect(waitsAndOverdue(rehearsed, ZONE)).toMatch(/^all +10 +10 /m);
    expect(storyOf(night as NonNullable<typeof night>, ZONE)).toContain('and was for: skills NYPD >= 3');
  }, 90_000);

  it('[R65 R67] are done alike by the same dice in memory and on PostgreSQL, however long that takes to answer', async () => {
    const works = await sample();
    const arrivals = works.map((work, n) => ({ at: at('10:00:00') + n * 5_000, work }));
    const run = async (keeping: Keeping) =>
      rehearse({
        ...{ config: await centre(), arrivals, hours: { from: at('09:59:00'), to: at('10:02:00') } },
        ...{ minutes: { least: 1, most: 1 }, seed: 7, explain: ['90000002', '90000010'], keeping },
      });
    const inMemory = await run('memory');
    expect(inMemory).toMatchObject({ refused: [], unfinished: 0 });
    expect(await run('embedded')).toEqual(inMemory);
  }, 90_000);

  it('[T9] by the tables that lie beside them as CSV', async () => {
    const config = await centre();
    for (const rule of ['sort', 'due', 'rank']) {
      const table = tableInConfiguration(config, rule);
      expect(table.ok && table.value.csv, rule).toBe(readFileSync(example(`${rule}.csv`), 'utf8'));
    }
  });
});
