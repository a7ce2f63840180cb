/** Which privileges are asked about. */
import { z } from 'zod';
import { Name } from '../values.ts';
import { PRIVILEGES } from './privileges.ts';

export const AccessQuery = z
  .object({
    /** Whose; the caller's own if left out. */
    agentId: Name.optional(),
    /** One of them; all of them if left out. */
    privilege: z.enum(PRIVILEGES).optional(),
    /** Only those held for media, for this one. */
    mediaType: Name.optional(),
  })
  .strict();
export type AccessQuery = Readonly<z.infer<typeof AccessQuery>>;
