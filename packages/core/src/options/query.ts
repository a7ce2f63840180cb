/** Which options are asked about. */
import { z } from 'zod';
import { InteractionId, Name } from '../values.ts';

export const OptionsQuery = z
  .object({
    /** Whose; the caller's own if left out. */
    agentId: Name.optional(),
    /** One of them, by its full name; all of them if left out. */
    name: z.string().min(1).max(500).optional(),
    /** As they hold for this interaction, with its override sets. */
    interactionId: InteractionId.optional(),
  })
  .strict();
export type OptionsQuery = Readonly<z.infer<typeof OptionsQuery>>;
