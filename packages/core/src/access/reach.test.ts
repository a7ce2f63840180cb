import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ROUTER, TIMER, user } from '../actor.ts';
import { INTERACTION_COMMAND_TYPES } from '../command-types.ts';
import type { InteractionCommandType } from '../commands.ts';
import { allowed } from '../interaction/allowed.ts';
import { decideInteraction } from '../interaction/decide.ts';
import { CENTRE, CONFIG, centreWith, TRAYS } from '../testing/centre.ts';
import { given, givenIn } from '../testing/house.ts';
import { answerOf, inHands, inTray, ready, submitted } from '../testing/steps.ts';
import { aHouse, PEOPLE, pick, sensible } from '../testing/walk.ts';
import { reachesWorkbin, sees, workbinsOf } from './reach.ts';
import { EVERYTHING, topicsFor, topicsOfChange } from './topics.ts';

/** Who reaches which tray while nobody is logged on anywhere but at their usual place. */
const REACH = {
  ana: ['ana', 'anasWork', 'team', 'urgent', 'desk1', 'east'],
  ben: ['ben', 'team', 'urgent', 'east'],
  gus: ['team', 'urgent', 'east'],
  cem: ['sales', 'desk3'],
  dora: [],
  nora: [],
  lena: ['ana', 'anasWork', 'ben', 'team', 'urgent', 'desk1', 'east'],
  adam: Object.keys(TRAYS),
} as const;

describe('whose tray it is', () => {
  test.each(Object.entries(REACH))('[A1 A2 A3 R1 R2] %s reaches exactly %j', (agentId, trays) => {
    const reached = Object.entries(TRAYS).filter(([, ref]) =>
      reachesWorkbin(user(agentId), ref, undefined, CENTRE),
    );
    expect(reached.map(([name]) => name).sort()).toEqual([...trays].sort());
  });

  test('[A1] Intray’s own hands reach every tray', () => {
    for (const actor of [ROUTER, TIMER])
      for (const ref of Object.values(TRAYS))
        expect(reachesWorkbin(actor, ref, undefined, CENTRE)).toBe(true);
  });

  test('[A2] a place’s tray belongs to whoever sits there today', () => {
    const house = given((h) => h.given('ana', { type: 'startSession', agentId: 'ana', placeId: 'desk 3' }));
    const reaches = (ref: (typeof TRAYS)['desk1' | 'desk3' | 'east']) =>
      reachesWorkbin(user('ana'), ref, house.session('ana'), CENTRE);
    expect([reaches(TRAYS.desk1), reaches(TRAYS.desk3), reaches(TRAYS.east)]).toEqual([false, true, false]);
    house.given('ana', { type: 'endSession', agentId: 'ana' });
    expect([reaches(TRAYS.desk1), reaches(TRAYS.desk3)]).toEqual([true, false]);
  });

  test('[A1 R74] without the privilege to use workbins nobody has a tray', () => {
    const roles = CONFIG.roles.map((role) =>
      role.id === 'Agent'
        ? { ...role, privileges: role.privileges.filter((one) => one !== 'use-workbins') }
        : role,
    );
    const house = givenIn(centreWith({}, { roles }), ready('ana'), submitted(), inHands('ana'));
    expect(workbinsOf('ana', house.session('ana'), house.centre)).toEqual([]);
    expect(
      answerOf(house.when('ana', { type: 'placeInWorkbin', interactionId: 'i1', workbin: TRAYS.ana })),
    ).toBe('not_permitted');
    expect(allowed(house.standing('ana', house.interaction()))).not.toContain('placeInWorkbin');
  });

  test('[W13] a group’s tray exists once, and all members look into the same one', () => {
    const house = given(ready('ana', 'ben'), submitted(), inTray(TRAYS.team));
    for (const agentId of ['ana', 'ben', 'gus'])
      expect(workbinsOf(agentId, house.session(agentId), CENTRE)).toContainEqual(TRAYS.team);
    expect(answerOf(house.when('ben', { type: 'pull', interactionId: 'i1' }))).toBe('granted');
  });
});

describe('work that is none of one’s business', () => {
  /** Bringing work in is nobody's business but one's own; it cannot touch what is there. */
  const touching = INTERACTION_COMMAND_TYPES.filter(
    (type): type is Exclude<InteractionCommandType, 'submit'> => type !== 'submit',
  );

  test('[A4] every command to an interaction that the person may not see is refused', () => {
    let asked = 0;
    fc.assert(
      fc.property(aHouse(), fc.nat(999), (house, n) => {
        for (const interaction of house.interactions.values())
          for (const agentId of PEOPLE) {
            const standing = house.standing(agentId, interaction);
            if (sees(standing.actor, interaction, house.session(agentId), house.centre)) continue;
            expect(allowed(standing)).toEqual([]);
            for (const type of touching) {
              const decision = decideInteraction({
                ...standing,
                command: sensible(type, interaction.id, n, house),
              });
              expect(decision.ok, `${agentId} may not ${type}`).toBe(false);
              asked++;
            }
          }
      }),
      { numRuns: 100 },
    );
    expect(asked).toBeGreaterThan(1000);
  });

  test('[A5] whoever has no role may do nothing at all', () => {
    fc.assert(
      fc.property(aHouse(), (house) => {
        for (const interaction of house.interactions.values())
          expect(allowed(house.standing('nora', interaction))).toEqual([]);
      }),
      { numRuns: 50 },
    );
    expect(answerOf(given().when('nora', { type: 'startSession', agentId: 'nora' }))).toBe('not_permitted');
  });
});

describe('who is told', () => {
  test('[A6] a person is told of a change exactly if they may see the interaction before or after it', () => {
    fc.assert(
      fc.property(aHouse(), fc.nat(999), fc.nat(999), (house, n, what) => {
        for (const before of house.interactions.values())
          for (const actor of PEOPLE) {
            const commands = allowed(house.standing(actor, before));
            if (commands.length === 0) continue;
            const command = sensible(pick(commands, what), before.id, n, house);
            const decision = decideInteraction({ ...house.standing(actor, before), command });
            if (!decision.ok || decision.events.length === 0) continue;
            const topics = topicsOfChange(before, decision.next);
            for (const id of PEOPLE) {
              const [who, session] = [user(id), house.session(id)];
              const follows = topicsFor(who, session, house.centre);
              const told = follows.has(EVERYTHING) || topics.some((topic) => follows.has(topic));
              const concerned =
                sees(who, before, session, house.centre) || sees(who, decision.next, session, house.centre);
              expect(`${id} ${told}`, `${command.type}: ${before.state} → ${decision.next.state}`).toBe(
                `${id} ${concerned}`,
              );
            }
          }
      }),
      { numRuns: 100 },
    );
  });
});
