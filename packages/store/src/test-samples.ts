/** Small plain records for the store's tests: whatever a test does not care about is the same everywhere. */
import type { AgentSession, DomainEvent, Interaction, NodeReport, PageRequest } from '@intray/core';
import type { LoadRequest, SaveBatch, Saved, Store } from './store.ts';

/** The seed of all random tests, printed by fast-check with a counterexample. */
export const SEED = 20_261_120;

export const NOW = Date.UTC(2026, 10, 20, 9);

export const sampleInteraction = (id: string, over: Partial<Interaction> = {}): Interaction => ({
  id,
  mediaType: 'email',
  state: 'Queued',
  version: 1,
  queue: 'Inbox',
  priority: 0,
  userData: { Subject: `About ${id}`, From: 'someone@example.org' },
  noteCount: 0,
  exclusions: [],
  submittedBy: 'importer',
  submittedAt: NOW,
  receivedAt: NOW,
  placedAt: NOW,
  ...over,
});

export const TRAY = { type: 'email.draft', owner: { kind: 'Agent', id: 'agent1' } } as const;

export const inTray = (id: string, over: Partial<Interaction> = {}): Interaction =>
  sampleInteraction(id, { state: 'InWorkbin', workbin: TRAY, ...over });

export const onDeskOf = (handler: string, id: string, over: Partial<Interaction> = {}): Interaction =>
  sampleInteraction(id, {
    state: 'Processing',
    handler,
    assignedTo: handler,
    handleUntil: NOW + 60_000,
    ...over,
  });

export const sampleSession = (agentId: string, over: Partial<AgentSession> = {}): AgentSession => ({
  agentId,
  version: 1,
  active: true,
  reachable: true,
  placeId: 'Place 1',
  startedAt: NOW,
  leaseUntil: NOW + 15_000,
  channels: { email: { ready: true, since: NOW } },
  load: { email: 1 },
  idleSince: NOW,
  ...over,
});

export const eventOn = (interactionId: string, version: number, at = NOW): DomainEvent => ({
  subject: 'interaction',
  type: 'ResumedInQueue',
  interactionId,
  state: 'Queued',
  version,
  at,
  by: 'lead1',
  data: {},
});

export const batch = (over: Partial<SaveBatch>): SaveBatch => ({
  interactions: [],
  sessions: [],
  tallies: [],
  events: [],
  receipts: [],
  lastAgents: [],
  ...over,
});

export const request = (over: Partial<LoadRequest>): LoadRequest => ({
  interactionIds: [],
  externalIds: [],
  agentIds: [],
  workbins: [],
  commandIds: [],
  contactIds: [],
  ...over,
});

export const page = (over: Partial<PageRequest> = {}): PageRequest => ({
  limit: 50,
  order: 'oldest',
  keys: [],
  ...over,
});

/** Saves new interactions in the order given. */
export const submit = (store: Store, ...interactions: readonly Interaction[]): Promise<Saved> =>
  store.save(batch({ interactions: interactions.map((after) => ({ before: 0, after })) }));

/** Saves the next version of interactions. */
export const change = (store: Store, ...interactions: readonly Interaction[]): Promise<Saved> =>
  store.save(batch({ interactions: interactions.map((after) => ({ before: after.version - 1, after })) }));

export const sampleReport = (over: Partial<NodeReport> = {}): NodeReport => ({
  version: '0.1.0',
  startedAt: NOW,
  life: 'serving',
  behind: { events: 0, ms: 0 },
  connections: { desks: 1, cometd: 2, people: 3 },
  commandsWaiting: 0,
  pool: { open: 1, idle: 1, waiting: 0, most: 10 },
  router: { passes: 0, offers: 0, refused: 0 },
  sweeper: { sweeps: 0, commands: 0 },
  minutes: [{ at: NOW, commands: 1, commits: 1, offers: 0 }],
  ...over,
});
