/** The options that people who come from Genesys know by name: each is here, with the default and the levels it has there. */
import { expect, test } from 'vitest';
import { user } from '../actor.ts';
import { centreWithOptions } from '../testing/options.ts';
import { explainOptions } from './answer.ts';
import { readName } from './reading.ts';
import { OPTIONS } from './registry.ts';
import { faultIn } from './section.ts';

type Where = 'people' | 'everywhere';

/** Name, default as text, a value that is refused (or none), and whether an override set may set it. */
const KNOWN: readonly (readonly [name: string, unset: string, refused: string | undefined, where: Where])[] =
  [
    ['workbin.email.draft', '', undefined, 'everywhere'],
    ['workbin.email.in-progress', 'email.in-progress', undefined, 'everywhere'],
    ['workbin.facebook.draft', '', undefined, 'everywhere'],
    ['workbin.facebook.in-progress', '', undefined, 'everywhere'],
    ['workbin.twitter.draft', '', undefined, 'everywhere'],
    ['workbin.twitter.in-progress', '', undefined, 'everywhere'],
    ['workbin.workitem.in-progress', 'workitem.in-progress', undefined, 'everywhere'],
    ['workbin.email.review', '', undefined, 'people'],
    ['workbin.email.later', '', undefined, 'people'],
    ['workbin.email.in-progress.displayed-columns', 'From,Subject,Received', 'From,,To', 'people'],
    ['workbin.email.draft.displayed-columns', 'To,Subject,Submitted', 'To,To', 'people'],
    ['workbin.email.review.displayed-columns', 'From,Subject,Received', ',', 'people'],
    ['workbin.email.later.notify-property-changed', 'false', 'sometimes', 'people'],
    ['workbin.email.later.auto-update', 'true', '1', 'people'],
    ['workbin.email.later.max-results', '500', '0', 'people'],
    ['workbin.email.later.quick-search-attributes', 'From,Subject,Received', 'a,a', 'people'],
    ['workbin.email.later.case-data.business-attribute', '', undefined, 'people'],
    ['openmedia.workitem-channels', '', 'workitem,,', 'people'],
    ['login.workitem.can-unactivate-channel', 'true', 'no', 'people'],
    ['login.workitem.is-auto-ready', 'false', 'yes', 'people'],
    ['workitem.auto-answer', 'false', 'on', 'everywhere'],
    ['workitem.auto-answer.timer', '0', 'soon', 'everywhere'],
    ['workitem.auto-answer.enable-reject', 'false', '0', 'everywhere'],
    ['workitem.pull-from-history-isenabled', 'false', 'y', 'everywhere'],
    ['workitem.ringing-bell', 'Sounds\\Ring.mp3|10|-1|primary', 'ring.mp3', 'everywhere'],
    ['workitem.prompt-for-done', 'false', 'ask', 'everywhere'],
    ['workitem.toast-information-key', 'Subject', undefined, 'everywhere'],
    ['email.qa-review-dispositions-business-attribute', '', undefined, 'everywhere'],
    ['email.outbound-queue', '', undefined, 'everywhere'],
    ['email.default-queue', '', undefined, 'everywhere'],
    ['email.mandatory-actions', '', 'DrinkCoffee', 'everywhere'],
    ['intercommunication.workitem.queue', '', undefined, 'everywhere'],
    ['intercommunication.workitem.routing-based-targets', '', 'Skill', 'everywhere'],
    ['intercommunication.workitem.routing-based-actions', 'OneStepTransfer', 'Juggle', 'everywhere'],
    ['interaction.disposition.value-business-attribute', 'DispositionCode', undefined, 'everywhere'],
    ['interaction.disposition.key-name', 'DispositionCode', undefined, 'everywhere'],
    ['interaction.disposition.is-mandatory', 'false', 'maybe', 'everywhere'],
    ['interaction.disposition.is-read-only-on-idle', 'false', '-', 'everywhere'],
    ['interaction.disposition.use-attached-data', 'false', '2', 'everywhere'],
    ['interaction.disposition.display-mode', '', undefined, 'everywhere'],
    ['interaction.disposition.default-value', '', undefined, 'everywhere'],
    ['interaction.case-data.content', 'History,CaseData', 'Weather', 'everywhere'],
    ['interaction.case-data.format-business-attribute', '', undefined, 'everywhere'],
    ['interaction.case-data.enable-hyperlink', 'true', 'blue', 'everywhere'],
    ['interaction.case-data.frame-color', '', undefined, 'everywhere'],
    ['toast.case-data.content', 'History,CaseData', 'Bread', 'everywhere'],
    ['toast.case-data.format-business-attribute', '', undefined, 'everywhere'],
    [
      'interaction.window-title',
      '($Contact.FirstName$ $Contact.LastName$|$Interaction.MainParty$) - $Interaction.Type$ - $Window.Title$',
      undefined,
      'everywhere',
    ],
    ['interaction.override-option-key', 'IW_OverrideOptions', undefined, 'people'],
    ['contact.last-called-agent.email.enable', 'false', 'always', 'people'],
    ['interaction-management.filters', '', 'A,A', 'people'],
    ['interaction-management.interactions-filter.displayed-columns', '', 'A,A', 'people'],
  ];

/** Intray's own, which nobody else knows. */
const OWN = ['<media-type>.disposition.is-mandatory', 'security.inactivity-not-ready-reason'];

test.each(KNOWN)('[O1 O3 O4 R10 R17] %s is here, as it is known', (name, unset, refused, where) => {
  const read = readName(name);
  if (!read.ok) throw new Error(read.fault);
  const { levels, says, since } = read.value.option;
  expect(levels).toEqual([
    'application',
    'tenant',
    'agentGroup',
    'virtualGroup',
    'person',
    ...(where === 'everywhere' ? ['item'] : []),
  ]);
  expect(says).toMatch(/[.]$/);
  expect(since).toMatch(/\d/);
  const told = explainOptions(user('cem'), { name }, undefined, centreWithOptions({}));
  expect(told).toMatchObject({ ok: true, value: [{ value: unset, wonBy: 'default' }] });
  if (refused !== undefined) expect(faultIn(name, refused, 'person')).toContain('expected');
});

test('[O1] there is none besides', () => {
  const known = KNOWN.map(([name]) => readName(name)).map((read) =>
    read.ok ? read.value.option.pattern : '',
  );
  expect(new Set([...known, ...OWN])).toEqual(new Set(OPTIONS.map(({ pattern }) => pattern)));
});
