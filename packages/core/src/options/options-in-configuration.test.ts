import { describe, expect, test } from 'vitest';
import { contactCentre } from '../config/contact-centre.ts';
import { ContactCentreConfig } from '../config/objects.ts';
import { danglingReferences } from '../config/references.ts';
import { CONFIG } from '../testing/centre.ts';
import { SECTION } from './registry.ts';

const NAME = 'email.auto-answer.timer';

describe('options in a configuration', () => {
  const parse = (more: object) => ContactCentreConfig.safeParse({ ...CONFIG, ...more });
  const section = (options: Record<string, unknown>) => ({ [SECTION]: options });

  test('[O4 R10] are written in the section of Genesys’ name, on every level, and come back as they were', () => {
    const config = {
      ...CONFIG,
      options: { application: section({ [NAME]: '1' }), tenant: section({ [NAME]: '2' }) },
      agentGroups: CONFIG.agentGroups.map((group) => ({ ...group, options: section({ [NAME]: '3' }) })),
      agents: CONFIG.agents.map((agent) => ({ ...agent, options: section({ [NAME]: '4' }) })),
      overrideSets: [{ id: 'VIP', options: section({ [NAME]: '5' }) }],
    };
    expect(ContactCentreConfig.parse(JSON.parse(JSON.stringify(config)))).toEqual(config);
    expect(danglingReferences(config as ContactCentreConfig)).toEqual([]);
  });

  test.each([
    [
      'a name that does not exist',
      { options: { tenant: section({ 'email.auto-anser': 'true' }) } },
      'Did you mean',
    ],
    [
      'a value of the wrong kind',
      { options: { tenant: section({ 'email.auto-answer': 'maybe' }) } },
      'got "maybe"',
    ],
    ['a value that is no text', { options: { tenant: section({ 'email.auto-answer': true }) } }, 'string'],
    ['another section', { options: { tenant: { 'interaction-desk': {} } } }, 'interaction-desk'],
    [
      'an override of what no interaction can override',
      { overrideSets: [{ id: 'X', options: section({ 'login.email.is-auto-ready': 'true' }) }] },
      'cannot be set for an override set',
    ],
    ['a set whose name holds a comma', { overrideSets: [{ id: 'A,B', options: section({}) }] }, 'comma'],
  ])('[O2 O3 O4 A7] %s is refused where it is written', (_, more, words) => {
    const parsed = parse(more);
    expect(parsed.success).toBe(false);
    expect(JSON.stringify(parsed.error?.issues).replaceAll('\\"', '"')).toContain(words);
  });

  test.each([
    ['fax.auto-answer', 'true', 'media type "fax" does not exist'],
    ['workbin.email.in-progress', 'nowhere', 'workbin type "nowhere" does not exist'],
    ['workbin.email.in-progress', 'team.shared', 'is owned by AgentGroup, where Agent was expected'],
    ['workbin.chat.in-progress', 'email.in-progress', 'does not take this medium'],
    ['intercommunication.email.queue', 'Nowhere', 'queue "Nowhere" does not exist'],
    ['openmedia.workitem-channels', 'workitem,fax', 'media type "fax" does not exist'],
    ['security.inactivity-not-ready-reason', 'gone', 'not-ready reason "gone" does not exist'],
  ])('[O4 A8] %s=%s points nowhere: %s', (name, value, fault) => {
    const ana = (agent: (typeof CONFIG.agents)[number]) =>
      agent.id === 'ana' ? { ...agent, options: section({ [name]: value }) } : agent;
    const config = { ...CONFIG, agents: CONFIG.agents.map(ana) } as ContactCentreConfig;
    expect(danglingReferences(config)).toEqual([`agent "ana": option "${name}": ${expected(fault, value)}`]);
    expect(() => contactCentre(config)).toThrow(fault);
  });

  test('[A8] two override sets of one name stop the configuration', () => {
    const twice = ['VIP', 'VIP'].map((id) => ({ id, options: section({}) }));
    expect(danglingReferences({ ...CONFIG, overrideSets: twice } as ContactCentreConfig)).toEqual([
      'overrideSets: "VIP" is there more than once',
    ]);
  });
});

/** Workbins are told with their own name before the fault. */
function expected(fault: string, value: string): string {
  return fault.startsWith('is owned') || fault.startsWith('does not take')
    ? `workbin type "${value}" ${fault}`
    : fault;
}
