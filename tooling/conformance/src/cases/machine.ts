/** The walk: in each state exactly what is listed succeeds, and everything else is refused and changes nothing. */

import type { Item } from '../stage/items.ts';
import type { Person } from '../stage/person.ts';
import type { Stage } from '../stage/stage.ts';
import { accepted, demand, done, refused } from '../wire/expect.ts';
import type { Answer } from '../wire/rest.ts';
import { casesOf } from './case.ts';
import { NOT_NOW } from './codes.ts';

const { cases, does, refuses } = casesOf('machine');

interface Situation {
  readonly reach: (stage: Stage) => Promise<Item>;
  /** Whose operations are tried. */
  readonly who: (stage: Stage) => Person;
  readonly capabilities: readonly string[];
  /** The operations that are tried; all of them if nothing is said. */
  readonly tried?: readonly string[];
  /** It is still on the person's desk after a refusal. */
  readonly onDesk: boolean;
}

const caller = (stage: Stage) => stage.caller;
const PROCESSING = [
  'Transfer',
  'AttachUserData',
  'UpdateUserData',
  'DeleteUserData',
  'SetInFocus',
  'Complete',
];
const NONE = { who: caller, capabilities: [], onDesk: false };

async function after(_stage: Stage, item: Item, who: Person, operationName: string): Promise<Item> {
  done(await who.rest.post(item.path, { operationName }));
  return item;
}

const SITUATIONS: Readonly<Record<string, Situation>> = {
  Invited: {
    reach: (stage) => stage.offeredItem(stage.second, stage.caller),
    who: caller,
    capabilities: ['Accept', 'Reject'],
    onDesk: true,
  },
  // What the documents allow with it meanwhile they do not say; the answers to the offer are not the sender's.
  Offering: {
    reach: (stage) => stage.offeredItem(stage.caller, stage.second),
    who: caller,
    capabilities: [],
    tried: ['Accept', 'Reject', 'PullWorkitem'],
    onDesk: true,
  },
  Processing: {
    reach: (stage) => stage.item(),
    who: caller,
    capabilities: [...PROCESSING, 'AddWorkitem'],
    onDesk: true,
  },
  Pulled: {
    async reach(stage) {
      const item = await stage.restingItem();
      done(await stage.caller.rest.post(stage.workbin.path, { operationName: 'PullWorkitem', id: item.id }));
      return item;
    },
    who: caller,
    capabilities: [...PROCESSING, 'AddWorkitem'],
    onDesk: true,
  },
  TransferAccepted: {
    reach: async (stage) =>
      after(stage, await stage.offeredItem(stage.second, stage.caller), stage.caller, 'Accept'),
    who: caller,
    capabilities: [...PROCESSING, 'AddWorkitem'],
    onDesk: true,
  },
  // Adding what rests there already changes nothing and is no error (R34).
  InWorkbin: {
    ...NONE,
    reach: (stage) => stage.restingItem(),
    capabilities: ['PullWorkitem', 'AddWorkitem'],
  },
  Completed: { ...NONE, reach: async (stage) => after(stage, await stage.item(), stage.caller, 'Complete') },
  Rejected: {
    ...NONE,
    reach: async (stage) =>
      after(stage, await stage.offeredItem(stage.second, stage.caller), stage.caller, 'Reject'),
  },
  Transferred: {
    ...NONE,
    reach: async (stage) =>
      after(stage, await stage.offeredItem(stage.caller, stage.second), stage.second, 'Accept'),
  },
};

type Attempt = (stage: Stage, person: Person, item: Item) => Promise<Answer>;
const onItem =
  (operationName: string, more: (stage: Stage, person: Person) => object = () => ({})): Attempt =>
  (stage, person, { path }) =>
    person.rest.post(path, { operationName, ...more(stage, person) });
const onWorkbin =
  (operationName: string): Attempt =>
  ({ workbin }, person, { id }) =>
    person.rest.post(workbin.path, { operationName, id });

const ATTEMPTS: Readonly<Record<string, readonly [string, Attempt]>> = {
  Accept: ['R126', onItem('Accept')],
  Reject: ['R126', onItem('Reject')],
  Transfer: ['R127', onItem('Transfer', ({ second }) => ({ userUri: second.uri }))],
  AttachUserData: ['R128', onItem('AttachUserData', () => ({ userData: { Walk: '1' } }))],
  UpdateUserData: ['R129', onItem('UpdateUserData', () => ({ userData: { Walk: '2' } }))],
  DeleteUserData: ['R130', onItem('DeleteUserData', () => ({ keys: ['Walk'] }))],
  SetInFocus: ['R131', onItem('SetInFocus')],
  Complete: ['R132', onItem('Complete')],
  AddWorkitem: ['R44', onWorkbin('AddWorkitem')],
  PullWorkitem: ['R123', onWorkbin('PullWorkitem')],
};

for (const [state, { reach, who, capabilities, tried, onDesk }] of Object.entries(SITUATIONS))
  for (const [operation, [numbers, attempt]] of Object.entries(ATTEMPTS)) {
    if (tried?.includes(operation) === false) continue;
    const id = `${state}/${operation}`;
    if (capabilities.includes(operation))
      does(id, numbers, `${operation} of an item that is ${state} succeeds`, async (stage) => {
        const item = await reach(stage);
        accepted(await attempt(stage, who(stage), item));
      });
    else
      refuses(
        id,
        `${numbers} R53`,
        `${operation} of an item that is ${state} is refused and changes nothing`,
        async (stage) => {
          const item = await reach(stage);
          refused(await attempt(stage, who(stage), item), NOT_NOW);
          const ids = await who(stage).ids('workitem');
          demand(
            ids.includes(item.id) === onDesk,
            'the items on the desk',
            onDesk ? item.id : `not ${item.id}`,
            ids,
          );
        },
      );
  }

export const machineCases = cases;
