/** The contact centre that is measured: one queue, one team, as many agents as there are callers. */
import { type ContactCentreConfig, DEFAULT_SETTINGS, type WorkbinRef } from '@intray/core';

export const MEDIA_TYPE = 'email';
export const QUEUE = 'Inbox';
const TRAY = 'email.in-progress';

/** More than any agent of a bench ever has at once. */
const ROOM = 1_000;

export const agentId = (number: number): string => `agent${number + 1}`;
/** See everything that happens. */
export const observerId = (number: number): string => `observer${number + 1}`;
/** One person may have a hundred sockets, so a thousand subscribers are several people. */
export const OBSERVERS = 20;

/** The agent's own tray. */
export const trayOf = (agent: string): WorkbinRef => ({ type: TRAY, owner: { kind: 'Agent', id: agent } });

/** About 200 bytes, as a short e-mail's attached data are. */
export const USER_DATA = {
  Subject: 'The street lamp in front of number 12 has been out for a week',
  From: 'resident@example.org',
  Category: 'Street light condition',
  District: 'North',
  Reference: '2026-11-20/4711',
};

/** @param agents how many; each has a tray and serves the queue */
export function benchCentre(agents: number): ContactCentreConfig {
  const ids = Array.from({ length: agents }, (_, number) => agentId(number));
  return {
    agents: [
      ...ids.map((id) => ({ id, name: id, roles: ['Agent'] })),
      ...Array.from({ length: OBSERVERS }, (_, number) => observerId(number)).map((id) => ({
        id,
        name: id,
        roles: ['Observer'],
      })),
    ],
    places: [],
    placeGroups: [],
    agentGroups: [{ id: 'Team', name: 'Team', members: ids, supervisors: [] }],
    mediaTypes: [{ id: MEDIA_TYPE, name: 'E-mail', capacity: ROOM, inProgressWorkbin: TRAY }],
    queues: [{ id: QUEUE, name: 'Inbox', agentGroups: ['Team'] }],
    workbinTypes: [{ id: TRAY, name: 'In progress', ownerKind: 'Agent' }],
    roles: [
      {
        id: 'Agent',
        name: 'Agent',
        privileges: ['submit', 'handle', 'mark-done', 'use-workbins', 'move-to-workbin'],
      },
      { id: 'Observer', name: 'Observer', privileges: ['administer'] },
    ],
    dispositions: [],
    notReadyReasons: [],
    // Nobody renews leases here: a renewal every five seconds and agent would not show in any figure.
    settings: { ...DEFAULT_SETTINGS, leaseSeconds: 600 },
  };
}
