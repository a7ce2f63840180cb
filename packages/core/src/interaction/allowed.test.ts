import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { INTERACTION_COMMAND_TYPES } from '../command-types.ts';
import { REFUSAL_CODES } from '../refusals.ts';
import { given } from '../testing/house.ts';
import { inHands, ready, submitted } from '../testing/steps.ts';
import { ACTORS, aHouse, knownOr, sensible } from '../testing/walk.ts';
import { allowed } from './allowed.ts';
import { transitions } from './compiled.ts';
import { decideInteraction } from './decide.ts';
import { INTERACTION_STATES, type InteractionState } from './interaction.ts';
import { rules } from './rules.ts';

describe('any command, in any situation, from anybody', () => {
  test('[G8] gets a decision or a refusal with a code and a sentence, and the same one when asked again', () => {
    const asked = new Set<string>();
    const unsound: string[] = [];
    fc.assert(
      fc.property(aHouse(), fc.nat(999), (house, n) => {
        for (const interaction of [...house.interactions.values(), knownOr(house, 'unheard of')])
          for (const actor of ACTORS)
            for (const type of INTERACTION_COMMAND_TYPES) {
              const ask = {
                ...house.standing(actor, interaction),
                command: sensible(type, interaction.id, n, house),
              };
              const decision = decideInteraction(ask);
              asked.add(`${interaction.state} ${type} ${actor.kind}`);
              if (JSON.stringify(decideInteraction(ask)) !== JSON.stringify(decision))
                unsound.push(`${type} twice`);
              if (decision.ok) continue;
              const { code, message } = decision.refusal;
              if (!REFUSAL_CODES.includes(code) || !/^.{10,}[.]$/s.test(message))
                unsound.push(`${code}: ${message}`);
            }
      }),
      { numRuns: 120 },
    );
    expect(unsound).toEqual([]);
    expect(asked.size, 'state × command × kind of actor').toBe(
      INTERACTION_STATES.length * INTERACTION_COMMAND_TYPES.length * 3,
    );
  });
});

describe('what a desk offers', () => {
  test('[G9] a listed command is refused only for what it carries, any other is refused or changes nothing', () => {
    fc.assert(
      fc.property(aHouse(), fc.nat(999), (house, n) => {
        for (const interaction of [...house.interactions.values(), knownOr(house, 'unheard of')])
          for (const actor of ACTORS) {
            const standing = house.standing(actor, interaction);
            const listed = new Set(allowed(standing));
            for (const type of INTERACTION_COMMAND_TYPES) {
              const ask = { ...standing, command: sensible(type, interaction.id, n, house) };
              const decision = decideInteraction(ask);
              if (!listed.has(type)) {
                expect(decision.ok && decision.events.length > 0, `${type} is not listed`).toBe(false);
                continue;
              }
              if (decision.ok) continue;
              const candidates = transitions[interaction.state].get(type) ?? [];
              const forWhatItCarries = candidates.map(({ rule }) => rules[rule].request(ask)?.code);
              expect(forWhatItCarries, type).toContain(decision.refusal.code);
            }
          }
      }),
      { numRuns: 60 },
    );
  });

  test('[G9] every command of the machine is listed for somebody in some situation', () => {
    const listed = new Set<string>();
    fc.assert(
      fc.property(aHouse({ min: 40, max: 80 }), (house) => {
        for (const interaction of [...house.interactions.values(), knownOr(house, 'unheard of')])
          for (const actor of ACTORS)
            for (const type of allowed(house.standing(actor, interaction)))
              listed.add(`${interaction.state} ${type}`);
      }),
      { numRuns: 200 },
    );
    const written = (Object.keys(transitions) as InteractionState[]).flatMap((state) =>
      [...transitions[state].keys()].map((type) => `${state} ${type}`),
    );
    expect([...listed].sort()).toEqual(written.sort());
  });

  test('[I7 R101 R107] without the privilege to finish, the ways out that remain are those of the other privileges', () => {
    const house = given(
      ready('ana', 'gus'),
      submitted('i1'),
      inHands('ana', 'i1'),
      submitted('i2'),
      inHands('gus', 'i2'),
    );
    const ofAgent = allowed(house.standing('ana', house.interaction('i1')));
    const ofClerk = allowed(house.standing('gus', house.interaction('i2')));
    expect(ofAgent).toEqual(
      expect.arrayContaining(['complete', 'transfer', 'placeInWorkbin', 'moveToQueue']),
    );
    expect(ofClerk).toContain('placeInWorkbin');
    for (const withheld of ['complete', 'transfer', 'moveToQueue', 'setDisposition'])
      expect(ofClerk).not.toContain(withheld);
  });
});
