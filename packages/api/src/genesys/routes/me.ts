/** The caller, their work session and its channels. */
import { type Catalogue, type MyDesk, SECTION } from '@intray/core';
import { asksFor, listed, pick } from '../listing.ts';
import { channelResource, channelResources } from '../resources/channels.ts';
import { userResource } from '../resources/user.ts';
import { accepted, type Body, basic, type Call, optional, perform, required } from '../route.ts';
import { MeBody, StateBody } from '../shapes/bodies.ts';
import { ChannelOfAgent, Me } from '../shapes/resources.ts';
import {
  Accepted,
  acceptedInPart,
  FIELDS,
  objectsOf,
  SLICE,
  some,
  subresources,
  success,
} from '../shapes/shape.ts';
import { STATUS, told, V2Refusal } from '../status.ts';

async function deskOf({ desk, actor }: Call): Promise<{ me: MyDesk; catalogue: Catalogue }> {
  const [me, catalogue] = await Promise.all([desk.me(actor), desk.catalogue(actor)]);
  return { me: told(me), catalogue: told(catalogue) };
}

/** `GET /me` */
async function readMe(call: Call) {
  const { query, writing } = call;
  const { me, catalogue } = await deskOf(call);
  const { session } = me;
  const all = {
    ...userResource(me.agent, writing.base),
    enabled: true,
    roles: me.agent.roles,
    activeSession: session.active ? { placeId: session.placeId ?? null } : null,
    uri: `${writing.base}/me`,
  };
  const more = {
    ...(asksFor(query, 'features')
      ? { features: writing.settings.features.map((id) => ({ id, displayName: id })) }
      : {}),
    // Intray has no telephones.
    ...(asksFor(query, 'devices') ? { devices: [] } : {}),
    ...(asksFor(query, 'channels') ? { channels: channelResources(catalogue, session, writing.base) } : {}),
    ...(asksFor(query, 'settings') ? { settings: { [SECTION]: await workspaceSettings(call) } } : {}),
  };
  return { body: { statusCode: STATUS.success, user: { ...pick(all, query.fields ?? '*'), ...more } } };
}

/** The section `interaction-workspace` as it holds for the caller: the same options that every other desk of theirs has. */
async function workspaceSettings({ desk, actor }: Call): Promise<Readonly<Record<string, string>>> {
  return Object.fromEntries(told(await desk.options(actor, {})).map(({ name, value }) => [name, value]));
}

function channelNames(body: Body): readonly string[] | undefined {
  const { channels } = body;
  if (channels === undefined || channels === null) return undefined;
  if (Array.isArray(channels) && channels.every((name) => typeof name === 'string')) return channels;
  throw new V2Refusal(STATUS.invalid, 'channels: expected a list of names such as ["email", "workitem"].');
}

/** Starts the session on the channels there are; those that there are not fail for themselves. */
async function startSession(call: Call) {
  const { actor, body } = call;
  const { catalogue } = await deskOf(call);
  const asked = channelNames(body);
  const known = (name: string) => catalogue.mediaTypes.some(({ id }) => id === name);
  const unknown = asked?.filter((name) => !known(name)) ?? [];
  if (asked !== undefined && asked.length > 0 && unknown.length === asked.length)
    throw new V2Refusal(STATUS.notFound, `There is no channel ${unknown.join(', ').slice(0, 200)}.`);
  const reference = call.reference();
  // Whether they begin ready is for the agent's options to say.
  const channels = asked?.filter(known).map((mediaType) => ({ mediaType }));
  await perform(
    call,
    { type: 'startSession', agentId: actor.id, placeId: optional(body, 'place'), channels },
    reference,
  );
  if (unknown.length === 0) return accepted(reference);
  const parts = (asked ?? []).map((channel) =>
    known(channel)
      ? { channel, statusCode: STATUS.success }
      : {
          channel,
          statusCode: STATUS.notFound,
          statusMessage: `There is no channel "${channel.slice(0, 60)}".`,
        },
  );
  const statusMessage = `Not started: ${unknown.join(', ').slice(0, 200)}.`;
  return {
    body: { statusCode: STATUS.partial, statusMessage, referenceId: reference.referenceId, channels: parts },
  };
}

/** As `/settings/agent-states` names the way to `LoggedOut`. */
const LEAVE = 'Logout';

/** Ready, not ready, or a configured reason, for one channel or all; for one channel also off it. */
async function changeState(call: Call, operation: string, mediaType?: string) {
  const { actor } = call;
  const { catalogue } = await deskOf(call);
  if (mediaType !== undefined && !catalogue.mediaTypes.some(({ id }) => id === mediaType))
    throw new V2Refusal(STATUS.notFound, `There is no channel "${mediaType.slice(0, 60)}".`);
  if (operation === LEAVE && mediaType !== undefined) {
    const reference = call.reference();
    await perform(call, { type: 'leaveChannel', agentId: actor.id, mediaType }, reference);
    return accepted(reference);
  }
  const reason = catalogue.notReadyReasons.find(({ id, name }) => id === operation || name === operation)?.id;
  const notReady = operation === 'NotReady' || reason !== undefined;
  if (!notReady && operation !== 'Ready')
    throw new V2Refusal(
      STATUS.invalid,
      `operationName: there is no operation or state "${operation.slice(0, 60)}".`,
    );
  const reference = call.reference();
  const command = notReady ? { type: 'setNotReady', reason } : { type: 'setReady' };
  await perform(call, { ...command, agentId: actor.id, mediaType }, reference);
  return accepted(reference);
}

async function changeMe(call: Call) {
  const operation = required(call.body, 'operationName');
  switch (operation) {
    case 'StartContactCenterSession':
      return startSession(call);
    case 'EndContactCenterSession': {
      const reference = call.reference();
      await perform(call, { type: 'endSession', agentId: call.actor.id }, reference);
      return accepted(reference);
    }
    default:
      return changeState(call, operation);
  }
}

export const meRoutes = [
  basic(
    'GET',
    '/me',
    'The caller; with `subresources` their features, devices, channels and settings.',
    readMe,
    {
      query: { ...FIELDS, ...subresources('features', 'devices', 'channels', 'settings') },
      answer: success({ user: some(Me) }),
    },
  ),
  basic(
    'POST',
    '/me',
    'StartContactCenterSession, EndContactCenterSession, Ready, NotReady or a reason.',
    changeMe,
    { body: MeBody, answer: acceptedInPart('channels') },
  ),
  basic(
    'GET',
    '/me/channels',
    "The caller's channels and their states.",
    async (call) => {
      const { me, catalogue } = await deskOf(call);
      return listed('channels', channelResources(catalogue, me.session, call.writing.base), {
        fields: '*',
        ...call.query,
      });
    },
    { query: { ...FIELDS, ...SLICE }, filters: true, answer: objectsOf('channels', ChannelOfAgent) },
  ),
  basic(
    'GET',
    '/me/channels/:channel',
    'The state of a channel.',
    async (call) => {
      const { me, catalogue } = await deskOf(call);
      const found = catalogue.mediaTypes.find(({ id }) => id === call.params.channel);
      if (found === undefined)
        throw new V2Refusal(STATUS.notFound, `There is no channel "${call.params.channel?.slice(0, 60)}".`);
      const channel = channelResource(found.id, me.session, catalogue.notReadyReasons, call.writing.base);
      return { body: { statusCode: STATUS.success, channel } };
    },
    { answer: success({ channel: ChannelOfAgent }) },
  ),
  basic(
    'POST',
    '/me/channels/:channel',
    'Ready, NotReady, a configured reason, or Logout, for one channel.',
    (call) => changeState(call, required(call.body, 'operationName'), call.params.channel),
    { body: StateBody, answer: Accepted },
  ),
];
