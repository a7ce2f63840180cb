/** The six questions of the guided set-up: how each is put, what is suggested, and what is an answer to it. */
import { Name } from '@intray/core';

export interface Person {
  readonly id: string;
  readonly name: string;
}

/** Something with an id, and what people call it. */
export type Named = Person;

export interface Answers {
  readonly name: string;
  readonly timeZone: string;
  readonly media: readonly Named[];
  readonly administrator: Person;
  readonly team: { readonly name: string; readonly agents: readonly Person[] };
  readonly queues: readonly string[];
}

export type Read<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly expected: string };

export interface Question<T> {
  readonly key: keyof Answers;
  /** As it is given on the command line, with two dashes before it. */
  readonly flag: string;
  readonly asks: string;
  readonly suggests: string;
  read(answer: string): Read<T>;
}

const yes = <T>(value: T): Read<T> => ({ ok: true, value });
const no = (expected: string): Read<never> => ({ ok: false, expected });

/** User names and media types stand in addresses and in the names of options. */
const PLAIN = /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u;
/** What the media are called that have a name everywhere. */
const KNOWN_MEDIA: Readonly<Record<string, string>> = {
  workitem: 'Work item',
  email: 'E-mail',
  chat: 'Chat',
  facebook: 'Facebook',
  twitter: 'Twitter',
};

const capitalised = (text: string): string => text.slice(0, 1).toLocaleUpperCase('en') + text.slice(1);
const isName = (text: string): boolean => Name.safeParse(text).success;

/** `ana`, or `ana = Ana Lima`. */
function readNamed(text: string, nameOf: (id: string) => string): Read<Named> {
  const [id = '', ...rest] = text.split('=').map((part) => part.trim());
  const name = rest.length === 0 ? nameOf(id) : rest.join(' = ');
  if (!PLAIN.test(id) || !isName(id))
    return no(`"${id}" is no short name: letters, digits, dots and dashes, without blanks`);
  return isName(name) ? yes({ id, name }) : no(`"${text}" has no name behind the "="`);
}

const parts = (text: string): readonly string[] => text.split(',').map((part) => part.trim());

/** Several, separated by commas, each once. */
function readSeveral<T>(text: string, one: (part: string) => Read<T>, idOf: (value: T) => string): Read<T[]> {
  const found = new Map<string, T>();
  for (const part of parts(text)) {
    const read = one(part);
    if (!read.ok) return read;
    const id = idOf(read.value);
    if (found.has(id)) return no(`"${id}" is there twice`);
    found.set(id, read.value);
  }
  return yes([...found.values()]);
}

const idOf = ({ id }: Named): string => id;
const readName = (text: string): Read<string> =>
  isName(text) ? yes(text) : no('a name of 1 to 255 characters is expected');

function readTeam(text: string): Read<Answers['team']> {
  const colon = text.indexOf(':');
  if (colon < 0) return no('a team and its agents are expected, such as "Returns: ana, ben"');
  const name = readName(text.slice(0, colon).trim());
  if (!name.ok) return name;
  const agents = readSeveral(text.slice(colon + 1), (part) => readNamed(part, capitalised), idOf);
  return agents.ok ? yes({ name: name.value, agents: agents.value }) : agents;
}

const isTimeZone = (zone: string): boolean =>
  zone === 'UTC' || Intl.supportedValuesOf('timeZone').includes(zone);

/** @param ownZone the time zone of this machine */
export const questions = (ownZone: string): { readonly [Key in keyof Answers]: Question<Answers[Key]> } => ({
  name: {
    key: 'name',
    flag: 'name',
    asks: 'What is the contact centre called?',
    suggests: 'Contact centre',
    read: readName,
  },
  timeZone: {
    key: 'timeZone',
    flag: 'time-zone',
    asks: 'In which time zone does it work?',
    suggests: isTimeZone(ownZone) ? ownZone : 'UTC',
    read: (text) =>
      isTimeZone(text) ? yes(text) : no('a time zone such as Europe/Berlin or UTC is expected'),
  },
  media: {
    key: 'media',
    flag: 'media',
    asks: 'Which kinds of work are there? Short names, separated by commas; "claim = Insurance claim" says what people call it.',
    suggests: 'workitem, email',
    read: (text) =>
      readSeveral(text, (part) => readNamed(part, (id) => KNOWN_MEDIA[id] ?? capitalised(id)), idOf),
  },
  administrator: {
    key: 'administrator',
    flag: 'administrator',
    asks: 'Who administers it? A user name, or "ana = Ana Lima".',
    suggests: 'admin = Administrator',
    read: (text) => readNamed(text, capitalised),
  },
  team: {
    key: 'team',
    flag: 'team',
    asks: 'Which team works first, and who is in it? Such as "Returns: ana = Ana Lima, ben".',
    suggests: 'Team: agent1, agent2',
    read: readTeam,
  },
  queues: {
    key: 'queues',
    flag: 'queues',
    asks: 'In which queues does work wait for this team? Separated by commas.',
    suggests: 'Inbox',
    read: (text) => readSeveral(text, readName, (name) => name),
  },
});
