/** A server of one agent and a few pieces of work that decides with core, behind a wire that a test can cut. */
import {
  type AgentSession,
  type Command,
  type ContactCentreConfig,
  catalogueFor,
  contactCentre,
  DEFAULT_SETTINGS,
  decideInteraction,
  deskFacts,
  type Interaction,
  isSessionCommand,
  noSession,
  type Outcome,
  sameWorkbin,
  unsubmitted,
  user,
  viewOf,
  type WorkbinRef,
} from '@intray/core';
import { lineOf } from '../../lists.ts';
import type { DeskPort, ExecuteMore, Link } from '../../port.ts';
import { Refused } from '../../port.ts';
import type { Shelves } from '../kept.ts';

export const ME = 'ana';
export const MINE: WorkbinRef = { type: 'in-progress', owner: { kind: 'Agent', id: ME } };

const CONFIG: ContactCentreConfig = {
  agents: [
    { id: ME, name: 'Ana', roles: ['agent'] },
    { id: 'ben', name: 'Ben', roles: ['agent'] },
  ],
  places: [],
  placeGroups: [],
  agentGroups: [{ id: 'Team', name: 'Team', members: [ME, 'ben'], supervisors: [] }],
  mediaTypes: [{ id: 'email', name: 'E-mail', inProgressWorkbin: 'in-progress', capacity: 5 }],
  queues: [{ id: 'Inbox', name: 'Inbox', agentGroups: ['Team'] }],
  workbinTypes: [{ id: 'in-progress', name: 'In progress', ownerKind: 'Agent' }],
  roles: [{ id: 'agent', name: 'Agent', privileges: ['handle', 'use-workbins', 'move-to-workbin'] }],
  dispositions: [{ id: 'solved', name: 'Solved' }],
  notReadyReasons: [],
  settings: DEFAULT_SETTINGS,
};

/** `lost`: the command arrives, and its answer does not. */
type Wire = 'there' | 'cut' | 'lost';

export class SmallServer {
  readonly centre = contactCentre(CONFIG);
  now = Date.now();
  wire: Wire = 'there';
  /** What was decided here, in order, by command id. */
  readonly decided: string[] = [];
  /** Everything that was asked, by the name of the question. */
  readonly questions: string[] = [];
  readonly #interactions = new Map<string, Interaction>();
  readonly #receipts = new Map<string, Outcome>();
  readonly #listeners = new Set<() => void>();
  #link: Link = 'online';
  readonly #session: AgentSession = {
    ...noSession(ME),
    active: true,
    reachable: true,
    channels: { email: { ready: true, since: 0 } },
  };

  /** In Ana's hands unless said otherwise. */
  holds(id: string, where: Partial<Interaction> = { state: 'Processing', handler: ME }): void {
    const made = { ...unsubmitted(id), mediaType: 'email', queue: 'Inbox', version: 3 };
    this.#interactions.set(id, { ...made, userData: { colour: 'red' }, ...where });
  }
  /** Somebody else changes it. */
  changes(id: string, change: Partial<Interaction>): void {
    const found = this.interaction(id);
    this.#interactions.set(id, { ...found, ...change, version: found.version + 1 });
  }
  interaction(id: string): Interaction {
    const found = this.#interactions.get(id);
    if (found === undefined)
      throw new Refused({ code: 'interaction_unknown', message: `There is no ${id}.` });
    return found;
  }
  linked(link: Link): void {
    this.#link = link;
    for (const listener of [...this.#listeners]) listener();
  }
  /** Neither answers nor is there; then the desk hears of it. */
  cut(): void {
    this.wire = 'cut';
    this.linked('reconnecting');
  }
  back(): void {
    this.wire = 'there';
    this.linked('online');
  }

  #standing(id: string, actor: string) {
    const session = (agentId: string) => (agentId === ME ? this.#session : undefined);
    return {
      interaction: this.interaction(id),
      actor: user(actor),
      now: this.now,
      centre: this.centre,
      session,
      resting: () => 0,
    };
  }
  #view(id: string) {
    return viewOf(this.#standing(id, ME));
  }

  #decide(commandId: string, command: Command, { expectVersion }: ExecuteMore): Outcome {
    const known = this.#receipts.get(commandId);
    if (known !== undefined) return known;
    if (isSessionCommand(command)) return { ok: true, id: ME, version: 1, events: [] };
    const { version } = this.interaction(command.interactionId);
    if (expectVersion !== undefined && expectVersion !== version)
      return {
        ok: false,
        refusal: { code: 'version_mismatch', message: 'It has changed.', detail: {} },
      };
    const decision = decideInteraction({ ...this.#standing(command.interactionId, ME), command });
    if (!decision.ok) return decision;
    this.decided.push(commandId);
    this.#interactions.set(command.interactionId, decision.next);
    const receipt: Outcome = {
      ok: true,
      id: command.interactionId,
      version: decision.next.version,
      state: decision.next.state,
      events: decision.events.map(({ type }) => type),
    };
    this.#receipts.set(commandId, receipt);
    return receipt;
  }

  /** Asked again until an answer comes, as the wire does, or until the signal ends it. */
  async #execute(commandId: string, command: Command, more: ExecuteMore = {}): Promise<Outcome> {
    if (this.wire !== 'cut') {
      const outcome = this.#decide(commandId, command, more);
      if (this.wire === 'there') return outcome;
    }
    await new Promise<void>((resolve, reject) => {
      this.#listeners.add(() => this.wire === 'there' && resolve());
      more.signal?.addEventListener('abort', () => reject(new DOMException('Ended.', 'AbortError')));
    });
    return this.#decide(commandId, command, more);
  }

  async #answer<T>(question: string, value: () => T): Promise<T> {
    this.questions.push(question);
    if (this.wire !== 'there') throw new TypeError('The server was not reached.');
    return value();
  }

  /** The wire of Ana's desk: all that the desk without a server asks of it. */
  port(): DeskPort {
    const me = () => {
      const facts = deskFacts(ME, this.centre);
      if (facts === undefined) throw new Error('Ana is gone.');
      const mine = [...this.#interactions.values()].filter(
        ({ handler, invitation }) => handler === ME || invitation?.agentId === ME,
      );
      const work = mine.map(({ id }) => this.#view(id));
      return { ...facts, session: this.#session, work, cursor: '1', now: this.now };
    };
    const resting = (workbin: WorkbinRef) =>
      [...this.#interactions.values()].filter((one) => sameWorkbin(one.workbin, workbin));
    const port: Partial<DeskPort> = {
      me: () => this.#answer('me', me),
      catalogue: () => this.#answer('catalogue', () => catalogueFor(user(ME), this.centre)),
      workbins: () =>
        this.#answer('workbins', () => [
          { workbin: MINE, name: 'In progress', mine: true, count: resting(MINE).length, unopened: 0 },
        ]),
      workbinContent: (workbin) =>
        this.#answer('workbinContent', () => ({
          items: resting(workbin).map(({ id }) => lineOf(this.#view(id))),
        })),
      queues: () => this.#answer('queues', () => []),
      interaction: (id) => this.#answer('interaction', () => this.#view(id)),
      history: () => this.#answer('history', () => ({ items: [] })),
      search: () => this.#answer('search', () => ({ items: [] }) as never),
      pullNext: () =>
        this.#answer('pullNext', (): Outcome => ({ ok: true, id: 'x', version: 1, events: [] })),
      signOut: async () => undefined,
      execute: (commandId, command, more) => this.#execute(commandId, command, more),
      follow: () => () => undefined,
      onSignedOut: () => () => undefined,
      link: () => this.#link,
      onLink: (listener) => {
        this.#listeners.add(listener);
        return () => this.#listeners.delete(listener);
      },
    };
    return port as DeskPort;
  }
}

/** A shelf in memory, which outlives the desk that writes on it. */
export function shelves(): Shelves & { readonly texts: Record<string, string> } {
  const texts: Record<string, string> = {};
  return {
    texts,
    read: async (shelf) => texts[shelf],
    write: async (shelf, text) => {
      texts[shelf] = text;
    },
  };
}
