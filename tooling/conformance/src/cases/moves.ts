/** Putting into a workbin and taking out: every operation, form and medium. */

import { MEDIA, MEDIA_NAMES, type Medium } from '../stage/settings.ts';
import type { Stage } from '../stage/stage.ts';
import { accepted, demand, refused } from '../wire/expect.ts';
import { casesOf, needsMedium } from './case.ts';
import { MISSING, NOT_NOW, UNKNOWN, WRONG_MEDIUM } from './codes.ts';

const adding = casesOf('add');
const pulling = casesOf('pull');

const isThere = async (stage: Stage, medium: Medium, id: string) => {
  const ids = await stage.caller.ids(medium);
  demand(ids.includes(id), "the caller's items", id, ids);
};
const isAway = async (stage: Stage, medium: Medium, id: string) => {
  const ids = await stage.caller.ids(medium);
  demand(!ids.includes(id), "the caller's items", `not ${id}`, ids);
};

/** Requirement numbers of each Add, by medium. */
const ADD: Record<Medium, string> = {
  workitem: 'R44',
  email: 'R42',
  chat: 'R43',
  facebook: 'R41',
  twitter: 'R41',
  openmedia: 'R41',
};

for (const medium of MEDIA_NAMES)
  for (const other of MEDIA_NAMES) {
    const operationName = `Add${MEDIA[other].operation}`;
    const needless = needsMedium(medium);
    if (other === medium)
      adding.does(
        `${operationName}/${medium}`,
        `R34 ${ADD[medium]} R47`,
        `${operationName} puts a ${medium} away`,
        async (stage) => {
          const { id } = await stage.item(medium);
          accepted(await stage.caller.rest.post(stage.workbin.path, { operationName, id }));
          await isAway(stage, medium, id);
        },
        needless,
      );
    else
      adding.refuses(
        `${operationName}/${medium}`,
        ADD[other],
        `${operationName} of a ${medium} is refused and moves nothing`,
        async (stage) => {
          const { id } = await stage.item(medium);
          refused(await stage.caller.rest.post(stage.workbin.path, { operationName, id }), WRONG_MEDIUM);
          await isThere(stage, medium, id);
        },
        needless,
      );
  }

const FORMS: readonly (readonly [string, (id: string, base: string) => object])[] = [
  ['id', (id) => ({ id })],
  ['uri-absolute', (id, base) => ({ uri: `${base}/api/v2/workitems/${id}` })],
  ['uri-absolute-me', (id, base) => ({ uri: `${base}/api/v2/me/workitems/${id}` })],
  ['uri-relative', (id) => ({ uri: `/workitems/${id}` })],
  ['uri-bare', (id) => ({ uri: id })],
  ['uri-dots', (id) => ({ uri: `.../${id}` })],
];
const PATHS = [
  ['workbins', (stage: Stage) => stage.workbin.path],
  ['me-workbins', (stage: Stage) => `/api/v2/me/workbins/${stage.workbin.id}`],
] as const;

for (const [family, path] of PATHS)
  for (const [form, body] of FORMS) {
    adding.does(`form/${family}/${form}`, 'R35 R45', `AddWorkitem by ${form} on ${family}`, async (stage) => {
      const { id } = await stage.item();
      accepted(
        await stage.caller.rest.post(path(stage), {
          operationName: 'AddWorkitem',
          ...body(id, new URL(stage.settings.url).origin),
        }),
      );
      await isAway(stage, 'workitem', id);
    });
    pulling.does(
      `form/${family}/${form}`,
      'R120 R123',
      `PullWorkitem by ${form} on ${family}`,
      async (stage) => {
        const { id } = await stage.restingItem();
        accepted(
          await stage.caller.rest.post(path(stage), {
            operationName: 'PullWorkitem',
            ...body(id, new URL(stage.settings.url).origin),
          }),
        );
        await isThere(stage, 'workitem', id);
      },
    );
  }

for (const alias of ['AddInteraction', 'AddInteractionToWorkbin'])
  for (const medium of MEDIA_NAMES)
    adding.does(
      `${alias}/${medium}`,
      'R37 R41',
      `${alias} takes its medium from the item: ${medium}`,
      async (stage) => {
        const { id } = await stage.item(medium);
        accepted(await stage.caller.rest.post(stage.workbin.path, { operationName: alias, id }));
        await isAway(stage, medium, id);
      },
      needsMedium(medium),
    );

for (const saveLAR of [true, false, 'true', 'false'])
  adding.does(
    `saveLAR/${typeof saveLAR}-${saveLAR}`,
    'R38',
    `saveLAR may be the ${typeof saveLAR} ${saveLAR}`,
    async (stage) => {
      const { id } = await stage.item();
      accepted(
        await stage.caller.rest.post(stage.workbin.path, { operationName: 'AddWorkitem', id, saveLAR }),
      );
      await isAway(stage, 'workitem', id);
    },
  );

adding.does('again', 'R34', 'adding what rests there already is no error', async (stage) => {
  const { id } = await stage.restingItem();
  accepted(await stage.caller.rest.post(stage.workbin.path, { operationName: 'AddWorkitem', id }));
});
adding.does('references-grow', 'R47', 'each acceptance has a larger referenceId', async (stage) => {
  const { id } = await stage.item();
  const put = () => stage.caller.rest.post(stage.workbin.path, { operationName: 'AddWorkitem', id });
  const take = () => stage.caller.rest.post(stage.workbin.path, { operationName: 'PullWorkitem', id });
  const numbers = [accepted(await put()), accepted(await take()), accepted(await put())];
  demand(
    numbers.every((number, index) => index === 0 || number > (numbers[index - 1] ?? number)),
    'referenceIds',
    'growing',
    numbers,
  );
});

const PULL = ['workitem', 'email', 'chat'] as const;
const pullChat = (stage: Stage['settings']) =>
  stage.pullChat ? undefined : 'PullChat is not said to be enabled (--pull-chat).';
for (const medium of MEDIA_NAMES)
  for (const other of PULL) {
    const operationName = `Pull${MEDIA[other].operation}`;
    const needless = (settings: Stage['settings']) =>
      needsMedium(medium)(settings) ?? (other === 'chat' ? pullChat(settings) : undefined);
    if (other === medium)
      pulling.does(
        `${operationName}/${medium}`,
        'R117 R119 R123 R124',
        `${operationName} takes a ${medium} out`,
        async (stage) => {
          const { id } = await stage.restingItem(medium);
          const more = medium === 'chat' ? { nickname: 'Conny' } : {};
          accepted(await stage.caller.rest.post(stage.workbin.path, { operationName, id, ...more }));
          await isThere(stage, medium, id);
        },
        needless,
      );
    else
      pulling.refuses(
        `${operationName}/${medium}`,
        'R123',
        `${operationName} of a ${medium} is refused and moves nothing`,
        async (stage) => {
          const { id } = await stage.restingItem(medium);
          refused(await stage.caller.rest.post(stage.workbin.path, { operationName, id }), WRONG_MEDIUM);
          await isAway(stage, medium, id);
        },
        needless,
      );
  }
for (const medium of MEDIA_NAMES)
  pulling.does(
    `PullInteraction/${medium}`,
    'R123',
    `PullInteraction takes its medium from the item: ${medium}`,
    async (stage) => {
      const { id } = await stage.restingItem(medium);
      accepted(await stage.caller.rest.post(stage.workbin.path, { operationName: 'PullInteraction', id }));
      await isThere(stage, medium, id);
    },
    needsMedium(medium),
  );
pulling.refuses(
  'PullChat/switched-off',
  'R122',
  'PullChat is forbidden unless both options are on',
  async (stage) => {
    const { id } = await stage.restingItem('chat');
    refused(await stage.caller.rest.post(stage.workbin.path, { operationName: 'PullChat', id }), [3]);
    await isAway(stage, 'chat', id);
  },
  (settings) =>
    needsMedium('chat')(settings) ?? (settings.pullChat ? 'PullChat is said to be enabled.' : undefined),
);
pulling.does('nickname-ignored', 'R121', 'a nickname does not disturb a PullWorkitem', async (stage) => {
  const { id } = await stage.restingItem();
  accepted(
    await stage.caller.rest.post(stage.workbin.path, {
      operationName: 'PullWorkitem',
      id,
      nickname: 'Conny',
    }),
  );
});
pulling.refuses('twice', 'R118', 'what was taken out cannot be taken out again', async (stage) => {
  const { id } = await stage.restingItem();
  const pull = () => stage.caller.rest.post(stage.workbin.path, { operationName: 'PullWorkitem', id });
  accepted(await pull());
  refused(await pull(), NOT_NOW);
});
pulling.refuses(
  'race',
  'R119',
  'two members who pull at once: one gets the item, the other a refusal',
  async (stage) => {
    const { id } = await stage.item();
    const path = `/api/v2/me/workbins/${stage.groupWorkbin?.id}?agentGroup=${encodeURIComponent(stage.settings.agentGroup ?? '')}`;
    accepted(await stage.caller.rest.post(path, { operationName: 'AddWorkitem', id }));
    const answers = await Promise.all(
      [stage.caller, stage.second].map(({ rest }) => rest.post(path, { operationName: 'PullWorkitem', id })),
    );
    const winners = answers.filter(({ body }) => (body as { statusCode?: unknown })?.statusCode === 0);
    demand(
      winners.length === 1,
      'winners',
      'exactly one',
      answers.map(({ text }) => text),
    );
    refused(
      answers.find((answer) => !winners.includes(answer)) ?? (answers[0] as (typeof answers)[0]),
      NOT_NOW,
    );
  },
  ({ agentGroup }) => (agentGroup === undefined ? 'No agent group is given (--agent-group).' : undefined),
);

for (const { refuses, operations } of [
  {
    refuses: adding.refuses,
    operations: ['AddWorkitem', 'AddEmail', 'AddChat', 'AddInteraction', 'AddInteractionToWorkbin'],
  },
  { refuses: pulling.refuses, operations: ['PullWorkitem', 'PullEmail', 'PullInteraction'] },
])
  for (const operationName of operations) {
    const numbers = operationName.startsWith('Add') ? 'R40' : 'R123';
    refuses(
      `${operationName}/unknown-item`,
      numbers,
      `${operationName} of an unknown id is not found`,
      async (stage) =>
        refused(
          await stage.caller.rest.post(stage.workbin.path, { operationName, id: '0000000000000000' }),
          UNKNOWN,
        ),
    );
    refuses(
      `${operationName}/no-item`,
      numbers,
      `${operationName} without id and uri misses a parameter`,
      async (stage) => refused(await stage.caller.rest.post(stage.workbin.path, { operationName }), MISSING),
    );
    refuses(
      `${operationName}/unknown-workbin`,
      'R24',
      `${operationName} on an unknown workbin is not found, and moves nothing`,
      async (stage) => {
        const { id } = await stage.item();
        refused(
          await stage.caller.rest.post('/api/v2/workbins/00000000-0000-8000-8000-000000000000', {
            operationName,
            id,
          }),
          UNKNOWN,
        );
        await isThere(stage, 'workitem', id);
      },
    );
  }

export const addCases = adding.cases;
export const pullCases = pulling.cases;
