/** What is done with workbins: put in, take out, listen, stop listening. */
import type { InteractionView } from '@intray/core';
import { z } from 'zod';
import { lastSegment } from '../addresses.ts';
import { FAMILIES, familyOf, type MediaFamily } from '../media.ts';
import { WORKBINS } from '../notifications/letter.ts';
import { type Call, flag, multimedia, optional, perform, required, success } from '../route.ts';
import { SubscribingBody, workbinBody } from '../shapes/bodies.ts';
import { Accepted, acceptedEach, OWNER, WORKBIN_IDS } from '../shapes/shape.ts';
import { STATUS, told, V2Refusal } from '../status.ts';
import { demandSession, type Tray, trayNamed } from '../tray.ts';
import { WORKBIN_PATHS } from './workbins.ts';

/** The interaction that a body names: its id, or its address. */
const named = (call: Call): string => {
  const given = required(call.body, 'id', 'uri');
  return call.body.id === undefined || call.body.id === null ? lastSegment(given) : given;
};

/** @throws V2Refusal 2 if the operation is for another medium */
function demandFamily({ interaction }: InteractionView, family: MediaFamily | undefined): void {
  const found = familyOf(interaction.mediaType);
  if (family !== undefined && found !== family)
    throw new V2Refusal(
      STATUS.wrongState,
      `"${interaction.id}" is no ${family.name}; it is ${interaction.mediaType}.`,
    );
}

async function add(call: Call, interactionId: string, tray: Tray, family: MediaFamily | undefined) {
  // Left out, it is for the agent's options to say.
  const saveLastAgent = call.body.saveLAR == null ? undefined : flag(call.body, 'saveLAR');
  const view = told(await call.desk.interaction(call.actor, interactionId));
  demandFamily(view, family);
  const { handler, state, workbin } = view.interaction;
  const reference = call.reference(interactionId);
  // From the own desk it is put aside; from anywhere else it is moved, which is for those who may move it.
  const moves =
    handler !== call.actor.id && (workbin !== undefined || state === 'Queued' || state === 'Invited');
  const command = moves ? { type: 'moveToWorkbin' } : { type: 'placeInWorkbin', saveLastAgent };
  await perform(call, { ...command, interactionId, workbin: tray.workbin }, reference);
  return reference.referenceId;
}

function demandChatSettings({ writing }: Call): void {
  const { enableJoinOnPullChat, enableNotificationOnPullChat } = writing.settings;
  if (!enableJoinOnPullChat || !enableNotificationOnPullChat)
    throw new V2Refusal(
      STATUS.forbidden,
      'PullChat is switched off: it needs enableNotificationOnPullChat and enableJoinOnPullChat.',
    );
}

async function pull(call: Call, interactionId: string, tray: Tray, family: MediaFamily | undefined) {
  const nickname = optional(call.body, 'nickname');
  if (family?.name === 'chat') demandChatSettings(call);
  const view = await call.desk.interaction(call.actor, interactionId);
  // Not to be seen, it is not to be taken either: core says whose it is now, or that there is none.
  if (view.ok) {
    demandFamily(view.value, family);
    const { workbin, handler, invitation } = view.value.interaction;
    const here = workbin?.type === tray.workbin.type && workbin.owner.id === tray.workbin.owner.id;
    if (!here && handler === undefined && invitation === undefined)
      throw new V2Refusal(
        STATUS.wrongState,
        `"${interactionId.slice(0, 60)}" does not rest in this workbin.`,
      );
  }
  const reference = call.reference(interactionId);
  const chat = family?.name === 'chat' ? { nickname } : {};
  await perform(call, { type: 'pull', interactionId, ...chat }, reference);
  return reference.referenceId;
}

/** Whether a subscription tells of changed properties: as it says, or else as the options of the caller have it. */
async function tellsProperties(call: Call, { type }: Tray): Promise<boolean> {
  const { body, desk, actor } = call;
  if (body.notifyPropertyChanges !== undefined && body.notifyPropertyChanges !== null)
    return flag(body, 'notifyPropertyChanges');
  const { looks } = told(await desk.catalogue(actor));
  return Object.hasOwn(looks, type.id) && looks[type.id]?.notifyPropertyChanges === true;
}

async function subscribe(call: Call, id: string): Promise<number> {
  const presence = await call.presence();
  const tray = await trayNamed(call, id).catch((error: unknown) => {
    const data = {
      messageType: 'WorkbinSubscriptionStateChangeMessage',
      stateResource: 'RequestFailed',
      id,
    } as const;
    if (error instanceof V2Refusal) presence.post({ channel: WORKBINS, data });
    throw error;
  });
  const { referenceId } = call.reference(id);
  const propertyChanges = await tellsProperties(call, tray);
  presence.subscriptions.add({ workbin: tray.workbin, id, ...tray.whose, propertyChanges });
  const data = {
    messageType: 'WorkbinSubscriptionStateChangeMessage',
    stateResource: 'Subscribed',
    id,
  } as const;
  presence.post({ channel: WORKBINS, data: { ...data, ...tray.whose, referenceId } });
  return referenceId;
}

async function unsubscribe(call: Call, id: string): Promise<number> {
  const presence = await call.presence();
  const tray = await trayNamed(call, id);
  if (!presence.subscriptions.remove(tray.workbin))
    throw new V2Refusal(STATUS.wrongState, `You have not subscribed to the workbin "${tray.type.id}".`);
  const { referenceId } = call.reference(id);
  const data = {
    messageType: 'WorkbinSubscriptionStateChangeMessage',
    stateResource: 'Unsubscribed',
    id,
  } as const;
  presence.post({ channel: WORKBINS, data: { ...data, ...tray.whose, referenceId } });
  return referenceId;
}

type Operation = typeof add;

const MOVES: ReadonlyMap<string, readonly [Operation, MediaFamily | undefined]> = new Map<
  string,
  readonly [Operation, MediaFamily | undefined]
>([
  ...(['AddInteraction', 'AddInteractionToWorkbin'] as const).map(
    (name) => [name, [add, undefined]] as const,
  ),
  ...(['PullInteraction', 'PullInteractionFromWorkbin'] as const).map(
    (name) => [name, [pull, undefined]] as const,
  ),
  ...FAMILIES.flatMap((family) => [
    [`Add${family.title}`, [add, family]] as const,
    [`Pull${family.title}`, [pull, family]] as const,
  ]),
]);

export const WORKBIN_OPERATIONS: readonly string[] = [...MOVES.keys(), 'Subscribe', 'Unsubscribe'];

/** At most so many at once. */
const MOST_AT_ONCE = 200;

function textList(value: unknown): readonly string[] {
  if (Array.isArray(value) && value.length <= MOST_AT_ONCE && value.every((one) => typeof one === 'string'))
    return [...new Set(value.filter((one) => one !== ''))];
  throw new V2Refusal(STATUS.invalid, `ids: expected a list of at most ${MOST_AT_ONCE} ids.`);
}

/**
 * Several at once, one after the other: those that can are done, and each of the others says why not.
 * @param list what the parts are called in an answer that is a success in part only
 */
async function each(list: string, ids: readonly string[], run: (id: string) => Promise<number>) {
  const referenceIds: Record<string, number> = {};
  const failed: { readonly id: string; readonly refusal: V2Refusal }[] = [];
  for (const id of ids)
    try {
      referenceIds[id] = await run(id);
    } catch (error) {
      if (!(error instanceof V2Refusal)) throw error;
      failed.push({ id, refusal: error });
    }
  const [first] = failed;
  if (first === undefined) return success({ referenceIds });
  if (failed.length === ids.length) throw first.refusal;
  const parts = [
    ...Object.keys(referenceIds).map((id) => ({ id, statusCode: STATUS.success })),
    ...failed.map(({ id, refusal }) => ({
      id,
      statusCode: refusal.statusCode,
      statusMessage: refusal.message,
    })),
  ];
  const statusMessage = `Failed for ${failed.length} of ${ids.length}.`;
  return { body: { statusCode: STATUS.partial, statusMessage, referenceIds, [list]: parts } };
}

async function operate(call: Call) {
  const operation = required(call.body, 'operationName');
  const id = call.params.id ?? '';
  if (operation === 'Subscribe') return success({ referenceId: await subscribe(call, id) });
  if (operation === 'Unsubscribe') return success({ referenceId: await unsubscribe(call, id) });
  const [run, family] = MOVES.get(operation) ?? [];
  if (run === undefined)
    throw new V2Refusal(STATUS.invalid, `operationName: there is no operation "${operation.slice(0, 60)}".`);
  const tray = await trayNamed(call, id);
  if (call.body.ids === undefined)
    return success({ referenceId: await run(call, named(call), tray, family) });
  const ids = textList(call.body.ids);
  if (ids.length === 0) throw new V2Refusal(STATUS.missing, 'The parameter "ids" is empty.');
  return each('interactions', ids, (one) => run(call, one, tray, family));
}

/** Subscriptions to several workbins at once. */
async function operateOnMany(call: Call) {
  const operation = required(call.body, 'operationName');
  const run = operation === 'Subscribe' ? subscribe : operation === 'Unsubscribe' ? unsubscribe : undefined;
  if (run === undefined)
    throw new V2Refusal(
      STATUS.invalid,
      `operationName: expected Subscribe or Unsubscribe, got "${operation.slice(0, 60)}".`,
    );
  const ids = [...new Set((call.query.workbinIds ?? '').split(',').map((id) => id.trim()))].filter(
    (id) => id !== '',
  );
  if (ids.length === 0) throw new V2Refusal(STATUS.missing, 'The parameter "workbinIds" is missing.');
  await demandSession(call);
  return each('workbins', ids, (id) => run(call, id));
}

const namesOf = (operation: Operation) =>
  [...MOVES].filter(([, [run]]) => run === operation).map(([name]) => name);
const WorkbinBody = workbinBody({ adding: namesOf(add), pulling: namesOf(pull) });

export const workbinOperationRoutes = WORKBIN_PATHS.flatMap((path) => [
  multimedia('POST', path, 'Subscribe or Unsubscribe, for each of `workbinIds`.', operateOnMany, {
    query: { ...WORKBIN_IDS, ...OWNER },
    body: SubscribingBody,
    answer: acceptedEach('workbins'),
  }),
  multimedia('POST', `${path}/:id`, 'Add…, Pull…, Subscribe or Unsubscribe.', operate, {
    query: OWNER,
    body: WorkbinBody,
    answer: z.union([Accepted, acceptedEach('interactions')]),
  }),
]);
