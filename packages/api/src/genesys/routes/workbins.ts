/** Workbins: which there are, and what is in them. */
import { createHash } from 'node:crypto';
import { type InteractionLine, PageRequest } from '@intray/core';
import { asksFor, filtered, listed, pick, sliced } from '../listing.ts';
import { FAMILIES, FAMILY_PATHS, familyOf, type MediaFamily } from '../media.ts';
import { readResource } from '../resources/interaction.ts';
import { workbinResource } from '../resources/workbin.ts';
import { type Call, multimedia, type Query, success } from '../route.ts';
import { STATUS, told, V2Refusal } from '../status.ts';
import { demandSession, type Tray, trayNamed, typeNamed } from '../tray.ts';

/** How many interactions are read at once: one busy list must not take every connection of the database. */
const AT_ONCE = 8;

const SORTS = { placedAt: true, priority: true, receivedAt: true, submittedAt: true } as const;

async function everyWorkbin({ desk, actor, query, writing }: Call) {
  const { workbinTypes } = told(await desk.catalogue(actor));
  return listed(
    'workbins',
    workbinTypes.map((type) => workbinResource(type, writing.base)),
    query,
  );
}

/** The agent's own and those of the agent's place. */
async function myWorkbins(call: Call) {
  const { desk, actor, query, writing } = call;
  const [{ workbinTypes }, summaries] = [told(await desk.catalogue(actor)), told(await desk.workbins(actor))];
  const mine = new Set(
    summaries
      .filter(({ mine: own, workbin }) => own && ['Agent', 'Place'].includes(workbin.owner.kind))
      .map(({ workbin }) => workbin.type),
  );
  const rows = workbinTypes
    .filter(({ id }) => mine.has(id))
    .map((type) => workbinResource(type, writing.base));
  return listed('workbins', rows, query);
}

/** Another agent's: for those who may look into them. */
async function workbinsOfUser(call: Call) {
  const { desk, actor, query, writing, params } = call;
  await demandSession(call);
  const [{ workbinTypes }, summaries] = [told(await desk.catalogue(actor)), told(await desk.workbins(actor))];
  const theirs = new Set(
    summaries
      .filter(({ workbin: { owner } }) => owner.kind === 'Agent' && owner.id === params.userId)
      .map(({ workbin }) => workbin.type),
  );
  if (theirs.size === 0)
    throw new V2Refusal(
      STATUS.noPermission,
      'You may look into no workbin of this user, or there is no such user.',
    );
  const rows = workbinTypes
    .filter(({ id }) => theirs.has(id))
    .map((type) => workbinResource(type, writing.base));
  return listed('workbins', rows, query);
}

/** Every line of a tray, in its own order. */
async function linesOf({ desk, actor }: Call, { workbin }: Tray): Promise<readonly InteractionLine[]> {
  const lines: InteractionLine[] = [];
  let after: string | undefined;
  do {
    const page = PageRequest.parse({ limit: 200, keys: [], ...(after === undefined ? {} : { after }) });
    const { items, next } = told(await desk.workbinContent(actor, workbin, page));
    lines.push(...items);
    after = next;
  } while (after !== undefined);
  return lines;
}

function sorted(
  lines: readonly InteractionLine[],
  { sort, order = 'asc' }: Query,
): readonly InteractionLine[] {
  if (sort === undefined) return lines;
  if (!Object.hasOwn(SORTS, sort) || !['asc', 'desc'].includes(order))
    throw new V2Refusal(
      STATUS.invalid,
      `sort: expected one of ${Object.keys(SORTS).join(', ')}, with order=asc or desc.`,
    );
  const key = sort as keyof typeof SORTS;
  const sign = order === 'asc' ? 1 : -1;
  return lines.toSorted((a, b) => sign * (a[key] - b[key]));
}

/** The items as resources. What was taken out while we read is left out. */
async function resourcesOf(call: Call, tray: Tray, lines: readonly InteractionLine[]) {
  const { desk, actor, writing } = call;
  const found = [];
  for (let from = 0; from < lines.length; from += AT_ONCE) {
    const answers = await Promise.all(
      lines.slice(from, from + AT_ONCE).map(({ id }) => desk.interaction(actor, id)),
    );
    for (const answer of answers)
      if (answer.ok && answer.value.interaction.workbin?.type === tray.workbin.type)
        found.push({
          family: familyOf(answer.value.interaction.mediaType),
          row: readResource(actor.id, answer.value, writing),
        });
  }
  return found;
}

/** Changes whenever anything in it does. */
const tagOf = (lines: readonly InteractionLine[]) =>
  `"${createHash('sha256')
    .update(lines.map(({ id, version }) => `${id}:${version}`).join())
    .digest('base64url')
    .slice(0, 22)}"`;

const FILTERS_LINES = new Set([
  'sort',
  'order',
  'offset',
  'limit',
  'fields',
  'subresources',
  'agentGroup',
  'placeGroup',
]);

async function content(call: Call, families: readonly MediaFamily[]) {
  const tray = await trayNamed(call, call.params.id ?? '');
  const lines = await linesOf(call, tray);
  const wanted = sorted(
    lines.filter(({ mediaType }) => families.includes(familyOf(mediaType))),
    call.query,
  );
  const filters = Object.keys(call.query).some((name) => !FILTERS_LINES.has(name));
  // A filter looks at whole resources; without one only the slice is read.
  if (!filters) {
    const { rows, counts } = sliced(wanted, call.query);
    return { tray, items: await resourcesOf(call, tray, rows), counts, etag: tagOf(lines) };
  }
  const all = await resourcesOf(call, tray, wanted);
  const kept = new Set(
    filtered(
      all.map(({ row }) => row),
      call.query,
    ).map(({ id }) => id),
  );
  const { rows, counts } = sliced(
    all.filter(({ row }) => kept.has(row.id)),
    call.query,
  );
  return { tray, items: rows, counts, etag: tagOf(lines) };
}

/** A workbin: what it is and, with `subresources`, what is in it, an array per medium. */
async function oneWorkbin(call: Call) {
  const { desk, actor, query, writing, params } = call;
  if (query.subresources === undefined) {
    const type = typeNamed(told(await desk.catalogue(actor)), params.id ?? '');
    return success({ workbin: pick(workbinResource(type, writing.base), query.fields ?? '*') });
  }
  const families = FAMILIES.filter(({ name, plural }) => asksFor(query, name, plural));
  const { tray, items, counts, etag } = await content(call, families);
  const arrays = families.map(({ name, plural }) => [
    plural,
    items.filter(({ family }) => family.name === name).map(({ row }) => row),
  ]);
  const workbin = {
    ...pick(workbinResource(tray.type, writing.base), query.fields ?? '*'),
    ...Object.fromEntries(arrays),
  };
  return { ...success({ workbin, ...counts }), etag };
}

const contentOf = (family: MediaFamily) => async (call: Call) => {
  const { items, counts, etag } = await content(call, [family]);
  const { fields } = call.query;
  const rows = items.map(({ row }) => row);
  return {
    ...success({
      ...(fields === undefined
        ? { uris: rows.map(({ uri }) => uri) }
        : { [family.plural]: rows.map((row) => pick(row, fields)) }),
      ...counts,
    }),
    etag,
  };
};

/** Where one workbin is found. */
export const WORKBIN_PATHS = ['/workbins', '/me/workbins', '/users/:userId/workbins'] as const;

export const workbinRoutes = [
  multimedia('GET', '/workbins', 'Every workbin there is.', everyWorkbin),
  multimedia('GET', '/me/workbins', "The caller's workbins and those of their place.", myWorkbins),
  multimedia('GET', '/users/:userId/workbins', "An agent's workbins.", workbinsOfUser),
  ...WORKBIN_PATHS.flatMap((path) => [
    multimedia('GET', `${path}/:id`, 'A workbin; with `subresources` what is in it.', oneWorkbin),
    ...[...FAMILY_PATHS].map(([segment, family]) =>
      multimedia('GET', `${path}/:id/${segment}`, `The ${family.plural} in a workbin.`, contentOf(family)),
    ),
  ]),
];
