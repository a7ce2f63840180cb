/** A contact centre with something to shape: rules, a table among them, and a strategy. */
import type { TestServer } from './server.ts';

export interface Configured {
  readonly version: number;
  readonly config: {
    readonly taskRules?: readonly { readonly id: string; readonly name: string; readonly table?: unknown }[];
    readonly strategies?: readonly { readonly id: string; readonly steps: readonly unknown[] }[];
  };
}

export const configuration = (server: TestServer): Promise<Configured> =>
  server.as<Configured>('admin1', '/configuration');

/** Puts objects in, as another administrator would. */
export async function put(server: TestServer, kind: string, ...objects: readonly object[]): Promise<void> {
  const { version } = await configuration(server);
  const edits = objects.map((object) => ({ kind, put: object }));
  await server.as('admin1', '/configuration', { base: version, edits });
}

export const RANK = {
  id: 'rank',
  name: 'By time left',
  phase: 'prioritisation',
  table: {
    hit: 'first',
    when: [
      { field: 'dueIn', op: 'to' },
      { field: 'data', key: 'Kind', op: 'is' },
    ],
    do: [{ action: 'setPriority' }],
    rows: [
      { when: ['2h', ['Noise', 'Graffiti']], do: [80] },
      { when: ['2h', null], do: [70] },
      { when: ['1d', null], do: [40] },
      { when: [null, null], do: [10] },
    ],
  },
};

const SORT = {
  id: 'sort',
  name: 'Noise to the city',
  phase: 'classification',
  when: [{ field: 'data', key: 'Kind', op: 'is', value: ['Noise'] }],
  do: [{ action: 'setProcess', value: 'Noise' }],
};

const WEEKDAY = [{ from: '09:00', to: '17:00' }];
const CALENDAR = {
  ...{ id: 'front', name: 'Front office', timeZone: 'Europe/Berlin', exceptions: [] },
  week: { monday: WEEKDAY, tuesday: WEEKDAY, wednesday: WEEKDAY, thursday: WEEKDAY, friday: WEEKDAY },
};

const DUE = {
  id: 'due',
  name: 'Due in office hours',
  phase: 'prioritisation',
  for: { department: 'City' },
  do: [{ action: 'dueAfterWorking', value: '8h front' }],
};

const STRATEGY = {
  id: 'skilled',
  name: 'Skilled people first',
  priority: { growth: { points: 1, everySeconds: 60 } },
  steps: [
    {
      targets: [
        { skills: 'English >= 5', relax: [{ afterSeconds: 30, skills: 'English >= 3' }] },
        { lastAgent: true },
      ],
      seconds: 60,
    },
    { targets: [{ agentGroup: 'Demo Team' }], selection: 'leastLoaded', seconds: 600 },
    { moveTo: { workbin: { type: 'team.shared', owner: { kind: 'AgentGroup', id: 'Demo Team' } } } },
  ],
};

/** Sets all of it up. */
export async function configureFlow(server: TestServer): Promise<void> {
  await put(server, 'skills', { id: 'English', name: 'English' });
  await put(server, 'queues', { id: 'Requests', name: 'Requests', agentGroups: ['Demo Team'] });
  await put(server, 'departments', { id: 'City', name: 'City' });
  await put(server, 'processes', { id: 'Noise', name: 'Noise', department: 'City', queue: 'Requests' });
  await put(server, 'capturePoints', { id: 'Web', name: 'Web form', queues: ['Requests'] });
  await put(server, 'calendars', CALENDAR);
  await put(server, 'taskRules', SORT, RANK, DUE);
  await put(server, 'strategies', STRATEGY);
}
