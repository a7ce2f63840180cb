/** What lies in a tray, read as far as the answer needs it: sorted, filtered and sliced as the query says. */
import { createHash } from 'node:crypto';
import { type InteractionLine, PageRequest, sameWorkbin } from '@intray/core';
import { filtered, filters, type Slice, sliced, sliceOf } from './listing.ts';
import { familyOf, type MediaFamily } from './media.ts';
import { type InteractionResource, readResource } from './resources/interaction.ts';
import type { Call, Query } from './route.ts';
import { ORDERS, SORTS } from './shapes/shape.ts';
import { STATUS, told, V2Refusal } from './status.ts';
import { type Tray, trayNamed } from './tray.ts';

/** How many interactions are read at once: one busy list must not take every connection of the database. */
const AT_ONCE = 8;
/** So many lines one page of the desk has at most. */
const PAGE = 200;
/** A tray with more is neither sorted nor filtered: every line of it would have to be looked at for any slice. */
const MOST_LOOKED_AT = 10_000;

interface Sorting {
  readonly by: (typeof SORTS)[number];
  readonly order: (typeof ORDERS)[number];
}

export interface Item {
  readonly family: MediaFamily;
  readonly row: InteractionResource & { readonly uri: string };
}

export interface Content {
  readonly tray: Tray;
  readonly items: readonly Item[];
  readonly counts: Slice<Item>['counts'];
  /** Changes whenever anything in the answer does. */
  readonly etag: string;
}

function oneOf<T extends string>(name: string, allowed: readonly T[], value: string): T {
  const found = allowed.find((one) => one === value);
  if (found !== undefined) return found;
  throw new V2Refusal(
    STATUS.invalid,
    `${name}: expected one of ${allowed.join(', ')}, got "${value.slice(0, 60)}".`,
  );
}

const sortingOf = ({ sort = 'placedAt', order = 'asc' }: Query): Sorting => ({
  by: oneOf('sort', SORTS, sort),
  order: oneOf('order', ORDERS, order),
});

/** Lines of some media, in the order in which they came to the tray, until there are `enough`. */
async function linesOf(
  { desk, actor }: Call,
  { workbin }: Tray,
  families: readonly MediaFamily[],
  { order, enough, most }: { order: PageRequest['order']; enough: number; most: number },
): Promise<readonly InteractionLine[]> {
  // By id: what was taken out and put back while we read would come twice.
  const lines = new Map<string, InteractionLine>();
  let looked = 0;
  let after: string | undefined;
  do {
    const page = PageRequest.parse({
      limit: PAGE,
      order,
      keys: [],
      ...(after === undefined ? {} : { after }),
    });
    const { items, next } = told(await desk.workbinContent(actor, workbin, page));
    looked += items.length;
    for (const line of items) if (families.includes(familyOf(line.mediaType))) lines.set(line.id, line);
    after = next;
    if (looked >= most && after !== undefined)
      throw new V2Refusal(
        STATUS.invalid,
        `More than ${most} items rest in this workbin, too many to sort or filter. Ask for slices in the order of placedAt.`,
      );
  } while (after !== undefined && lines.size < enough);
  return [...lines.values()];
}

/** The items as resources. What was taken out while we read is left out. */
async function itemsOf(
  { desk, actor, writing }: Call,
  { workbin }: Tray,
  lines: readonly InteractionLine[],
): Promise<readonly Item[]> {
  const found: Item[] = [];
  for (let from = 0; from < lines.length; from += AT_ONCE) {
    const answers = await Promise.all(
      lines.slice(from, from + AT_ONCE).map(({ id }) => desk.interaction(actor, id)),
    );
    for (const answer of answers)
      if (answer.ok && sameWorkbin(answer.value.interaction.workbin, workbin))
        found.push({
          family: familyOf(answer.value.interaction.mediaType),
          row: readResource(actor.id, answer.value, writing),
        });
  }
  return found;
}

/** How many lie there of some media: kept, so a slice does not cost what the whole would. */
async function totalOf({ desk, actor }: Call, { workbin }: Tray, families: readonly MediaFamily[]) {
  const [statistics] = told(await desk.workbinStatistics(actor, [workbin]));
  return Object.entries(statistics?.perMediaType ?? {})
    .filter(([mediaType]) => families.includes(familyOf(mediaType)))
    .reduce((sum, [, n]) => sum + n, 0);
}

const tagOf = (lines: readonly InteractionLine[], total?: number): string =>
  `"${createHash('sha256')
    .update(`${total ?? ''};${lines.map(({ id, version }) => `${id}:${version}`).join()}`)
    .digest('base64url')
    .slice(0, 22)}"`;

/** In the order in which it lies there, a slice is read and no more. */
async function inItsOwnOrder(
  call: Call,
  tray: Tray,
  families: readonly MediaFamily[],
  direction: Sorting['order'],
): Promise<Omit<Content, 'tray'>> {
  const order = direction === 'asc' ? 'oldest' : 'newest';
  const most = Number.POSITIVE_INFINITY;
  const slice = sliceOf(call.query);
  if (slice === undefined) {
    const lines = await linesOf(call, tray, families, { order, enough: most, most });
    return { items: await itemsOf(call, tray, lines), counts: {}, etag: tagOf(lines) };
  }
  const total = await totalOf(call, tray, families);
  const { offset, limit = total } = slice;
  const nothing = limit === 0 || offset >= total;
  const lines = nothing ? [] : await linesOf(call, tray, families, { order, enough: offset + limit, most });
  const wanted = lines.slice(offset, offset + limit);
  const items = await itemsOf(call, tray, wanted);
  return { items, counts: { offset, limit, total }, etag: tagOf(wanted, total) };
}

/** What lies in the tray that the request means, of some media. @throws V2Refusal */
export async function contentOf(call: Call, families: readonly MediaFamily[]): Promise<Content> {
  const { by, order } = sortingOf(call.query);
  sliceOf(call.query);
  const tray = await trayNamed(call, call.params.id ?? '');
  const looksAtContent = filters(call.query);
  if (by === 'placedAt' && !looksAtContent)
    return { tray, ...(await inItsOwnOrder(call, tray, families, order)) };

  const sign = order === 'asc' ? 1 : -1;
  const all = await linesOf(call, tray, families, {
    order: 'oldest',
    enough: Number.POSITIVE_INFINITY,
    most: MOST_LOOKED_AT,
  });
  const lines = all.toSorted((a, b) => sign * (a[by] - b[by]));
  const etag = tagOf(lines);
  if (!looksAtContent) {
    const { rows, counts } = sliced(lines, call.query);
    return { tray, items: await itemsOf(call, tray, rows), counts, etag };
  }
  const items = await itemsOf(call, tray, lines);
  const rows = items.map(({ row }) => row);
  const kept = new Set<Item['row']>(filtered(rows, call.query));
  const { rows: wanted, counts } = sliced(
    items.filter(({ row }) => kept.has(row)),
    call.query,
  );
  return { tray, items: wanted, counts, etag };
}
