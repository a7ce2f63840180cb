/** The same wish through tRPC, REST v1 and this wire happens in the same way. */
import type { InteractionCommand, InteractionEvent } from '@intray/core';
import { user } from '@intray/core';
import { describe, expect, it } from 'vitest';
import { basic, deskClient } from '../testing/index.ts';
import { workbinId } from './addresses.ts';
import { type Team, team } from './testing/desk-of-the-team.ts';

type Wish = {
  readonly [K in InteractionCommand['type']]?: Omit<
    Extract<InteractionCommand, { type: K }>,
    'interactionId'
  >;
};
type AnyWish = NonNullable<Wish[keyof Wish]>;

const tray = { type: 'workitem.in-progress', owner: { kind: 'Agent', id: 'agent1' } } as const;
const item = (id: string) => `/me/workitems/${id}`;
const bin = () => `/workbins/${workbinId('workitem.in-progress')}`;
const hands = (t: Team) => t.inHands('agent1');

async function offered(t: Team) {
  const id = await t.submitted();
  await t.desk.execute({
    actor: { kind: 'router' },
    command: { type: 'invite', interactionId: id, agentId: 'agent1' },
  });
  return id;
}

/** Per wish: where it begins, the command, and the same in this wire's words. */
const WISHES: readonly (readonly [
  (t: Team) => Promise<string>,
  AnyWish,
  (id: string) => readonly [path: string, body: object],
])[] = [
  [offered, { type: 'accept' }, (id) => [item(id), { operationName: 'Accept' }]],
  [offered, { type: 'reject' }, (id) => [item(id), { operationName: 'Reject' }]],
  [hands, { type: 'complete' }, (id) => [item(id), { operationName: 'Complete' }]],
  [
    hands,
    { type: 'moveToQueue', queue: 'Back' },
    (id) => [item(id), { operationName: 'Complete', queueName: 'Back' }],
  ],
  [
    hands,
    { type: 'moveToQueue', queue: 'Back' },
    (id) => [item(id), { operationName: 'PlaceInQueue', queueName: 'Back' }],
  ],
  [
    hands,
    { type: 'transfer', agentId: 'agent2' },
    (id) => [item(id), { operationName: 'Transfer', userUri: '/users/agent2' }],
  ],
  [
    hands,
    { type: 'attachUserData', userData: { a: 1 } },
    (id) => [item(id), { operationName: 'AttachUserData', userData: { a: 1 } }],
  ],
  [
    hands,
    { type: 'updateUserData', userData: { a: null } },
    (id) => [item(id), { operationName: 'UpdateUserData', userData: { a: null } }],
  ],
  [
    hands,
    { type: 'deleteUserData', keys: ['a'] },
    (id) => [item(id), { operationName: 'DeleteUserData', keys: ['a'] }],
  ],
  [hands, { type: 'setInFocus' }, (id) => [item(id), { operationName: 'SetInFocus' }]],
  [
    hands,
    { type: 'setDisposition', disposition: 'solved' },
    (id) => [item(id), { operationName: 'SetDisposition', disposition: 'solved' }],
  ],
  [
    hands,
    { type: 'placeInWorkbin', workbin: tray, saveLastAgent: true },
    (id) => [bin(), { operationName: 'AddWorkitem', id, saveLAR: 'true' }],
  ],
  [(t) => t.inTray('agent1'), { type: 'pull' }, (id) => [bin(), { operationName: 'PullWorkitem', id }]],
];

/** What was recorded last, without what differs from run to run. */
async function last(t: Team, id: string) {
  const answer = await t.desk.history(user('admin1'), id, { limit: 1, order: 'newest', keys: [] });
  const event = answer.ok ? answer.value.items[0] : undefined;
  if (event === undefined) throw new Error('Nothing happened.');
  const { at, interactionId, data, ...rest } = event as InteractionEvent;
  const { until, handleUntil, excludedUntil, ...what } = data as Record<string, unknown>;
  return { ...rest, data: what };
}

describe('three wires', () => {
  it.each(
    WISHES.map(
      ([begin, wish, words]) => [wish.type, JSON.stringify(words('{id}')[1]), begin, wish, words] as const,
    ),
  )('record one and the same: %s, %s', async (_, __, begin, wish, words) => {
    await using t = await team();
    const [first, second, third] = [await begin(t), await begin(t), await begin(t)];
    await using client = await deskClient(t.server.url, 'agent1');
    const trpc = await client.execute({ ...wish, interactionId: first } as InteractionCommand);
    expect(trpc).toMatchObject({ ok: true });
    const v1 = await t.server.app.inject({
      method: 'POST',
      url: `/api/v1/interactions/${second}/commands`,
      headers: basic('agent1'),
      payload: wish,
    });
    expect(v1.statusCode).toBe(200);
    const [path, body] = words(third);
    expect((await t.as('agent1').post(path, body)).body.statusCode).toBe(0);
    const recorded = await last(t, first);
    expect(await last(t, second)).toEqual(recorded);
    expect(await last(t, third)).toEqual(recorded);
  });

  it('start and end a session alike', async () => {
    await using t = await team({}, []);
    const events = async (act: () => Promise<unknown>) => {
      await act();
      const answer = await t.desk.me(user('agent1'));
      if (!answer.ok) throw new Error(answer.refusal.message);
      const { channels, active, placeId } = answer.value.session;
      const states = Object.entries(channels).map(([id, { ready, reason }]) => [id, ready, reason]);
      return { active, placeId, states };
    };
    const v1 = (body: object) =>
      t.server.app.inject({
        method: 'POST',
        url: '/api/v1/session',
        headers: basic('agent1'),
        payload: body,
      });
    const v2 = (body: object) => t.as('agent1').post('/me', body);
    const steps = [
      [
        { type: 'startSession', channels: [{ mediaType: 'workitem', ready: false }] },
        { operationName: 'StartContactCenterSession', channels: ['workitem'] },
      ],
      [{ type: 'setReady' }, { operationName: 'Ready' }],
      [{ type: 'setNotReady', reason: 'lunch' }, { operationName: 'lunch' }],
      [{ type: 'endSession' }, { operationName: 'EndContactCenterSession' }],
    ] as const;
    const through1 = [];
    for (const [body] of steps) through1.push(await events(() => v1(body)));
    const through2 = [];
    for (const [, body] of steps) through2.push(await events(() => v2(body)));
    expect(through2).toEqual(through1);
  });
});
