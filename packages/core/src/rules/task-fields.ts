/** What a source may say of a task itself, and how it is read. */
import { z } from 'zod';
import { Name } from '../values.ts';

const At = z.number().int().min(0).max(8_640_000_000_000_000);
export const BusinessValue = z.number().int().min(-1_000_000_000).max(1_000_000_000);

/** What a source may say of a task itself; rules may say otherwise. */
export const TaskFields = z
  .object({
    department: Name.optional(),
    process: Name.optional(),
    businessValue: BusinessValue.optional(),
    activateAt: At.optional(),
    expireAt: At.optional(),
  })
  .strict();
export type TaskFields = Readonly<z.infer<typeof TaskFields>>;
