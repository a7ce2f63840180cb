/** A large contact centre as a folder of YAML files, written as people write them. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export const AGENTS = 10_000;
export const GROUPS = 500;
export const QUEUES = 200;
const PLACES = 1_000;
const SKILLS = 50;
/** Each agent is in so many groups, each queue feeds so many, each agent has so many skills. */
const EACH = 2;
/** Who applies it: the one account that a first start makes. */
export const ADMINISTRATOR = 'admin';

const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, n) => n);
const agent = (n: number) => `agent${n}`;
/** A few of `count`, spread evenly. */
const some = (n: number, count: number): readonly number[] =>
  numbers(EACH).map((turn) => (n * (turn + 1) + turn * 7) % count);

const ROLES = `- { id: Agent, name: Agent, privileges: [submit, handle, mark-done, transfer, use-workbins] }
- { id: Team lead, name: Team lead, privileges: [supervise] }
- { id: Administrator, name: Administrator, privileges: [administer] }
`;

const SETTINGS = `inviteSeconds: 30
handlingMinutes: 180
leaseSeconds: 600
exclusionSeconds: 60
whenAgentGone: keep
dispositionMandatory: false
`;

/** An object as it stands in its file. */
export interface Written {
  readonly file: string;
  readonly text: string;
}

/** Every agent, group and queue, and what they name. @param version another one is another name for every agent */
export function largeCentre(version: number): readonly Written[] {
  const members = new Map<number, number[]>(numbers(GROUPS).map((n) => [n, []]));
  for (const n of numbers(AGENTS)) for (const group of new Set(some(n, GROUPS))) members.get(group)?.push(n);
  const list = (items: Iterable<string>) => [...items].map((item) => `    - ${item}\n`).join('');
  const agents = numbers(AGENTS).map((n) => {
    const skills = [...new Set(some(n, SKILLS))].map((skill) => `    skill${skill}: ${1 + (n % 9)}\n`);
    return `- id: ${agent(n)}
  name: "Agent No. ${n}, ${version}"
  roles:
    - Agent${n < GROUPS ? '\n    - Team lead' : ''}
  defaultPlace: place${n % PLACES}
  capacity:
    email: 3
  skills:
${skills.join('')}`;
  });
  const groups = numbers(GROUPS).map(
    (n) => `- id: group${n}
  name: Group ${n}
  members:
${list((members.get(n) ?? []).map(agent))}  supervisors:
    - ${agent(n)}
`,
  );
  const queues = numbers(QUEUES).map(
    (n) => `- id: queue${n}
  name: Queue ${n}
  agentGroups:
${list([...new Set(some(n, GROUPS))].map((group) => `group${group}`))}`,
  );
  const named = (count: number, id: string) =>
    numbers(count).map((n) => `- id: ${id}${n}\n  name: ${id} ${n}\n`);
  const inFile = (file: string, texts: readonly string[]) => texts.map((text): Written => ({ file, text }));
  return [
    ...inFile('agents.yaml', [
      `- id: ${ADMINISTRATOR}\n  name: Administrator\n  roles: [Agent, Administrator]\n`,
      ...agents,
    ]),
    ...inFile('agent-groups.yaml', groups),
    ...inFile('queues.yaml', queues),
    ...inFile('places.yaml', named(PLACES, 'place')),
    ...inFile('skills.yaml', named(SKILLS, 'skill')),
  ];
}

const OTHER_FILES = {
  'roles.yaml': ROLES,
  'settings.yaml': SETTINGS,
  'media-types.yaml': '- { id: email, name: E-mail, capacity: 5, inProgressWorkbin: email.in-progress }\n',
  'workbin-types.yaml': '- { id: email.in-progress, name: My e-mails, ownerKind: Agent }\n',
  'place-groups.yaml': '[]\n',
  'dispositions.yaml': '[]\n',
  'not-ready-reasons.yaml': '[]\n',
};

/** Writes all of it into a folder that `intray config apply` takes. */
export async function writeLargeFolder(folder: string, version: number): Promise<void> {
  await mkdir(folder, { recursive: true });
  const files = new Map<string, string>(Object.entries(OTHER_FILES));
  for (const { file, text } of largeCentre(version)) files.set(file, (files.get(file) ?? '') + text);
  for (const [name, text] of files) await writeFile(join(folder, name), text);
}
