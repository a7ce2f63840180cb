/** The caller's interactions of each medium: what they have, and what they do with it. */
import { type InteractionView, isInHandOf } from '@intray/core';
import { lastSegment } from '../addresses.ts';
import { listed, pick } from '../listing.ts';
import { FAMILY_PATHS, familyOf, type MediaFamily } from '../media.ts';
import { capabilities, needsHand } from '../resources/capabilities.ts';
import { readResource } from '../resources/interaction.ts';
import {
  accepted,
  type Body,
  type Call,
  multimedia,
  optional,
  perform,
  required,
  success,
  type V2Route,
} from '../route.ts';
import { CreateBody, ItemBody, type ItemOperation } from '../shapes/bodies.ts';
import { ITEMS } from '../shapes/resources.ts';
import { Accepted, FIELDS, listOf, SLICE, success as shaped, some } from '../shapes/shape.ts';
import { STATUS, told, V2Refusal } from '../status.ts';

type Input = Readonly<Record<string, unknown>>;

/** An interaction of the family. @throws V2Refusal */
async function find({ desk, actor, params }: Call, family: MediaFamily): Promise<InteractionView> {
  const id = params.id ?? '';
  const view = told(await desk.interaction(actor, id));
  if (familyOf(view.interaction.mediaType) !== family)
    throw new V2Refusal(STATUS.notFound, `"${id.slice(0, 60)}" is no ${family.name}.`);
  return view;
}

/** The last two segments of an address: `users/agent2`, `queues/Inbox`. */
function kindAndId(uri: string): { readonly kind: string; readonly id: string } {
  const path = uri.split(/[?#]/, 1)[0]?.replace(/\/+$/, '') ?? '';
  const id = lastSegment(path);
  return { kind: lastSegment(path.slice(0, path.lastIndexOf('/') + 1)), id };
}

/** Where to: `userUri`, `queueName`, `queueUri`, `targetUri` or `targetPath`; documents show each of them. */
function destination(body: Body): Input {
  const userUri = optional(body, 'userUri');
  if (userUri !== undefined) return { type: 'transfer', agentId: lastSegment(userUri) };
  const queue = queueOf(body);
  if (queue !== undefined) return { type: 'moveToQueue', queue };
  const { kind, id } = kindAndId(
    required(body, 'targetUri', 'targetPath', 'userUri', 'queueName', 'queueUri'),
  );
  if (kind === 'queues') return { type: 'moveToQueue', queue: id };
  return { type: 'transfer', agentId: id };
}

function queueOf(body: Body): string | undefined {
  const uri = optional(body, 'queueUri');
  return optional(body, 'queueName') ?? (uri === undefined ? undefined : lastSegment(uri));
}

function userData(body: Body): Input {
  const { userData: given } = body;
  if (given === undefined || given === null)
    throw new V2Refusal(STATUS.missing, 'The parameter "userData" is missing.');
  return { userData: given };
}

/** What each operation asks of core. */
const OPERATIONS: Readonly<Record<ItemOperation, (body: Body) => Input>> = {
  Accept: () => ({ type: 'accept' }),
  Reject: () => ({ type: 'reject' }),
  Complete: (body) => {
    const queue = queueOf(body);
    return queue === undefined
      ? { type: 'complete', disposition: optional(body, 'disposition') }
      : { type: 'moveToQueue', queue };
  },
  Transfer: destination,
  PlaceInQueue: (body) => ({
    type: 'moveToQueue',
    queue: queueOf(body),
  }),
  AttachUserData: (body) => ({ type: 'attachUserData', ...userData(body) }),
  UpdateUserData: (body) => ({ type: 'updateUserData', ...userData(body) }),
  DeleteUserData: (body) => {
    if (body.keys === undefined || body.keys === null)
      throw new V2Refusal(STATUS.missing, 'The parameter "keys" is missing.');
    return { type: 'deleteUserData', keys: body.keys };
  },
  SetInFocus: () => ({ type: 'setInFocus' }),
  SetDisposition: (body) => ({
    type: 'setDisposition',
    disposition: body.disposition === null ? null : required(body, 'disposition', 'dispositionCode'),
  }),
};

const isKnown = (operation: string): operation is ItemOperation => Object.hasOwn(OPERATIONS, operation);

/**
 * `Complete` and `Transfer` towards a queue are another command to core than the one their capability stands for, and
 * are still for those only who are shown the capability. Whatever else is wrong, core says.
 */
function demandListed(agentId: string, operation: string, view: InteractionView): void {
  const { interaction } = view;
  const inHand = interaction.state === 'Processing' && isInHandOf(agentId, interaction);
  const shown: readonly string[] = capabilities(agentId, view);
  if (inHand && !shown.includes(operation))
    throw new V2Refusal(STATUS.noPermission, `"${operation}" is not among your capabilities.`);
}

async function operate(call: Call, family: MediaFamily) {
  const operation = required(call.body, 'operationName');
  if (!isKnown(operation))
    throw new V2Refusal(STATUS.invalid, `operationName: there is no operation "${operation.slice(0, 60)}".`);
  const command = OPERATIONS[operation](call.body);
  const view = await find(call, family);
  if (command.type === 'moveToQueue' && operation !== 'PlaceInQueue')
    demandListed(call.actor.id, operation, view);
  const reference = call.reference();
  const input = { ...command, interactionId: view.interaction.id };
  await perform(call, input, reference, { expectInHand: needsHand(operation) });
  return accepted(reference);
}

/** The media type that is meant: the one that is named, or the family's own, or the first there is of it. */
async function mediaTypeOf({ desk, actor, body }: Call, family: MediaFamily): Promise<string> {
  const { mediaTypes } = told(await desk.catalogue(actor));
  const ofFamily = mediaTypes.map(({ id }) => id).filter((id) => familyOf(id) === family);
  const named = optional(body, 'mediaType');
  const found = named ?? ofFamily.find((id) => id === family.name) ?? ofFamily[0];
  if (found === undefined || !mediaTypes.some(({ id }) => id === found))
    throw new V2Refusal(STATUS.notFound, `There is no media type "${(found ?? family.name).slice(0, 60)}".`);
  if (familyOf(found) !== family) throw new V2Refusal(STATUS.wrongState, `"${found}" is no ${family.name}.`);
  return found;
}

/** Brings work in and puts it into the caller's hands: both or neither. */
async function create(call: Call, family: MediaFamily) {
  const { body } = call;
  const operation = required(body, 'operationName');
  if (operation !== 'Create')
    throw new V2Refusal(STATUS.invalid, `operationName: expected Create, got "${operation.slice(0, 60)}".`);
  const queue = queueOf(body);
  const parent = optional(body, 'parentId');
  const given = body.userData ?? {};
  if (typeof given !== 'object' || Array.isArray(given))
    throw new V2Refusal(STATUS.invalid, 'userData: expected an object.');
  const mediaType = await mediaTypeOf(call, family);
  const reference = call.reference();
  const userData = parent === undefined ? given : { ...given, ParentId: parent };
  const command = {
    type: 'submit',
    interactionId: call.newInteractionId(),
    mediaType,
    interactionType: optional(body, 'interactionType'),
    queue,
    userData,
    take: true,
  };
  await perform(call, command, reference);
  return accepted(reference);
}

async function mine(call: Call, family: MediaFamily) {
  const { work } = told(await call.desk.me(call.actor));
  const rows = work
    .filter(({ interaction }) => familyOf(interaction.mediaType) === family)
    .map((view) => readResource(call.actor.id, view, call.writing));
  return listed(family.plural, rows, call.query);
}

async function one(call: Call, family: MediaFamily) {
  const view = await find(call, family);
  const resource = readResource(call.actor.id, view, call.writing);
  const body = success({ [family.name]: pick(resource, call.query.fields ?? '*') });
  return { ...body, etag: `"${view.interaction.version}"` };
}

function routesOf(path: string, family: MediaFamily): readonly V2Route[] {
  const read = (call: Call) => one(call, family);
  const change = (call: Call) => operate(call, family);
  const item = ITEMS[family.name];
  const reading = { query: FIELDS, answer: shaped({ [family.name]: some(item) }), tagged: true };
  const changing = { body: ItemBody, answer: Accepted };
  const listing = { query: { ...FIELDS, ...SLICE }, filters: true, answer: listOf(family.plural, item) };
  return [
    multimedia(
      'GET',
      `/me/${path}`,
      `The caller's ${family.plural}: offered or in hand.`,
      (call) => mine(call, family),
      listing,
    ),
    multimedia(
      'POST',
      `/me/${path}`,
      `Create: a new ${family.name} in the caller's hands.`,
      (call) => create(call, family),
      { body: CreateBody, answer: Accepted },
    ),
    multimedia('GET', `/me/${path}/:id`, `One ${family.name}.`, read, reading),
    multimedia('POST', `/me/${path}/:id`, `${Object.keys(OPERATIONS).join(', ')}.`, change, changing),
    // The address that resources carry.
    multimedia('GET', `/${path}/:id`, `One ${family.name}.`, read, reading),
    multimedia('POST', `/${path}/:id`, `The same operations as below /me.`, change, changing),
  ];
}

export const interactionRoutes = [...FAMILY_PATHS].flatMap(([path, family]) => routesOf(path, family));
