/** One thing that the server answers over HTTP, as the documentation tells it. */
import type { z } from 'zod';

export interface DocumentedAnswer {
  readonly description: string;
  /** Absent: it has no body. */
  readonly schema?: z.ZodType;
  /** `application/json` unless told otherwise. */
  readonly type?: string;
}

/** How a caller may say who they are: each alone is enough, and what stands in one goes together. */
export type Access = readonly Readonly<Record<string, readonly never[]>>[];

export interface Operation {
  readonly method: 'get' | 'post';
  /** As the server has it: `/api/v1/interactions/:id`. */
  readonly path: string;
  readonly tag: Tag;
  readonly summary: string;
  readonly description?: string;
  readonly access: Access;
  /** What parts of the path must look like; text where nothing is said. */
  readonly params?: Readonly<Record<string, z.ZodType>>;
  readonly query?: Readonly<Record<string, z.ZodType>>;
  /** Any other name in the query is an attribute that rows must have. */
  readonly filters?: boolean;
  /** Headers that may be sent, by name, each with what it is for. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: z.ZodType;
  readonly answers: Readonly<Record<number, DocumentedAnswer>>;
}

/** Groups of the documentation, in the order in which it shows them. */
export const TAGS = {
  'Signing in':
    'A cookie for browsers; programs may send a user name and password by HTTP Basic with every request.',
  Work: 'Submit work, look at it, give commands to it.',
  Desk: 'What a person has in hand, and where more of it lies.',
  'Genesys: the caller':
    'The work session and its channels, as clients of Genesys Web Services v2 know them.',
  'Genesys: the contact centre': 'Users, queues, states.',
  'Genesys: workbins': 'Which there are, what is in them, putting in and taking out.',
  'Genesys: items': 'Work items, e-mails, chats and the other media.',
  'Genesys: notifications': 'CometD. What is sent there is described in asyncapi.json.',
  Operation: 'For whoever runs the server.',
  Documentation: 'This.',
  'Web desk': "The pages' own wire, which changes with them: programs use the others.",
} as const;
export type Tag = keyof typeof TAGS;

const NONE: readonly never[] = [];
export const ANYONE: Access = [];
/** `/api/v1`: Basic, or our cookie and for a change the token that goes with it. */
export const reading: Access = [{ basic: NONE }, { cookie: NONE }];
export const changing: Access = [{ basic: NONE }, { cookie: NONE, token: NONE }];
/** `/api/v2` takes the cookie of its own clients, too. */
export const readingV2: Access = [{ basic: NONE }, { jsessionid: NONE }, { cookie: NONE }];
export const changingV2: Access = [
  { basic: NONE },
  { jsessionid: NONE, csrf: NONE },
  { cookie: NONE, token: NONE },
];
