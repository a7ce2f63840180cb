/** Answers to questions, and the two most frequent noes. */
import { type Actor, type Answer, actorName, type Refusal, refuse } from '@intray/core';

export const yes = <T>(value: T): Answer<T> => ({ ok: true, value });
export const no = (refusal: Refusal): Answer<never> => ({ ok: false, refusal });

export const maySeeNot = (actor: Actor, what: string): Answer<never> =>
  no(
    refuse('not_permitted', `${actorName(actor)} may not see ${what}. Ask a team lead or an administrator.`),
  );

export const isNobody = (actor: Actor): Answer<never> =>
  no(
    refuse(
      'agent_unknown',
      `${actorName(actor)} is no agent of this contact centre. Ask an administrator to add one.`,
      {
        agentId: actorName(actor),
      },
    ),
  );
