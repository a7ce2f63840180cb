/** The small contact centre with strategies on its queues. */
import type { ContactCentre } from '../config/contact-centre.ts';
import { ContactCentreConfig } from '../config/objects.ts';
import type { RoutingStep, Strategy } from '../routing/strategy.ts';
import { CONFIG, centreWith } from './centre.ts';

const SKILLS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  ana: { English: 5, Loans: 2 },
  ben: { English: 3 },
  cem: { English: 8, Loans: 1 },
};

/** `ana`, `ben` and `cem` with skills, a calendar of office hours, an override set, and what the test adds. */
export const strategicConfig = (more: Partial<ContactCentreConfig> = {}): ContactCentreConfig => ({
  ...CONFIG,
  skills: ['English', 'Loans'].map((id) => ({ id, name: id })),
  agents: CONFIG.agents.map((agent) => ({ ...agent, skills: SKILLS[agent.id] ?? {} })),
  calendars: [
    {
      id: 'office',
      name: 'Office',
      timeZone: 'UTC',
      week: { friday: [{ from: '08:00', to: '17:00' }] },
      exceptions: [],
    },
  ],
  overrideSets: [{ id: 'calm', options: { 'interaction-workspace': { 'email.auto-answer': 'true' } } }],
  ...more,
});

/** The `Inbox` with this strategy. */
export function centreWithStrategy(
  steps: readonly RoutingStep[],
  more: Partial<Strategy> = {},
  objects: Partial<ContactCentreConfig> = {},
): ContactCentre {
  const strategies = [{ id: 'S', name: 'S', steps: [...steps], ...more }];
  const queues = CONFIG.queues.map((queue) => (queue.id === 'Inbox' ? { ...queue, strategy: 'S' } : queue));
  const config = ContactCentreConfig.parse(strategicConfig({ strategies, queues, ...objects }));
  return centreWith({}, config);
}
