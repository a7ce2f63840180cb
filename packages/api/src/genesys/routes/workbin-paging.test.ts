import { type Desk, user } from '@intray/core';
import { describe, expect, it } from 'vitest';
import { memoryDesk } from '../../testing/index.ts';
import { workbinId } from '../addresses.ts';
import { TEAM_CENTRE, type Team, team } from '../testing/desk-of-the-team.ts';

const MINE = workbinId('workitem.in-progress');
const SHARED = workbinId('team.shared');
const TEAM = 'agentGroup=Demo%20Team';
const BIG = 100_000_000_000;

interface Sliced {
  readonly statusCode: number;
  readonly statusMessage?: string;
  readonly ids: readonly string[];
  readonly offset?: number;
  readonly limit?: number;
  readonly total?: number;
}

/** A desk whose clock the test moves, so that each item comes at its own moment. */
async function teamInTime(wrap: (desk: Desk) => Desk = (desk) => desk) {
  let now = 1_800_000_000_000;
  const desk = wrap(memoryDesk({ config: TEAM_CENTRE, now: () => now }));
  const t = await team({ desk });
  return Object.assign(t, {
    pass: (milliseconds: number) => {
      now += milliseconds;
    },
  });
}
type TeamInTime = Awaited<ReturnType<typeof teamInTime>>;

async function ask(t: Team, query: string, path = `/workbins/${MINE}/workitems`): Promise<Sliced> {
  const { body } = await t.as('agent1').get(`${path}?fields=*&${query}`);
  const { workitems = [], ...rest } = body as Record<string, unknown>;
  return {
    ...(rest as Omit<Sliced, 'ids'>),
    ids: (workitems as readonly { id: string }[]).map(({ id }) => id),
  };
}

/** Work in the agent's tray, one piece after the other. Answers the ids, oldest first. */
async function fill(t: TeamInTime, priorities: readonly number[]): Promise<readonly string[]> {
  const ids: string[] = [];
  for (const priority of priorities) {
    const id = await t.inTray('agent1');
    const command = { type: 'updateProperties', interactionId: id, priority } as const;
    const outcome = await t.desk.execute({ command, actor: user('agent1') });
    if (!outcome.ok) throw new Error(outcome.refusal.message);
    ids.push(id);
    t.pass(1_000);
  }
  return ids;
}

describe('a slice of what is in a workbin', () => {
  it.each([
    ['limit=0', [], { offset: 0, limit: 0, total: 5 }],
    ['limit=2', [0, 1], { offset: 0, limit: 2, total: 5 }],
    ['offset=3', [3, 4], { offset: 3, limit: 5, total: 5 }],
    ['offset=4&limit=4', [4], { offset: 4, limit: 4, total: 5 }],
    ['offset=5&limit=1', [], { offset: 5, limit: 1, total: 5 }],
    [`offset=${BIG}&limit=1`, [], { offset: BIG, limit: 1, total: 5 }],
    [`limit=${BIG}`, [0, 1, 2, 3, 4], { offset: 0, limit: BIG, total: 5 }],
    ['offset=1&limit=2&limit=1', [1], { offset: 1, limit: 1, total: 5 }],
    ['order=desc', [4, 3, 2, 1, 0], {}],
    ['order=desc&limit=2', [4, 3], { offset: 0, limit: 2, total: 5 }],
    ['sort=placedAt&order=desc&offset=1&limit=2', [3, 2], { offset: 1, limit: 2, total: 5 }],
    ['sort=priority', [4, 1, 3, 0, 2], {}],
    ['sort=priority&order=desc&limit=3', [2, 0, 3], { offset: 0, limit: 3, total: 5 }],
    ['sort=submittedAt&order=desc&limit=1', [4], { offset: 0, limit: 1, total: 5 }],
    ['sort=receivedAt&limit=1&offset=1', [1], { offset: 1, limit: 1, total: 5 }],
    ['state=InWorkbin&limit=2&offset=1', [1, 2], { offset: 1, limit: 2, total: 5 }],
    ['state=Queued&limit=2', [], { offset: 0, limit: 2, total: 0 }],
    ['state=InWorkbin&limit=0', [], { offset: 0, limit: 0, total: 5 }],
    ['state=InWorkbin&sort=priority&order=desc&limit=1', [2], { offset: 0, limit: 1, total: 5 }],
    ['colour=red', [], {}],
    ['userData=x', [], {}],
    ['capabilities=', [], {}],
    ['__proto__=x&limit=1', [], { offset: 0, limit: 1, total: 0 }],
  ] as const)('%s is %j, with %j', async (query, expected, counts) => {
    await using t = await teamInTime();
    const ids = await fill(t, [7, 3, 9, 5, 1]);
    expect(await ask(t, query)).toEqual({ statusCode: 0, ids: expected.map((n) => ids[n]), ...counts });
  });

  it.each([
    'limit=-1',
    'limit=',
    'limit=1.5',
    'limit=1e3',
    'limit=0x10',
    'limit=%2B5',
    'limit=all',
    'limit=NaN',
    `limit=${'9'.repeat(16)}`,
    `limit=${'9'.repeat(400)}`,
    'offset=-1',
    'offset=WzE3OTk5XQ',
    'offset=1,2',
    'sort=',
    'sort=name',
    'sort=constructor',
    'sort=placedat',
    'sort=placedAt&order=up',
    'order=DESC',
    'order=',
  ])('%s is refused as it is, with what was expected', async (query) => {
    await using t = await teamInTime();
    for (const path of [`/workbins/${MINE}/workitems`, `/me/workbins/${MINE}`]) {
      const { status, body } = await t.as('agent1').get(`${path}?subresources=*&fields=*&${query}`);
      expect([status, body]).toEqual([
        200,
        {
          statusCode: 10,
          statusMessage: expect.stringMatching(/^(limit|offset|sort|order): expected .+, got "/),
        },
      ]);
    }
  });

  it('counts only the media that are asked for', async () => {
    await using t = await teamInTime();
    const shared = `/workbins/${SHARED}`;
    for (const mediaType of ['workitem', 'chat', 'workitem', 'email']) {
      const agent = mediaType === 'chat' ? 'agent2' : 'agent1';
      const id = await t.inHands(agent, { mediaType });
      await t.as(agent).post(`${shared}?${TEAM}`, { operationName: 'AddInteraction', id });
      t.pass(1_000);
    }
    const asked = (query: string) => t.as('agent1').get(`${shared}?${TEAM}&${query}`);
    expect((await asked('subresources=workitem&limit=1')).body).toMatchObject({
      total: 2,
      workbin: { workitems: [{}] },
    });
    expect((await asked('subresources=chat,email&limit=9&order=desc')).body).toMatchObject({
      total: 2,
      workbin: { chats: [{}], emails: [{}] },
    });
    expect((await asked('subresources=*&limit=3')).body).toMatchObject({ offset: 0, limit: 3, total: 4 });
    expect(await ask(t, `limit=1&offset=1&${TEAM}`, `${shared}/workitems`)).toMatchObject({
      total: 2,
      limit: 1,
    });
    expect((await asked('subresources=nothing&limit=3')).body).toMatchObject({ total: 0 });
  });

  it('goes through a workbin once, page by page, without a gap and without a repetition', async () => {
    await using t = await teamInTime();
    const ids = await fill(t, [1, 1, 1, 1, 1, 1, 1]);
    for (const query of ['', 'sort=priority&', 'state=InWorkbin&']) {
      const seen: string[] = [];
      for (let offset = 0; offset < 9; offset += 3)
        seen.push(...(await ask(t, `${query}offset=${offset}&limit=3`)).ids);
      expect(seen).toEqual(ids);
    }
  });

  it('does not show what was moved meanwhile to the workbin of the same type of somebody else', async () => {
    let move: (() => Promise<unknown>) | undefined;
    await using t = await teamInTime((inner) => ({
      ...inner,
      async interaction(actor, id) {
        await move?.();
        return inner.interaction(actor, id);
      },
    }));
    const id = await t.inTray('agent1');
    const owner = { kind: 'Agent', id: 'agent2' } as const;
    const workbin = { type: 'workitem.in-progress', owner };
    const path = `/users/agent1/workbins/${MINE}/workitems?fields=id`;
    expect((await t.as('lead1').get(path)).body.workitems).toEqual([{ id }]);
    move = () =>
      t.desk.execute({
        command: { type: 'moveToWorkbin', interactionId: id, workbin },
        actor: user('lead1'),
      });
    expect((await t.as('lead1').get(path)).body.workitems).toEqual([]);
  });

  it('has a tag of its own, which changes with what is in it and with how much there is', async () => {
    await using t = await teamInTime();
    await fill(t, [1, 1]);
    const first = `/workbins/${MINE}/workitems?fields=*&limit=1`;
    const { headers } = await t.as('agent1').get(first);
    const again = { 'if-none-match': headers.get('etag') ?? '' };
    expect((await t.as('agent1').get(first, again)).status).toBe(304);
    await fill(t, [1]);
    expect((await t.as('agent1').get(first, again)).status).toBe(200);
  });

  it('reads no more of a full workbin than the slice takes', async () => {
    let asked = 0;
    await using t = await teamInTime((inner) => ({
      ...inner,
      workbinContent: (...question) => {
        asked += 1;
        return inner.workbinContent(...question);
      },
      interaction: (...question) => {
        asked += 1;
        return inner.interaction(...question);
      },
    }));
    await fill(
      t,
      Array.from({ length: 30 }, () => 1),
    );
    asked = 0;
    expect((await ask(t, 'limit=3&order=desc')).ids).toHaveLength(3);
    // Whether the tray is the caller's to see, one page of lines, three items.
    expect(asked).toBe(1 + 1 + 3);
    asked = 0;
    expect(await ask(t, 'limit=0')).toMatchObject({ total: 30 });
    expect(asked).toBe(1);
  });

  it('looks at ten thousand items to sort or filter them, and refuses to look at more', async () => {
    let endless = false;
    await using t = await teamInTime((inner) => ({
      ...inner,
      async workbinContent(...question) {
        const answer = await inner.workbinContent(...question);
        if (!endless || !answer.ok) return answer;
        const items = Array.from({ length: 200 }, () => answer.value.items[0] ?? []).flat();
        return { ok: true, value: { items, next: '0' } };
      },
    }));
    await fill(t, [1]);
    endless = true;
    for (const query of ['sort=priority&limit=1', 'state=InWorkbin&limit=1'])
      expect(await ask(t, query)).toEqual({
        statusCode: 10,
        statusMessage: expect.stringContaining('More than 10000 items'),
        ids: [],
      });
    expect(await ask(t, 'sort=placedAt&limit=1')).toMatchObject({ statusCode: 0, total: 1 });
  });
});
