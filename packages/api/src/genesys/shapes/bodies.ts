/** What operations take. The reader is tolerant: further fields do no harm. */
import { INTERACTION_TYPES, UserDataInput } from '@intray/core';
import { z } from 'zod';

const Word = z.string().min(1);
const Flag = z.union([z.boolean(), z.enum(['true', 'false'])]);
const named = (...names: readonly string[]) => z.enum(names);
const operation = (names: readonly string[], parameters: z.ZodRawShape = {}) =>
  z.looseObject({ operationName: named(...names), ...parameters });
const union = (all: readonly z.ZodType[]) => z.union(all as [z.ZodType, z.ZodType, ...z.ZodType[]]);

const Ids = z.array(z.string()).max(200);
const ONE_OR_SEVERAL = {
  id: Word.optional().meta({ description: 'The interaction.' }),
  uri: Word.optional().meta({ description: 'Its address, instead of `id`.' }),
  ids: Ids.optional().meta({ description: 'Several at once, instead of `id`.' }),
};

export const SUBSCRIBING = ['Subscribe', 'Unsubscribe'] as const;
const Subscribing = operation(SUBSCRIBING, {
  notifyPropertyChanges: Flag.optional().meta({ description: 'Also tell of changes to attached data.' }),
});
export const SubscribingBody = Subscribing.meta({ id: 'V2Subscription' });

/** What may be asked of one workbin. */
export const workbinBody = ({
  adding,
  pulling,
}: {
  readonly adding: readonly string[];
  readonly pulling: readonly string[];
}): z.ZodType =>
  union([
    operation(adding, { ...ONE_OR_SEVERAL, saveLAR: Flag.optional() }),
    operation(pulling, { ...ONE_OR_SEVERAL, nickname: Word.optional() }),
    Subscribing,
  ]).meta({ id: 'V2WorkbinOperation' });

const QUEUE = {
  queueName: Word.optional().meta({ description: 'If left out, the queue that is set for it.' }),
  queueUri: Word.optional().meta({ description: "The queue's address, instead of its name." }),
};
const USER_DATA = { userData: UserDataInput };

/** What each operation on an item takes. */
export const ITEM_OPERATIONS = {
  Accept: {},
  Reject: {},
  Complete: { ...QUEUE, disposition: Word.optional() },
  Transfer: {
    ...QUEUE,
    userUri: Word.optional().meta({ description: "A colleague's address or id." }),
    targetUri: Word.optional().meta({ description: 'The address of a colleague or a queue.' }),
    targetPath: Word.optional(),
  },
  PlaceInQueue: QUEUE,
  AttachUserData: USER_DATA,
  UpdateUserData: USER_DATA,
  DeleteUserData: { keys: z.array(Word) },
  SetInFocus: {},
  SetDisposition: {
    disposition: Word.nullable().optional(),
    dispositionCode: Word.optional().meta({ description: 'The same.' }),
  },
} as const satisfies Record<string, z.ZodRawShape>;
export type ItemOperation = keyof typeof ITEM_OPERATIONS;

export const ItemBody = union(
  Object.entries(ITEM_OPERATIONS).map(([name, parameters]) => operation([name], parameters)),
).meta({ id: 'V2ItemOperation' });

export const CreateBody = operation(['Create'], {
  ...QUEUE,
  mediaType: Word.optional(),
  interactionType: z
    .enum(INTERACTION_TYPES)
    .optional()
    .meta({ description: 'Inbound unless said otherwise.' }),
  parentId: Word.optional().meta({ description: 'Attached as `ParentId`.' }),
  userData: UserDataInput.optional(),
}).meta({ id: 'V2Create' });

export const StateBody = z
  .looseObject({
    operationName: Word.meta({
      description: '`Ready`, `NotReady`, or a configured reason; for one channel also `Logout`.',
    }),
  })
  .meta({ id: 'V2StateOperation' });

export const MeBody = union([
  operation(['StartContactCenterSession'], {
    channels: z.array(Word).optional().meta({ description: 'Media; every one if left out.' }),
    place: Word.optional(),
  }),
  operation(['EndContactCenterSession']),
  StateBody,
]).meta({ id: 'V2SessionOperation' });
