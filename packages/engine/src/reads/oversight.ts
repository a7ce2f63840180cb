/** What a team lead asks of people, queues and trays as a whole: the board, and what a filter finds among them. */
import {
  type Actor,
  type Answer,
  agentsShown,
  agentsWatched,
  type Board,
  boardOf,
  conditionOf,
  describeWorkbin,
  type FindRequest,
  type Found,
  fits,
  type InteractionLine,
  keysAskedBy,
  MOST_BOARD_QUEUES,
  MOST_LOOKED,
  mayWatch,
  type Page,
  type PageRequest,
  queuesWatched,
  reachesWorkbin,
  refuse,
  supervisedWorkbins,
  supervisesQueue,
  workbinKey,
} from '@intray/core';
import { maySeeNot, no, yes } from './answers.ts';
import type { ReadParts } from './parts.ts';

/** Of what stands first in a queue it is told how old and how late it is. */
const FRONT = 500;
/** What all those on the board have in hand together. */
const MOST_WORK = 5_000;
/** Read at once. */
const SLICE = 200;

/** A queue or a tray that is looked through. */
interface Looked {
  readonly key: string;
  readonly read: (page: PageRequest) => Promise<Page<InteractionLine>>;
}

export const oversightReads = (parts: ReadParts) => ({
  async board(actor: Actor): Promise<Answer<Board>> {
    const { store, clock } = parts;
    const centre = parts.centre();
    const refusal = mayWatch(actor, centre);
    if (refusal) return no(refusal);
    const watched = agentsWatched(actor, centre);
    const allQueues = queuesWatched(actor, centre);
    const queues = allQueues.slice(0, MOST_BOARD_QUEUES);
    const now = clock.now();
    const [known, active, counts, fronts] = await Promise.all([
      store.sessions(watched),
      store.activeSessions(),
      store.queueCounts(queues),
      store.queueFronts(queues, FRONT, now),
    ]);
    const sessions = new Map(known.map((session) => [session.agentId, session]));
    const work = await store.onDesks(agentsShown(watched, sessions, centre), MOST_WORK);
    const lines = queues.map((queue, turn) => ({
      queue,
      waiting: counts[turn] ?? 0,
      ...(fronts[turn] ?? { overdue: 0, looked: 0 }),
    }));
    return yes(
      boardOf({
        ...{ actor, centre, now, watched, sessions, work, active },
        queues: lines,
        queuesWatched: allQueues.length,
      }),
    );
  },

  async find(actor: Actor, request: FindRequest): Promise<Answer<Found>> {
    const asked = conditionOf(request);
    if (!asked.ok) return no(asked.refusal);
    const places =
      request.among === 'queues'
        ? await queuesMeant(actor, request, parts)
        : await traysMeant(actor, request, parts);
    if (!places.ok) return places;
    const { condition } = asked;
    const keys = [...new Set([...request.keys, ...(condition === undefined ? [] : keysAskedBy(condition))])];
    const now = parts.clock.now();

    const items: InteractionLine[] = [];
    let looked = 0;
    let [turn, after] = placeAt(request.after, places.value);
    for (; turn < places.value.length; turn += 1, after = undefined) {
      const place = places.value[turn] as Looked;
      do {
        // No more than can all be answered with, so that the next question goes on after the last one read; and no
        // crumbs, so that an answer that is nearly full does not cost a question for each row.
        const limit = Math.min(SLICE, request.limit - items.length);
        if (looked >= MOST_LOOKED || limit * 2 < Math.min(SLICE, request.limit))
          return yes({ items, looked, next: cursorOf(place, after) });
        const page = await place.read({
          ...{ limit, order: 'oldest', keys },
          ...(after === undefined ? {} : { after }),
        });
        looked += page.items.length;
        items.push(...page.items.filter((line) => condition === undefined || fits(line, condition, now)));
        after = page.next;
      } while (after !== undefined);
    }
    return yes({ items, looked });
  },
});

/** The queues that are named, or all; those in which nothing waits are passed over. */
async function queuesMeant(
  actor: Actor,
  { queues: named }: FindRequest,
  { store, centre }: ReadParts,
): Promise<Answer<readonly Looked[]>> {
  const queues = named ?? queuesWatched(actor, centre());
  for (const queue of queues) {
    if (!centre().queues.has(queue))
      return no(
        refuse('queue_unknown', `There is no queue "${queue}". Choose one from your list.`, { queue }),
      );
    if (!supervisesQueue(actor, queue, centre())) return maySeeNot(actor, `the queue "${queue}"`);
  }
  const counts = await store.queueCounts(queues);
  return yes(
    queues
      .filter((_, turn) => (counts[turn] ?? 0) > 0)
      .map((queue): Looked => ({ key: queue, read: (page) => store.queueContent(queue, page) })),
  );
}

async function traysMeant(
  actor: Actor,
  { workbins: named }: FindRequest,
  { store, centre }: ReadParts,
): Promise<Answer<readonly Looked[]>> {
  const workbins = named ?? supervisedWorkbins(actor, centre());
  // Without a session: a team lead looks into the trays of others, wherever they sit themselves.
  for (const workbin of workbins)
    if (!reachesWorkbin(actor, workbin, undefined, centre()))
      return maySeeNot(actor, describeWorkbin(workbin));
  const counts = await store.workbinCounts(workbins);
  return yes(
    workbins
      .filter((_, turn) => (counts[turn] ?? 0) > 0)
      .map(
        (workbin): Looked => ({
          key: workbinKey(workbin),
          read: (page) => store.workbinContent(workbin, page),
        }),
      ),
  );
}

/** The place's key, and how far it was read. */
const cursorOf = ({ key }: Looked, after: string | undefined): string =>
  `${encodeURIComponent(key)} ${after ?? ''}`;

/** Where to go on; a place that is empty or gone meanwhile has nothing more, and neither has what came before it. */
function placeAt(cursor: string | undefined, places: readonly Looked[]): [number, string | undefined] {
  if (cursor === undefined) return [0, undefined];
  const [key = '', after = ''] = cursor.split(' ');
  const turn = places.findIndex((place) => encodeURIComponent(place.key) === key);
  return turn < 0 ? [places.length, undefined] : [turn, after === '' ? undefined : after];
}
