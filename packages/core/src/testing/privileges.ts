/** The contact centre of the tests with one more agent, `tess`, whose privileges a test chooses. */
import { PRIVILEGES, type Privilege } from '../access/privileges.ts';
import { type ContactCentre, contactCentre } from '../config/contact-centre.ts';
import { ContactCentreConfig } from '../config/objects.ts';
import { SECTION } from '../options/registry.ts';
import { CONFIG } from './centre.ts';

/** What the roles of `tess` say: her own, those of her group, and those of a virtual group she belongs to. */
export interface Says {
  readonly allow?: readonly string[];
  readonly deny?: readonly string[];
}
export interface TessHas {
  readonly own?: Says;
  readonly group?: Says;
  readonly virtual?: Says;
}

const role = (id: string, { allow = [], deny = [] }: Says = {}) => ({
  id,
  name: id,
  privileges: [...allow],
  denied: [...deny],
});

/**
 * `tess` is the only member of `Testers`, which the queue `Tests` feeds, and supervises `Claims`. Work may be opened
 * from history wherever her privileges allow it.
 */
export const configWhere = ({ own, group, virtual }: TessHas): ContactCentreConfig =>
  ContactCentreConfig.parse({
    ...CONFIG,
    agents: [
      ...CONFIG.agents,
      {
        id: 'tess',
        name: 'Tess',
        roles: ['Own'],
        defaultPlace: 'counter',
        skills: { Testing: 5 },
      },
    ],
    agentGroups: [
      ...CONFIG.agentGroups.map((one) =>
        one.id === 'Claims' ? { ...one, supervisors: [...one.supervisors, 'tess'] } : one,
      ),
      { id: 'Testers', name: 'Testers', members: ['tess'], supervisors: [], roles: ['Group'] },
    ],
    skills: [{ id: 'Testing', name: 'Testing' }],
    virtualGroups: [
      { id: 'Skilled', name: 'Skilled', expression: 'Testing >= 5', supervisors: [], roles: ['Virtual'] },
    ],
    queues: [...CONFIG.queues, { id: 'Tests', name: 'Tests', agentGroups: ['Testers'] }],
    roles: [...CONFIG.roles, role('Own', own), role('Group', group), role('Virtual', virtual)],
    options: { tenant: { [SECTION]: { 'email.pull-from-history-isenabled': 'true' } } },
  });

export const centreWhere = (tess: TessHas): ContactCentre => contactCentre(configWhere(tess));

/** `tess` may do everything there is. */
export const ALL_ALLOWED: TessHas = { own: { allow: PRIVILEGES } };

export const tray = { type: 'email.in-progress', owner: { kind: 'Agent', id: 'tess' } } as const;

/** How `tess` gets a privilege, in the words of a test's title. */
export const waysToGet = (name: Privilege): readonly (readonly [string, TessHas])[] => [
  ['her own role', { own: { allow: [name] } }],
  ['the role of her group', { group: { allow: [name] } }],
  ['the role of her virtual group', { virtual: { allow: [name] } }],
];
