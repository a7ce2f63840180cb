/** Who one is, what there is, and going to work. */

import type { Stage } from '../stage/stage.ts';
import { at, demand, deviate, done, fields, list, refused, success } from '../wire/expect.ts';
import { type Answer, openRest } from '../wire/rest.ts';
import { casesOf } from './case.ts';
import { MALFORMED, STRANGER, UNKNOWN } from './codes.ts';

const { cases, does, refuses } = casesOf('session');

const me = async ({ caller }: Stage, query = '') =>
  fields('user', at(success(await caller.rest.get(`/api/v2/me${query}`)), 'user'));

does('me', 'R23', 'GET /me answers statusCode 0 with the user', async (stage) => void (await me(stage)));
does('me/id', '', 'the user has an id, the same on each reading', async (stage) => {
  const [first, again] = [await me(stage), await me(stage)];
  demand(typeof first.id === 'string' && first.id === again.id, 'user.id', 'the same string', again);
});
does('me/userName', '', 'the user carries the name that signed in', async (stage) => {
  demand(
    (await me(stage)).userName === stage.caller.user,
    'user.userName',
    stage.caller.user,
    await me(stage),
  );
});
for (const part of ['channels', 'devices', 'features', 'settings'])
  does(`me/subresources/${part}`, '', `GET /me?subresources=${part} brings ${part}`, async (stage) => {
    const user = await me(stage, `?subresources=${part}`);
    demand(part in user, `user.${part}`, 'to be there', Object.keys(user));
  });
does('me/subresources/all', '', 'GET /me?subresources=* brings channels and devices', async (stage) => {
  const user = await me(stage, '?subresources=*');
  for (const part of ['channels', 'devices'])
    demand(Array.isArray(user[part]), `user.${part}`, 'an array', user[part]);
});
does('me/channel', '', 'each channel names itself and has a userState', async (stage) => {
  for (const channel of list('channels', (await me(stage, '?subresources=*')).channels)) {
    demand(typeof channel.channel === 'string', 'channel.channel', 'a string', channel);
    const state = fields('channel.userState', channel.userState);
    for (const key of ['id', 'displayName', 'state'])
      demand(typeof state[key] === 'string', `userState.${key}`, 'a string', state);
  }
});
does(
  'version',
  '',
  'GET /version answers statusCode 0',
  async ({ caller }) => void success(await caller.rest.get('/api/v2/version')),
);
does('agent-states', '', 'GET /settings/agent-states answers a list', async ({ caller }) => {
  const body = success(await caller.rest.get('/api/v2/settings/agent-states'));
  demand(Object.values(body).some(Array.isArray), 'agent states', 'an array', body);
});

for (const [path, key] of [
  ['queues', 'queues'],
  ['users', 'users'],
  ['workbins', 'workbins'],
  ['me/workbins', 'workbins'],
] as const) {
  does(
    `list/${path}/objects`,
    '',
    `GET /${path}?fields=* answers objects under ${key}`,
    async ({ caller }) => {
      const entries = list(key, success(await caller.rest.get(`/api/v2/${path}?fields=*`))[key]);
      for (const entry of entries) demand(typeof entry.id === 'string', `${key}[].id`, 'a string', entry);
      demand(entries.length > 0, key, 'at least one entry', entries);
    },
  );
  does(`list/${path}/uris`, '', `GET /${path} without fields answers absolute uris`, async ({ caller }) => {
    const { uris } = success(await caller.rest.get(`/api/v2/${path}`));
    if (!Array.isArray(uris)) deviate('uris', 'an array', uris);
    for (const uri of uris as unknown[])
      demand(typeof uri === 'string' && /^https?:\/\//.test(uri), 'uris[]', 'an absolute address', uri);
  });
  does(`list/${path}/fields`, '', `GET /${path}?fields=id answers id alone`, async ({ caller }) => {
    for (const entry of list(key, success(await caller.rest.get(`/api/v2/${path}?fields=id`))[key]))
      demand(Object.keys(entry).join() === 'id', `${key}[]`, 'the field id alone', entry);
  });
}
does('list/queues/filter', '', 'an attribute as a query key filters', async ({ caller, queue }) => {
  const query = `fields=*&name=${encodeURIComponent(queue.name)}`;
  const found = list('queues', success(await caller.rest.get(`/api/v2/queues?${query}`)).queues);
  demand(
    found.length > 0 && found.every(({ name }) => name === queue.name),
    'queues',
    `only ${queue.name}`,
    found,
  );
});
does(
  'list/queues/filter-none',
  '',
  'a filter that fits nothing answers an empty list',
  async ({ caller }) => {
    const found = list(
      'queues',
      success(await caller.rest.get('/api/v2/queues?fields=*&name=No+Such+Queue')).queues,
    );
    demand(found.length === 0, 'queues', 'none', found);
  },
);

for (const [operation, state] of [
  ['Ready', 'Ready'],
  ['NotReady', 'NotReady'],
] as const) {
  const stateOf = async (stage: Stage) =>
    list('channels', (await me(stage, '?subresources=*')).channels).find(
      ({ channel }) => channel === 'email',
    );
  const noEmail = ({ media }: Stage['settings']) =>
    media.includes('email') ? undefined : 'The server is not said to have email (--media).';
  does(
    `channel/${operation}`,
    '',
    `POST /me/channels/email ${operation} sets the state`,
    async (stage) => {
      success(await stage.caller.rest.post('/api/v2/me/channels/email', { operationName: operation }));
      const found = at(await stateOf(stage), 'userState', 'state');
      demand(found === state, 'userState.state of email', state, found);
    },
    noEmail,
  );
  does(`channels/${operation}`, '', `POST /me ${operation} sets all channels`, async (stage) => {
    success(await stage.second.rest.post('/api/v2/me', { operationName: operation }));
    const user = fields('user', at(done(await stage.second.rest.get('/api/v2/me?subresources=*')), 'user'));
    for (const channel of list('channels', user.channels).filter(({ channel }) => channel === 'workitem'))
      demand(at(channel, 'userState', 'state') === state, 'userState.state of workitem', state, channel);
  });
}
does(
  'start-again',
  '',
  'StartContactCenterSession twice is no error',
  async ({ caller, settings }) =>
    void success(
      await caller.rest.post('/api/v2/me', {
        operationName: 'StartContactCenterSession',
        channels: [...settings.media],
      }),
    ),
);
refuses('channel/unknown', '', 'a channel that does not exist is not found', async ({ caller }) =>
  refused(await caller.rest.post('/api/v2/me/channels/no-such-channel', { operationName: 'Ready' }), [
    ...UNKNOWN,
    ...MALFORMED,
  ]),
);
/** Nobody: not authenticated, or told to wait after too many attempts. */
function turnedAway(answer: Answer): void {
  refused(answer, answer.http === 429 ? [3] : STRANGER);
}
refuses('wrong-password', 'R23', 'a wrong password is a stranger', async ({ caller, stranger }) => {
  const wrong = { user: caller.user, password: `${caller.password}!` };
  turnedAway(await openRest(stranger.base, wrong).get('/api/v2/me'));
});
refuses('unknown-user', 'R23', 'an unknown user is a stranger', async ({ stranger }) => {
  const nobody = { user: 'nobody-of-that-name', password: 'x' };
  turnedAway(await openRest(stranger.base, nobody).get('/api/v2/me'));
});
refuses(
  'unknown-path',
  '',
  'an address that means nothing is not found, in the envelope',
  async ({ caller }) => refused(await caller.rest.get('/api/v2/no/such/thing'), UNKNOWN),
);

const needsCsrf = ({ csrf }: Stage['settings']) =>
  csrf ? undefined : 'enableCsrfProtection is not said to be on (--csrf).';
does(
  'csrf/pair',
  '',
  'a GET shows X-CSRF-HEADER and X-CSRF-TOKEN',
  async ({ caller }) => {
    const { headers } = await caller.rest.get('/api/v2/me');
    demand(
      headers.get('x-csrf-header') === 'X-CSRF-TOKEN',
      'X-CSRF-HEADER',
      'X-CSRF-TOKEN',
      headers.get('x-csrf-header'),
    );
    demand(
      (headers.get('x-csrf-token') ?? '').length >= 16,
      'X-CSRF-TOKEN',
      'a token',
      headers.get('x-csrf-token'),
    );
  },
  needsCsrf,
);
does(
  'cookie',
  '',
  'signing in by Basic sets JSESSIONID, and the cookie alone signs in then',
  async ({ caller }) => {
    const fresh = openRest(caller.rest.base, { user: caller.user, password: caller.password });
    await fresh.get('/api/v2/me');
    const session = fresh.jar.get('JSESSIONID');
    if (session === undefined) deviate('cookies after GET /me', 'JSESSIONID', fresh.jar.pairs());
    success(
      await openRest(caller.rest.base).get('/api/v2/me', { headers: { cookie: `JSESSIONID=${session}` } }),
    );
  },
);
const TOKENS = {
  missing: {},
  wrong: { 'x-csrf-token': '00000000-0000-0000-0000-000000000000' },
} as const;
for (const [which, token] of Object.entries(TOKENS))
  refuses(
    `csrf/${which}`,
    '',
    `a change by cookie with the token ${which} gets HTTP 403 and the documented text`,
    async ({ caller }) => {
      const fresh = openRest(caller.rest.base, { user: caller.user, password: caller.password });
      await fresh.get('/api/v2/me');
      const headers = { cookie: fresh.jar.pairs().join('; '), ...token };
      const change = { operationName: 'NotReady' };
      const answer = await openRest(caller.rest.base).post('/api/v2/me', change, { headers });
      demand(answer.http === 403, 'HTTP status', '403', answer.http);
      demand(
        /Missing or invalid Csrf token/.test(answer.text),
        'body',
        '"Missing or invalid Csrf token"',
        answer.text,
      );
    },
    needsCsrf,
  );

export const sessionCases = cases;
