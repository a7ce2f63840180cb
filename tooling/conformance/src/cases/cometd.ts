/** Bayeux itself: sessions, whose they are, channels, and what a client that lost its session is told. */

import { itemId, type Person } from '../stage/person.ts';
import type { Stage } from '../stage/stage.ts';
import { type BayeuxMessage, bayeux, HANDSHAKE, NOTIFICATIONS } from '../wire/bayeux.ts';
import { demand, deviate, equal } from '../wire/expect.ts';
import { openInbox } from '../wire/inbox.ts';
import { openRest, type Rest } from '../wire/rest.ts';
import { casesOf } from './case.ts';

const { cases, does, refuses, tells } = casesOf('cometd');

/** A client of its own, signed in as a person, with a jar of its own. */
const anew = (stage: Stage, person: Person = stage.caller): Rest =>
  openRest(new URL(stage.settings.url).origin, { user: person.user, password: person.password });

async function one(rest: Rest, message: Readonly<Record<string, unknown>>): Promise<BayeuxMessage> {
  const { messages, http, text } = await bayeux(rest, [message]);
  const reply = messages.find(({ channel }) => channel === message.channel);
  if (reply === undefined) deviate(`reply to ${String(message.channel)}`, 'one reply', { http, text });
  return reply;
}

async function shake(rest: Rest): Promise<string> {
  await rest.get('/api/v2/me');
  const { clientId, successful } = await one(rest, HANDSHAKE);
  if (successful !== true || clientId === undefined)
    deviate('handshake', 'success with a clientId', { successful });
  return clientId;
}

const connect = (clientId: string) => ({
  channel: '/meta/connect',
  connectionType: 'long-polling',
  clientId,
  advice: { timeout: 0 },
});
const subscription = (clientId: string, channel: string) => ({
  channel: '/meta/subscribe',
  clientId,
  subscription: channel,
});
const away = (rest: Rest, clientId: string) => bayeux(rest, [{ channel: '/meta/disconnect', clientId }]);

refuses('handshake/stranger', '', 'a handshake without credentials is refused', async ({ stranger }) => {
  const { http, messages } = await bayeux(stranger, [HANDSHAKE]);
  demand(http >= 400 || messages[0]?.successful === false, 'handshake', 'HTTP 4xx or successful false', {
    http,
    messages,
  });
  demand(messages[0]?.clientId === undefined, 'clientId', 'none', messages);
});
refuses(
  'handshake/wrong-password',
  '',
  'a handshake with a wrong password is refused',
  async ({ stranger, caller }) => {
    const { http, messages } = await bayeux(
      openRest(stranger.base, { user: caller.user, password: `${caller.password}!` }),
      [HANDSHAKE],
    );
    demand(http >= 400 || messages[0]?.successful === false, 'handshake', 'HTTP 4xx or successful false', {
      http,
      messages,
    });
  },
);
for (const [what, holds] of [
  ['successful', (reply: BayeuxMessage) => reply.successful === true],
  ['clientId', ({ clientId }: BayeuxMessage) => typeof clientId === 'string' && clientId.length >= 16],
  ['version', ({ version }: BayeuxMessage) => version === '1.0'],
  [
    'long-polling',
    ({ supportedConnectionTypes }: BayeuxMessage) =>
      supportedConnectionTypes?.includes('long-polling') === true,
  ],
  ['advice', ({ advice }: BayeuxMessage) => advice?.reconnect === 'retry'],
] as const)
  does(`handshake/${what}`, '', `a handshake answers ${what} as Bayeux says`, async (stage) => {
    const rest = anew(stage);
    const reply = await one(rest, HANDSHAKE);
    demand(holds(reply), what, 'as Bayeux says', reply);
    if (reply.clientId !== undefined) await away(rest, reply.clientId);
  });
does('handshake/ids-differ', '', 'two handshakes get two client ids', async (stage) => {
  const [a, b] = [anew(stage), anew(stage)];
  const [first, second] = [await shake(a), await shake(b)];
  await away(a, first);
  await away(b, second);
  demand(first !== second, 'client ids', 'two', [first, second]);
});
does('handshake/ack', '', 'the ack extension is negotiated when it is asked for', async (stage) => {
  const rest = anew(stage);
  const { ext, clientId } = await one(rest, { ...HANDSHAKE, ext: { ack: true } });
  if (clientId !== undefined) await away(rest, clientId);
  equal('ext.ack', ext?.ack, true);
});
does('connect', '', 'a connect after the handshake succeeds', async (stage) => {
  const rest = anew(stage);
  const clientId = await shake(rest);
  const reply = await one(rest, connect(clientId));
  await away(rest, clientId);
  equal('successful', reply.successful, true);
});

for (const channel of [
  '/v2/me/workbins',
  '/v2/me/workitems',
  '/v2/me/channels',
  '/v2/me/devices',
  '/v2/me/calls',
  '/v2/me/interactions',
  '/v2/me/emails',
  '/v2/me/chats',
  '/v2/me/openmedia',
  '/v2/me',
  '/v2/users',
  '/notifications/services',
  '/v2/me/*',
  '/v2/me/**',
])
  does(`subscribe${channel}`, 'R28 R49', `a client may subscribe to ${channel}`, async (stage) => {
    const rest = anew(stage);
    const clientId = await shake(rest);
    const reply = await one(rest, subscription(clientId, channel));
    await away(rest, clientId);
    equal('successful', reply.successful, true);
  });
refuses('subscribe/meta', '', 'a client may not subscribe to /meta/connect', async (stage) => {
  const rest = anew(stage);
  const clientId = await shake(rest);
  const reply = await one(rest, subscription(clientId, '/meta/connect'));
  await away(rest, clientId);
  equal('successful', reply.successful, false);
});
for (const channel of ['/**', '/v2/**', '/v2/me/**', '/v2/users/*'])
  tells(
    `eavesdrop${channel}`,
    'R51',
    `whoever subscribes to ${channel} hears nothing of a colleague's`,
    async (stage) => {
      const ear = anew(stage, stage.second);
      await ear.get('/api/v2/me');
      const inbox = await openInbox(ear, ['/v2/me/workitems'], stage.settings);
      try {
        // Refused is as good as deaf.
        await inbox.listen(channel);
        const { id } = await stage.restingItem();
        const own = await stage.item('workitem', stage.second);
        await inbox.next("The colleague's own item", ({ data }) => itemId(data) === own.id, 0);
        const heard = inbox.told.filter(({ data }) => itemId(data) === id);
        demand(heard.length === 0, 'messages about the item', 'none', heard);
      } finally {
        await inbox.close();
      }
    },
  );
for (const channel of ['/v2/me/workitems', '/v2/me/workbins', '/notifications/services'])
  refuses(
    `publish${channel}`,
    '',
    `a client may not publish to ${channel}, and nobody hears it`,
    async (stage) => {
      const rest = anew(stage);
      const clientId = await shake(rest);
      const since = stage.caller.inbox.told.length;
      const reply = await one(rest, { channel, clientId, data: { messageType: 'Forged' } });
      await away(rest, clientId);
      const told = await stage.caller.settled(since);
      demand(reply.successful === false, 'publish', 'successful false', reply);
      demand(!told.some(({ data }) => data.messageType === 'Forged'), 'messages', 'no forged one', told);
    },
  );

const unknown = async (rest: Rest, message: Readonly<Record<string, unknown>>) => {
  const { http, messages } = await bayeux(rest, [message]);
  return { http, reply: messages.find(({ channel }) => channel === message.channel), messages };
};
for (const [what, message] of [
  ['connect', connect('a-client-that-never-was')],
  ['subscribe', subscription('a-client-that-never-was', '/v2/me/workitems')],
] as const) {
  refuses(`unknown/${what}`, '', `${what} of an unknown client fails with 402`, async (stage) => {
    const { reply } = await unknown(anew(stage), message);
    demand(
      reply?.successful === false && /^402/.test(reply.error ?? ''),
      what,
      'successful false, error 402',
      reply,
    );
  });
}
refuses('unknown/advice', '', 'connect of an unknown client advises to handshake', async (stage) => {
  const { reply } = await unknown(anew(stage), connect('a-client-that-never-was'));
  equal('advice.reconnect', reply?.advice?.reconnect, 'handshake');
});
for (const [what, message] of [
  ['connect', connect],
  ['subscribe', (id: string) => subscription(id, '/v2/me/workitems')],
  ['disconnect', (clientId: string) => ({ channel: '/meta/disconnect', clientId })],
] as const)
  for (const who of ['colleague', 'stranger'] as const)
    refuses(
      `guessed/${who}/${what}`,
      '',
      `a ${who} who guessed a client id cannot ${what} it`,
      async (stage) => {
        const rest = anew(stage);
        const clientId = await shake(rest);
        const thief = who === 'colleague' ? anew(stage, stage.second) : openRest(rest.base);
        // Even with the cookie that the session hangs on.
        const stolen = rest.jar.get('BAYEUX_BROWSER');
        if (stolen !== undefined) thief.jar.store(`BAYEUX_BROWSER=${stolen}`);
        const { http, messages } = await unknown(thief, message(clientId));
        const still = await one(rest, connect(clientId));
        await away(rest, clientId);
        demand(
          http >= 400 || messages.every(({ successful }) => successful !== true),
          what,
          'no success',
          messages,
        );
        equal('the owner may still connect', still.successful, true);
      },
    );
refuses('disconnected', '', 'after a disconnect the client is unknown', async (stage) => {
  const rest = anew(stage);
  const clientId = await shake(rest);
  await away(rest, clientId);
  const { reply } = await unknown(rest, connect(clientId));
  equal('successful', reply?.successful, false);
});
for (const [what, raw] of [
  ['broken-json', '[{"channel":'],
  ['no-list', '"x"'],
  ['empty', '[]'],
] as const)
  refuses(`input/${what}`, '', `${what} is refused without harm`, async (stage) => {
    const { http, text } = await anew(stage).post(NOTIFICATIONS, undefined, { raw });
    demand(http >= 400 && http < 500, 'HTTP status', '4xx', { http, text });
  });

tells('wildcard', 'R49', 'the wildcard /v2/me/* brings what the channel itself brings', async (stage) => {
  const { id } = await stage.item();
  const inbox = await openInbox(anew(stage), ['/v2/me/*'], stage.settings);
  try {
    await stage.caller.rest.post(stage.workbin.path, { operationName: 'AddWorkitem', id });
    const told = await inbox.next(
      'The item by the wildcard',
      ({ data }) => (data.workitem as { id?: unknown } | undefined)?.id === id,
      0,
    );
    equal('channel', told.channel, '/v2/me/workitems');
  } finally {
    await inbox.close();
  }
});
tells('two-clients', 'R49', 'two clients of one person are both told', async (stage) => {
  const { id } = await stage.item();
  const inbox = await openInbox(anew(stage), ['/v2/me/workitems'], stage.settings);
  try {
    const since = stage.caller.inbox.told.length;
    await stage.caller.rest.post(stage.workbin.path, { operationName: 'AddWorkitem', id });
    const about = ({ data }: { data: Readonly<Record<string, unknown>> }) =>
      (data.workitem as { id?: unknown } | undefined)?.id === id;
    await inbox.next('The item for the other client', about, 0);
    await stage.caller.inbox.next('The item', about, since);
  } finally {
    await inbox.close();
  }
});

export const cometdCases = cases;
