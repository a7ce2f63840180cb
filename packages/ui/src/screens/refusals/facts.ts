/** What a refusal tells besides its code, as people call it. */
import type { WireRefusal } from '../../desk/port.ts';
import { moment } from '../moment.ts';
import type { Names } from '../names.ts';

export interface Facts {
  /** Core's own sentence. It is English, and names people by their ids. */
  readonly said: string;
  /** The person it is about. */
  readonly who?: string;
  /** Since when they have it. */
  readonly since?: string;
  /** They are only offered it. */
  readonly offered: boolean;
  /** The queue, workbin, medium or other object it is about. */
  readonly what?: string;
  readonly limit?: number;
  readonly privilege?: string;
  /** How long to wait. */
  readonly seconds?: number;
  /** By which the operator finds it in the server's log. */
  readonly requestId?: string;
}

const PEOPLE = ['holder', 'handler', 'invitee', 'agentId'] as const;

/** Facts that name an object, with what calls it by its name; others are named as they are. */
const OBJECTS: readonly (readonly [string, ((names: Names) => (id: string) => string) | undefined])[] = [
  ['queue', ({ queue }) => queue],
  ['workbin', ({ workbinType }) => workbinType],
  ['mediaType', ({ media }) => media],
  ['disposition', ({ disposition }) => disposition],
  ['reason', ({ reason }) => reason],
  ['placeId', ({ place }) => place],
  ['agentGroup', undefined],
  ['option', undefined],
  ['process', undefined],
  ['capturePoint', undefined],
  ['key', undefined],
  ['interactionId', undefined],
];

export function factsOf({ message, detail = {} }: WireRefusal, names: Names): Facts {
  const text = (key: string) => {
    const value = detail[key];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const who = PEOPLE.map(text).find((id) => id !== undefined);
  const object = OBJECTS.find(([key]) => text(key) !== undefined);
  const what = object && text(object[0]);
  const { since, limit, seconds } = detail;
  const [privilege, requestId] = [text('privilege'), text('requestId')];
  return {
    said: message,
    offered: detail.state === 'Invited',
    ...(who !== undefined && { who: names.person(who) }),
    ...(typeof since === 'number' && since > 0 && { since: moment(since) }),
    ...(what !== undefined && { what: object?.[1]?.(names)(what) ?? what }),
    ...(typeof limit === 'number' && { limit }),
    ...(typeof seconds === 'number' && { seconds }),
    ...(privilege !== undefined && { privilege }),
    ...(requestId !== undefined && { requestId }),
  };
}
