/**
 * Everything that anybody may ask for. A command is a wish; `decide` answers it with events or a refusal.
 * Each schema bounds its input, so that an edge parses once and everything behind it can trust the shape.
 */
import { z } from 'zod';
import { INTERACTION_TYPES } from './interaction/interaction.ts';
import { TaskFields } from './rules/task-fields.ts';
import { InteractionId, Name, text, UserDataInput, UserDataKey } from './values.ts';
import { WorkbinRef } from './workbin/schema.ts';

const Instant = z.number().int().min(0).max(8_640_000_000_000_000);
const Priority = z.number().int().min(-1_000_000).max(1_000_000);
const Why = text(500);
const target = { interactionId: InteractionId };
const about = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) =>
  z.object({ type: z.literal(type), ...target, ...shape }).strict();

/** Why an offer or a piece of work is taken back. `supervisor` and `origin` are people; the rest are deadlines. */
export const REVOKE_REASONS = [
  'inviteTimeout',
  'handlingTimeout',
  'leaseLapsed',
  'sessionEnded',
  'channelLeft',
  'supervisor',
  'origin',
] as const;
export type RevokeReason = (typeof REVOKE_REASONS)[number];

/** Commands to one interaction, by name. */
export const interactionCommands = {
  /** Brings work in. The same `externalId` again changes nothing and answers with the first id. */
  submit: about('submit', {
    externalId: Name.optional(),
    mediaType: Name,
    /** Inbound unless said otherwise. */
    interactionType: z.enum(INTERACTION_TYPES).optional(),
    /** If left out, the queue that is set for new work of the medium. */
    queue: Name.optional(),
    priority: Priority.optional(),
    dueAt: Instant.optional(),
    receivedAt: Instant.optional(),
    contactId: Name.optional(),
    userData: UserDataInput,
    /** Where it comes in, and so which rules sort and rank it. If it is left out, the queue says. */
    capturePoint: Name.optional(),
    task: TaskFields.optional(),
    /** Straight onto the desk of whoever brings it in; it waits in the queue for nobody. Refused as a pull would be. */
    take: z.literal(true).optional(),
  }),
  updateProperties: about('updateProperties', {
    priority: Priority.optional(),
    dueAt: Instant.nullable().optional(),
    contactId: Name.nullable().optional(),
    /** Of work that came in through a capture point. */
    task: TaskFields.optional(),
  }),
  /** Offers queued work to one agent. `among`: how many the router chose from; kept as a part of why. */
  invite: about('invite', { agentId: Name, among: z.number().int().min(1).optional() }),
  accept: about('accept', { ticket: z.number().int().optional() }),
  reject: about('reject', { ticket: z.number().int().optional(), reason: Why.optional() }),
  /** Takes an offer, or work in hand, back. */
  revoke: about('revoke', { reason: z.enum(REVOKE_REASONS) }),
  /** Puts work in hand aside, into a tray: the one named, or the agent's own for work of this medium in progress. */
  placeInWorkbin: about('placeInWorkbin', {
    workbin: WorkbinRef.optional(),
    saveLastAgent: z.boolean().optional(),
  }),
  /** Takes work out of a tray or a queue onto one's own desk, in any order. */
  pull: about('pull', { nickname: Name.optional() }),
  /** Moves work that is not in hand to another tray. */
  moveToWorkbin: about('moveToWorkbin', { workbin: WorkbinRef }),
  /** To the queue that is named, or outbound work to the queue that is set for what goes out. */
  moveToQueue: about('moveToQueue', { queue: Name.optional() }),
  /** Tells that a reply to it was sent off: it is put aside into the agent's own tray, still open. */
  reportReply: about('reportReply', { replyId: InteractionId.optional() }),
  /**
   * Offers work in hand to a colleague, and keeps it until the colleague accepts. An agent group and a skill are reached
   * through routing, and so are agents where that is set: the work then goes to a queue at once. Names exactly one target.
   */
  transfer: about('transfer', {
    agentId: Name.optional(),
    agentGroup: Name.optional(),
    skill: text(500).optional(),
  }),
  complete: about('complete', { disposition: Name.optional() }),
  /** Takes finished work up again, onto one's own desk; out of the history of the contact that it belongs to. */
  reopen: about('reopen', { contactId: Name.optional() }),
  /** Puts finished or cancelled work back into a queue: the one named, or its last. */
  restart: about('restart', { queue: Name.optional() }),
  hold: about('hold', { reason: Why.optional() }),
  resume: about('resume', {}),
  /** Sorts and ranks work that waits in a queue by the rules, anew if it was done before. */
  applyRules: about('applyRules', {}),
  cancel: about('cancel', { reason: Why.optional() }),
  /** Puts work away until a moment; it rests in a tray (or its queue) meanwhile and can be taken up earlier. */
  snooze: about('snooze', { wakeAt: Instant, workbin: WorkbinRef.optional() }),
  wake: about('wake', {}),
  /** Adds keys. A key that exists already gets the new value, as Genesys does it. */
  attachUserData: about('attachUserData', { userData: UserDataInput }),
  /** Replaces values of keys, adding those that are missing. */
  updateUserData: about('updateUserData', { userData: UserDataInput }),
  deleteUserData: about('deleteUserData', { keys: z.array(UserDataKey).min(1).max(500) }),
  setDisposition: about('setDisposition', { disposition: Name.nullable() }),
  addNote: about('addNote', { text: text(10_000) }),
  /** Tells which interaction is on the agent's screen, for focus-time statistics. */
  setInFocus: about('setInFocus', {}),
} as const;

const agent = { agentId: Name };
const of = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) =>
  z.object({ type: z.literal(type), ...agent, ...shape }).strict();

/** Commands to one agent's work session, by name. */
export const sessionCommands = {
  /** Logs on to media channels at a place; ready or not as the agent's options say unless said here. Again while logged on: joins the same session from another tab. */
  startSession: of('startSession', {
    placeId: Name.optional(),
    channels: z
      .array(z.object({ mediaType: Name, ready: z.boolean().optional() }).strict())
      .max(50)
      .optional(),
  }),
  endSession: of('endSession', {}),
  /** "I am still here." */
  renewLease: of('renewLease', {}),
  /** Nobody renewed in time: the agent counts as unreachable. */
  expireLease: of('expireLease', {}),
  setReady: of('setReady', { mediaType: Name.optional() }),
  /** Logs off from one channel and stays on the others; logging on again with it takes it up. */
  leaveChannel: of('leaveChannel', { mediaType: Name }),
  setNotReady: of('setNotReady', { mediaType: Name.optional(), reason: Name.optional() }),
} as const;

type Inputs<T extends Record<string, z.ZodType>> = { [K in keyof T]: z.infer<T[K]> };

export type InteractionCommands = Inputs<typeof interactionCommands>;
export type InteractionCommand = InteractionCommands[keyof InteractionCommands];
export type InteractionCommandType = keyof InteractionCommands;

export type SessionCommands = Inputs<typeof sessionCommands>;
export type SessionCommand = SessionCommands[keyof SessionCommands];
export type SessionCommandType = keyof SessionCommands;

export type Command = InteractionCommand | SessionCommand;
export type CommandType = Command['type'];

/** Parses any command that came from outside. */
export const Command = z.discriminatedUnion('type', [
  ...(Object.values(interactionCommands) as [(typeof interactionCommands)['submit'], ...z.ZodObject[]]),
  ...Object.values(sessionCommands),
]) as unknown as z.ZodType<Command>;
