/** How `/api/v1` says no, and which of its statuses stands for what. */
import { REFUSAL_CODES } from '@intray/core';
import { z } from 'zod';
import { EDGE_CODES } from '../wire/envelope.ts';
import { WIRE_CODES } from '../wire/refusals.ts';

/** Said while the database comes up, before there is anything behind the port. */
const STARTING = { starting: 503 } as const;

const CODES = Object.keys({ ...EDGE_CODES, ...STARTING });

export const EnvelopeAnswer = z
  .strictObject({
    error: z.strictObject({
      code: z.enum([...REFUSAL_CODES, ...CODES]),
      message: z.string().meta({ description: 'What was expected, what came, what to do.' }),
      detail: z.record(z.string(), z.unknown()).optional(),
      requestId: z.string().optional().meta({ description: "Finds the line in the server's log." }),
    }),
  })
  .meta({ id: 'Refusal', description: 'The answer "no". Programs rely on `code`, people read `message`.' });

const STATUS_BY_CODE: readonly (readonly [string, number])[] = [
  ...Object.entries({ ...EDGE_CODES, ...STARTING }),
  ...Object.entries(WIRE_CODES).map(([code, { status }]) => [code, status] as const),
];

/** The codes that are answered with a status. */
export const codesOf = (status: number): readonly string[] =>
  STATUS_BY_CODE.filter(([, one]) => one === status).map(([code]) => code);

/** Every status but those of success. */
export const REFUSAL_STATUSES: readonly number[] = [
  ...new Set(STATUS_BY_CODE.map(([, status]) => status)),
].sort((a, b) => a - b);
