/** Why work is where it is, and why no work comes: the answers of core in sentences. */
import type { Hindrance, InteractionExplanation, NextEvent, Reason } from '@intray/core';
import { locale } from '../../language/locale.ts';

type Selection = NonNullable<InteractionExplanation['routing']>['selection'];

export const english = {
  loading: 'Working it out',
  item: {
    where: 'Where it is',
    queue: (name: string) => `Waits in ${name}`,
    workbin: (name: string) => `Lies in ${name}`,
    agent: (name: string, offered: boolean) => (offered ? `Is offered to ${name}` : `Is on ${name}’s desk`),
    history: 'Is finished',
    since: 'since',
    whom: 'Whom it is for now',
    strategy: (name: string, step: number | undefined) =>
      step === undefined ? `By the strategy ${name}` : `By the strategy ${name}, step ${step + 1}`,
    noStrategy: 'By the groups that serve its queue',
    preferred: (name: string) => `${name} goes before all others`,
    asked: {
      agent: (name: string) => name,
      agentGroup: (name: string) => `everybody of ${name}`,
      placeGroup: (name: string) => `whoever sits in ${name}`,
      skills: (expression: string) => `whoever meets ${expression}`,
    },
    nobody: 'Nobody is asked at this moment.',
    selection: {
      longestIdle: 'Of those who fit, the longest idle',
      leastLoaded: 'Of those who fit, the least loaded',
      bestSkill: 'Of those who fit, the most skilled',
      roundRobin: 'Each in turn',
      percentage: 'By shares of every hundred',
    } satisfies Record<Selection, string>,
    why: 'Why not with somebody else',
    wouldGet: 'would be offered it when it is their turn',
    until: 'until',
    last: 'The last offer',
    lastOffer: (name: string, among: number | undefined) =>
      among === undefined ? `Offered to ${name}` : `Offered to ${name}, of ${among} who were free and fitted`,
    waited: (time: string) => `It had waited ${time}.`,
    next: 'What happens next',
    nothingNext: 'Nothing happens by itself: somebody has to take it up.',
    events: {
      offeredWhenFree: 'It is offered as soon as somebody who fits is free',
      routedAnew: 'Others are asked',
      movesOn: 'It moves on',
      leftInPeaceNoLonger: 'It may be offered again to',
      offerEnds: 'The offer ends',
      offerAnswersItself: 'The offer is accepted by itself',
      handlingEnds: 'The handling time ends',
      wakes: 'It wakes',
      rankedAnew: 'It is ranked anew',
      rulesTriedAgain: 'The rules are tried again',
    } satisfies Record<NextEvent['what'], string>,
    to: (name: string) => `to ${name}`,
  },
  agent: {
    title: 'Why no work comes',
    close: 'Close',
    hindrances: {
      none: 'Work may come.',
      notLoggedOn: 'Not logged on.',
      unreachable: 'No sign of life lately, so nothing is offered.',
      notOnThisMedium: 'Not logged on to it.',
      notReady: 'Not ready.',
      noRoom: 'Has as much as fits.',
    } satisfies Record<Hindrance, string>,
    noQueues: 'There is no queue whose work may come here.',
    waiting: (n: number) => (n === 0 ? 'nothing waits' : `${n.toLocaleString(locale())} waiting`),
    reasons: {
      turn: 'others come first, or are chosen',
      notAskedNow: 'is for others at this moment',
      leftInPeace: 'was declined or missed a moment ago',
      movesOn: 'moves on to another place',
    } satisfies Record<Reason, string>,
    open: (subject: string) => `Open ${subject}`,
  },
};
