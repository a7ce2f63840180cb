/** The ground that all procedures stand on: deny by default, one shape of error. */
import type { Answer, Refusal } from '@intray/core';
import { initTRPC, TRPCError } from '@trpc/server';
import { ZodError } from 'zod';
import { describeIssues, type Issue, issuesOf } from '../wire/issues.ts';
import { WIRE_CODES } from '../wire/refusals.ts';
import type { Context } from './context.ts';

/** Carries a refusal out of a question. Commands need none: their refusal is a value. */
class Refused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.message);
    this.refusal = refusal;
  }
}

interface Explanation {
  readonly message: string;
  readonly refusal?: Refusal;
  readonly issues?: readonly Issue[];
  readonly requestId?: string;
}

function explain(error: TRPCError, input: unknown, requestId: string | undefined): Explanation {
  if (error.cause instanceof Refused) return { message: error.message, refusal: error.cause.refusal };
  if (error.code === 'BAD_REQUEST' && error.cause instanceof ZodError) {
    const issues = issuesOf(error.cause, input);
    return { message: describeIssues(issues), issues };
  }
  if (error.code === 'INTERNAL_SERVER_ERROR') {
    const number = requestId === undefined ? {} : { requestId };
    return {
      message: `Intray failed at this. Try again; if it stays so, give the operator this number: ${requestId ?? 'none'}.`,
      ...number,
    };
  }
  return { message: error.message };
}

const trpc = initTRPC.context<Context>().create({
  // Never a stack on the wire, whatever the environment says.
  isDev: false,
  errorFormatter({ shape, error, input, ctx }) {
    const { message, ...explanation } = explain(error, input, ctx?.requestId);
    return { ...shape, message, data: { ...shape.data, ...explanation } };
  },
});

export const { router } = trpc;

/** The only procedure there is to build on: somebody is signed in, and a change comes from our own page. */
export const procedure = trpc.procedure.use(({ ctx, type, next }) => {
  const { actor, mayChange } = ctx;
  if (actor === undefined)
    throw new TRPCError({ code: 'UNAUTHORIZED', message: 'Nobody is signed in. Sign in first.' });
  if (type === 'mutation' && !mayChange)
    throw new TRPCError({
      code: 'FORBIDDEN',
      message:
        'A change needs the header x-intray-csrf with the token of this login. Read the token from GET /api/v1/me.',
    });
  return next({ ctx: { ...ctx, actor } });
});

/** The value of an answer; a refusal becomes the error that the wire has for it. */
export function answered<T>(answer: Answer<T>): T {
  if (answer.ok) return answer.value;
  const { refusal } = answer;
  throw new TRPCError({
    code: WIRE_CODES[refusal.code].trpc,
    message: refusal.message,
    cause: new Refused(refusal),
  });
}
