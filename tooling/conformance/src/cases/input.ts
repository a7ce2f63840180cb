/** Everything wrong that can be sent, to everything that takes a body: the envelope, and nothing changed. */

import type { Stage } from '../stage/stage.ts';
import { equal, refused } from '../wire/expect.ts';
import type { Sending } from '../wire/rest.ts';
import { casesOf, needsCreate, needsGroup, needsSupervisor } from './case.ts';
import { MALFORMED, MISSING, NO_SUCH_OPERATION } from './codes.ts';

const { cases, refuses } = casesOf('input');

interface Wrong {
  readonly what: string;
  readonly body?: unknown;
  readonly sending?: Sending;
  readonly codes: readonly number[];
}

const FIVE_MEGABYTES = 5 * 1024 * 1024;
const raw = (text: string): Sending => ({ raw: text });

/** Key → what is sent, and the codes that fit it. A body that is nothing misses its operationName. */
const WRONGS: Readonly<Record<string, Wrong>> = {
  'no-operation': { what: 'an object without operationName', body: {}, codes: MISSING },
  'null-operation': { what: 'operationName null', body: { operationName: null }, codes: MALFORMED },
  'empty-operation': {
    what: 'an empty operationName',
    body: { operationName: '' },
    codes: NO_SUCH_OPERATION,
  },
  'number-operation': { what: 'a number as operationName', body: { operationName: 7 }, codes: MALFORMED },
  'list-operation': {
    what: 'a list as operationName',
    body: { operationName: ['Complete'] },
    codes: MALFORMED,
  },
  'unknown-operation': {
    what: 'an unknown operationName',
    body: { operationName: 'Levitate' },
    codes: NO_SUCH_OPERATION,
  },
  'inherited-operation': {
    what: 'the name of something inherited',
    body: { operationName: 'constructor' },
    codes: NO_SUCH_OPERATION,
  },
  'no-body': { what: 'no body', sending: raw(''), codes: MALFORMED },
  'null-body': { what: 'null', sending: raw('null'), codes: MALFORMED },
  'list-body': { what: 'a list', sending: raw('[]'), codes: MALFORMED },
  'string-body': { what: 'a string', sending: raw('"Complete"'), codes: MALFORMED },
  'broken-json': { what: 'half a JSON object', sending: raw('{"operationName":'), codes: MALFORMED },
  'python-json': {
    what: "the notation of the documents' samples",
    sending: raw("{u'operationName': u'Complete'}"),
    codes: MALFORMED,
  },
  'five-megabytes': {
    what: 'a body of 5 MB',
    sending: {
      get raw() {
        return JSON.stringify({ operationName: 'x'.repeat(FIVE_MEGABYTES) });
      },
    },
    codes: [...MALFORMED, 3],
  },
};

interface Target {
  readonly path: (stage: Stage) => string | Promise<string>;
  readonly needless?: typeof needsGroup;
}

const TARGETS: Readonly<Record<string, Target>> = {
  me: { path: () => '/api/v2/me' },
  channel: { path: () => '/api/v2/me/channels/workitem' },
  workbin: { path: ({ workbin }) => workbin.path },
  'my-workbin': { path: ({ workbin }) => `/api/v2/me/workbins/${workbin.id}` },
  'many-workbins': { path: ({ workbin }) => `/api/v2/me/workbins?workbinIds=${workbin.id}` },
  "user's-workbin": {
    path: ({ caller, workbin }) => `/api/v2/users/${caller.id}/workbins/${workbin.id}`,
    needless: needsSupervisor,
  },
  'group-workbin': {
    path: ({ groupWorkbin, settings }) =>
      `/api/v2/me/workbins/${groupWorkbin?.id}?agentGroup=${encodeURIComponent(settings.agentGroup ?? '')}`,
    needless: needsGroup,
  },
  workitems: { path: () => '/api/v2/me/workitems', needless: needsCreate },
  workitem: { path: async (stage) => (await stage.item()).path },
};

for (const [target, { path, needless }] of Object.entries(TARGETS))
  for (const [key, { what, body, sending, codes }] of Object.entries(WRONGS))
    refuses(
      `${target}/${key}`,
      'R40',
      `${what} to ${target} is refused and changes nothing`,
      async (stage) => {
        const address = await path(stage);
        const person = target === "user's-workbin" ? (stage.supervisor ?? stage.caller) : stage.caller;
        const before = await stage.caller.ids('workitem');
        const answer = await person.rest.post(address, body, sending).catch((cause: unknown) => {
          // A server may answer a body it does not want by closing the connection while it is still being sent.
          if (key === 'five-megabytes') return undefined;
          throw cause;
        });
        if (answer !== undefined) refused(answer, codes);
        equal("the caller's items", await stage.caller.ids('workitem'), before);
      },
      needless,
    );

export const inputCases = cases;
