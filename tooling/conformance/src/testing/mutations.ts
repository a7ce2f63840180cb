/**
 * Servers that do the wrong thing: Intray's own source, changed in one place while it is loaded. Unlike a fault of the
 * proxy, which only breaks what is answered, each of these behaves otherwise and tells of it consistently.
 */
import type { Case } from '../cases/case.ts';

/** One change to a source file of the server. The text must stand there exactly once. */
export interface Edit {
  /** From the repository's root. */
  readonly file: string;
  readonly find: string;
  readonly put: string;
}

export interface Mutation {
  readonly name: string;
  readonly edits: readonly Edit[];
  readonly finds: (candidate: Case) => boolean;
}

const ids =
  (...patterns: readonly RegExp[]) =>
  ({ id }: Case): boolean =>
    patterns.some((pattern) => pattern.test(id));

const CORE = 'packages/core/src';
const WIRE = 'packages/api/src/genesys';

export const MUTATIONS: readonly Mutation[] = [
  {
    name: 'whoever knows of an offer may accept it',
    edits: [
      {
        file: `${CORE}/interaction/rules.ts`,
        find: "either(all(isInvitee, isLoggedOn, hasPrivilege('handle')), all(isTimer, answersItself))",
        put: 'either(isLoggedOn, all(isTimer, answersItself))',
      },
    ],
    finds: ids(/^machine\/Offering\/Accept$/),
  },
  {
    name: 'what rests in a workbin can be changed and finished where it lies',
    edits: [
      {
        file: `${WIRE}/routes/interactions.ts`,
        find: '{ expectInHand: needsHand(operation) }',
        put: '{}',
      },
    ],
    finds: ids(/^machine\/InWorkbin\/(AttachUserData|UpdateUserData|DeleteUserData|Complete)$/),
  },
  {
    name: 'a pulled item comes to the owner of the workbin, whoever pulled',
    edits: [
      {
        file: `${CORE}/interaction/evolve.ts`,
        find: 'handler: data.agentId',
        put: "handler: 'fromWorkbin' in data && data.fromWorkbin.owner.kind === 'Agent' ? data.fromWorkbin.owner.id : data.agentId",
      },
    ],
    finds: ids(/^workbins\/user\/pull$/),
  },
  {
    name: 'everybody hears the referenceId of whoever acted',
    edits: [
      {
        file: `${WIRE}/references.ts`,
        find: 'digits !== undefined && owner === userName ?',
        put: 'digits !== undefined && owner !== undefined && userName !== undefined ?',
      },
      {
        file: `${WIRE}/notifications/presence.ts`,
        find: 'event.by === agentId ? referenceIn(message.commandId, agentId) : undefined',
        put: 'referenceIn(message.commandId, agentId)',
      },
    ],
    finds: ids(
      /^messages\/offer\/no-referenceId$/,
      /^messages\/(add|pull)\/workbin\/supervisor\/no-referenceId$/,
      /^subscribe\/group\/others-are-told$/,
    ),
  },
  {
    name: 'the item is told before its workbin',
    edits: [
      {
        file: `${WIRE}/notifications/letters.ts`,
        find: '[...inTrays(news), ...onDesk(news)]',
        put: '[...onDesk(news), ...inTrays(news)]',
      },
    ],
    finds: ids(/^messages\/(add|pull)\/order$/),
  },
  {
    name: 'saveLAR must be a boolean',
    edits: [
      {
        file: `${WIRE}/route.ts`,
        find: "z.union([z.boolean(), z.enum(['true', 'false']).transform((word) => word === 'true')])",
        put: 'z.boolean()',
      },
    ],
    // A group's workbin is filled in the words of its page, which writes the text.
    finds: ids(/^add\/saveLAR\/string-(true|false)$/, /^workbins\/group\/content$/),
  },
  {
    name: 'changes by cookie need no token',
    edits: [
      {
        file: `${WIRE}/session.ts`,
        find: 'if (byBasic || !settings.enableCsrfProtection || secret === undefined) return true;',
        put: 'if (byBasic || secret !== undefined || request.url !== "") return true;',
      },
    ],
    finds: ids(/^session\/csrf\/(missing|wrong)$/),
  },
];
