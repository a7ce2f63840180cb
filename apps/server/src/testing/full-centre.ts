import type { ContactCentreConfig } from '@intray/core';
import { demoContactCentre } from '../contact-centre/demo.ts';

/** The demo, with something of every kind. */
export const fullCentre: ContactCentreConfig = {
  ...demoContactCentre,
  placeGroups: [{ id: 'Room', name: 'Room', places: ['Place agent1'] }],
  skills: [{ id: 'English', name: 'English' }],
  agents: demoContactCentre.agents.map((agent) => ({
    ...agent,
    skills: { English: 5 },
    annex: { hr: { no: 7, '8': 'x' } },
  })),
  virtualGroups: [{ id: 'Fluent', name: 'Fluent', expression: 'English >= 5', supervisors: ['lead1'] }],
  capacityRules: [{ id: 'one', name: 'One', anyOf: [{ allOf: [{ atMost: 1 }] }] }],
  businessAttributes: [{ id: 'Tone', name: 'Tone', values: [{ id: 'ok', name: 'OK', default: true }] }],
  calendars: [
    {
      id: 'work',
      name: 'Work',
      timeZone: 'Europe/Berlin',
      week: { monday: [{ from: '08:00', to: '17:00' }] },
      exceptions: [{ date: '2026-12-25', hours: [] }],
    },
  ],
  strategies: [
    {
      id: 'Fluent first',
      name: 'Fluent first',
      priority: { growth: { points: 1, everySeconds: 60 } },
      overflow: {
        longerThan: 500,
        to: { workbin: { type: 'team.shared', owner: { kind: 'AgentGroup', id: 'Demo Team' } } },
      },
      attach: { Tone: 'ok' },
      steps: [
        {
          during: { calendar: 'work', hours: 'open' },
          targets: [
            { skills: 'English >= 5', relax: [{ afterSeconds: 30, skills: 'English' }] },
            { lastAgent: true },
          ],
          selection: 'bestSkill',
          seconds: 60,
        },
        {
          targets: [
            { agentGroup: 'Fluent', share: 70 },
            { placeGroup: 'Room', share: 30 },
          ],
          selection: 'percentage',
        },
      ],
    },
  ],
  filters: [
    { id: 'All', name: 'All', condition: "MediaType='email'", columns: ['Subject'], queues: ['Inbox'] },
  ],
  departments: [{ id: 'City', name: 'City', from: '2026-01-01T00:00:00Z' }],
  processes: [{ id: 'Repairs', name: 'Repairs', department: 'City', queue: 'Inbox' }],
  capturePoints: [{ id: 'Web', name: 'Web', queues: ['Inbox'], keys: { channel: 'Channel' } }],
  taskRules: [
    {
      id: 'sort',
      name: 'Sort',
      phase: 'classification',
      when: [{ field: 'data', key: 'Kind', op: 'is', value: ['Light', 'Tree'] }],
      do: [{ action: 'setProcess', value: 'Repairs' }],
    },
    {
      id: 'rank',
      name: 'Rank',
      phase: 'prioritisation',
      for: { department: 'City' },
      table: {
        hit: 'first',
        when: [{ field: 'dueIn', op: 'to' }],
        do: [{ action: 'setPriority' }, { action: 'attach', key: 'Colour' }],
        rows: [
          { when: ['2h'], do: [50, 'red'] },
          { when: [null], do: [1, null] },
        ],
      },
    },
  ],
  optionSections: [{ id: 'desk', name: 'desk', options: { 'a.b': 'true', n: 3, off: false } }],
};
