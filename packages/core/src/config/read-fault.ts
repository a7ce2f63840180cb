/** Finds the text that a fault's sentence was made from, for desks that say it in another language. */
import { textFinder } from '../gapped-texts.ts';
import { FAULT_TEXTS, FAULT_THINGS, type FaultCode, type FaultThing } from './fault-texts.ts';

/** What a sentence names before it says what is wrong there. */
export type FaultPlace =
  | { readonly thing: FaultThing; readonly name: string; readonly column?: string; readonly quoted?: string }
  | { readonly column: string }
  | { readonly option: string }
  | { readonly workbin: string }
  | { readonly cell: string }
  | { readonly part: string };

export interface ReadFault {
  /** From the outside to the inside. */
  readonly places: readonly FaultPlace[];
  readonly code: FaultCode;
  readonly facts: Readonly<Record<string, string>>;
}

const THINGS = FAULT_THINGS.join('|');

const PLACES = [
  new RegExp(
    `^(?<thing>${THINGS}) "(?<name>.+?)"(?:, column (?<column>\\d+))?(?:, "(?<quoted>.+?)")?: (?<rest>.+)$`,
    'su',
  ),
  /^column (?<column>\d+): (?<rest>.+)$/su,
  /^option "(?<option>.+?)": (?<rest>.+)$/su,
  /^workbin (?<workbin>.+?): (?<rest>.+)$/su,
  /^"(?<cell>.*?)": (?<rest>.+)$/su,
  /^(?<part>settings|application|tenant): (?<rest>.+)$/su,
];

const textOf = textFinder(FAULT_TEXTS, { thing: THINGS });

/** What a sentence tells and where; `undefined` for a sentence that none of the texts makes. */
export function readFault(sentence: string): ReadFault | undefined {
  // What stands before comes off first: it could be taken for a part of a name.
  for (const place of PLACES) {
    const { rest, ...named } = place.exec(sentence)?.groups ?? {};
    const inside = rest === undefined ? undefined : readFault(rest);
    if (inside === undefined) continue;
    const told = Object.fromEntries(Object.entries(named).filter(([, value]) => value !== undefined));
    return { ...inside, places: [told as FaultPlace, ...inside.places] };
  }
  const found = textOf(sentence);
  return found && { places: [], ...found };
}
