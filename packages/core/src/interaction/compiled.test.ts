import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { transition } from 'xstate';
import { INTERACTION_COMMAND_TYPES } from '../command-types.ts';
import type { InteractionCommand } from '../commands.ts';
import { given } from '../testing/house.ts';
import { inHands, ready, submitted } from '../testing/steps.ts';
import { ACTORS, aHouse, knownOr, pick, sensible } from '../testing/walk.ts';
import type { Standing } from './ask.ts';
import { transitions } from './compiled.ts';
import { decideInteraction } from './decide.ts';
import { INTERACTION_STATES, type InteractionState } from './interaction.ts';
import { interactionMachine } from './machine.ts';
import { type RuleName, rules } from './rules.ts';

type Machine = typeof interactionMachine;

/** What XState itself makes of a command: the state after it, and what was emitted. `undefined`: it did not move. */
function xstateOn(machine: Machine, state: InteractionState, context: Standing, command: InteractionCommand) {
  const before = machine.resolveState({ value: state, context });
  const [after, actions] = transition(machine, before, command);
  const emitted = (actions as readonly { type: string; params?: unknown }[]).flatMap(({ type, params }) =>
    type === 'xstate.emit' ? [(params as { event: { type: string; data: unknown } }).event] : [],
  );
  return emitted.length === 0 && after.value === state ? undefined : { target: after.value, emitted };
}

/** Every way in which the rules of a command can answer: 2 for one rule, 4 for two, 8 for three. */
const outcomesOf = (names: readonly RuleName[]): readonly ReadonlySet<RuleName>[] =>
  Array.from(
    { length: 2 ** names.length },
    (_, bits) => new Set(names.filter((_name, i) => (bits >> i) & 1)),
  );

const withAnswers = (yes: ReadonlySet<RuleName>): Machine =>
  interactionMachine.provide({
    guards: Object.fromEntries(Object.keys(rules).map((name) => [name, () => yes.has(name as RuleName)])),
  });

describe('the compiled table', () => {
  test('[G7] equals the machine on every state × command × outcome of the guards', () => {
    const house = given(ready('ana'), submitted(), inHands('ana'));
    const context = house.standing('ana', house.interaction());
    let compared = 0;
    for (const state of INTERACTION_STATES)
      for (const type of INTERACTION_COMMAND_TYPES) {
        const candidates = transitions[state].get(type) ?? [];
        for (const yes of outcomesOf(candidates.map(({ rule }) => rule))) {
          const table = candidates.find(({ rule }) => yes.has(rule));
          const machine = xstateOn(withAnswers(yes), state, context, sensible(type, 'i1', 1, house));
          expect(machine?.target, `${state} × ${type} × ${[...yes]}`).toBe(table?.target);
          expect(machine?.emitted.map((event) => event.type) ?? []).toEqual(table ? [table.happened] : []);
          compared++;
        }
      }
    expect(compared).toBeGreaterThan(INTERACTION_STATES.length * INTERACTION_COMMAND_TYPES.length);
  });

  test('[G7] decides as the machine does with its real rules, down to the data of the event', () => {
    let moved = 0;
    fc.assert(
      fc.property(aHouse(), fc.nat(999), fc.nat(999), (house, who, n) => {
        for (const type of INTERACTION_COMMAND_TYPES) {
          const standing = house.standing(pick(ACTORS, who), knownOr(house, `i${n % 5}`));
          const command = sensible(type, `i${n % 5}`, n, house);
          const decision = decideInteraction({ ...standing, command });
          // "It is so already" is answered before the machine is asked.
          if (decision.ok && decision.events.length === 0) continue;
          const machine = xstateOn(interactionMachine, standing.interaction.state, standing, command);
          const decided = decision.ok
            ? {
                target: decision.next.state,
                emitted: decision.events.map(({ type, data }) => ({ type, data })),
              }
            : undefined;
          expect(machine).toEqual(decided);
          if (decided) moved++;
        }
      }),
      { numRuns: 150 },
    );
    expect(moved, 'commands that were granted').toBeGreaterThan(200);
  });
});
