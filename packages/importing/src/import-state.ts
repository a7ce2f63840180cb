/** How far an import has come: what has to be remembered to go on after an interruption. */
import { z } from 'zod';

const Count = z.number().int().min(0);

export const ImportState = z.strictObject({
  /** What this run is about. Another mapping, file or server is another run. */
  run: z.string(),
  /** Every row up to and including this physical line is done: imported, already there, or among the rejects. */
  line: Count,
  created: Count,
  alreadyThere: Count,
  rejected: Count,
  /** Length of the rejects at this point, in bytes. */
  rejectsBytes: Count,
});
export type ImportState = z.infer<typeof ImportState>;

export const atTheBeginning = (run: string): ImportState => ({
  run,
  line: 0,
  created: 0,
  alreadyThere: 0,
  rejected: 0,
  rejectsBytes: 0,
});

/** How many rows are done. */
export const rowsOf = ({ created, alreadyThere, rejected }: ImportState): number =>
  created + alreadyThere + rejected;
