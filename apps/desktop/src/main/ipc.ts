/** The only door from the page: checks who asks and what, and throws nothing across. */
import {
  type BridgeAnswer,
  type Input,
  no,
  type Outputs,
  VERB_NAMES,
  VERBS,
  type Verb,
} from '../shared/contract.ts';
import { VERB_CHANNELS } from '../shared/verb-names.ts';
import type { Electron, Sender } from './facade.ts';

export type Handlers = {
  readonly [V in Verb]: (input: Input<V>) => Promise<BridgeAnswer<Outputs[V]>> | BridgeAnswer<Outputs[V]>;
};

export interface Door {
  /** Whether this is our own page, in its own frame. */
  readonly isOurs: (sender: Sender) => boolean;
  /** A handler broke: told here, while the page only hears that it failed. */
  readonly onFailure: (verb: Verb, failure: unknown) => void;
}

/** What is wrong with an input, short enough to be shown: where and why, never the input itself. */
function faultOf(
  verb: Verb,
  issues: readonly { readonly path: PropertyKey[]; readonly message: string }[],
): string {
  const [first] = issues;
  const where =
    first === undefined || first.path.length === 0 ? '' : ` at ${first.path.map(String).join('.')}`;
  return `"${verb}"${where}: ${first?.message ?? 'malformed'}`.slice(0, 300);
}

async function answer<V extends Verb>(
  verb: V,
  handlers: Handlers,
  door: Door,
  [sender, input]: readonly [Sender, unknown],
): Promise<BridgeAnswer<Outputs[V]>> {
  if (!door.isOurs(sender)) return no('not_our_page', 'Only the desk itself may ask this.');
  try {
    const parsed = VERBS[verb].safeParse(input);
    if (!parsed.success) return no('malformed', faultOf(verb, parsed.error.issues));
    return await handlers[verb](parsed.data as Input<V>);
  } catch (failure) {
    // The one edge of this process: with its cause kept for the log, and none of it for the page.
    door.onFailure(verb, failure);
    return no('failed', `"${verb}" failed. The log of the desk says why.`);
  }
}

/** Answers every verb; a channel that is not in the contract has nobody behind it. */
export function openDoor(ipc: Electron['ipc'], handlers: Handlers, door: Door): void {
  for (const verb of VERB_NAMES)
    ipc.handle(VERB_CHANNELS[verb], (sender, input) => answer(verb, handlers, door, [sender, input]));
}
