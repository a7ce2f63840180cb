import { describe, expect, it } from 'vitest';
import type { Books, Kept } from './books.ts';
import { breachesIn, type CHECKS, type CheckName } from './checks.ts';
import { type Evidence, evidence } from './evidence.ts';
import type { Page } from './ledger.ts';
import { soundEvidence } from './testing/sound-evidence.ts';

/** Which checks find something when the books or the ledger are other than they should be. */
function foundBy(spoil: {
  books?: (books: Books) => Partial<Books>;
  ledger?: (page: Page) => Partial<Page>;
}) {
  const { books, ledger } = soundEvidence();
  return checksOf(evidence({ ...ledger, ...spoil.ledger?.(ledger) }, { ...books, ...spoil.books?.(books) }));
}

const checksOf = (all: Evidence): CheckName[] => [...new Set(breachesIn(all).map(({ check }) => check))];

/** The books with one interaction rewritten. */
const rewritten = (id: string, rewrite: (kept: Kept) => Kept) => (books: Books) => ({
  interactions: books.interactions.map((kept) => (kept.interaction.id === id ? rewrite(kept) : kept)),
});

/** The books without the last event of an interaction. */
const withoutLastEventOf = (id: string) => (books: Books) => {
  const last = books.events.findLast(
    (event) => event.subject === 'interaction' && event.interactionId === id,
  );
  return { events: books.events.filter((event) => event !== last) };
};

describe('a check that could not fail would show nothing, so each finds a planted breach:', () => {
  it('and none finds anything where every promise was kept', () => {
    expect(breachesIn(soundEvidence())).toEqual([]);
  });

  const planted: { [name in keyof typeof CHECKS]: () => CheckName[] } = {
    submissionsAreThereOnce: () =>
      foundBy({
        books: ({ interactions }) => ({
          interactions: interactions.filter(({ interaction }) => interaction.id !== 'WAITS'),
        }),
      }),
    receiptsAreKept: () =>
      foundBy({ books: ({ receipts }) => ({ receipts: new Map([...receipts].slice(0, -1)) }) }),
    acknowledgedEventsAreKept: () => foundBy({ books: withoutLastEventOf('RESTS') }),
    commandsAreDoneOnce: () =>
      foundBy({ books: ({ events }) => ({ events: [...events, ...events.slice(-1)] }) }),
    refusedDidNothing: () => foundBy({ ledger: () => ({ refused: ['command 5'] }) }),
    placesAreSingle: () =>
      foundBy({ books: rewritten('RESTS', (kept) => ({ ...kept, waitingIn: 'Inbox' })) }),
    columnsAgree: () => foundBy({ books: rewritten('WAITS', (kept) => ({ ...kept, waitingIn: 'Other' })) }),
    talliesAreRight: () =>
      foundBy({
        books: ({ tallies }) => ({ tallies: new Map([...tallies].map(([place, n]) => [place, n + 1])) }),
      }),
    loadsAreRight: () =>
      foundBy({ books: ({ sessions }) => ({ sessions: sessions.map((one) => ({ ...one, load: {} })) }) }),
    replayGivesTheRow: () =>
      foundBy({
        books: rewritten('INHAND', (kept) => ({
          ...kept,
          interaction: { ...kept.interaction, priority: 7 },
        })),
      }),
    versionsAreGapless: () =>
      foundBy({
        books: ({ events }) => ({
          events: events.map((event) => (event.version === 2 ? { ...event, version: 1 } : event)),
        }),
      }),
    finishedStaysFinished: () =>
      foundBy({
        books: ({ events }) => {
          const done = events.at(-1);
          if (done?.type !== 'InteractionCompleted') throw new Error('The story ends with something done.');
          const back = { ...done, type: 'WorkReturnedToQueue', state: 'Queued', by: '@timer', version: 4 };
          return { events: [...events, back as typeof done] };
        },
      }),
    offersAreSingle: () =>
      foundBy({
        books: ({ events }) => {
          const done = events.at(-1);
          if (done?.type !== 'InteractionCompleted') throw new Error('The story ends with something done.');
          const offered = { ...done, type: 'AgentInvited', state: 'Invited', by: '@router', version: 4 };
          return { events: [...events, { ...offered, data: { agentId: 'ana' } } as unknown as typeof done] };
        },
      }),
    feedToldEverythingOnce: () =>
      foundBy({
        ledger: ({ told }) => ({ told: told.filter(({ id, version }) => id !== 'DONE' || version !== 2) }),
      }),
    answersAgree: () => foundBy({ ledger: () => ({ contradictions: ['yes and no'] }) }),
    everythingGetsDone: () => {
      const { ledger, books } = soundEvidence();
      return checksOf(evidence(ledger, books, true));
    },
  };

  it.each(Object.entries(planted))('%s', (check, find) => {
    expect(find()).toContain(check);
  });

  it('work that is in no place at all', () => {
    const lost = rewritten('WAITS', (kept) => ({ ...kept, waitingIn: undefined }));
    expect(foundBy({ books: lost })).toContain('placesAreSingle');
  });

  it('the same work twice under two ids', () => {
    const doubled = (books: Books) => ({
      interactions: books.interactions.flatMap((kept) =>
        kept.interaction.id === 'WAITS'
          ? [kept, { ...kept, interaction: { ...kept.interaction, id: 'AGAIN' } }]
          : kept,
      ),
    });
    expect(foundBy({ books: doubled })).toContain('submissionsAreThereOnce');
  });

  it('an event that was not told by the time that nothing happens any more', () => {
    const { ledger, books } = soundEvidence();
    const silent = { ...ledger, told: ledger.told.filter(({ id }) => id !== 'WAITS') };
    expect(checksOf(evidence(silent, books))).toEqual([]);
    expect(checksOf(evidence(silent, books, true))).toContain('feedToldEverythingOnce');
  });

  it('an event told twice', () => {
    expect(foundBy({ ledger: ({ told }) => ({ told: [...told, ...told.slice(-1)] }) })).toEqual([
      'feedToldEverythingOnce',
    ]);
  });
});
