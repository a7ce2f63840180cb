/**
 * What an option's value may be. In a section every value is text, as in Genesys; each kind reads it into what it
 * means, or says what it expected. What is written is read back as the same value.
 */

/** What names in a value are names of. */
export const NAMED_THINGS = [
  'a business attribute',
  'a disposition',
  'a not-ready reason',
  'a queue',
  'a workbin type',
  'a workbin type that agents own and that takes the medium',
  'an attached key',
  'attached keys, or From, To, Subject, Priority, Received, Submitted, OwnerId, ProcessedBy',
  'media types',
  'names of columns',
  'names of filters',
] as const;
export type NamedThing = (typeof NAMED_THINGS)[number];

/** A kind of value. */
export interface ValueKind<T> {
  /** Ends the sentence "expected …". */
  readonly expected: string;
  /** The same for whoever says it in another language, together with the facts below. */
  readonly form: 'flag' | 'text' | 'name' | 'number' | 'oneOf' | 'someOf' | 'names' | 'bell';
  readonly things?: NamedThing;
  /** The only texts there are, where there are few. */
  readonly choices?: readonly string[];
  /** Several, separated by commas. */
  readonly several?: true;
  /** Of a text, in characters. */
  readonly longest?: number;
  /** Of a number. */
  readonly least?: number;
  readonly most?: number;
  /** `undefined`: the text is no such value. */
  read(text: string): T | undefined;
  write(value: T): string;
}

/** A text of at most so many characters. */
const LONGEST = 2_000;

const CONTROL = /[\p{Cc}\p{Cs}]/u;
const parts = (text: string, by: string): readonly string[] => text.split(by).map((part) => part.trim());
const isDistinct = (list: readonly string[]): boolean => new Set(list).size === list.length;

export const flag: ValueKind<boolean> = {
  expected: '`true` or `false`',
  form: 'flag',
  choices: ['true', 'false'],
  read: (text) => {
    const word = text.trim().toLowerCase();
    return word === 'true' || word === 'false' ? word === 'true' : undefined;
  },
  write: String,
};

export const anyText: ValueKind<string> = {
  expected: `text of at most ${LONGEST} characters, without control characters`,
  form: 'text',
  longest: LONGEST,
  read: (text) => (text.length <= LONGEST && !CONTROL.test(text) ? text : undefined),
  write: (value) => value,
};

/** The name of a configured object; empty for none. */
export const nameOfOne = (what: NamedThing): ValueKind<string> => ({
  expected: `the name of ${what}, or nothing`,
  form: 'name',
  things: what,
  read: (text) => {
    const name = text.trim();
    return name.length <= 255 && !CONTROL.test(name) ? name : undefined;
  },
  write: (value) => value,
});

export const wholeNumber = (least: number, most: number): ValueKind<number> => ({
  expected: `a whole number from ${least} to ${most}`,
  form: 'number',
  least,
  most,
  read: (text) => {
    if (!/^\s*-?\d{1,9}\s*$/.test(text)) return undefined;
    const number = Number(text);
    return number >= least && number <= most ? number : undefined;
  },
  write: String,
});

export const oneOf = <const T extends string>(...choices: readonly T[]): ValueKind<T> => ({
  expected: choices.map((choice) => `\`${choice}\``).join(' or '),
  form: 'oneOf',
  choices,
  read: (text) => choices.find((choice) => choice === text.trim()),
  write: (value) => value,
});

/** Several of a few words, in an order that may matter; nothing for none. */
export const someOf = <const T extends string>(...choices: readonly T[]): ValueKind<readonly T[]> => ({
  expected: `some of ${choices.map((choice) => `\`${choice}\``).join(', ')}, separated by commas`,
  form: 'someOf',
  choices,
  several: true,
  read: (text) => {
    if (text.trim() === '') return [];
    const found = parts(text, ',').map((word) => choices.find((choice) => choice === word));
    return found.every((word) => word !== undefined) && isDistinct(found) ? found : undefined;
  },
  write: (value) => value.join(','),
});

/** Names of something, each once; nothing for none. */
export const names = (what: NamedThing): ValueKind<readonly string[]> => ({
  expected: `${what}, separated by commas, each once`,
  form: 'names',
  things: what,
  several: true,
  read: (text) => {
    if (text.trim() === '') return [];
    const list = parts(text, ',');
    return list.every((name) => name !== '' && name.length <= 255 && !CONTROL.test(name)) && isDistinct(list)
      ? list
      : undefined;
  },
  write: (value) => value.join(','),
});

export interface Bell {
  readonly file: string;
  /** Of several sounds the one with the highest is heard. */
  readonly priority: number;
  /** -1 until it is stopped, 0 once, otherwise milliseconds. */
  readonly duration: number;
  readonly device: 'primary' | 'secondary' | 'both';
}

const device = oneOf('primary', 'secondary', 'both');
const priority = wholeNumber(0, 1_000);
const duration = wholeNumber(-1, 600_000);

/** How it rings; `null` for not at all. */
export const bell: ValueKind<Bell | null> = {
  expected: 'nothing, or `file|priority|duration|device` such as `ring.mp3|10|-1|primary`',
  form: 'bell',
  read: (text) => {
    if (text.trim() === '') return null;
    const [file = '', first = '', long = '', where = '', ...more] = parts(text, '|');
    const [is, lasts, on] = [priority.read(first), duration.read(long), device.read(where)];
    const unusable = file === '' || CONTROL.test(file) || text.length > LONGEST || more.length > 0;
    return unusable || is === undefined || lasts === undefined || on === undefined
      ? undefined
      : { file, priority: is, duration: lasts, device: on };
  },
  write: (value) =>
    value === null ? '' : [value.file, value.priority, value.duration, value.device].join('|'),
};
