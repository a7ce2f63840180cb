/** A contact centre that works, from six answers. */
import { type ContactCentreConfig, DEFAULT_SETTINGS } from '@intray/core';
import { dispositions, notReadyReasons, roles } from '../contact-centre/basics.ts';
import type { Answers } from './questions.ts';

const ROUND_THE_CLOCK = 'round-the-clock';
const ALL_DAY = [{ from: '00:00', to: '24:00' }];
/** How much of a medium somebody has at once, to begin with. People talk with a few at a time. */
const AT_ONCE = { conversation: 3, other: 5 } as const;
const CONVERSATIONS: ReadonlySet<string> = new Set(['chat', 'facebook', 'twitter']);

const placeOf = (id: string): string => `Place ${id}`;
const inProgress = (medium: string): string => `${medium}.in-progress`;
const draft = (medium: string): string => `${medium}.draft`;

export function centreOf({ timeZone, media, administrator, team, queues }: Answers): ContactCentreConfig {
  const members = team.agents.map(({ id }) => id);
  const others = team.agents.filter(({ id }) => id !== administrator.id);
  const people = [
    { ...administrator, roles: ['Administrator'] },
    ...others.map((person) => ({ ...person, roles: ['Agent'] })),
  ].map((person) => ({ ...person, defaultPlace: placeOf(person.id) }));
  return {
    agents: people,
    places: people.map(({ defaultPlace }) => ({ id: defaultPlace, name: defaultPlace })),
    placeGroups: [],
    agentGroups: [{ id: team.name, name: team.name, members, supervisors: [administrator.id] }],
    mediaTypes: media.map(({ id, name }) => ({
      id,
      name,
      capacity: CONVERSATIONS.has(id) ? AT_ONCE.conversation : AT_ONCE.other,
      inProgressWorkbin: inProgress(id),
      ...(id === 'email' ? { draftWorkbin: draft(id) } : {}),
    })),
    queues: queues.map((name) => ({
      id: name,
      name,
      agentGroups: [team.name],
      calendar: ROUND_THE_CLOCK,
    })),
    workbinTypes: [
      ...media.map(({ id, name }) => ({
        id: inProgress(id),
        name: `${name} in progress`,
        ownerKind: 'Agent' as const,
        mediaTypes: [id],
      })),
      ...media
        .filter(({ id }) => id === 'email')
        .map(({ id }) => ({
          id: draft(id),
          name: 'My drafts',
          ownerKind: 'Agent' as const,
          mediaTypes: [id],
        })),
      { id: 'team.shared', name: 'Shared by the team', ownerKind: 'AgentGroup' },
    ],
    roles,
    dispositions,
    notReadyReasons,
    calendars: [
      {
        id: ROUND_THE_CLOCK,
        name: 'Round the clock',
        timeZone,
        week: {
          monday: ALL_DAY,
          tuesday: ALL_DAY,
          wednesday: ALL_DAY,
          thursday: ALL_DAY,
          friday: ALL_DAY,
          saturday: ALL_DAY,
          sunday: ALL_DAY,
        },
        exceptions: [],
      },
    ],
    settings: DEFAULT_SETTINGS,
  };
}

/** What to do with the folder: a page that lies in it. */
export function nextSteps({ name, administrator, team }: Answers, folder: string): string {
  const accounts = new Set([administrator, ...team.agents].map(({ id }) => id));
  return `# ${name}

This folder says all of the contact centre. Change it as you like, then:

1. \`npm start\`. The first start prints the password of the administrator \`admin\`.
2. \`npm run intray -- config apply ${folder} --user admin\`
3. Give everybody a password. With the embedded database, stop the server first:

${[...accounts].map((id) => `   - \`npm run intray -- account ${id === 'admin' ? 'password' : 'add'} ${id}\``).join('\n')}

\`npm run intray -- config check ${folder}\` tells at any time, with file and line, what does not hold together. When work
is done is said in \`calendars.yaml\`.
`;
}
