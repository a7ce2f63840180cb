/** For each route of the table everything that may be wrong with a request to it. */
import { workbinId } from '../addresses.ts';
import { FAMILY_PATHS } from '../media.ts';
import type { V2Route } from '../route.ts';
import { WORKBIN_OPERATIONS } from '../routes/workbin-operations.ts';
import { ITEM_OPERATIONS } from '../shapes/bodies.ts';
import type { RawRequest } from './raw-http.ts';
import { ITEM_BODIES } from './standing.ts';
import { BODIES, HEADERS, QUERIES, SEGMENTS, VALUES } from './wrong-values.ts';

export interface Hostile {
  readonly what: string;
  readonly request: RawRequest;
  /** The codes that fit. */
  readonly codes: readonly number[];
  /** It may be understood after all: nothing is wrong with it, or the field is of no interest. */
  readonly mayPass: boolean;
}

/** By the kind of a field, which values it may turn out to be. */
const MAY_BE = {
  text: /text|statement|path|name|null|address/,
  list: /list|null/,
  data: /object|null|keys|constructor/,
  flag: /true|null/,
} as const;
type Kind = keyof typeof MAY_BE;
const NEVER = /U\+0000|surrogate/;

const KINDS: Readonly<Record<string, Kind>> = {
  place: 'text',
  channels: 'list',
  queueName: 'text',
  queueUri: 'text',
  userUri: 'text',
  targetUri: 'text',
  targetPath: 'text',
  parentId: 'text',
  mediaType: 'text',
  userData: 'data',
  keys: 'list',
  disposition: 'text',
  dispositionCode: 'text',
  id: 'text',
  uri: 'text',
  ids: 'list',
  saveLAR: 'flag',
  nickname: 'text',
  notifyPropertyChanges: 'flag',
};

/** Per operation its fields, with a value that is right where one is needed. */
const ITEM_FIELDS: Readonly<Record<string, readonly string[]>> = {
  Complete: ['queueName', 'queueUri', 'disposition'],
  Transfer: ['userUri', 'queueName', 'queueUri', 'targetUri', 'targetPath'],
  PlaceInQueue: ['queueName', 'queueUri'],
  AttachUserData: ['userData'],
  UpdateUserData: ['userData'],
  DeleteUserData: ['keys'],
  SetDisposition: ['disposition', 'dispositionCode'],
};

type Wish = { readonly operationName: string; readonly right: object; readonly fields: readonly string[] };

const MOVE_FIELDS = (name: string) => [
  'id',
  'uri',
  'ids',
  ...(name.startsWith('Add') ? ['saveLAR'] : ['nickname']),
];

const FIELDS_OF_LISTENING: Readonly<Record<string, readonly string[]>> = {
  Subscribe: ['notifyPropertyChanges'],
  Unsubscribe: [],
};

/** What can be wished for at a path. */
function wishesAt(path: string): readonly Wish[] {
  if (path === '/me')
    return [{ operationName: 'StartContactCenterSession', right: {}, fields: ['place', 'channels'] }];
  if (path.startsWith('/me/channels')) return [];
  if (/workbins$/.test(path))
    return [{ operationName: 'Subscribe', right: {}, fields: ['notifyPropertyChanges'] }];
  if (/workbins\/:id$/.test(path))
    return WORKBIN_OPERATIONS.map((operationName) => ({
      operationName,
      right: {},
      fields: FIELDS_OF_LISTENING[operationName] ?? MOVE_FIELDS(operationName),
    }));
  if (path.endsWith(':id'))
    return Object.keys(ITEM_OPERATIONS).map((operationName) => ({
      operationName,
      right: ITEM_BODIES[operationName] ?? {},
      fields: ITEM_FIELDS[operationName] ?? [],
    }));
  const right = { queueName: 'Inbox' };
  return [
    {
      operationName: 'Create',
      right,
      fields: ['queueName', 'queueUri', 'parentId', 'mediaType', 'userData'],
    },
  ];
}

const isItem = (path: string) => FAMILY_PATHS.has(path.split('/').at(-2) ?? '') && path.endsWith(':id');

/** A path that leads somewhere; `{item}` is the caller's own, in hand. */
export const rightPath = (path: string): string =>
  path
    .replace(':userId', 'agent1')
    .replace(':queueId', 'Inbox')
    .replace(':channel', 'workitem')
    .replace(':id', isItem(path) ? '{item}' : workbinId('workitem.in-progress'));

/** Fields of which one is enough: beside a right one a wrong one would not be looked at. */
const ALTERNATIVES = [
  ['queueName', 'queueUri', 'userUri', 'targetUri', 'targetPath'],
  ['disposition', 'dispositionCode'],
];
const replaces = (field: string, name: string): boolean =>
  name === field || ALTERNATIVES.some((names) => names.includes(field) && names.includes(name));

const JSON_TYPE = { 'content-type': 'application/json' };

function fieldsOf(path: string): readonly Hostile[] {
  const hostile: Hostile[] = [];
  for (const { operationName, right, fields } of wishesAt(path))
    for (const field of fields)
      for (const [what, value] of Object.entries(VALUES)) {
        const kind = KINDS[field] ?? 'text';
        const rest = Object.entries({ operationName, ...right }).filter(([name]) => !replaces(field, name));
        const entries = rest.map(([name, given]) => `${JSON.stringify(name)}:${JSON.stringify(given)}`);
        hostile.push({
          what: `${operationName} with ${what} as ${field}`,
          request: {
            method: 'POST',
            path: rightPath(path),
            headers: JSON_TYPE,
            body: `{${[...entries, `"${field}":${value}`].join(',')}}`,
          },
          codes: [1, 2, 3, 5, 6, 10],
          mayPass: MAY_BE[kind].test(what) && !NEVER.test(what),
        });
      }
  return hostile;
}

function bodiesOf(path: string): readonly Hostile[] {
  return Object.entries(BODIES).map(([what, { body, type = 'application/json', codes }]) => ({
    what,
    request: {
      method: 'POST',
      path: rightPath(path),
      headers: type === '' ? {} : { 'content-type': type },
      body,
    },
    codes,
    mayPass: false,
  }));
}

const bodyFor = (method: string, path: string): Partial<RawRequest> => {
  if (method === 'GET') return {};
  const [wish] = wishesAt(path);
  const body = JSON.stringify({ operationName: 'NotReady', ...wish, ...wish?.right, id: 'x' });
  return { body, headers: JSON_TYPE };
};

function segmentsOf({ method, path }: V2Route): readonly Hostile[] {
  return (path.match(/:\w+/g) ?? []).flatMap((parameter) =>
    Object.entries(SEGMENTS).map(([what, segment]) => ({
      what: `${what} for ${parameter}`,
      request: { method, path: rightPath(path.replace(parameter, segment)), ...bodyFor(method, path) },
      codes: [1, 2, 5, 6, 10],
      mayPass: false,
    })),
  );
}

const queriesOf = ({ method, path }: V2Route): readonly Hostile[] =>
  QUERIES.map((query) => ({
    what: 'a query',
    request: { method, path: `${rightPath(path)}?${query}`, ...bodyFor(method, path) },
    codes: [1, 2, 5, 6, 10],
    mayPass: true,
  }));

const headersOf = ({ method, path }: V2Route): readonly Hostile[] =>
  HEADERS.map((headers) => {
    const right = bodyFor(method, path);
    return {
      what: 'a header',
      request: { method, path: rightPath(path), ...right, headers: { ...right.headers, ...headers } },
      codes: [10],
      mayPass: false,
    };
  });

/** Methods that the table has no route for at this path. */
const methodsOf = (path: string, table: readonly V2Route[]): readonly Hostile[] =>
  ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND']
    .filter((method) => !table.some((route) => route.path === path && route.method === method))
    .map((method) => ({
      what: `the method ${method}`,
      request: { method, path: rightPath(path) },
      // What is a word here may be an id to another route, which then misses its body.
      codes: method === 'POST' ? [1, 6] : [6],
      mayPass: false,
    }));

/** Everything wrong that is sent to a route. */
export function hostileTo(route: V2Route, table: readonly V2Route[]): readonly Hostile[] {
  const { method, path } = route;
  return [
    ...segmentsOf(route),
    ...queriesOf(route),
    ...headersOf(route),
    ...methodsOf(path, table),
    ...(method === 'POST' ? [...bodiesOf(path), ...fieldsOf(path)] : []),
  ];
}
