/** Workbins: which there are, and what is in them. */
import type { WorkbinType } from '@intray/core';
import { asksFor, listed, pick } from '../listing.ts';
import { FAMILIES, FAMILY_PATHS, type MediaFamily } from '../media.ts';
import { workbinResource } from '../resources/workbin.ts';
import { type Call, multimedia, success } from '../route.ts';
import { ITEMS, Workbin, WorkbinWithContent } from '../shapes/resources.ts';
import { FIELDS, listOf, OWNER, SLICE, SORT, some, subresources, withCounts } from '../shapes/shape.ts';
import { STATUS, told, V2Refusal } from '../status.ts';
import { demandSession, typeNamed } from '../tray.ts';
import { contentOf } from '../tray-content.ts';

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

/** The types of another agent's workbins, for those who may look into them. @throws V2Refusal 5 */
async function typesOfUser(call: Call): Promise<readonly WorkbinType[]> {
  const { desk, actor, params } = call;
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
  return workbinTypes.filter(({ id }) => theirs.has(id));
}

async function workbinsOfUser(call: Call) {
  const rows = (await typesOfUser(call)).map((type) => workbinResource(type, call.writing.base));
  return listed('workbins', rows, call.query);
}

/** A workbin: what it is and, with `subresources`, what is in it, an array per medium. */
async function oneWorkbin(call: Call) {
  const { desk, actor, query, writing, params } = call;
  if (query.subresources === undefined) {
    const type = typeNamed(told(await desk.catalogue(actor)), params.id ?? '');
    if (params.userId !== undefined) await typesOfUser(call);
    return success({ workbin: pick(workbinResource(type, writing.base), query.fields ?? '*') });
  }
  const families = FAMILIES.filter(({ name, plural }) => asksFor(query, name, plural));
  const { tray, items, counts, etag } = await contentOf(call, families);
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

const contentOfFamily = (family: MediaFamily) => async (call: Call) => {
  const { items, counts, etag } = await contentOf(call, [family]);
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

const LIST = { query: { ...FIELDS, ...SLICE }, filters: true, answer: listOf('workbins', Workbin) };
const CONTENT = { ...OWNER, ...SLICE, ...SORT };

export const workbinRoutes = [
  multimedia('GET', '/workbins', 'Every workbin there is.', everyWorkbin, LIST),
  multimedia('GET', '/me/workbins', "The caller's workbins and those of their place.", myWorkbins, LIST),
  multimedia('GET', '/users/:userId/workbins', "An agent's workbins.", workbinsOfUser, LIST),
  ...WORKBIN_PATHS.flatMap((path) => [
    multimedia('GET', `${path}/:id`, 'A workbin; with `subresources` what is in it.', oneWorkbin, {
      query: { ...FIELDS, ...subresources(...FAMILIES.map(({ name }) => name)), ...CONTENT },
      filters: true,
      answer: withCounts({ workbin: some(WorkbinWithContent) }),
      tagged: true,
    }),
    ...[...FAMILY_PATHS].map(([segment, family]) =>
      multimedia(
        'GET',
        `${path}/:id/${segment}`,
        `The ${family.plural} in a workbin.`,
        contentOfFamily(family),
        {
          query: { ...FIELDS, ...CONTENT },
          filters: true,
          answer: listOf(family.plural, ITEMS[family.name]),
          tagged: true,
        },
      ),
    ),
  ]),
];
