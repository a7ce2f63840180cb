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
  filters: [
    { id: 'All', name: 'All', condition: "MediaType='email'", columns: ['Subject'], queues: ['Inbox'] },
  ],
  optionSections: [{ id: 'desk', name: 'desk', options: { 'a.b': 'true', n: 3, off: false } }],
};
