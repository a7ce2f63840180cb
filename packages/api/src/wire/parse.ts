/** Reads input by a schema, or says what is wrong with it. */
import type { z } from 'zod';
import { EdgeRefusal } from './envelope.ts';
import { describeIssues, issuesOf } from './issues.ts';

/** @throws EdgeRefusal `invalid_input`, with every issue in `detail.issues` */
export function parse<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const issues = issuesOf(result.error, input);
  throw new EdgeRefusal('invalid_input', describeIssues(issues), { detail: { issues } });
}
