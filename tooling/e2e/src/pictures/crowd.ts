/** A contact centre full to the brim, with names as long as they come. */
import { configureFlow, put, RANK } from '../flow-centre.ts';
import { submit, type TestServer, type Work } from '../server.ts';
import { give, SHARED } from './stage.ts';

export interface Crowd {
  /** What lies in the tray of the team, with long words in it. */
  readonly item: string;
}

const HOUR = 3_600_000;
const MEDIA = ['email', 'workitem', 'facebook', 'twitter'] as const;
const SUBJECTS = [
  'Rechtsschutzversicherungsgesellschaftsbestätigung für Kraftfahrzeug-Haftpflichtschäden im Ausland nachreichen',
  'Re: Fwd: AW: Lieferung unvollständig',
  'Cannot sign in',
  'Complaint about the delivery of order 7731-2026-11-004417-B, third letter, with photographs of all four boxes',
  'Grundstücksverkehrsgenehmigungszuständigkeitsübertragungsverordnung',
  'Bitte um Rückruf',
  'https://portal.example.org/requests/4471?from=letter&lang=en&session=0f3ab2c47d',
  'Quote for 40 chairs',
];
const SENDERS = [
  'Maximiliane von Hohenstein-Löwenberg',
  'Bundesanstalt für Finanzdienstleistungsaufsicht',
  'Jo Li',
  'a.very.long.address.of.somebody@customer-relations.example.org',
  'City portal',
];

/** Who works, as far as anybody can tell: no desk of theirs is open all the time. */
const PRESENT = ['agent1', 'agent2', 'agent3'];

/** Says that they are still there. */
export async function stayThere(server: TestServer): Promise<void> {
  for (const who of PRESENT) await server.as(who, '/session', { type: 'renewLease' });
}

const of = <T>(list: readonly T[], n: number): T => {
  const one = list[n % list.length];
  if (one === undefined) throw new Error('Expected a list with something in it.');
  return one;
};

const work = (n: number, now: number): Work => ({
  mediaType: of(MEDIA, n),
  subject: of(SUBJECTS, n),
  from: of(SENDERS, n),
  priority: (n % 4) * 10,
  ...(n % 3 !== 0 && { dueAt: now + (n - 6) * HOUR }),
  contact: of(SENDERS, n),
  data: {
    Text: 'Sehr geehrte Damen und Herren,\nanbei erhalten Sie die Unterlagen. Please confirm that you received all of them, and tell me how long it will take.\nMit freundlichen Grüßen',
    Kraftfahrzeughaftpflichtversicherungsnummer:
      'KFZ-2026-004417-B-0000000000000000000000000000000000000000017',
    Amount: 1_294.5,
    Paid: n % 2 === 0,
  },
});

async function people(server: TestServer): Promise<void> {
  const extra = Array.from({ length: 24 }, (_, n) => ({
    id: `extra${n}`,
    name: n % 3 === 0 ? `${of(SENDERS, 0)} ${n}` : `Agent Number ${n}`,
    roles: ['Agent'],
  }));
  await put(server, 'agents', ...extra);
  await put(server, 'agentGroups', {
    id: 'Demo Team',
    name: 'Demo Team',
    members: [...[1, 2, 3, 4, 5, 6].map((n) => `agent${n}`), ...extra.map(({ id }) => id)],
    supervisors: ['lead1'],
  });
  const queues = Array.from({ length: 9 }, (_, n) => ({
    id: `queue${n}`,
    name: n % 2 === 0 ? `Schadensmeldungen Kraftfahrzeuge Region ${n}` : `Queue ${n}`,
    agentGroups: ['Demo Team'],
  }));
  await put(server, 'queues', ...queues);
  const rules = Array.from({ length: 9 }, (_, n) => ({
    ...RANK,
    id: `rule${n}`,
    name: `${of(SUBJECTS, n)}`,
  }));
  await put(server, 'taskRules', ...rules);
}

/** Fills it: people, queues and rules, work that waits, rests, is in hand and is finished. */
export async function fillCentre(server: TestServer): Promise<Crowd> {
  const now = Date.now();
  await configureFlow(server);
  await people(server);
  // Ready for nothing that comes here, so that nothing is offered while the pictures are taken.
  const channels = [...MEDIA, 'chat'].map((mediaType) => ({ mediaType, ready: mediaType === 'chat' }));
  for (const who of PRESENT) await server.as(who, '/session', { type: 'startSession', channels });
  await server.as('agent2', '/session', { type: 'setNotReady', reason: 'lunch' });
  const made: string[] = [];
  for (let n = 0; n < 120; n += 1) made.push(await submit(server, work(n, now)));
  const taken = made.slice(0, 10);
  for (const id of taken) await give(server, 'agent1', id, { type: 'pull' });
  for (const id of taken.slice(4))
    await give(server, 'agent1', id, { type: 'complete', disposition: 'resolved' });
  const [item = '', ...rest] = made.slice(16, 60);
  for (const id of [item, ...rest])
    await give(server, 'admin1', id, { type: 'moveToWorkbin', workbin: SHARED });
  return { item };
}
