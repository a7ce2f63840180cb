import type { AgentSession, DomainEvent, Interaction, Json } from '@intray/core';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fromKeptJson, keptJson, keptText } from './kept-json.ts';
import { openStore } from './open-store.ts';
import type { Store } from './store.ts';
import { batch, eventOn, NOW, page, request, SEED, sampleInteraction } from './test-samples.ts';
import { type FreshDatabase, freshDatabase } from './testing/index.ts';

let fresh: FreshDatabase;
let store: Store;

beforeAll(async () => {
  fresh = await freshDatabase();
  store = await openStore({ url: fresh.url, poolSize: 4, applicationName: 'rows-test' });
});

afterAll(async () => {
  await store?.close();
  await fresh?.drop();
});

/** What has broken databases before: what JSON, SQL, PostgreSQL or our own escape could take for something else. */
const AWKWARD = [
  '\0',
  '\u001a',
  '\u001a0000',
  '\ud800',
  '\udfff',
  '😀',
  '\\u0000',
  '\\',
  '"',
  "'",
  '?',
  '>',
  ' ',
  '$1',
  '{}',
  '\n',
  'é',
  '\u2028',
];
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.array(fc.constantFrom(...AWKWARD), { maxLength: 6 }).map((parts) => parts.join('')),
);
const json: fc.Arbitrary<Json> = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    text,
    fc.constantFrom<Json[]>(null, true, false, 1, '1', 0, 1e308, 5e-324, 2 ** 53, 0.1, '1.0'),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(text, tie('value'), { maxKeys: 3, noNullPrototype: true }),
  ),
})).value;
const userData = fc.dictionary(text, json, { maxKeys: 6, noNullPrototype: true });
/** Objects as JSON.parse makes them. */
const plain = <T>(
  model: { [K in keyof T]: fc.Arbitrary<T[K]> },
  requiredKeys: (keyof T)[] = Object.keys(model) as (keyof T)[],
) => fc.record<T, keyof T>(model, { requiredKeys, noNullPrototype: true });
type DraftOf<A> = A extends fc.Arbitrary<infer Value> ? Value : never;
const instant = fc.integer({ min: 0, max: 8_640_000_000_000_000 });
const invitation = plain({ agentId: text, ticket: fc.nat(), offeredAt: instant, until: instant });
const workbin = plain({
  type: text,
  owner: plain({ kind: fc.constantFrom('Agent', 'AgentGroup', 'Place', 'PlaceGroup'), id: text }),
});

/** Every kind of place that an interaction can be in. */
const whereabouts = fc.oneof(
  plain({ state: fc.constant('Processing'), handler: text, handleUntil: instant }),
  plain({ state: fc.constant('Transferring'), handler: text, invitation }),
  plain({ state: fc.constant('Invited'), invitation }),
  plain({ state: fc.constantFrom('InWorkbin', 'Snoozed', 'Held'), workbin }),
  plain({ state: fc.constantFrom('Queued', 'Snoozed', 'Held'), wakeAt: instant }),
  plain({ state: fc.constantFrom('Done', 'Cancelled'), completedAt: instant, disposition: text }),
);
const optional = plain(
  {
    dueAt: instant,
    contactId: text,
    pulledFrom: workbin,
    preferredAgent: text,
    deliveredAt: instant,
    assignedAt: instant,
    assignedTo: text,
    completedAt: instant,
  },
  [],
);
const drafted = fc.record({
  name: text,
  external: fc.option(text),
  whereabouts,
  optional,
  fields: plain({
    mediaType: text,
    version: fc.integer({ min: 1, max: 1_000_000 }),
    queue: text,
    priority: fc.integer({ min: -1_000_000, max: 1_000_000 }),
    userData,
    noteCount: fc.nat(),
    exclusions: fc.array(plain({ agentId: text, until: instant }), { maxLength: 3 }),
    submittedBy: text,
    submittedAt: instant,
    receivedAt: instant,
    placedAt: instant,
  }),
});

let made = 0;
/** Names nobody has yet, also when fast-check tries the same value again to make it smaller. */
function unique(name: string): string {
  made += 1;
  return `${made}${name}`;
}

function interactionFrom({
  name,
  external,
  whereabouts: at,
  optional: more,
  fields,
}: DraftOf<typeof drafted>): Interaction {
  const externalId = external === null ? {} : { externalId: unique(external) };
  return { ...fields, ...more, ...at, ...externalId, id: unique(name) } as Interaction;
}

test('every interaction comes back as it was saved, new or changed, by id or external id', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(drafted, { minLength: 1, maxLength: 8 }), drafted, async (drafts, draft) => {
      const saved = drafts.map(interactionFrom);
      const other = interactionFrom(draft);
      expect(await store.save(batch({ interactions: saved.map((after) => ({ before: 0, after })) }))).toEqual(
        { ok: true },
      );
      const [first] = saved;
      if (first === undefined) return;
      const { externalId: _, ...content } = other;
      const external = first.externalId === undefined ? {} : { externalId: first.externalId };
      const changed = { ...content, ...external, id: first.id, version: first.version + 1 };
      await store.save(batch({ interactions: [{ before: first.version, after: changed }] }));

      const expected = [changed, ...saved.slice(1)];
      const { interactions } = await store.load(
        request({
          interactionIds: expected.filter((each) => each.externalId === undefined).map(({ id }) => id),
          externalIds: expected.flatMap(({ externalId }) => externalId ?? []),
        }),
      );
      const found = new Map(interactions.map((each) => [each.id, each]));
      for (const each of expected) {
        expect(found.get(each.id)).toStrictEqual(each);
        expect(await store.interaction(each.id)).toStrictEqual(each);
      }
    }),
    { numRuns: 60, seed: SEED },
  );
});

test('every session comes back as it was saved', async () => {
  const channel = plain({ ready: fc.boolean(), since: instant, reason: text }, ['ready', 'since']);
  const session = plain(
    {
      agentId: text,
      version: fc.integer({ min: 1, max: 1_000_000 }),
      active: fc.boolean(),
      reachable: fc.boolean(),
      placeId: text,
      startedAt: instant,
      leaseUntil: instant,
      channels: fc.dictionary(text, channel, { maxKeys: 3, noNullPrototype: true }),
      load: fc.dictionary(text, fc.nat(), { maxKeys: 3, noNullPrototype: true }),
      idleSince: instant,
    },
    ['agentId', 'version', 'active', 'reachable', 'channels', 'load', 'idleSince'],
  );
  await fc.assert(
    fc.asyncProperty(session, async (draft) => {
      const after = { ...draft, agentId: unique(draft.agentId) } as AgentSession;
      await store.save(batch({ sessions: [{ before: 0, after }] }));
      expect(await store.sessions([after.agentId])).toStrictEqual([after]);
      expect((await store.load(request({ agentIds: [after.agentId] }))).sessions).toStrictEqual([after]);
    }),
    { numRuns: 60, seed: SEED },
  );
});

test('events and receipts come back as they were, with all that a note may contain', async () => {
  const noted = {
    ...eventOn('noted', 2),
    type: 'NoteAdded',
    data: { text: AWKWARD.join('|') },
  } as DomainEvent;
  const receipt = { ok: true, id: 'noted', version: 2, state: 'Queued', events: ['NoteAdded'] } as const;
  const started = {
    subject: 'agent',
    type: 'SessionEnded',
    agentId: 'noted',
    version: 3,
    at: NOW,
    by: '@timer',
    data: {},
  } as const;
  const topics = ['agent:"quoted, {braced}"', 'queue:\\'];
  await store.save(
    batch({
      events: [
        { event: noted, topics, commandId: 'c-1' },
        { event: started, topics: [] },
      ],
      receipts: [{ commandId: 'c-1', receipt, at: NOW }],
    }),
  );
  expect((await store.history('noted', page())).items).toStrictEqual([noted]);
  expect((await store.load(request({ commandIds: ['c-1', 'c-2'] }))).receipts).toStrictEqual(
    new Map([['c-1', receipt]]),
  );
  const told = (await store.feed('0.0', 1000)).entries.slice(-2).map(({ cursor: _, ...entry }) => entry);
  expect(told).toStrictEqual([
    { event: noted, topics, commandId: 'c-1' },
    { event: started, topics: [] },
  ]);
});

test('a line brings the attached keys that were asked for and no others, whatever they are called', async () => {
  const data = { '?': 1, 'a > b': '1', 'a b': null, 'ü\0': [true], big: 'x'.repeat(100_000) };
  const tray = { type: 'lines', owner: { kind: 'Place', id: 'P' } } as const;
  const { exclusions, ...base } = sampleInteraction('line', {
    state: 'InWorkbin',
    workbin: tray,
    userData: data,
  });
  await store.save(batch({ interactions: [{ before: 0, after: { ...base, exclusions } }] }));
  const keys = ['?', 'a > b', 'a b', 'ü\0', 'missing'];
  const { userData: _, ...line } = base;
  const { big: __, ...wanted } = data;
  expect((await store.workbinContent(tray, page({ keys }))).items).toStrictEqual([{ ...line, data: wanted }]);
});

test('kept JSON is the same again, and kept text agrees with it', () => {
  fc.assert(
    fc.property(json, text, (value, name) => {
      expect(fromKeptJson(keptJson(value))).toStrictEqual(value);
      expect(JSON.parse(keptJson(name))).toBe(keptText(name));
    }),
    { numRuns: 2000, seed: SEED },
  );
});
