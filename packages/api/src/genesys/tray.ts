/** Which tray a request means: the type by the id in the path, the owner by path and query. */
import type { Catalogue, MyDesk, WorkbinOwner, WorkbinRef, WorkbinType } from '@intray/core';
import { workbinTypeOf } from './resources/workbin.ts';
import type { Call } from './route.ts';
import { STATUS, told, V2Refusal } from './status.ts';

export interface Tray {
  readonly type: WorkbinType;
  readonly workbin: WorkbinRef;
  /** Repeated in messages about it: set when it is another's, or a group's. */
  readonly whose: {
    readonly workbinUserId?: string;
    readonly agentGroup?: string;
    readonly placeGroup?: string;
  };
}

const wrongOwner = (type: WorkbinType, asked: string) =>
  new V2Refusal(
    STATUS.invalid,
    `The workbin "${type.id}" belongs to owners of kind ${type.ownerKind}, not to ${asked}.`,
  );

function group(call: Call, type: WorkbinType, name: 'agentGroup' | 'placeGroup'): string {
  const id = call.query[name];
  if (id !== undefined && id !== '') return id;
  throw new V2Refusal(
    STATUS.missing,
    `The parameter "${name}" is missing: the workbin "${type.id}" belongs to owners of kind ${type.ownerKind}.`,
  );
}

function ownerOf(call: Call, type: WorkbinType, { session, agent }: MyDesk): WorkbinOwner {
  const { userId } = call.params;
  const { agentGroup, placeGroup } = call.query;
  const { ownerKind: kind } = type;
  if (agentGroup !== undefined && kind !== 'AgentGroup') throw wrongOwner(type, 'an agent group');
  if (placeGroup !== undefined && kind !== 'PlaceGroup') throw wrongOwner(type, 'a place group');
  if (userId !== undefined && kind !== 'Agent') throw wrongOwner(type, 'a user');
  switch (kind) {
    case 'Agent':
      return { kind, id: userId ?? agent.id };
    case 'AgentGroup':
      return { kind, id: group(call, type, 'agentGroup') };
    case 'PlaceGroup':
      return { kind, id: group(call, type, 'placeGroup') };
    case 'Place': {
      const place = session.placeId ?? agent.defaultPlace;
      if (place === undefined)
        throw new V2Refusal(
          STATUS.wrongState,
          `The workbin "${type.id}" belongs to places, and you sit at none.`,
        );
      return { kind, id: place };
    }
  }
}

/** The tray of a type that path and query mean. @throws V2Refusal 1 or 10 for a wrong owner */
export const refOf = (call: Call, type: WorkbinType, me: MyDesk): WorkbinRef => ({
  type: type.id,
  owner: ownerOf(call, type, me),
});

/** Whoever works with workbins must be logged on. @throws V2Refusal */
export async function demandSession({ desk, actor }: Call): Promise<MyDesk> {
  const me = told(await desk.me(actor));
  if (!me.session.active)
    throw new V2Refusal(
      STATUS.noPermission,
      `${actor.id} is not logged on. Start a session with StartContactCenterSession.`,
    );
  return me;
}

/** The type behind an id. @throws V2Refusal 6 */
export function typeNamed(catalogue: Catalogue, id: string): WorkbinType {
  const type = workbinTypeOf(catalogue, id);
  if (type === undefined) throw new V2Refusal(STATUS.notFound, `There is no workbin "${id.slice(0, 60)}".`);
  return type;
}

/**
 * The tray that is meant, if the caller is logged on and may look into it.
 * @throws V2Refusal 6 for an unknown workbin, 1 or 10 for a wrong owner, 5 for somebody else's or without a session
 */
export async function trayNamed(call: Call, id: string): Promise<Tray> {
  const { desk, actor, query } = call;
  const type = typeNamed(told(await desk.catalogue(actor)), id);
  const workbin = refOf(call, type, await demandSession(call));
  // Refused by core's own rule of reach if it is none of the caller's business.
  told(await desk.workbinContent(actor, workbin, { limit: 1, order: 'oldest', keys: [] }));
  const { agentGroup, placeGroup } = query;
  return {
    type,
    workbin,
    whose: {
      ...(call.params.userId === undefined ? {} : { workbinUserId: call.params.userId }),
      ...(agentGroup === undefined ? {} : { agentGroup }),
      ...(placeGroup === undefined ? {} : { placeGroup }),
    },
  };
}
