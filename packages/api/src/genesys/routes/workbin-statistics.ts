/**
 * How much lies in workbins, for clients that show counts. Added by Intray: nothing is read but what is kept anyway, so
 * it costs the same for ten items and for ten thousand.
 */
import type { WorkbinRef, WorkbinStatistics, WorkbinType } from '@intray/core';
import { z } from 'zod';
import { address, type Base, workbinId } from '../addresses.ts';
import { FAMILIES, familyOf } from '../media.ts';
import { type Call, multimedia, success } from '../route.ts';
import { Statistics } from '../shapes/resources.ts';
import { OWNER, success as shaped, WORKBIN_IDS } from '../shapes/shape.ts';
import { STATUS, told, V2Refusal } from '../status.ts';
import { demandSession, refOf, typeNamed } from '../tray.ts';
import { WORKBIN_PATHS } from './workbins.ts';

/** At most so many workbins are counted at once. */
const MOST_AT_ONCE = 200;

/** Where to read what is counted: the workbin's own address, and whose it is. */
function contentOf({ type, owner }: WorkbinRef, me: string, base: Base): string {
  const id = workbinId(type);
  switch (owner.kind) {
    case 'Agent':
      return owner.id === me
        ? address(base, 'me', 'workbins', id)
        : address(base, 'users', owner.id, 'workbins', id);
    case 'Place':
      return address(base, 'me', 'workbins', id);
    case 'AgentGroup':
      return `${address(base, 'workbins', id)}?agentGroup=${encodeURIComponent(owner.id)}`;
    case 'PlaceGroup':
      return `${address(base, 'workbins', id)}?placeGroup=${encodeURIComponent(owner.id)}`;
  }
}

/** Every family has its number, like the arrays of a workbin's content; media types are those of which there is some. */
function resource({ workbin, name, count, limit, perMediaType }: WorkbinStatistics, me: string, base: Base) {
  const sums = Object.fromEntries(FAMILIES.map(({ plural }) => [plural, 0]));
  for (const [mediaType, n] of Object.entries(perMediaType)) {
    const { plural } = familyOf(mediaType);
    sums[plural] = (sums[plural] ?? 0) + n;
  }
  return {
    id: workbinId(workbin.type),
    workbinName: workbin.type,
    displayName: name,
    uri: contentOf(workbin, me, base),
    type: workbin.owner.kind,
    owner: workbin.owner.id,
    total: count,
    ...(limit === undefined ? {} : { limit }),
    media: sums,
    mediaTypes: perMediaType,
  };
}

async function counted(call: Call, workbins: readonly WorkbinRef[] | undefined) {
  const { desk, actor, writing } = call;
  const found = told(await desk.workbinStatistics(actor, workbins));
  return found.map((one) => resource(one, actor.id, writing.base));
}

async function ofOne(call: Call) {
  const { desk, actor, params } = call;
  const type = typeNamed(told(await desk.catalogue(actor)), params.id ?? '');
  const [statistics] = await counted(call, [refOf(call, type, await demandSession(call))]);
  return success({ statistics });
}

/** The types that are meant: those that are named, or all that owners of the kind have that the query or path names. */
function typesMeant(
  { query, params }: Call,
  types: readonly WorkbinType[],
): readonly WorkbinType[] | undefined {
  if (query.workbinIds !== undefined) return undefined;
  const kinds = [
    ...(params.userId === undefined ? [] : ['Agent']),
    ...(query.agentGroup === undefined ? [] : ['AgentGroup']),
    ...(query.placeGroup === undefined ? [] : ['PlaceGroup']),
  ];
  return kinds.length === 0 ? undefined : types.filter(({ ownerKind }) => kinds.includes(ownerKind));
}

function named({ workbinIds = '' }: Call['query']): readonly string[] {
  const ids = [...new Set(workbinIds.split(',').map((id) => id.trim()))].filter((id) => id !== '');
  if (ids.length === 0) throw new V2Refusal(STATUS.missing, 'The parameter "workbinIds" is empty.');
  if (ids.length > MOST_AT_ONCE)
    throw new V2Refusal(
      STATUS.invalid,
      `workbinIds: expected at most ${MOST_AT_ONCE} ids, got ${ids.length}. Ask in several requests.`,
    );
  return ids;
}

/** Those of a group or a user, those that `workbinIds` names, or else all that the caller owns or shares. */
async function ofMany(call: Call) {
  const { desk, actor, query } = call;
  const me = await demandSession(call);
  const catalogue = told(await desk.catalogue(actor));
  const types =
    query.workbinIds === undefined
      ? typesMeant(call, catalogue.workbinTypes)
      : named(query).map((id) => typeNamed(catalogue, id));
  const workbins = types?.map((type) => refOf(call, type, me));
  return success({ statistics: await counted(call, workbins) });
}

export const workbinStatisticsRoutes = WORKBIN_PATHS.flatMap((path) => [
  multimedia('GET', `${path}/statistics`, 'How much lies in several workbins, per medium.', ofMany, {
    query: { ...WORKBIN_IDS, ...OWNER },
    answer: shaped({ statistics: z.array(Statistics) }),
  }),
  multimedia('GET', `${path}/:id/statistics`, 'How much lies in a workbin, per medium.', ofOne, {
    query: OWNER,
    answer: shaped({ statistics: Statistics }),
  }),
]);
