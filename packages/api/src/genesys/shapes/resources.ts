/** The resources of this wire. */
import { INTERACTION_TYPES, OWNER_KINDS, UserDataInput } from '@intray/core';
import { z } from 'zod';
import { record, Text, Whole } from '../../answers/record.ts';
import { FAMILIES, type FamilyName, type MediaFamily } from '../media.ts';
import { CAPABILITY_NAMES } from '../resources/capabilities.ts';
import type { channelResource, StateResource } from '../resources/channels.ts';
import { AGENT_STATES } from '../resources/interaction.ts';
import type { userResource } from '../resources/user.ts';
import type { WorkbinResource } from '../resources/workbin.ts';

const Uri = Text.meta({ description: 'The address of the resource itself.' });

const USER = { id: Text, userName: Text, firstName: Text, lastName: Text, displayName: Text, uri: Uri };

export const User = record<ReturnType<typeof userResource>>('V2User', 'A person.', USER);

const STATE = {
  id: Text,
  displayName: Text,
  state: z.enum(['Ready', 'NotReady', 'LoggedOut']),
  reason: Text.nullable(),
  workMode: Text,
};

const State = record<StateResource>('V2State', 'A state that an agent may be in.', STATE);
export const StateWithOperation = z.strictObject({ ...STATE, operationName: Text });

export const ChannelOfAgent = record<ReturnType<typeof channelResource>>('V2Channel', 'A media channel.', {
  channel: Text,
  uri: Uri,
  userState: State,
});

export const Me = z.strictObject({
  ...USER,
  enabled: z.boolean(),
  roles: z.array(Text),
  activeSession: z.strictObject({ placeId: Text.nullable() }).nullable(),
  features: z.array(z.strictObject({ id: Text, displayName: Text })),
  devices: z.array(z.never()),
  channels: z.array(ChannelOfAgent),
  settings: z.strictObject({ 'interaction-workspace': z.record(z.string(), Text) }),
});

export const QueueOfWork = z
  .strictObject({ id: Text, name: Text, displayName: Text, channel: Text, uri: Uri })
  .meta({ id: 'V2Queue', description: 'A queue.' });

const WORKBIN = {
  name: Text,
  workbinName: Text.meta({ description: 'The same: documents show either.' }),
  id: Text.meta({ description: 'Of the type; whose workbin of it is meant, path and query say.' }),
  displayName: Text,
  uri: Uri,
  type: z.enum(OWNER_KINDS),
};
export const Workbin = record<WorkbinResource>('V2Workbin', 'A workbin.', WORKBIN);

const Item = (family: MediaFamily) =>
  z
    .strictObject({
      userData: UserDataInput.meta({ description: 'Attached data, with what the router wrote into it.' }),
      receivedDate: Text.meta({ description: '`2014-04-16 21:03:21.000-0700`' }),
      uri: Uri,
      capabilities: z.array(z.enum(CAPABILITY_NAMES)),
      state: z.enum(AGENT_STATES),
      id: Text,
      [`${family.name}Type`]: z.enum(INTERACTION_TYPES).optional(),
    })
    .meta({ id: `V2${family.title}`, description: `One ${family.name} as the caller has it.` });

/** An item of each family. */
export const ITEMS = Object.fromEntries(FAMILIES.map((family) => [family.name, Item(family)])) as Readonly<
  Record<FamilyName, ReturnType<typeof Item>>
>;

/** A workbin with what is in it: an array for each medium that was asked for. */
export const WorkbinWithContent = z
  .strictObject({
    ...WORKBIN,
    ...Object.fromEntries(FAMILIES.map(({ name, plural }) => [plural, z.array(ITEMS[name])])),
  })
  .meta({ id: 'V2WorkbinContent', description: 'A workbin, and what is in it.' });

const { name: _, ...NAMED } = WORKBIN;
export const Statistics = z
  .strictObject({
    ...NAMED,
    uri: Text.meta({ description: 'Where its content is.' }),
    owner: Text,
    total: Whole,
    limit: Whole.optional(),
    media: z.strictObject(Object.fromEntries(FAMILIES.map(({ plural }) => [plural, Whole]))),
    mediaTypes: z.record(z.string(), Whole),
  })
  .meta({ id: 'V2WorkbinStatistics', description: 'How much lies in a workbin.' });
