import { describe, expect, test } from 'vitest';
import { user } from '../actor.ts';
import { givenIn } from '../testing/house.ts';
import { atEachLevel, byOverride, centreWithOptions, overridden, type Settings } from '../testing/options.ts';
import { answerOf, happenedIn, inHands, ready, submitted } from '../testing/steps.ts';
import { allowed } from './allowed.ts';

const i1 = { interactionId: 'i1' } as const;
const toBen = { type: 'transfer', ...i1, agentId: 'ben' } as const;
const toOrders = { type: 'moveToQueue', ...i1, queue: 'Orders' } as const;
const QUEUE = { 'intercommunication.email.queue': 'Anything' };
const AGENTS = { ...QUEUE, 'intercommunication.email.routing-based-targets': 'Agent' };
const QUEUES = { ...QUEUE, 'intercommunication.email.routing-based-targets': 'Queue' };

const inAnasHands = (settings: Settings, fields: Parameters<typeof submitted>[1] = {}) =>
  givenIn(centreWithOptions(settings), ready('ana', 'ben'), submitted('i1', fields), inHands('ana'));

const keys = (kind: string, id: string) => ({
  IW_RoutingBasedOriginalEmployeeId: 'ana',
  IW_RoutingBasedTargetId: id,
  IW_RoutingBasedTargetType: kind,
  IW_RoutingBasedActionType: 'OneStepTransfer',
});

describe('a transfer to an agent', () => {
  test.each(atEachLevel(AGENTS))('[O15 R75 R76] goes to the queue for it, when set %s', (_, settings) => {
    const house = inAnasHands(settings, { userData: { colour: 'red' } });
    expect(happenedIn(house.when('ana', toBen))).toEqual(['TransferRouted']);
    expect(house.interaction()).toMatchObject({ state: 'Queued', queue: 'Anything', preferredAgent: 'ben' });
    expect(house.interaction().userData).toEqual({ colour: 'red', ...keys('Agent', 'ben') });
    expect(house.session('ana').load).toEqual({ email: 0 });
  });

  test.each([
    [
      'without a queue for it',
      { application: { 'intercommunication.email.routing-based-targets': 'Agent' } },
    ],
    ['when only queues are reached through routing', { application: QUEUES }],
    [
      'when one-step transfers are not among the actions',
      { application: { ...AGENTS, 'intercommunication.email.routing-based-actions': 'InitTransfer' } },
    ],
    ['when it is set for somebody else', { persons: { ben: AGENTS }, groups: { Sales: AGENTS } }],
    ['when it is set for another medium', { application: { 'intercommunication.chat.queue': 'Anything' } }],
  ])('[O15 R77 R79 I18] goes straight %s', (_, settings) => {
    const house = inAnasHands(settings);
    expect(happenedIn(house.when('ana', toBen))).toEqual(['TransferOffered']);
    expect(house.interaction()).toMatchObject({ state: 'Transferring', userData: {} });
  });

  test('[O6 O15 R85] an override set wins, for its interaction alone', () => {
    const house = givenIn(
      centreWithOptions({
        persons: { ana: AGENTS },
        ...byOverride({ 'intercommunication.email.routing-based-targets': '' }),
      }),
      ready('ana', 'ben'),
      submitted('i1', overridden),
      submitted('i2'),
      inHands('ana', 'i1'),
      inHands('ana', 'i2'),
    );
    expect(happenedIn(house.when('ana', { ...toBen, interactionId: 'i2' }))).toEqual(['TransferRouted']);
    expect(happenedIn(house.when('ana', toBen))).toEqual(['TransferOffered']);
  });

  test('[O15] the agent need not be there for it, but must exist and be somebody else', () => {
    const house = inAnasHands({ application: AGENTS });
    expect(answerOf(house.when('ana', { ...toBen, agentId: 'nobody' }))).toBe('agent_unknown');
    expect(answerOf(house.when('ana', { ...toBen, agentId: 'ana' }))).toBe('same_agent');
    expect(answerOf(house.when('ana', { ...toBen, agentId: 'dora' }))).toBe('granted');
  });

  test('[O15 R72] takes the privilege to transfer, and being on one’s desk', () => {
    const house = givenIn(
      centreWithOptions({ application: AGENTS }),
      ready('gus', 'ana'),
      submitted(),
      inHands('gus'),
    );
    expect(allowed(house.standing('gus', house.interaction()))).not.toContain('transfer');
    expect(answerOf(house.when('gus', toBen))).toBe('not_permitted');
    expect(answerOf(house.when('ana', toBen))).toBe('not_handler');
  });

  test('[O15] where the keys find no room, it goes neither way', () => {
    const house = inAnasHands(
      { application: AGENTS },
      { userData: Object.fromEntries(Array.from({ length: 498 }, (_, n) => [`key ${n}`, n])) },
    );
    expect(answerOf(house.when('ana', toBen))).toBe('data_too_large');
    expect(house.interaction().state).toBe('Processing');
  });
});

describe('a transfer to a queue', () => {
  test.each(atEachLevel(QUEUES))('[O15 R75 R76 R77] goes to the queue for it, when set %s', (_, settings) => {
    const house = inAnasHands(settings);
    expect(happenedIn(house.when('ana', toOrders))).toEqual(['MovedToQueue']);
    expect(house.interaction()).toMatchObject({ queue: 'Anything', userData: keys('Queue', 'Orders') });
  });

  test('[O6 O15 R85] an override set wins, for its interaction alone', () => {
    const house = givenIn(
      centreWithOptions(byOverride(QUEUES)),
      ready('ana'),
      submitted('i1', overridden),
      submitted('i2'),
      inHands('ana', 'i1'),
      inHands('ana', 'i2'),
    );
    house.given('ana', toOrders).given('ana', { ...toOrders, interactionId: 'i2' });
    expect([house.interaction('i1').queue, house.interaction('i2').queue]).toEqual(['Anything', 'Orders']);
  });

  test('[O15] goes straight when only agents are reached through routing; a queue must exist either way', () => {
    const house = inAnasHands({ application: AGENTS });
    expect(answerOf(house.when('ana', { ...toOrders, queue: 'Nowhere' }))).toBe('queue_unknown');
    house.given('ana', toOrders);
    expect(house.interaction()).toMatchObject({ queue: 'Orders', userData: {} });
    const routed = inAnasHands({ application: QUEUES });
    expect(answerOf(routed.when('ana', { ...toOrders, queue: 'Nowhere' }))).toBe('queue_unknown');
  });

  test('[O15] is meant for the way from one’s desk: a team lead moves work where they say', () => {
    const house = inAnasHands({ application: QUEUES });
    house.given('lena', toOrders);
    expect(house.interaction()).toMatchObject({ queue: 'Orders', userData: {} });
  });
});

describe('a transfer to an agent group or a skill', () => {
  const toSales = { type: 'transfer', ...i1, agentGroup: 'Sales' } as const;
  const toFrench = { type: 'transfer', ...i1, skill: 'French>=5' } as const;

  test.each([
    ['nothing', QUEUE],
    ['agents', AGENTS],
    ['queues', QUEUES],
    ['no action at all', { ...QUEUE, 'intercommunication.email.routing-based-actions': '' }],
  ])('[O16 R78] goes through routing though the options name %s', (_, application) => {
    const group = inAnasHands({ application }).given('ana', toSales);
    expect(group.interaction()).toMatchObject({ queue: 'Anything', userData: keys('AgentGroup', 'Sales') });
    const skill = inAnasHands({ application }).given('ana', toFrench);
    expect(skill.interaction()).toMatchObject({ queue: 'Anything', userData: keys('Skill', 'French>=5') });
  });

  test('[O16] without a queue for it, it cannot be done, and the option to set is named', () => {
    const decision = inAnasHands({}).when('ana', toSales);
    expect(decision).toMatchObject({
      refusal: { code: 'routing_queue_missing', detail: { option: 'intercommunication.email.queue' } },
    });
  });

  test('[O16] a transfer names one target, neither none nor several', () => {
    for (const application of [{}, QUEUE, AGENTS]) {
      const house = inAnasHands({ application });
      expect(answerOf(house.when('ana', { type: 'transfer', ...i1 }))).toBe('target_unclear');
      expect(answerOf(house.when('ana', { ...toSales, agentId: 'ben' }))).toBe('target_unclear');
      expect(house.interaction().state).toBe('Processing');
    }
  });

  test('[O16] the group must exist', () => {
    const nowhere = { type: 'transfer', ...i1, agentGroup: 'Nowhere' } as const;
    expect(answerOf(inAnasHands({ application: QUEUE }).when(user('ana'), nowhere))).toBe('group_unknown');
  });
});
