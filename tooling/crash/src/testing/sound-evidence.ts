/** Evidence in which every promise was kept: a small story, decided by core itself, with its books and its ledger. */
import {
  type AgentSession,
  type Command,
  type ContactCentreConfig,
  contactCentre,
  DEFAULT_SETTINGS,
  decide,
  type Interaction,
  mediumIn,
  queueTopic,
  type Receipt,
  type Tally,
  unopenedKey,
  user,
  waitingIn,
  workbinTopic,
} from '@intray/core';
import type { KeptEvent } from '../books.ts';
import { type Evidence, evidence } from '../evidence.ts';
import type { Acknowledged } from '../ledger.ts';

const CONFIG: ContactCentreConfig = {
  agents: [{ id: 'ana', name: 'Ana', roles: ['Agent'], defaultPlace: 'desk' }],
  places: [{ id: 'desk', name: 'Desk' }],
  placeGroups: [],
  agentGroups: [{ id: 'Team', name: 'Team', members: ['ana'], supervisors: [] }],
  mediaTypes: [{ id: 'email', name: 'E-mail', capacity: 5 }],
  queues: [{ id: 'Inbox', name: 'Inbox', agentGroups: ['Team'] }],
  workbinTypes: [{ id: 'shared', name: 'Shared', ownerKind: 'AgentGroup' }],
  roles: [
    {
      id: 'Agent',
      name: 'Agent',
      privileges: [
        'submit',
        'handle',
        'use-workbins',
        'move-to-workbin',
        'pull-from-queue',
        'mark-done',
        'reopen',
      ],
    },
  ],
  dispositions: [],
  notReadyReasons: [],
  settings: DEFAULT_SETTINGS,
};

const TRAY = { type: 'shared', owner: { kind: 'AgentGroup', id: 'Team' } } as const;
const submit = (interactionId: string): Command => ({
  type: 'submit',
  interactionId,
  externalId: `outside ${interactionId}`,
  mediaType: 'email',
  queue: 'Inbox',
  userData: {},
});

/** One waits, one is in hand, one rests in a tray, one is done. */
const STORY: readonly Command[] = [
  { type: 'startSession', agentId: 'ana' },
  ...['WAITS', 'INHAND', 'RESTS', 'DONE'].map(submit),
  ...['INHAND', 'RESTS', 'DONE'].map((interactionId): Command => ({ type: 'pull', interactionId })),
  { type: 'placeInWorkbin', interactionId: 'RESTS', workbin: TRAY },
  { type: 'complete', interactionId: 'DONE' },
];

/** The books and the ledger after the story, each new, so that a test may spoil them. */
export function soundEvidence(): Evidence {
  const centre = contactCentre(CONFIG);
  const interactions = new Map<string, Interaction>();
  const sessions = new Map<string, AgentSession>();
  const tallies = new Map<string, number>();
  const events: KeptEvent[] = [];
  const receipts = new Map<string, Receipt>();
  const acknowledged: Acknowledged[] = [];

  for (const [index, command] of STORY.entries()) {
    const commandId = `command ${index}`;
    const interaction = 'interactionId' in command ? interactions.get(command.interactionId) : undefined;
    const situation = {
      interaction,
      session: (id: string) => sessions.get(id),
      resting: () => 0,
      now: 1_000 + index,
      centre,
    };
    const decision = decide(situation, command, user('ana'));
    if (!decision.ok) throw new Error(`The story does not go on: ${decision.refusal.message}`);
    const after = decision.interaction;
    if (after !== undefined) interactions.set(after.id, after);
    for (const session of decision.sessions) sessions.set(session.agentId, session);
    for (const tally of decision.tallies) {
      for (const place of countedIn(tally)) tallies.set(place, (tallies.get(place) ?? 0) + tally.by);
    }
    events.push(...decision.events.map((event) => ({ ...event, commandId })));
    const receipt: Receipt = {
      ok: true,
      id: after?.id ?? 'ana',
      version: after?.version ?? sessions.get('ana')?.version ?? 0,
      ...(after === undefined ? {} : { state: after.state }),
      events: decision.events.map(({ type }) => type),
    };
    receipts.set(commandId, receipt);
    const { ok, ...promised } = receipt;
    acknowledged.push({ commandId, by: 'ana', command, ...promised });
  }

  const books = {
    interactions: [...interactions.values()].map((interaction) => ({
      interaction,
      waitingIn: waitingIn(interaction),
      invitee: interaction.invitation?.agentId,
    })),
    events,
    receipts,
    sessions: [...sessions.values()],
    tallies,
  };
  const ledger = {
    submitted: new Map([...interactions.keys()].map((id) => [`outside ${id}`, id])),
    acknowledged,
    refused: ['a refused command'],
    told: events.flatMap((event) =>
      event.subject === 'interaction' ? [{ id: event.interactionId, version: event.version }] : [],
    ),
    contradictions: [],
  };
  // As it comes out of a database: no `undefined`, nothing shared.
  return evidence(structuredClone(ledger), structuredClone(books));
}

function countedIn(tally: Tally): readonly string[] {
  switch (tally.kind) {
    case 'queue':
      return [queueTopic(tally.queue)];
    case 'unopened':
      return [unopenedKey(tally.workbin)];
    case 'workbin':
      return [workbinTopic(tally.workbin), mediumIn(workbinTopic(tally.workbin), tally.mediaType)];
  }
}
