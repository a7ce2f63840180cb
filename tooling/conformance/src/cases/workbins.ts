/** Trays and what lies in them. */

import { MEDIA, MEDIA_NAMES } from '../stage/settings.ts';
import type { Stage } from '../stage/stage.ts';
import { at, demand, deviate, equal, type Fields, fields, list, refused, success } from '../wire/expect.ts';
import { casesOf, needsGroup, needsMedium, needsSupervisor } from './case.ts';
import { MISSING, NOT_YOURS, UNKNOWN } from './codes.ts';

const { cases, does, refuses } = casesOf('workbins');

const TYPES = ['Agent', 'AgentGroup', 'Place', 'PlaceGroup'];
const all = async ({ caller }: Stage) =>
  list('workbins', success(await caller.rest.get('/api/v2/workbins?fields=*')).workbins);
const one = async ({ caller }: Stage, path: string): Promise<Fields> =>
  fields('workbin', success(await caller.rest.get(path)).workbin);

const RESOURCE = {
  id: (value: unknown) => typeof value === 'string' && value !== '',
  workbinName: (value: unknown) => typeof value === 'string' && value !== '',
  displayName: (value: unknown) => typeof value === 'string' && value !== '',
  uri: (value: unknown) => typeof value === 'string' && /^https?:\/\/[^/]+\/.*workbins\/[^/]+$/.test(value),
  type: (value: unknown) => TYPES.includes(String(value)),
};
for (const [field, holds] of Object.entries(RESOURCE))
  does(`list/${field}`, 'R46', `each workbin of the list has ${field}`, async (stage) => {
    for (const workbin of await all(stage)) demand(holds(workbin[field]), field, 'as documented', workbin);
  });
does('list/stable', 'R35', 'the list answers the same ids each time', async (stage) => {
  const ids = async () => (await all(stage)).map(({ id }) => id).sort();
  equal('ids', await ids(), await ids());
});
does('list/mine', 'R21', 'GET /me/workbins lists the types Agent and Place only', async ({ caller }) => {
  for (const workbin of list(
    'workbins',
    success(await caller.rest.get('/api/v2/me/workbins?fields=*')).workbins,
  ))
    demand(['Agent', 'Place'].includes(String(workbin.type)), 'type', 'Agent or Place', workbin);
});

for (const family of ['workbins', 'me/workbins'] as const) {
  const path = (stage: Stage, query = '') => `/api/v2/${family}/${stage.workbin.id}${query}`;
  does(
    `${family}/header`,
    'R22',
    `GET /${family}/{id} answers the workbin without its items`,
    async (stage) => {
      const workbin = await one(stage, path(stage));
      for (const [key, value] of Object.entries(workbin))
        demand(!Array.isArray(value), key, 'no items without subresources', value);
    },
  );
  for (const field of ['id', 'workbinName', 'type'] as const)
    does(
      `${family}/header/${field}`,
      'R35',
      `GET /${family}/{id} repeats ${field} as listed`,
      async (stage) => {
        const listed = { id: stage.workbin.id, workbinName: stage.workbin.name, type: stage.workbin.type };
        equal(field, (await one(stage, path(stage)))[field], listed[field]);
      },
    );
  does(
    `${family}/content`,
    'R22',
    `GET /${family}/{id}?subresources=* brings a resting item`,
    async (stage) => {
      const { id } = await stage.restingItem();
      const found = list('workitems', (await one(stage, path(stage, '?subresources=*'))).workitems);
      demand(
        found.some((item) => item.id === id),
        'workitems',
        `the item ${id}`,
        found.map((item) => item.id),
      );
    },
  );
  does(
    `${family}/by-media`,
    'R22',
    `GET /${family}/{id}/workitems?fields=* brings a resting item`,
    async (stage) => {
      const { id } = await stage.restingItem();
      const found = list(
        'workitems',
        success(await stage.caller.rest.get(`${path(stage)}/workitems?fields=*`)).workitems,
      );
      demand(
        found.some((item) => item.id === id),
        'workitems',
        `the item ${id}`,
        found.map((item) => item.id),
      );
    },
  );
  refuses(
    `${family}/unknown`,
    'R24',
    `GET /${family}/{id} of an unknown id is not found`,
    async ({ caller }) =>
      refused(await caller.rest.get(`/api/v2/${family}/00000000-0000-8000-8000-000000000000`), UNKNOWN),
  );
}

const resting = async (stage: Stage): Promise<Fields> => {
  const { id } = await stage.restingItem();
  const items = list(
    'workitems',
    (await one(stage, `${stage.workbin.path}?subresources=workitem`)).workitems,
  );
  const item = items.find((entry) => entry.id === id);
  if (item === undefined)
    deviate(
      'workitems',
      `the item ${id}`,
      items.map((entry) => entry.id),
    );
  return item;
};
does('content/capabilities', 'R53', 'a resting item may not be acted on', async (stage) =>
  equal('capabilities', (await resting(stage)).capabilities, []),
);
does('content/receivedDate', 'R54', 'a resting item has its date in the documented form', async (stage) => {
  const date = (await resting(stage)).receivedDate;
  demand(
    /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3}[+-]\d{4}$/.test(String(date)),
    'receivedDate',
    'yyyy-MM-dd HH:mm:ss.SSSZ',
    date,
  );
});
does('content/userData/Workbin', 'R141', "a resting item's userData names the workbin", async (stage) =>
  equal('userData.Workbin', at(await resting(stage), 'userData', 'Workbin'), stage.workbin.name),
);
does('content/userData/WorkbinAgentId', 'R141', "a resting item's userData names the owner", async (stage) =>
  equal('userData.WorkbinAgentId', at(await resting(stage), 'userData', 'WorkbinAgentId'), stage.caller.user),
);
does('content/gone', 'R118', 'an item that was pulled is not in the content any more', async (stage) => {
  const { id } = await stage.restingItem();
  success(await stage.caller.rest.post(stage.workbin.path, { operationName: 'PullWorkitem', id }));
  const items = list('workitems', (await one(stage, `${stage.workbin.path}?subresources=*`)).workitems ?? []);
  demand(
    !items.some((item) => item.id === id),
    'workitems',
    `not ${id}`,
    items.map((item) => item.id),
  );
});
does('content/other-media-stay-out', 'R22', 'subresources=email does not bring workitems', async (stage) => {
  await stage.restingItem();
  demand(
    !('workitems' in (await one(stage, `${stage.workbin.path}?subresources=email`))),
    'workbin',
    'no workitems',
    'workitems',
  );
});
for (const medium of MEDIA_NAMES)
  does(
    `content/${medium}`,
    'R22',
    `subresources=${MEDIA[medium].resource} brings a resting ${medium}`,
    async (stage) => {
      const { id } = await stage.restingItem(medium);
      const workbin = await one(stage, `${stage.workbin.path}?subresources=${MEDIA[medium].resource}`);
      const items = Object.values(workbin).filter(Array.isArray).flat();
      demand(
        items.some((item) => at(item, 'id') === id),
        'content',
        `the item ${id}`,
        items,
      );
    },
    needsMedium(medium),
  );

const group = ({ settings }: Stage) => `agentGroup=${encodeURIComponent(settings.agentGroup ?? '')}`;
const groupPath = (stage: Stage, query: string) =>
  `/api/v2/me/workbins/${stage.groupWorkbin?.id ?? ''}?${query}`;
does(
  'group/content',
  'R22',
  'a group tray shows what rests there to its members',
  async (stage) => {
    const { id } = await stage.item();
    success(
      await stage.caller.rest.post(groupPath(stage, group(stage)), {
        operationName: 'AddWorkitem',
        id,
        saveLAR: 'true',
      }),
    );
    const path = groupPath(stage, `subresources=*&${group(stage)}`);
    const seen = fields('workbin', success(await stage.second.rest.get(path)).workbin);
    demand(
      list('workitems', seen.workitems).some((item) => item.id === id),
      'workitems',
      `the item ${id}`,
      seen,
    );
  },
  needsGroup,
);
does(
  'group/pull',
  'R117',
  'a member takes out of a group tray what a colleague put in',
  async (stage) => {
    const { id } = await stage.item();
    success(
      await stage.caller.rest.post(groupPath(stage, group(stage)), { operationName: 'AddWorkitem', id }),
    );
    success(
      await stage.second.rest.post(groupPath(stage, group(stage)), { operationName: 'PullWorkitem', id }),
    );
  },
  needsGroup,
);
refuses(
  'group/without-group',
  'R26',
  'a group-owned workbin without a group is a missing parameter',
  async (stage) => refused(await stage.caller.rest.get(groupPath(stage, 'subresources=*')), MISSING),
  needsGroup,
);
refuses(
  'group/unknown-group',
  'R26',
  'a group that does not exist is refused',
  async (stage) =>
    refused(
      await stage.caller.rest.get(groupPath(stage, 'subresources=*&agentGroup=No+Such+Group')),
      NOT_YOURS,
    ),
  needsGroup,
);

const ofCaller = (stage: Stage, query = '') =>
  `/api/v2/users/${stage.caller.id}/workbins/${stage.workbin.id}${query}`;
does(
  'user/content',
  'R22',
  "a supervisor reads an agent's workbin",
  async (stage) => {
    const { id } = await stage.restingItem();
    const body = success(
      await (stage.supervisor ?? stage.caller).rest.get(ofCaller(stage, '?subresources=*')),
    );
    demand(
      list('workitems', at(body, 'workbin', 'workitems')).some((item) => item.id === id),
      'workitems',
      `the item ${id}`,
      body,
    );
  },
  needsSupervisor,
);
does(
  'user/pull',
  'R119',
  "a supervisor pulls from an agent's workbin and owns the item then",
  async (stage) => {
    const supervisor = stage.supervisor ?? stage.caller;
    const { id } = await stage.restingItem();
    success(await supervisor.rest.post(ofCaller(stage), { operationName: 'PullWorkitem', id }));
    const ids = await supervisor.ids('workitem');
    demand(ids.includes(id), "the supervisor's items", id, ids);
  },
  needsSupervisor,
);

export const workbinCases = cases;
