/** A case: one statement about the wire, with the numbers of the requirements it shows, and how to find out. */
import type { Medium, Settings } from '../stage/settings.ts';
import type { Stage } from '../stage/stage.ts';

export const AREAS = [
  'session',
  'workbins',
  'add',
  'pull',
  'subscribe',
  'workitems',
  'machine',
  'input',
  'access',
  'cometd',
  'messages',
] as const;

export type Area = (typeof AREAS)[number];

/** What the server has to do: the report counts by it. */
export type Expectation = 'success' | 'refusal' | 'message';

export interface Case {
  /** `area/what/which`, unique. */
  readonly id: string;
  readonly area: Area;
  /** `R47`, `R52`. */
  readonly requirements: readonly string[];
  /** What is so, in a sentence that begins with what is done. */
  readonly says: string;
  readonly expects: Expectation;
  /** Why the case means nothing for this server, if so. */
  readonly needless?: (settings: Settings) => string | undefined;
  /** Resolves when it is so. @throws Deviation, or whatever kept it from being found out */
  readonly run: (stage: Stage) => Promise<void>;
}

/** Writes down the cases of an area: `[id, requirements, says, expects, run, needless?]`. */
export function casesOf(area: Area) {
  const cases: Case[] = [];
  const add =
    (expects: Expectation) =>
    (id: string, requirements: string, says: string, run: Case['run'], needless?: Case['needless']): void => {
      cases.push({
        id: `${area}/${id}`,
        area,
        requirements: requirements.split(' ').filter((number) => number !== ''),
        says,
        expects,
        run,
        ...(needless === undefined ? {} : { needless }),
      });
    };
  return { cases, does: add('success'), refuses: add('refusal'), tells: add('message') };
}

export const needsMedium =
  (...media: readonly Medium[]) =>
  (settings: Settings): string | undefined => {
    const missing = media.filter((medium) => !settings.media.includes(medium));
    return missing.length === 0
      ? undefined
      : `The server is not said to have ${missing.join(', ')} (--media).`;
  };

export const needsSupervisor = ({ supervisor }: Settings): string | undefined =>
  supervisor === undefined ? 'No supervisor is given (--supervisor).' : undefined;

export const needsGroup = ({ agentGroup }: Settings): string | undefined =>
  agentGroup === undefined ? 'No agent group is given (--agent-group).' : undefined;

export const needsCreate = ({ create }: Settings): string | undefined =>
  create ? undefined : 'The server is said not to serve Create (--no-create).';

export const needsSockets = ({ sockets }: Settings): string | undefined =>
  sockets === true ? undefined : 'The server opens no WebSocket for notifications.';
