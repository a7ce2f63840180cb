import { describe, expect, test } from 'vitest';
import { ROUTER, TIMER } from '../actor.ts';
import { deadlineOf } from '../interaction/deadlines.ts';
import { placesOf } from '../testing/invariants.ts';
import { answerOf, happenedIn, inHands, ready } from '../testing/steps.ts';
import { came, givenRules, type Rule, sortInto } from '../testing/task-rules.ts';
import { MINUTE } from '../values.ts';
import { taskStatus } from './status.ts';

const i1 = { interactionId: 'i1' } as const;
const HOUR = 60 * MINUTE;

const rank = (...actions: NonNullable<Rule['do']>): Rule => ({
  id: 'rank',
  phase: 'prioritisation',
  do: actions,
});

describe('coming in', () => {
  test('[T1 T2] sorted and ranked in the step in which it comes in, and told as events', () => {
    const house = givenRules([sortInto('Repairs'), rank({ action: 'setPriority', value: 7 })]);
    const decision = house.when(ROUTER, {
      type: 'submit',
      ...i1,
      mediaType: 'email',
      queue: 'Door',
      userData: {},
    });
    expect(happenedIn(decision)).toEqual(['InteractionSubmitted', 'RulesApplied']);
    expect(house.interaction()).toMatchObject({
      state: 'Queued',
      queue: 'Orders',
      priority: 7,
      task: { capturePoint: 'Web', department: 'City', process: 'Repairs', prioritisedAt: house.now },
    });
    expect(placesOf(house.interaction())).toEqual(['queue Orders']);
    expect(house.counts.get('queue Door') ?? 0).toBe(0);
  });

  test('[T1] what comes in elsewhere is untouched, and no rules can be applied to it', () => {
    const house = givenRules([rank({ action: 'setPriority', value: 7 })], came({ queue: 'Inbox' }));
    expect(house.interaction()).toMatchObject({ priority: 0, queue: 'Inbox' });
    expect(house.interaction().task).toBeUndefined();
    expect(answerOf(house.when('lena', { type: 'applyRules', ...i1 }))).toBe('not_a_task');
  });

  test('[T1] a submission may name its capture point, and must name one that is there', () => {
    const house = givenRules([sortInto('Noise')], came({ queue: 'Inbox', capturePoint: 'Files' }));
    expect(house.interaction()).toMatchObject({ queue: 'Inbox', task: { capturePoint: 'Files' } });
    const submit = { type: 'submit', mediaType: 'email', queue: 'Inbox', userData: {} } as const;
    const lost = house.when(ROUTER, { ...submit, interactionId: 'i2', capturePoint: 'Nowhere' });
    expect(answerOf(lost)).toBe('capture_point_unknown');
    const odd = house.when(ROUTER, { ...submit, interactionId: 'i2', task: { businessValue: 1 } });
    expect(answerOf(odd)).toBe('not_a_task');
    const wrong = { ...submit, interactionId: 'i2', queue: 'Door', task: { process: 'Nothing' } };
    expect(answerOf(house.when(ROUTER, wrong))).toBe('process_unknown');
  });

  test('[T1] taken onto a desk as it comes in, it is ranked when it first comes to a queue', () => {
    const house = givenRules([sortInto('Noise'), rank({ action: 'setPriority', value: 4 })], ready('ben'));
    house.given('ben', {
      type: 'submit',
      ...i1,
      mediaType: 'email',
      queue: 'Door',
      userData: {},
      take: true,
    });
    expect(house.interaction()).toMatchObject({ state: 'Processing', priority: 0 });
    house.given('ben', { type: 'moveToQueue', ...i1, queue: 'Inbox' });
    expect(deadlineOf(house.interaction())?.at).toBeLessThanOrEqual(house.now);
    house.given(TIMER, { type: 'applyRules', ...i1 });
    expect(house.interaction()).toMatchObject({ state: 'Queued', priority: 4, task: { process: 'Noise' } });
  });

  test.each([
    ['Old', 'the department "Closed" is closed'],
    ['Past', 'the process "Past" is closed'],
  ])('[T3] sorted into %s, which is closed, it is rejected with the reason', (process, reason) => {
    const house = givenRules([sortInto(process)], came());
    expect(house.interaction()).toMatchObject({ state: 'Cancelled', task: { rejected: reason } });
    expect(house.interaction().assignedTo).toBeUndefined();
    expect(taskStatus(house.interaction())).toBe('rejected');
  });

  test('[T3] what expires while it waits is rejected, and not a moment earlier', () => {
    const rules = [sortInto('Noise'), rank({ action: 'expireAfter', value: '2h' })];
    const house = givenRules(rules, came()).pass(2 * HOUR - 1);
    expect(answerOf(house.when(TIMER, { type: 'applyRules', ...i1 }))).toBe('not_due');
    house.pass(1).given(TIMER, { type: 'applyRules', ...i1 });
    expect(house.interaction()).toMatchObject({ state: 'Cancelled', task: { rejected: 'it has expired' } });
  });

  test('[T4] before its activation time it sleeps sorted; it is ranked when it wakes, or when a lead wakes it', () => {
    const rules = [sortInto('Noise'), rank({ action: 'setPriority', value: 9 })];
    const asleep = () => {
      const house = givenRules(rules, ready('ana'));
      came({ task: { activateAt: house.now + HOUR } })(house);
      return house;
    };
    const house = asleep();
    expect(house.interaction()).toMatchObject({ state: 'Snoozed', priority: 0, task: { process: 'Noise' } });
    expect(taskStatus(house.interaction())).toBe('captured');
    expect(answerOf(house.when(ROUTER, { type: 'invite', ...i1, agentId: 'ana' }))).toBe('wrong_state');
    house.pass(HOUR);
    expect(happenedIn(house.when(TIMER, { type: 'wake', ...i1 }))).toEqual(['WokeInQueue', 'RulesApplied']);
    expect(house.interaction()).toMatchObject({ state: 'Queued', priority: 9 });
    const early = asleep().given('lena', { type: 'wake', ...i1 });
    expect(early.interaction()).toMatchObject({ state: 'Queued', priority: 9 });
  });
});

describe('as time goes by', () => {
  test('[T11] ranked anew after the interval, up and down as the rules say', () => {
    const rules: Rule[] = [
      sortInto('Noise'),
      {
        id: 'young',
        phase: 'prioritisation',
        when: [{ field: 'age', op: 'to', value: '30m' }],
        do: [{ action: 'setPriority', value: 50 }],
      },
      {
        id: 'old',
        phase: 'prioritisation',
        when: [{ field: 'age', op: 'from', value: '30m' }],
        do: [{ action: 'setPriority', value: 10 }],
      },
      { ...rank({ action: 'reprioritiseAfter', value: '1h' }), id: 'again' },
    ];
    const house = givenRules(rules, came());
    expect(house.interaction().priority).toBe(50);
    expect(deadlineOf(house.interaction())).toEqual({
      at: house.now + HOUR,
      command: { type: 'applyRules', ...i1 },
    });
    house.pass(HOUR).given(TIMER, { type: 'applyRules', ...i1 });
    expect(house.interaction()).toMatchObject({ priority: 10, task: { reprioritiseAt: house.now + HOUR } });
  });

  test('[T11 R67] ranked anew as the deadline draws near: at each tier, or after the interval if that comes first', () => {
    const rules: Rule[] = [
      sortInto('Noise'),
      { id: 'due', phase: 'classification', do: [{ action: 'dueIn', value: '10h' }] },
      {
        id: 'tiers',
        phase: 'prioritisation',
        table: {
          hit: 'first',
          when: [{ field: 'dueIn', op: 'to' }],
          do: [{ action: 'setPriority' }],
          rows: [
            { when: ['1s'], do: [100] },
            { when: ['241m'], do: [50] },
            { when: [null], do: [1] },
          ],
        },
      },
      rank({ action: 'reprioritiseTiers', value: ['4h', '0s'] }),
    ];
    const house = givenRules(rules, came());
    const seen: (number | undefined)[][] = [];
    for (let step = 0; step < 3; step += 1) {
      const { priority, task } = house.interaction();
      seen.push([priority, task?.reprioritiseAt && (task.reprioritiseAt - house.now) / HOUR]);
      if (task?.reprioritiseAt === undefined) break;
      house.pass(task.reprioritiseAt - house.now).given(TIMER, { type: 'applyRules', ...i1 });
    }
    expect(seen).toEqual([
      [1, 6],
      [50, 4],
      [100, undefined],
    ]);
    const sooner = givenRules(
      [...rules, { ...rank({ action: 'reprioritiseAfter', value: '5m' }), id: 'often' }],
      came(),
    );
    expect(sooner.interaction().task?.reprioritiseAt).toBe(sooner.now + 5 * MINUTE);
  });

  test('[T12] in hands, in a workbin or held it is left alone, and ranked when it comes to a queue again', () => {
    const rules = [
      sortInto('Noise'),
      rank({ action: 'increasePriority', value: 1 }, { action: 'reprioritiseAfter', value: '1h' }),
    ];
    const house = givenRules(rules, ready('ana'), came(), inHands('ana'));
    expect(deadlineOf(house.interaction())?.command.type).toBe('revoke');
    house.pass(2 * HOUR).given('ana', { type: 'moveToQueue', ...i1, queue: 'Inbox' });
    expect(house.interaction().priority).toBe(1);
    house.given(TIMER, deadlineOf(house.interaction())?.command ?? { type: 'wake', ...i1 });
    expect(house.interaction().priority).toBe(2);
    house.given('lena', { type: 'hold', ...i1 }).pass(2 * HOUR);
    expect(deadlineOf(house.interaction())).toBeUndefined();
    expect(answerOf(house.when(TIMER, { type: 'resume', ...i1 }))).toBe('not_permitted');
    house.given('lena', { type: 'resume', ...i1 });
    expect(house.interaction()).toMatchObject({ state: 'Queued', priority: 3 });
  });

  test('[T15] restarted, it is sorted and ranked from the beginning', () => {
    const rules = [
      sortInto('Noise'),
      rank({ action: 'increasePriority', value: 1 }, { action: 'expireAfter', value: '1h' }),
    ];
    const house = givenRules(rules, came())
      .pass(HOUR)
      .given(TIMER, { type: 'applyRules', ...i1 });
    expect(taskStatus(house.interaction())).toBe('rejected');
    expect(happenedIn(house.when('lena', { type: 'restart', ...i1 }))).toEqual([
      'InteractionRestarted',
      'RulesApplied',
    ]);
    expect(house.interaction()).toMatchObject({ state: 'Queued', task: { expireAt: house.now + HOUR } });
    expect(house.interaction().task?.rejected).toBeUndefined();
  });
});

describe('a rule that fails', () => {
  const rules: Rule[] = [
    sortInto('Noise'),
    rank({ action: 'setPriority', value: 5 }),
    {
      id: 'loud',
      phase: 'prioritisation',
      when: [{ field: 'data', key: 'decibels', op: 'from', value: 90 }],
      do: [{ action: 'increasePriority', value: 10 }],
    },
  ];

  test('[T13] holds the task with the reason; nothing of what other rules did is kept', () => {
    const house = givenRules(rules, came({ userData: { decibels: 'very' } }));
    expect(house.interaction()).toMatchObject({
      state: 'Held',
      priority: 0,
      queue: 'Door',
      task: { error: { phase: 'prioritisation', rule: 'loud', attempts: 1, retryAt: house.now + MINUTE } },
    });
    expect(house.interaction().task?.error?.reason).toContain(
      '"decibels" is "very", where a number was expected',
    );
    expect(taskStatus(house.interaction())).toBe('errorheld');
  });

  test('[T13] is tried again by itself, less and less often, and at once when a lead resumes it', () => {
    const house = givenRules(rules, came({ userData: { decibels: 'very' } }));
    const rests: number[] = [];
    for (let attempt = 0; attempt < 8; attempt += 1) {
      const due = deadlineOf(house.interaction());
      if (due === undefined) throw new Error('Held by a rule without a deadline.');
      rests.push((due.at - house.now) / MINUTE);
      expect(answerOf(house.when(TIMER, due.command))).toBe('not_due');
      house.pass(due.at - house.now).given(TIMER, due.command);
    }
    expect(rests).toEqual([1, 2, 4, 8, 16, 32, 60, 60]);
    house.given('lena', { type: 'updateUserData', ...i1, userData: { decibels: 95 } });
    house.given('lena', { type: 'resume', ...i1 });
    expect(house.interaction()).toMatchObject({ state: 'Queued', priority: 15 });
    expect(house.interaction().task?.error).toBeUndefined();
  });

  test('[T2 T13] so does work to which no rule gives a process', () => {
    const house = givenRules([], came());
    expect(house.interaction().task?.error).toMatchObject({ phase: 'classification' });
    expect(house.interaction().task?.error?.reason).toContain('no rule gave it a process');
    const given = givenRules([], came({ task: { process: 'Repairs' } }));
    expect(given.interaction()).toMatchObject({
      state: 'Queued',
      queue: 'Orders',
      task: { department: 'City' },
    });
  });
});

test('[T14] the status follows from what the interaction is, through a whole life', () => {
  const house = givenRules([sortInto('Noise')], ready('ana'), came());
  const statuses = [taskStatus(house.interaction())];
  const after = (...[who, command]: Parameters<typeof house.given>) => {
    house.given(who, command);
    statuses.push(taskStatus(house.interaction()));
  };
  after('lena', { type: 'hold', ...i1 });
  after('lena', { type: 'resume', ...i1 });
  after(ROUTER, { type: 'invite', ...i1, agentId: 'ana' });
  after('ana', { type: 'accept', ...i1 });
  after('ana', { type: 'placeInWorkbin', ...i1 });
  after('lena', { type: 'moveToQueue', ...i1, queue: 'Anything' });
  after('lena', { type: 'cancel', ...i1 });
  after('lena', { type: 'restart', ...i1 });
  after('lena', { type: 'complete', ...i1 });
  expect(statuses).toEqual([
    ...[
      'queued',
      'held',
      'queued',
      'queued',
      'assigned',
      'assigned',
      'queued',
      'canceled',
      'queued',
      'completed',
    ],
  ]);
});

test('[T10] an update names fields of a task only where there is one, and only what is configured', () => {
  const house = givenRules([sortInto('Noise')], came(), came({ queue: 'Inbox' }, 'i2'));
  house.given('lena', { type: 'updateProperties', ...i1, task: { businessValue: 80, process: 'Repairs' } });
  expect(house.interaction().task).toMatchObject({ businessValue: 80, process: 'Repairs' });
  const update = { type: 'updateProperties', task: { businessValue: 1 } } as const;
  expect(answerOf(house.when('lena', { ...update, interactionId: 'i2' }))).toBe('not_a_task');
  expect(answerOf(house.when('lena', { ...update, ...i1, task: { process: 'X' } }))).toBe('process_unknown');
});
