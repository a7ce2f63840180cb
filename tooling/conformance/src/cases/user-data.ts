/** What is attached to an item in the messages of Add and Pull: what was sent, what the router and the server write. */
import { type Life, SENT_DATA, type Step } from '../stage/life.ts';
import { demand, equal, fields } from '../wire/expect.ts';
import { tellingOf, workitem } from './told.ts';

const { cases, tell } = tellingOf('messages');

const isText = (value: unknown) => typeof value === 'string';
const isCount = (value: unknown) => Number.isInteger(value);
const isTextOrNull = (value: unknown) => value === null || isText(value);
const isMoment = (value: unknown) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(String(value));
const isFlag = (value: unknown) => value === 0 || value === 1;
const isSequence = (value: unknown) => typeof value === 'string' && /^\d+$/.test(value);

/** Key → requirement, what it is, and the check. */
const ROUTING: Readonly<Record<string, readonly [string, string, (value: unknown) => boolean]>> = {
  ...Object.fromEntries(
    [
      'RTargetTypeSelected',
      'RTargetObjectSelected',
      'RTargetObjSelDBID',
      'RTargetAgentSelected',
      'RTargetPlaceSelected',
      'RTargetRuleSelected',
      'RTargetRequested',
      'RTargetAgentGroup',
    ].map((key) => [key, ['R55', 'text', isText] as const]),
  ),
  ...Object.fromEntries(
    ['RStrategyName', 'RStrategyDBID'].map((key) => [key, ['R56', 'text', isText] as const]),
  ),
  RRequestedSkills: ['R57', 'text or null', isTextOrNull],
  RRequestedSkillCombination: ['R57', 'text', isText],
  ...Object.fromEntries(['RVQID', 'RVQDBID'].map((key) => [key, ['R58', 'text', isText] as const])),
  RTenant: ['R59', 'text', (value) => isText(value) && value !== ''],
  ...Object.fromEntries(
    ['CBR-Interaction_cost', 'CBR-contract_DBIDs', 'CBR-IT-path_DBIDs', 'CBR-actual_volume'].map((key) => [
      key,
      ['R60', 'text', isText] as const,
    ]),
  ),
  ...Object.fromEntries(
    ['CustomerSegment', 'ServiceType'].map((key) => [key, ['R61', 'text', isText] as const]),
  ),
  ServiceObjective: ['R61', 'an integer', isCount],
};
const SYSTEM: typeof ROUTING = {
  ...Object.fromEntries(
    ['SubmittedAt', 'ReceivedAt', 'DeliveredAt', 'AssignedAt', 'PlacedInQueueAt', 'MovedToQueueAt'].map(
      (key) => [
        key,
        [
          { SubmittedAt: 'R134', ReceivedAt: 'R135', DeliveredAt: 'R136', AssignedAt: 'R137' }[key] ??
            (key === 'PlacedInQueueAt' ? 'R138' : 'R139'),
          'a moment in UTC without milliseconds',
          isMoment,
        ] as const,
      ],
    ),
  ),
  SubmittedBy: ['R134', 'text', (value) => isText(value) && value !== ''],
  SubmitSeq: ['R134', 'digits as text', isSequence],
  PlaceInQueueSeq: ['R138', 'digits as text', isSequence],
  ...Object.fromEntries(
    ['IsHeld', 'IsLocked', 'IsOnline'].map((key) => [key, ['R142', 'the integer 0 or 1', isFlag] as const]),
  ),
};

const dataOf = (life: Life, step: Step) => fields('userData', workitem(life, step).userData);
for (const step of ['add', 'pull'] as const) {
  for (const [key, [number, what, holds]] of Object.entries(ROUTING))
    tell(
      `${step}/userData/${key}`,
      step === 'add' ? number : `${number} R143`,
      `userData of ${step} has ${key}: ${what}`,
      (life) => demand(holds(dataOf(life, step)[key]), key, what, dataOf(life, step)[key]),
    );
  tell(
    `${step}/userData/PegAG`,
    step === 'add' ? 'R62' : 'R62 R143',
    `userData of ${step} counts the delivery to the agent group: an integer from 1`,
    (life) => {
      const counters = Object.entries(dataOf(life, step)).filter(([key]) => key.startsWith('PegAG'));
      demand(
        counters.length > 0 && counters.every(([, value]) => isCount(value) && Number(value) >= 1),
        'PegAG…',
        'an integer from 1',
        counters,
      );
    },
  );
  for (const [key, value] of Object.entries(SENT_DATA))
    tell(
      `${step}/userData/sent/${key}`,
      'R63',
      `userData of ${step} keeps what was attached as "${key}", with its type`,
      (life) => equal(key, dataOf(life, step)[key], value),
    );
  tell(
    `${step}/userData/RTargetAgentSelected/who`,
    'R55',
    `RTargetAgentSelected of ${step} is the agent it was delivered to`,
    (life, { caller }) => equal('RTargetAgentSelected', dataOf(life, step).RTargetAgentSelected, caller.user),
  );
}
for (const [key, [number, what, holds]] of Object.entries(SYSTEM)) {
  tell(`pull/userData/${key}`, number, `userData of pull has ${key}: ${what}`, (life) =>
    demand(holds(dataOf(life, 'pull')[key]), key, what, dataOf(life, 'pull')[key]),
  );
  tell(`add/userData/no-${key}`, 'R54', `userData of add does not have ${key}`, (life) =>
    demand(!(key in dataOf(life, 'add')), 'userData', `no ${key}`, dataOf(life, 'add')),
  );
}
tell('pull/userData/InteractionId', 'R140', 'InteractionId repeats the id', (life) =>
  equal('InteractionId', dataOf(life, 'pull').InteractionId, life.id),
);
tell('pull/userData/Workbin', 'R141', 'Workbin names the workbin it was taken from', (life, { workbin }) =>
  equal('Workbin', dataOf(life, 'pull').Workbin, workbin.name),
);
tell('pull/userData/WorkbinAgentId', 'R141', "WorkbinAgentId names the workbin's owner", (life, { caller }) =>
  equal('WorkbinAgentId', dataOf(life, 'pull').WorkbinAgentId, caller.user),
);
tell('pull/userData/AssignedTo', 'R137', 'AssignedTo is the agent', (life, { caller }) =>
  equal('AssignedTo', dataOf(life, 'pull').AssignedTo, caller.user),
);
tell(
  'pull/userData/times',
  'R138 R139',
  'MovedToQueueAt and PlacedInQueueAt are the moment of the Add',
  (life) =>
    equal('MovedToQueueAt', dataOf(life, 'pull').MovedToQueueAt, dataOf(life, 'pull').PlacedInQueueAt),
);
tell('pull/userData/order', 'R134 R137', 'submitted before delivered, delivered before placed', (life) => {
  const { SubmittedAt, DeliveredAt, PlacedInQueueAt } = dataOf(life, 'pull');
  demand(
    String(SubmittedAt) <= String(DeliveredAt) && String(DeliveredAt) <= String(PlacedInQueueAt),
    'moments',
    'in order',
    { SubmittedAt, DeliveredAt, PlacedInQueueAt },
  );
});

export const userDataCases = cases;
