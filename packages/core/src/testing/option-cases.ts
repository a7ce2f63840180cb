/**
 * How each option that the server holds is seen to hold: what is done, and what comes of it with the option set, and
 * without. `effects.test.ts` goes through them at every level.
 */
import { catalogueFor } from '../access/catalogue.ts';
import { user } from '../actor.ts';
import type { ContactCentreConfig } from '../config/objects.ts';
import { workbinLooks } from '../options/workbin-looks.ts';
import { CONFIG, TRAYS } from './centre.ts';
import { givenIn } from './house.ts';
import {
  answer,
  autoAnswer,
  channels,
  held,
  i1,
  type OptionCase,
  offered,
  queueAfter,
  trayAfter,
} from './option-scene.ts';
import { answerOf, inTray, ready, submitted } from './steps.ts';

const aside = { type: 'placeInWorkbin', ...i1 } as const;
const complete = { type: 'complete', ...i1 } as const;
const toInbox = { type: 'moveToQueue', ...i1, queue: 'Inbox' } as const;
const solve = { type: 'setDisposition', ...i1, disposition: 'solved' } as const;

/** `ana` and `cem` with one privilege more. */
const withRole = (privileges: ContactCentreConfig['roles'][number]['privileges']) => ({
  roles: [...CONFIG.roles, { id: 'More', name: 'More', privileges }],
  agents: CONFIG.agents.map((agent) =>
    ['ana', 'cem'].includes(agent.id) ? { ...agent, roles: [...agent.roles, 'More'] } : agent,
  ),
});
const filter = (id: string) => ({ id, name: id, condition: "MediaType='email'", columns: ['Subject'] });

const WORKBINS: readonly OptionCase[] = [
  {
    name: 'workbin.email.in-progress',
    value: 'workitem.in-progress',
    other: 'email.in-progress',
    shows: 'workitem.in-progress',
    otherwise: 'email.in-progress',
    see: (scene) => trayAfter(held(scene), scene.who, aside),
  },
  {
    name: 'workbin.email.draft',
    value: 'workitem.in-progress',
    other: '',
    shows: 'workitem.in-progress',
    otherwise: 'workbin_unknown',
    see: (scene) => trayAfter(held(scene, { interactionType: 'Outbound' }), scene.who, aside),
  },
  {
    name: 'workbin.email.in-progress.notify-property-changed',
    value: 'true',
    other: 'false',
    shows: true,
    otherwise: false,
    see: ({ who, centre }) => workbinLooks(who, centre).get('email.in-progress')?.notifyPropertyChanges,
  },
];

const CHANNELS: readonly OptionCase[] = [
  {
    name: 'openmedia.workitem-channels',
    value: 'repair',
    other: 'repair,workitem',
    shows: 'channel_not_offered',
    otherwise: 'granted',
    objects: { mediaTypes: [...CONFIG.mediaTypes, { id: 'repair', name: 'Repair', capacity: 1 }] },
    see: ({ centre, who }) =>
      answerOf(
        givenIn(centre).when(who, {
          type: 'startSession',
          agentId: who,
          channels: [{ mediaType: 'workitem' }],
        }),
      ),
  },
  {
    name: 'login.email.can-unactivate-channel',
    value: 'false',
    other: 'true',
    shows: ['chat', 'email'],
    otherwise: ['chat'],
    see: (scene) => Object.keys(channels(scene, 'chat')),
  },
  {
    name: 'login.email.is-auto-ready',
    value: 'true',
    other: 'false',
    shows: true,
    otherwise: false,
    see: (scene) => channels(scene, 'email').email?.ready,
  },
];

const OFFERS: readonly OptionCase[] = [
  {
    name: 'email.auto-answer',
    value: 'true',
    other: 'false',
    shows: { after: 0, mayDecline: false },
    otherwise: undefined,
    see: autoAnswer,
  },
  {
    name: 'email.auto-answer.timer',
    value: '7',
    other: '0',
    shows: { after: 7_000, mayDecline: false },
    otherwise: { after: 0, mayDecline: false },
    besides: { application: { 'email.auto-answer': 'true' } },
    see: autoAnswer,
  },
  {
    name: 'email.auto-answer.enable-reject',
    value: 'true',
    other: 'false',
    shows: 'granted',
    otherwise: 'decline_disabled',
    besides: { application: { 'email.auto-answer': 'true' } },
    see: (scene) => answer(offered(scene), scene.who, { type: 'reject', ...i1 }),
  },
];

const THROUGH_ROUTING: readonly OptionCase[] = [
  {
    name: 'intercommunication.email.queue',
    value: 'Orders',
    other: '',
    shows: 'Orders',
    otherwise: 'routing_queue_missing',
    see: (scene) => queueAfter(held(scene), scene.who, { type: 'transfer', ...i1, agentGroup: 'Sales' }),
  },
  {
    name: 'intercommunication.email.routing-based-targets',
    value: 'Queue',
    other: '',
    shows: 'Orders',
    otherwise: 'Inbox',
    besides: { application: { 'intercommunication.email.queue': 'Orders' } },
    see: (scene) => queueAfter(held(scene), scene.who, toInbox),
  },
  {
    name: 'intercommunication.email.routing-based-actions',
    value: 'MakeCall',
    other: 'OneStepTransfer',
    shows: 'Inbox',
    otherwise: 'Orders',
    besides: {
      application: {
        'intercommunication.email.queue': 'Orders',
        'intercommunication.email.routing-based-targets': 'Queue',
      },
    },
    see: (scene) => queueAfter(held(scene), scene.who, toInbox),
  },
  {
    name: 'email.default-queue',
    value: 'Orders',
    other: '',
    shows: 'Orders',
    otherwise: 'queue_required',
    see: ({ centre, who, userData }) =>
      queueAfter(givenIn(centre), who, { type: 'submit', ...i1, mediaType: 'email', userData }),
  },
  {
    name: 'email.outbound-queue',
    value: 'Orders',
    other: '',
    shows: 'Orders',
    otherwise: 'queue_required',
    see: (scene) =>
      queueAfter(held(scene, { interactionType: 'Outbound' }), scene.who, { type: 'moveToQueue', ...i1 }),
  },
];

/** With a disposition given: whether it can be. */
const mandatory = (name: string): OptionCase => ({
  name,
  value: 'true',
  other: 'false',
  shows: 'disposition_required',
  otherwise: 'granted',
  see: (scene) => answer(held(scene), scene.who, complete),
});

const FINISHING: readonly OptionCase[] = [
  mandatory('interaction.disposition.is-mandatory'),
  mandatory('email.disposition.is-mandatory'),
  {
    name: 'interaction.disposition.value-business-attribute',
    value: 'Endings',
    other: 'DispositionCode',
    shows: 'granted',
    otherwise: 'disposition_unknown',
    objects: {
      businessAttributes: [{ id: 'Endings', name: 'Endings', values: [{ id: 'sold', name: 'Sold' }] }],
    },
    see: (scene) => answer(held(scene), scene.who, { ...complete, disposition: 'sold' }),
  },
  {
    name: 'interaction.disposition.key-name',
    value: 'Outcome',
    other: 'DispositionCode',
    shows: ['Outcome'],
    otherwise: ['DispositionCode'],
    see: (scene) => {
      const { userData } = held(scene).given(scene.who, solve).interaction();
      return Object.keys(userData).filter((key) => userData[key] === 'solved');
    },
  },
  {
    name: 'interaction.disposition.is-read-only-on-idle',
    value: 'true',
    other: 'false',
    shows: 'disposition_fixed',
    otherwise: 'granted',
    see: (scene) => answer(held(scene).given(scene.who, aside), scene.who, solve),
  },
  {
    name: 'interaction.disposition.use-attached-data',
    value: 'true',
    other: 'false',
    shows: true,
    otherwise: false,
    see: (scene) => {
      const { events } = held(scene).given(scene.who, solve);
      return events.some(({ data }) => 'attachedData' in data);
    },
  },
  {
    name: 'interaction.disposition.default-value',
    value: 'spam',
    other: '',
    shows: 'spam',
    otherwise: undefined,
    see: (scene) => held(scene).given(scene.who, complete).interaction().disposition,
  },
  {
    name: 'email.mandatory-actions',
    value: 'AddNote',
    other: '',
    shows: 'action_required',
    otherwise: 'granted',
    see: (scene) => answer(held(scene), scene.who, complete),
  },
];

const HISTORY_AND_SUPERVISION: readonly OptionCase[] = [
  {
    name: 'interaction.override-option-key',
    value: 'OurKey',
    other: 'IW_OverrideOptions',
    shows: { after: 0, mayDecline: false },
    otherwise: undefined,
    besides: { sets: { Swift: { 'email.auto-answer': 'true' } } },
    see: (scene) => autoAnswer({ ...scene, userData: { OurKey: 'Swift' } }),
  },
  {
    name: 'email.pull-from-history-isenabled',
    value: 'true',
    other: 'false',
    shows: 'granted',
    otherwise: 'workbin_not_yours',
    objects: withRole(['use-history', 'pull-from-workbins-of-others']),
    see: ({ centre, who, userData }) =>
      answer(
        givenIn(centre, ready('ben', who), submitted('i1', { userData }), inTray(TRAYS.ben, 'ben')),
        who,
        { type: 'pull', ...i1 },
      ),
  },
  {
    name: 'contact.last-called-agent.email.enable',
    value: 'true',
    other: 'false',
    shows: true,
    otherwise: false,
    see: (scene) => {
      const house = held(scene, { contactId: 'c1' }).given(scene.who, complete);
      return [...house.lastAgents.values()].includes(scene.who);
    },
  },
  {
    name: 'interaction-management.filters',
    value: 'Late',
    other: 'Early,Late',
    shows: ['Late'],
    otherwise: ['Early', 'Late'],
    objects: { filters: [filter('Early'), filter('Late')], ...withRole(['supervise']) },
    see: ({ centre, who }) => catalogueFor(user(who), centre).filters.map(({ id }) => id),
  },
];

export const OPTION_CASES: readonly OptionCase[] = [
  ...WORKBINS,
  ...CHANNELS,
  ...OFFERS,
  ...THROUGH_ROUTING,
  ...FINISHING,
  ...HISTORY_AND_SUPERVISION,
];
