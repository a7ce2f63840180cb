/**
 * Everything the page may ask of the main process: a closed list of verbs, each with the shape of what it takes. The
 * page is treated as a stranger; what does not fit is refused before any code of ours sees it.
 */
import { z } from 'zod';
import { Settings } from './settings.ts';

const MEGABYTE = 1024 * 1024;
/** The largest answer of a server that the page keeps, and the largest request. */
export const LARGEST_TEXT = MEGABYTE;
/** The snapshot of 500 pieces of work takes about 1 MB; there is room for ten times as many. */
export const LARGEST_KEPT = 16 * MEGABYTE;

/** Paths of Intray's own wires, and nothing else of a server. No `..`, no second slash, no other host. */
const ServerPath = z
  .string()
  .max(8_192)
  .regex(/^\/(trpc|api\/v1|healthz)(?=$|[/?])[^\s\\#]*$/)
  .refine((path) => !/(^|\/)(\.|%2e){1,2}(\/|\?|$)/i.test(path) && !/\/\//.test(path.split('?')[0] ?? ''), {
    error: 'must be a plain path of the server',
  });

export const ServerRequest = z
  .object({
    method: z.enum(['GET', 'POST']),
    path: ServerPath,
    contentType: z.literal('application/json').optional(),
    body: z.string().max(LARGEST_TEXT).optional(),
  })
  .strict();
export type ServerRequest = z.infer<typeof ServerRequest>;

const SocketNumber = z.number().int().min(1).max(Number.MAX_SAFE_INTEGER);
const Id = z.string().min(1).max(64);
const Line = z.string().max(300);

export const Offer = z
  .object({ id: Id, ticket: z.number().int(), title: Line, detail: Line, mayReject: z.boolean() })
  .strict();
export type Offer = z.infer<typeof Offer>;

/** How the desk stands, for the tray, the badge and the notifications. */
export const DeskState = z
  .object({
    signedIn: z.boolean(),
    session: z.boolean(),
    ready: z.boolean(),
    online: z.boolean(),
    inHand: z.number().int().min(0).max(100_000),
    waiting: z.number().int().min(0).max(100_000),
    offers: z.array(Offer).max(200),
  })
  .strict();
export type DeskState = z.infer<typeof DeskState>;

export const ServerAddress = z
  .object({ name: z.string().trim().min(1).max(80), url: z.string().max(500) })
  .strict();

const Shelf = z.enum(['queue', 'snapshot', 'drafts']);
export type Shelf = z.infer<typeof Shelf>;
const nothing = z.object({}).strict();

/** Verb → what it takes. */
export const VERBS = {
  /** What the page needs to begin. */
  begin: nothing,
  ask: ServerRequest,
  openSocket: z.object({ socket: SocketNumber }).strict(),
  sendToSocket: z.object({ socket: SocketNumber, text: z.string().max(LARGEST_TEXT) }).strict(),
  closeSocket: z.object({ socket: SocketNumber }).strict(),
  readKept: z.object({ shelf: Shelf }).strict(),
  keep: z.object({ shelf: Shelf, text: z.string().max(LARGEST_KEPT) }).strict(),
  addServer: ServerAddress,
  chooseServer: z.object({ id: Id }).strict(),
  removeServer: z.object({ id: Id }).strict(),
  changeSettings: Settings.partial().strict(),
  tell: DeskState,
  openLink: z.object({ url: z.string().max(2_048) }).strict(),
  /** Something the person should know although they may not be looking at the window. */
  say: z.object({ title: Line, body: Line }).strict(),
  /** Shows where the log lies. */
  showLog: nothing,
  /** Something broke in the page: where in the program, without what it said. */
  report: z.object({ what: Line, stack: z.string().max(4_000) }).strict(),
} as const;

export type Verb = keyof typeof VERBS;
export type Input<V extends Verb> = z.infer<(typeof VERBS)[V]>;
export const VERB_NAMES = Object.keys(VERBS) as readonly Verb[];

export interface Server {
  readonly id: string;
  readonly name: string;
  /** `https://host`, without a path at the end. */
  readonly url: string;
}

export interface Begin {
  readonly servers: readonly Server[];
  /** The one in use. */
  readonly server?: string;
  readonly settings: Settings;
  readonly version: string;
  readonly language: string;
  /** What is kept is encrypted with a key of the system's key store; otherwise nothing is kept at all. */
  readonly keeps: boolean;
  /** Keys that were asked for and belong to another program. */
  readonly keysTaken: readonly string[];
}

export type ServerAnswer =
  | {
      readonly reached: true;
      readonly status: number;
      readonly contentType: string;
      readonly retryAfter?: string;
      readonly body: string;
    }
  | { readonly reached: false };

export interface Outputs {
  readonly begin: Begin;
  readonly ask: ServerAnswer;
  readonly openSocket: null;
  readonly sendToSocket: null;
  readonly closeSocket: null;
  readonly readKept: string | null;
  readonly keep: null;
  readonly addServer: Begin;
  readonly chooseServer: Begin;
  readonly removeServer: Begin;
  readonly changeSettings: Begin;
  readonly tell: null;
  readonly openLink: null;
  readonly say: null;
  readonly showLog: null;
  readonly report: null;
}

export const REFUSALS = [
  'not_our_page',
  'malformed',
  'no_server',
  'server_unknown',
  'address_refused',
  'link_refused',
  'not_kept',
  'socket_unknown',
  'failed',
] as const;

export interface BridgeRefusal {
  readonly code: (typeof REFUSALS)[number];
  readonly message: string;
}

/** An answer across the bridge: a value, or a reason. Nothing is thrown across it. */
export type BridgeAnswer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: BridgeRefusal };

export const no = (code: BridgeRefusal['code'], message: string): { ok: false; refusal: BridgeRefusal } => ({
  ok: false,
  refusal: { code, message },
});
export const yes = <T>(value: T): { ok: true; value: T } => ({ ok: true, value });
