/** Defects of docs/spec/defects.md that are shown on the rules alone. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TIMER, user } from '../actor.ts';
import type { InteractionCommand } from '../commands.ts';
import { type ContactCentre, contactCentre } from '../config/contact-centre.ts';
import { CENTRE } from '../testing/centre.ts';
import { answerOf } from '../testing/steps.ts';
import { aHouse } from '../testing/walk.ts';
import { MINUTE } from '../values.ts';
import { deadlineOf } from './deadlines.ts';
import { isFinal } from './interaction.ts';

const YEAR = 365 * 24 * 60 * MINUTE;

describe('[D12] work in any state', () => {
  /** A lead of all groups: the walk's lead looks after one of them only. */
  const everywhere = ({ config }: ContactCentre) =>
    contactCentre({
      ...config,
      agentGroups: config.agentGroups.map((group) => ({ ...group, supervisors: ['adam'] })),
    });
  /** What frees it, and is tried in this order. */
  const free = (interactionId: string): readonly InteractionCommand[] => [
    { type: 'resume', interactionId },
    { type: 'revoke', interactionId, reason: 'supervisor' },
    { type: 'restart', interactionId },
    { type: 'moveToQueue', interactionId, queue: 'Anything' },
  ];

  test('is sent back into a queue by who is responsible, and it is on record who did so', () => {
    fc.assert(
      fc.property(aHouse(), (house) => {
        house.centre = everywhere(house.centre);
        const before = new Map([...house.interactions].map(([id, { state }]) => [id, state]));
        for (const id of house.interactions.keys()) {
          for (let step = 0; step < 3 && house.interaction(id).state !== 'Queued'; step += 1)
            for (const command of free(id)) if (house.when('adam', command).ok) break;
          if (house.interaction(id).task?.error !== undefined) {
            // Its own rules fail: no queue is right for it, the reason stands on it, and it can be ended.
            expect(answerOf(house.when('adam', { type: 'cancel', interactionId: id }))).toBe('granted');
            continue;
          }
          expect(house.interaction(id).state).toBe('Queued');
          const moved = house.events.filter(({ interactionId, by }) => interactionId === id && by === 'adam');
          if (before.get(id) !== 'Queued') expect(moved.at(-1)?.state).toBe('Queued');
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe('[D14] work that is old', () => {
  test('neither ends nor goes by itself, however many years pass and deadlines run out', () => {
    fc.assert(
      fc.property(aHouse(), (house) => {
        const before = new Map([...house.interactions].map(([id, { state }]) => [id, isFinal(state)]));
        for (let year = 0; year < 10; year += 1) {
          house.pass(YEAR);
          for (const id of house.interactions.keys()) {
            const deadline = deadlineOf(house.interaction(id), house.now);
            if (deadline !== undefined && deadline.at <= house.now) house.when(TIMER, deadline.command);
          }
        }
        for (const [id, was] of before) {
          const { state, task } = house.interaction(id);
          // A rule may say when a task expires: that is no end by age.
          if (task?.expireAt === undefined) expect(isFinal(state), id).toBe(was);
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('[D4] the offers and the work of agents who are gone', () => {
  test('are nobody’s after the deadlines, unless the contact centre keeps them', () => {
    fc.assert(
      fc.property(aHouse(), (house) => {
        for (const agentId of CENTRE.agents.keys())
          house.when(user(agentId), { type: 'endSession', agentId });
        for (let round = 0; round < 4; round += 1)
          for (const id of house.interactions.keys()) {
            house.pass(200 * MINUTE);
            const deadline = deadlineOf(house.interaction(id), house.now);
            if (deadline !== undefined && deadline.at <= house.now) house.when(TIMER, deadline.command);
          }
        for (const { state, handler, invitation } of house.interactions.values())
          expect([state, handler, invitation]).toEqual([state, undefined, undefined]);
      }),
      { numRuns: 100 },
    );
  });
});
