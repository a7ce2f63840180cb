import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { INTERACTION_COMMAND_TYPES } from '../command-types.ts';
import type { InteractionCommandType } from '../commands.ts';
import { ACTORS, aHouse } from '../testing/walk.ts';
import { allowed } from './allowed.ts';
import { transitions } from './compiled.ts';
import { deadlineOf } from './deadlines.ts';
import { happened } from './happened.ts';
import { INTERACTION_STATES, type InteractionState, isFinal } from './interaction.ts';
import { interactionMachine, type StateMeta } from './machine.ts';
import { rules } from './rules.ts';

const metaOf = (state: InteractionState): StateMeta | undefined => interactionMachine.states[state]?.meta;

/** Every transition of the machine as one row. */
const rows = INTERACTION_STATES.flatMap((state) =>
  [...transitions[state]].flatMap(([command, candidates]) =>
    candidates.map((one) => ({ state, command, ...one })),
  ),
);

/** Which commands each name stands under. */
function usedUnder(name: 'rule' | 'happened'): Map<string, Set<InteractionCommandType>> {
  const used = new Map<string, Set<InteractionCommandType>>();
  for (const row of rows) used.set(row[name], (used.get(row[name]) ?? new Set()).add(row.command));
  return used;
}

describe('the machine as it is written', () => {
  test('has the states of the interaction, each with a word on where it is seen', () => {
    expect(Object.keys(interactionMachine.states).sort()).toEqual([...INTERACTION_STATES].sort());
    for (const state of INTERACTION_STATES) expect(metaOf(state)?.seenIn, state).toBeTypeOf('string');
  });

  test('knows each command in at least one state, and no other', () => {
    expect([...new Set(rows.map(({ command }) => command))].sort()).toEqual(
      [...INTERACTION_COMMAND_TYPES].sort(),
    );
  });

  test('uses every rule, each under one command only', () => {
    const used = usedUnder('rule');
    expect([...used.keys()].sort()).toEqual(Object.keys(rules).sort());
    for (const [name, commands] of used) expect([...commands], name).toHaveLength(1);
  });

  test('uses every kind of event, each under the command it is typed for', () => {
    const used = usedUnder('happened');
    expect([...used.keys()].sort()).toEqual(Object.keys(happened).sort());
    for (const [name, commands] of used) expect([...commands], name).toHaveLength(1);
  });

  test('reaches every state from New', () => {
    const reached = new Set<InteractionState>(['New']);
    for (let size = 0; size !== reached.size; ) {
      size = reached.size;
      for (const { state, target } of rows) if (reached.has(state)) reached.add(target);
    }
    expect([...reached].sort()).toEqual([...INTERACTION_STATES].sort());
  });

  test('[G6] leaves every state that is not final by some command, and lets a finished one be taken up again', () => {
    for (const state of INTERACTION_STATES)
      expect(
        rows.some((row) => row.state === state && row.target !== state),
        state,
      ).toBe(true);
  });
});

describe('no state without an exit', () => {
  test('[G6 D9] every state that is not final has a timer, or is a place where people find it', () => {
    for (const state of INTERACTION_STATES.filter((one) => one !== 'New' && !isFinal(one))) {
      const meta = metaOf(state);
      const visible = meta?.seenIn !== 'history' && meta?.seenIn !== 'desk';
      expect(visible || meta?.timer !== undefined, state).toBe(true);
    }
  });

  test('[G6] in any reachable situation somebody can move the work on: a deadline that is stored, or a person', () => {
    const seen = new Set<InteractionState>();
    fc.assert(
      fc.property(aHouse(), (house) => {
        for (const interaction of house.interactions.values()) {
          const { state } = interaction;
          seen.add(state);
          if (isFinal(state)) continue;
          if (metaOf(state)?.timer !== undefined) expect(deadlineOf(interaction), state).toBeDefined();
          const people = ACTORS.filter(({ kind }) => kind === 'user');
          const moves = people.flatMap((who) => allowed(house.standing(who, interaction)));
          const exits = rows.filter((row) => row.state === state && row.target !== state);
          expect(
            exits.some(({ command }) => moves.includes(command)),
            state,
          ).toBe(true);
        }
      }),
      { numRuns: 150 },
    );
    expect([...seen].sort(), 'the walk has been everywhere').toEqual(
      INTERACTION_STATES.filter((one) => one !== 'New').sort(),
    );
  });

  test('[G6] a stored deadline is answered when it is due: no interaction waits behind a timer that is refused', () => {
    fc.assert(
      fc.property(aHouse(), (house) => {
        for (const { id } of house.interactions.values()) {
          const deadline = deadlineOf(house.interaction(id));
          if (deadline === undefined) continue;
          house.now = Math.max(house.now, deadline.at);
          expect(house.when({ kind: 'timer' }, deadline.command), JSON.stringify(deadline)).toMatchObject({
            ok: true,
          });
        }
      }),
      { numRuns: 150 },
    );
  });
});
