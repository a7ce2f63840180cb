/** A small contact centre in which every rule of core has something to bite on. */
import { type ContactCentre, contactCentre } from '../config/contact-centre.ts';
import { type ContactCentreConfig, DEFAULT_SETTINGS, type Settings } from '../config/objects.ts';
import type { WorkbinRef } from '../workbin/workbin.ts';

const FULL_AGENT = [
  'submit',
  'handle',
  'decline',
  'mark-done',
  'transfer',
  'move-to-queue',
  'use-workbins',
  'move-to-workbin',
  'set-disposition',
  'reopen',
] as const;

/**
 * Claims: `ana`, `ben` (who may pick from queues), `gus` (a clerk who may do little), led by `lena`.
 * Sales: `cem`. Nowhere: `dora`. Without any role: `nora`. Administrator: `adam`.
 */
export const CONFIG: ContactCentreConfig = {
  agents: [
    { id: 'ana', name: 'Ana', roles: ['Agent'], defaultPlace: 'desk 1' },
    { id: 'ben', name: 'Ben', roles: ['Agent', 'Picker'], defaultPlace: 'desk 2' },
    { id: 'gus', name: 'Gus', roles: ['Clerk'], defaultPlace: 'desk 2', capacity: { email: 1 } },
    { id: 'cem', name: 'Cem', roles: ['Agent'], defaultPlace: 'desk 3' },
    { id: 'dora', name: 'Dora', roles: ['Agent'] },
    { id: 'nora', name: 'Nora', roles: [] },
    { id: 'lena', name: 'Lena', roles: ['Agent', 'Lead'] },
    { id: 'adam', name: 'Adam', roles: ['Agent', 'Administrator'] },
  ],
  places: ['desk 1', 'desk 2', 'desk 3', 'counter'].map((id) => ({ id, name: id })),
  placeGroups: [
    { id: 'East', name: 'East', places: ['desk 1', 'desk 2'] },
    { id: 'West', name: 'West', places: ['desk 3', 'counter'] },
  ],
  agentGroups: [
    { id: 'Claims', name: 'Claims', members: ['ana', 'ben', 'gus'], supervisors: ['lena'] },
    { id: 'Sales', name: 'Sales', members: ['cem'], supervisors: [] },
  ],
  mediaTypes: [
    {
      id: 'email',
      name: 'E-mail',
      capacity: 2,
      inProgressWorkbin: 'email.in-progress',
      whenAgentGone: 'workbin',
    },
    { id: 'chat', name: 'Chat', capacity: 1, whenAgentGone: 'queue' },
    { id: 'facebook', name: 'Facebook', capacity: 1 },
    { id: 'twitter', name: 'Twitter', capacity: 1, whenAgentGone: 'workbin' },
    {
      id: 'workitem',
      name: 'Work item',
      capacity: 3,
      inProgressWorkbin: 'workitem.in-progress',
      handlingMinutes: 60,
    },
  ],
  queues: [
    { id: 'Inbox', name: 'Inbox', agentGroups: ['Claims'] },
    { id: 'Orders', name: 'Orders', agentGroups: ['Sales'], inviteSeconds: 10 },
    { id: 'Anything', name: 'Anything', agentGroups: ['Claims', 'Sales'] },
  ],
  workbinTypes: [
    {
      id: 'email.in-progress',
      name: 'E-mail in progress',
      ownerKind: 'Agent',
      mediaTypes: ['email'],
      limit: 2,
    },
    { id: 'workitem.in-progress', name: 'Work in progress', ownerKind: 'Agent' },
    { id: 'team.shared', name: 'Team', ownerKind: 'AgentGroup' },
    { id: 'team.urgent', name: 'Urgent', ownerKind: 'AgentGroup', limit: 1 },
    { id: 'place.tray', name: 'Tray', ownerKind: 'Place' },
    { id: 'room.tray', name: 'Room', ownerKind: 'PlaceGroup' },
  ],
  roles: [
    { id: 'Agent', name: 'Agent', privileges: [...FULL_AGENT] },
    { id: 'Picker', name: 'Picker', privileges: ['pull-from-queue'] },
    { id: 'Clerk', name: 'Clerk', privileges: ['handle', 'use-workbins', 'move-to-workbin'] },
    { id: 'Lead', name: 'Lead', privileges: ['supervise'] },
    { id: 'Administrator', name: 'Administrator', privileges: ['administer'] },
  ],
  dispositions: [
    { id: 'solved', name: 'Solved' },
    { id: 'spam', name: 'Spam' },
  ],
  notReadyReasons: [{ id: 'lunch', name: 'Lunch' }],
  settings: DEFAULT_SETTINGS,
};

/** The contact centre, with other settings or objects where a test wants them. */
export const centreWith = (
  settings: Partial<Settings> = {},
  objects: Partial<ContactCentreConfig> = {},
): ContactCentre => contactCentre({ ...CONFIG, ...objects, settings: { ...DEFAULT_SETTINGS, ...settings } });

export const CENTRE = centreWith();

/** One tray of every kind of owner. */
export const TRAYS = {
  ana: { type: 'email.in-progress', owner: { kind: 'Agent', id: 'ana' } },
  anasWork: { type: 'workitem.in-progress', owner: { kind: 'Agent', id: 'ana' } },
  ben: { type: 'email.in-progress', owner: { kind: 'Agent', id: 'ben' } },
  team: { type: 'team.shared', owner: { kind: 'AgentGroup', id: 'Claims' } },
  urgent: { type: 'team.urgent', owner: { kind: 'AgentGroup', id: 'Claims' } },
  sales: { type: 'team.shared', owner: { kind: 'AgentGroup', id: 'Sales' } },
  desk1: { type: 'place.tray', owner: { kind: 'Place', id: 'desk 1' } },
  desk3: { type: 'place.tray', owner: { kind: 'Place', id: 'desk 3' } },
  east: { type: 'room.tray', owner: { kind: 'PlaceGroup', id: 'East' } },
} as const satisfies Record<string, WorkbinRef>;
