/** How far an import has come, kept beside its file so that the same command goes on after an interruption. */
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { atTheBeginning, ImportState } from '@intray/importing';

/** The state file is not one of this run; the message says what to do. */
export class ForeignState extends Error {
  override readonly name = 'ForeignState';
}

/**
 * Where to go on: the beginning, unless a state file says otherwise.
 * @throws ForeignState if there is one of another mapping, file or server
 */
export async function readState(path: string, run: string): Promise<ImportState> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') throw cause;
    return atTheBeginning(run);
  }
  const state = ImportState.safeParse(parseJson(text));
  if (state.success && state.data.run === run) return state.data;
  throw new ForeignState(
    `${path} remembers an import that was interrupted, but of another mapping, another file or to another server. ` +
      'Finish that one with the same command as before, or delete the file to begin anew: ' +
      'rows that are there already are not imported twice.',
  );
}

/** Replaces the state whole or not at all. */
export async function writeState(path: string, state: ImportState): Promise<void> {
  await writeFile(`${path}.new`, `${JSON.stringify(state, undefined, 2)}\n`);
  await rename(`${path}.new`, path);
}

export const removeState = (path: string): Promise<void> => rm(path, { force: true });

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
