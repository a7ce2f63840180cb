/**
 * A desk that decides for real, by core's own `decide`, and forgets everything when it goes: for tests of what is
 * built on a desk. One thing at a time, so nothing can race; no router and no sweeper, so offers are the test's to make.
 */
import {
  type Command,
  type ContactCentreConfig,
  type Desk,
  decide,
  EVERYTHING,
  isSessionCommand,
  maySeeServers,
  type Order,
  type Outcome,
  type Receipt,
  topicsFor,
} from '@intray/core';
import { DEMO_CENTRE } from './demo-centre.ts';
import { memoryConfiguration } from './memory-configuration.ts';
import { memoryFeed } from './memory-feed.ts';
import { memoryHistory } from './memory-history.ts';
import { memoryOperations } from './memory-operations.ts';
import { questions } from './memory-questions.ts';
import { memoryReports } from './memory-reports.ts';
import { memoryRows } from './memory-rows.ts';

const MEMORY_DATABASE = {
  ...{ version: 'memory', migration: 'none', bytes: 0, connections: 0, mostConnections: 0 },
  ...{ reachable: true, ms: 0 },
};

export interface MemoryDeskOptions {
  readonly config?: ContactCentreConfig;
  readonly now?: () => number;
}

/** Makes an empty desk. It never fails; wrap it to see what happens when one does. */
export function memoryDesk({ config = DEMO_CENTRE, now = Date.now }: MemoryDeskOptions = {}): Desk {
  const rows = memoryRows();
  const { centre, ...configuring } = memoryConfiguration(config, rows, now);
  const feed = memoryFeed();

  const lastAgents = new Map<string, string>();
  const lastAgentFor = (command: Command) =>
    command.type === 'submit' && command.contactId !== undefined
      ? lastAgents.get(JSON.stringify([command.contactId, command.mediaType]))
      : undefined;

  function perform(order: Order): Outcome {
    const { command, actor, commandId } = order;
    const known = commandId === undefined ? undefined : rows.receipts.get(commandId);
    if (known !== undefined) return known;

    const existing = command.type === 'submit' ? rows.byExternalId(command.externalId) : undefined;
    const subject = existing?.id ?? (isSessionCommand(command) ? command.agentId : command.interactionId);
    const interaction = isSessionCommand(command) ? undefined : rows.interactions.get(subject);
    const situation = {
      interaction,
      session: (agentId: string) => rows.sessions.get(agentId),
      resting: (workbin: Parameters<typeof rows.resting>[0]) => rows.resting(workbin).length,
      lastAgent: lastAgentFor(command),
      now: now(),
      centre: centre(),
    };
    const decision = decide(situation, command, actor, order);
    if (!decision.ok) return decision;
    const last = decision.lastAgent;
    if (last !== undefined) lastAgents.set(JSON.stringify([last.contactId, last.mediaType]), last.agentId);

    if (decision.interaction !== undefined) rows.interactions.set(subject, decision.interaction);
    for (const session of decision.sessions) rows.sessions.set(session.agentId, session);
    for (const event of decision.events) feed.append(event, decision.topics, commandId);

    const after = decision.interaction;
    const receipt: Receipt = {
      ok: true,
      id: subject,
      version: after?.version ?? rows.sessions.get(subject)?.version ?? 0,
      ...(after === undefined ? {} : { state: after.state }),
      events: decision.events.map(({ type }) => type),
    };
    if (commandId !== undefined) rows.receipts.set(commandId, receipt);
    return receipt;
  }

  return {
    execute: async (order) => perform(order),
    ...configuring,
    ...memoryReports(() => feed.events, centre),
    ...memoryOperations({ rows, centre, now, perform }),
    ...memoryHistory({ centre, rows, now, perform }),
    ...questions({ centre, rows, feed, now }),
    follow: (actor, cursor, signal) =>
      feed.follow(
        (topics) => {
          const mine = topicsFor(
            actor,
            actor.kind === 'user' ? rows.sessions.get(actor.id) : undefined,
            centre(),
          );
          return mine.has(EVERYTHING) || [...topics].some((topic) => mine.has(topic));
        },
        cursor,
        signal,
      ),
    async operations(actor) {
      const refusal = maySeeServers(actor, centre());
      if (refusal) return { ok: false, refusal };
      const asked = { asOf: now(), now: now(), answeredBy: 'memory', troubles: [] };
      const active = [...rows.sessions.values()].filter((session) => session.active);
      const people = {
        loggedOn: active.length,
        reachable: active.filter(({ reachable }) => reachable).length,
      };
      return { ok: true, value: { ...asked, nodes: [], people, waiting: 0, database: MEMORY_DATABASE } };
    },
    health: async () => ({ ready: true, parts: { memory: { ok: true } }, feedLag: 0 }),
  };
}
