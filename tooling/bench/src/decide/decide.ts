/**
 * What deciding costs, and what it would cost if XState evaluated the machine for each command instead of the table
 * that is compiled from it when the program starts.
 */
import { decide as decideCommand, decideInteraction, interactionMachine, user } from '@intray/core';
import { transition } from 'xstate';
import { agentId } from '../house/centre.ts';
import { type Side, takeTurns } from '../measuring/rounds.ts';
import { median, ratioOf, type Spread, spreadOf } from '../measuring/statistics.ts';
import type { Row } from '../report/row.ts';
import { spread } from '../report/table.ts';
import type { Ground } from '../workload.ts';
import { type Question, questions } from './questions.ts';

/** Decisions between two looks at the clock. */
const BATCH = 300;
/** A round of these need not be as long as one with a database in it. */
const SHORTER = 4;

const ACTOR = user(agentId(0));

export async function decide(ground: Ground): Promise<readonly Row[]> {
  const asked = questions();
  const { plan } = ground;
  const shorter = { ...plan, roundMs: plan.roundMs / SHORTER, warmUpMs: plan.warmUpMs / SHORTER };
  const [whole = [], table = [], xstate = []] = await takeTurns(
    [
      side('core: the whole decision', asked, ({ situation, command }) => {
        const decision = decideCommand(situation, command, ACTOR);
        return decision.ok ? decision.events.length : 0;
      }),
      side('core: the machine as a table', asked, ({ standing, command }) => {
        const decision = decideInteraction({ ...standing, command });
        return decision.ok ? decision.events.length : 0;
      }),
      side('XState: the machine itself', asked, ({ standing, command, interaction }) => {
        const snapshot = interactionMachine.resolveState({ value: interaction.state, context: standing });
        const [, actions] = transition(interactionMachine, snapshot, command);
        return actions.length;
      }),
    ],
    { ...ground, plan: shorter },
  );
  const mix = asked.map(({ command }) => command.type).join(', ');
  return [
    {
      workload: 'decide',
      what: `µs a decision (${mix})`,
      intray: micro(spreadOf(whole)),
      against: 'resolveState + transition of XState, for the transition alone',
      other: micro(spreadOf(xstate)),
      ratio: ratioOf(whole, xstate),
    },
    {
      workload: 'decide',
      what: 'µs a transition with rules, event and next row',
      intray: micro(spreadOf(table)),
      against: `the same; with XState it would be ${share(xstate, whole)} of a decision`,
      other: micro(spreadOf(xstate)),
      ratio: ratioOf(table, xstate),
    },
  ];
}

const micro = (value: Spread) => spread(value, ' µs');

const share = (xstate: readonly number[], whole: readonly number[]): string =>
  `${Math.round((100 * median(xstate)) / (median(xstate) + median(whole)))} %`;

function side(
  name: string,
  asked: readonly Question[],
  answer: (question: Question) => number,
): Side<number> {
  return {
    name,
    async round(ms) {
      const began = performance.now();
      let decisions = 0;
      let events = 0;
      do {
        for (let turn = 0; turn < BATCH; turn += 1) for (const question of asked) events += answer(question);
        decisions += BATCH * asked.length;
      } while (performance.now() - began < ms);
      // Each of them has exactly one event: a result that is used cannot be optimised away, and is checked besides.
      if (events !== decisions) throw new Error(`${name}: ${decisions} decisions gave ${events} events.`);
      return ((performance.now() - began) * 1_000) / decisions;
    },
  };
}
