/**
 * The matrix of who may do what: for each route of the table every role, with its own things and with agent1's. A route
 * whose path this file does not know has no cells, and the test of the matrix says so.
 */
import { basic } from '../../testing/running-server.ts';
import { workbinId } from '../addresses.ts';
import { FAMILY_PATHS, type MediaFamily } from '../media.ts';
import type { V2Route } from '../route.ts';
import { WORKBIN_OPERATIONS } from '../routes/workbin-operations.ts';
import { ITEM_OPERATIONS } from '../shapes/bodies.ts';
import { PLACES, type Place, ROLE_NAMES, ROLES, type Role } from './contact-centre.ts';
import type { RawRequest } from './raw-http.ts';
import { familyOfOperation, ITEM_BODIES, isAtWork, mayCreate, mediumOf, reaches } from './standing.ts';

export interface Cell {
  readonly who: Role;
  readonly request: Omit<RawRequest, 'headers'> & { readonly headers: Readonly<Record<string, string>> };
  /** What has to lie where before the request; `{item}` in path and body stands for it. */
  readonly work?: { readonly place: Place; readonly mediaType: string };
  readonly codes: readonly number[];
  /** The secret of agent1's work is in the answer: it must be, or it must not. */
  readonly secret: boolean;
}

const OWN = workbinId('workitem.in-progress');
const SHARED = workbinId('team.shared');
const GROUPS = 'in the workbin of the group';
const OF_THE_GROUP = `agentGroup=${encodeURIComponent('Demo Team')}`;

function cell(
  who: Role,
  method: string,
  path: string,
  codes: readonly number[],
  more: { readonly body?: object; readonly work?: Cell['work']; readonly secret?: boolean } = {},
): Cell {
  const { body, work, secret = false } = more;
  const headers = {
    ...basic(ROLES[who]),
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
  };
  const request = { method, path: `/api/v2${path}`, headers, ...(body && { body: JSON.stringify(body) }) };
  return { who, request, codes, secret, ...(work && { work }) };
}
const everybody = (make: (who: Role) => Cell | readonly Cell[]): readonly Cell[] => ROLE_NAMES.flatMap(make);

/** About the contact centre and oneself: nothing of anybody's work. */
function open({ path }: V2Route): readonly Cell[] {
  const filled = path
    .replace(':userId', ROLES.owner)
    .replace(':queueId', 'Inbox')
    .replace(':channel', 'workitem');
  const codes = (who: Role) => (isAtWork(who) && filled === path ? [0] : [0, 5, 6]);
  return everybody((who) => cell(who, 'GET', `${filled}?fields=*&subresources=*`, codes(who)));
}

const session = ({ path }: V2Route): readonly Cell[] =>
  everybody((who) =>
    cell(who, 'POST', path.replace(':channel', 'workitem'), isAtWork(who) ? [0] : [5], {
      body: { operationName: 'NotReady' },
    }),
  );

const listOf = ({ path }: V2Route, family: MediaFamily): readonly Cell[] =>
  everybody((who) =>
    cell(who, 'GET', `${path}?fields=*`, isAtWork(who) ? [0] : [0, 5], {
      work: { place: 'in hand', mediaType: mediumOf(family) },
      secret: who === 'owner',
    }),
  );

const creating = ({ path }: V2Route): readonly Cell[] =>
  everybody((who) =>
    cell(who, 'POST', path, mayCreate(who) ? [0] : [5], {
      body: { operationName: 'Create', queueName: 'Inbox' },
    }),
  );

const readingItem = ({ path }: V2Route, family: MediaFamily): readonly Cell[] =>
  everybody((who) =>
    PLACES.map((place) =>
      cell(who, 'GET', path.replace(':id', '{item}'), reaches(who, place) ? [0] : [5], {
        work: { place, mediaType: mediumOf(family) },
        secret: reaches(who, place),
      }),
    ),
  );

const changingItem = ({ path }: V2Route, family: MediaFamily): readonly Cell[] =>
  everybody((who) =>
    PLACES.flatMap((place) =>
      Object.keys(ITEM_OPERATIONS).map((operationName) => {
        const answersOffer = operationName === 'Accept' || operationName === 'Reject';
        const may = who === 'owner' && place === 'in hand' && !answersOffer;
        const not = operationName === 'Accept' ? [2, 5, 19] : [2, 5];
        return cell(who, 'POST', path.replace(':id', '{item}'), may ? [0] : not, {
          body: { operationName, ...ITEM_BODIES[operationName] },
          work: { place, mediaType: mediumOf(family) },
        });
      }),
    ),
  );

/** Whose tray an address means, and whether the caller reaches it. */
function trays(path: string) {
  const ofOwner = path.startsWith('/users/');
  const base = path.replace(':userId', ROLES.owner);
  return {
    own: (who: Role) => (ofOwner ? reaches(who, 'in the own workbin') : isAtWork(who)),
    /** The tray that is meant is agent1's. */
    isOwners: (who: Role) => ofOwner || who === 'owner',
    address: base.replace(':id', OWN),
    shared: base.replace(':id', SHARED),
    ofOwner,
  };
}

const usersWorkbins = ({ path }: V2Route): readonly Cell[] =>
  everybody((who) =>
    cell(who, 'GET', path.replace(':userId', ROLES.owner), reaches(who, 'in the own workbin') ? [0] : [5]),
  );

function content({ path }: V2Route, family: MediaFamily | undefined): readonly Cell[] {
  const { own, isOwners, address, shared, ofOwner } = trays(path);
  const asked = family === undefined ? 'subresources=*' : 'fields=*';
  const mediaType = family === undefined ? 'workitem' : mediumOf(family);
  return everybody((who) => {
    const group = ofOwner
      ? [isAtWork(who) ? 10 : 5]
      : reaches(who, 'in the workbin of the group')
        ? [0]
        : [5];
    const seen = !ofOwner && reaches(who, 'in the workbin of the group');
    return [
      cell(who, 'GET', `${address}?${asked}`, own(who) ? [0] : [5], {
        work: { place: 'in the own workbin', mediaType },
        secret: own(who) && isOwners(who),
      }),
      cell(who, 'GET', `${shared}?${asked}&${OF_THE_GROUP}`, group, {
        work: { place: 'in the workbin of the group', mediaType },
        secret: seen,
      }),
      ...(family === undefined
        ? [cell(who, 'GET', address, own(who) ? [0] : ofOwner ? [5] : [0, 5, 6])]
        : []),
    ];
  });
}

/** How much lies there: for whoever may look, and nothing of what it is. */
function counting({ path }: V2Route): readonly Cell[] {
  const { own, address, shared, ofOwner } = trays(path);
  return everybody((who) => {
    const ofGroup = ofOwner ? [isAtWork(who) ? 10 : 5] : reaches(who, GROUPS) ? [0] : [5];
    return [
      cell(who, 'GET', address, own(who) ? [0] : [5]),
      cell(
        who,
        'GET',
        `${shared}?${OF_THE_GROUP}${address === shared ? `&workbinIds=${SHARED}` : ''}`,
        ofGroup,
      ),
    ];
  });
}

const subscribing = ({ path }: V2Route): readonly Cell[] => {
  const { own, address } = trays(path);
  const asked = path.endsWith(':id') ? address : `${address}?workbinIds=${OWN}`;
  return everybody((who) =>
    ['Subscribe', 'Unsubscribe'].map((operationName) =>
      cell(who, 'POST', asked, own(who) ? [0] : [5], { body: { operationName } }),
    ),
  );
};

function moving(route: V2Route): readonly Cell[] {
  const { own, isOwners, address } = trays(route.path);
  const operations = WORKBIN_OPERATIONS.filter((name) => !name.endsWith('ubscribe'));
  const codesOf = (who: Role, place: Place, operationName: string): readonly number[] => {
    if (!own(who)) return [5];
    const family = familyOfOperation(operationName);
    const fits = family === undefined || family.name === 'workitem';
    if (operationName.startsWith('Add')) {
      if (place === 'in hand' ? who !== 'owner' : !reaches(who, place)) return [2, 5];
      return fits ? [0] : [2];
    }
    if (place === 'in hand') return [2, 5, 19];
    if (!reaches(who, place)) return [5];
    return fits && place === 'in the own workbin' && isOwners(who) ? [0] : [2];
  };
  return [
    ...subscribing(route),
    ...everybody((who) =>
      PLACES.flatMap((place) =>
        operations.map((operationName) =>
          cell(who, 'POST', address, codesOf(who, place, operationName), {
            body: { operationName, id: '{item}' },
            work: { place, mediaType: 'workitem' },
          }),
        ),
      ),
    ),
    ...sharing(route),
  ];
}

/** The same with the workbin of a group. */
function sharing({ path }: V2Route): readonly Cell[] {
  const { shared, ofOwner } = trays(path);
  const place = 'in the workbin of the group';
  return everybody((who) =>
    ['AddInteraction', 'PullInteraction', 'Subscribe', 'Unsubscribe'].map((operationName) => {
      const may = ofOwner ? [isAtWork(who) ? 10 : 5] : reaches(who, place) ? [0] : [5];
      return cell(who, 'POST', `${shared}?${OF_THE_GROUP}`, may, {
        body: { operationName, id: '{item}' },
        work: { place, mediaType: 'workitem' },
      });
    }),
  );
}

const SEGMENTS = [...FAMILY_PATHS.keys()].join('|');
const familyIn = (path: string): MediaFamily => {
  const segment = path.split('/').findLast((part) => FAMILY_PATHS.has(part)) ?? '';
  const family = FAMILY_PATHS.get(segment);
  if (family === undefined) throw new Error(`${path} names no medium.`);
  return family;
};

/** By method and path, what the cells are. */
const KNOWN: readonly (readonly [pattern: RegExp, cells: (route: V2Route) => readonly Cell[]])[] = [
  [
    /^GET \/(version|settings\/agent-states|me|me\/channels(\/:channel)?|users(\/:userId)?|queues(\/:queueId)?)$/,
    open,
  ],
  [/^POST \/me(\/channels\/:channel)?$/, session],
  [/^GET (\/me)?\/workbins$/, open],
  [/^GET \/users\/:userId\/workbins$/, usersWorkbins],
  [/^GET (\/me|\/users\/:userId)?\/workbins\/:id$/, (route) => content(route, undefined)],
  [
    new RegExp(`^GET (/me|/users/:userId)?/workbins/:id/(${SEGMENTS})$`),
    (route) => content(route, familyIn(route.path)),
  ],
  [/^GET (\/me|\/users\/:userId)?\/workbins(\/:id)?\/statistics$/, counting],
  [/^POST (\/me|\/users\/:userId)?\/workbins$/, subscribing],
  [/^POST (\/me|\/users\/:userId)?\/workbins\/:id$/, moving],
  [new RegExp(`^GET /me/(${SEGMENTS})$`), (route) => listOf(route, familyIn(route.path))],
  [new RegExp(`^POST /me/(${SEGMENTS})$`), creating],
  [new RegExp(`^GET (/me)?/(${SEGMENTS})/:id$`), (route) => readingItem(route, familyIn(route.path))],
  [new RegExp(`^POST (/me)?/(${SEGMENTS})/:id$`), (route) => changingItem(route, familyIn(route.path))],
];

/** Everything that is asked of a route; nothing if nobody has said yet who may use it. */
export function cellsOf(route: V2Route): readonly Cell[] {
  const name = `${route.method} ${route.path}`;
  return KNOWN.find(([pattern]) => pattern.test(name))?.[1](route) ?? [];
}
