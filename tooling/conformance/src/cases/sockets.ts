/** The same notifications over a WebSocket: who gets one, whose sessions it reaches, and that nothing else differs. */
import { itemId, type Person } from '../stage/person.ts';
import type { Stage } from '../stage/stage.ts';
import { type BayeuxMessage, HANDSHAKE } from '../wire/bayeux.ts';
import { demand, deviate, equal } from '../wire/expect.ts';
import { openInbox } from '../wire/inbox.ts';
import { openRest, type Rest } from '../wire/rest.ts';
import { openSocket, type Socket } from '../wire/socket.ts';
import { type Case, casesOf, needsSockets } from './case.ts';

const { cases, does, refuses, tells } = casesOf('cometd');

/** A client of its own, signed in as a person, with a jar of its own. */
async function anew(stage: Stage, person: Person = stage.caller): Promise<Rest> {
  const rest = openRest(new URL(stage.settings.url).origin, { user: person.user, password: person.password });
  await rest.get('/api/v2/me');
  return rest;
}

async function open(stage: Stage, rest: Rest): Promise<Socket> {
  const socket = await openSocket(rest, stage.settings.patience);
  return typeof socket === 'number' ? deviate('the wish for a WebSocket', 'an open socket', socket) : socket;
}

/** A case with a socket of the caller's, which is closed afterwards. */
const withSocket =
  (act: (socket: Socket, stage: Stage) => Promise<void>): Case['run'] =>
  async (stage) => {
    const socket = await open(stage, await anew(stage));
    try {
      await act(socket, stage);
    } finally {
      socket.close();
    }
  };

const SHAKE = { ...HANDSHAKE, supportedConnectionTypes: ['websocket'] };

async function one(socket: Socket, message: Readonly<Record<string, unknown>>): Promise<BayeuxMessage> {
  const messages = await socket.ask(message);
  const reply = messages.find(({ channel }) => channel === message.channel);
  return reply ?? deviate(`reply to ${String(message.channel)}`, 'one reply', messages);
}

async function shake(socket: Socket): Promise<string> {
  const { clientId, successful } = await one(socket, SHAKE);
  return successful === true && clientId !== undefined
    ? clientId
    : deviate('handshake', 'success with a clientId', { successful });
}

const connect = (clientId: string) => ({
  channel: '/meta/connect',
  connectionType: 'websocket',
  clientId,
  advice: { timeout: 0 },
});
const subscription = (clientId: string, channel: string) => ({
  channel: '/meta/subscribe',
  clientId,
  subscription: channel,
});

for (const [who, credentials] of [
  ['stranger', () => undefined],
  ['wrong-password', ({ user, password }: Person) => ({ user, password: `${password}!` })],
] as const)
  refuses(
    `socket/${who}`,
    '',
    `a ${who} gets no socket, or no handshake over it`,
    async (stage) => {
      const rest = openRest(new URL(stage.settings.url).origin, credentials(stage.caller));
      const socket = await openSocket(rest, stage.settings.patience);
      if (typeof socket === 'number') return;
      const replies = await socket.ask(SHAKE);
      socket.close();
      demand(
        replies.every(({ successful }) => successful !== true),
        'handshake',
        'no success',
        replies,
      );
    },
    needsSockets,
  );
for (const [what, holds] of [
  ['successful', ({ successful }: BayeuxMessage) => successful === true],
  ['clientId', ({ clientId }: BayeuxMessage) => typeof clientId === 'string' && clientId.length >= 16],
  [
    'websocket',
    ({ supportedConnectionTypes }: BayeuxMessage) => supportedConnectionTypes?.includes('websocket') === true,
  ],
  ['advice', ({ advice }: BayeuxMessage) => advice?.reconnect === 'retry'],
] as const)
  does(
    `socket/handshake/${what}`,
    '',
    `a handshake over a socket answers ${what} as Bayeux says`,
    withSocket(async (socket) => {
      const reply = await one(socket, SHAKE);
      demand(holds(reply), what, 'as Bayeux says', reply);
    }),
    needsSockets,
  );
does(
  'socket/handshake/ack',
  '',
  'the ack extension is negotiated over a socket, too',
  withSocket(async (socket) => {
    const { ext } = await one(socket, { ...SHAKE, ext: { ack: true } });
    equal('ext.ack', ext?.ack, true);
  }),
  needsSockets,
);
does(
  'socket/connect',
  '',
  'a connect over the socket succeeds',
  withSocket(async (socket) => {
    const reply = await one(socket, connect(await shake(socket)));
    equal('successful', reply.successful, true);
  }),
  needsSockets,
);
for (const channel of ['/v2/me/workbins', '/v2/me/workitems', '/v2/me/channels', '/v2/me/*'])
  does(
    `socket/subscribe${channel}`,
    'R28 R49',
    `a client may subscribe to ${channel} over a socket`,
    withSocket(async (socket) => {
      const reply = await one(socket, subscription(await shake(socket), channel));
      equal('successful', reply.successful, true);
    }),
    needsSockets,
  );
refuses(
  'socket/publish',
  '',
  'a client may not publish over a socket',
  withSocket(async (socket) => {
    const clientId = await shake(socket);
    const reply = await one(socket, { channel: '/v2/me/workitems', clientId, data: {} });
    equal('successful', reply.successful, false);
  }),
  needsSockets,
);
refuses(
  'socket/unknown',
  '',
  'connect of an unknown client fails with 402 and advises to handshake',
  withSocket(async (socket) => {
    const { successful, error, advice } = await one(socket, connect('a-client-that-never-was'));
    demand(successful === false && /^402/.test(error ?? ''), 'connect', 'successful false, error 402', error);
    equal('advice.reconnect', advice?.reconnect, 'handshake');
  }),
  needsSockets,
);
for (const [what, message] of [
  ['connect', connect],
  ['subscribe', (id: string) => subscription(id, '/v2/me/workitems')],
  ['disconnect', (clientId: string) => ({ channel: '/meta/disconnect', clientId })],
] as const)
  refuses(
    `socket/guessed/${what}`,
    '',
    `a colleague who guessed a client id cannot ${what} it over a socket of their own`,
    withSocket(async (socket, stage) => {
      const clientId = await shake(socket);
      const thief = await open(stage, await anew(stage, stage.second));
      const replies = await thief.ask(message(clientId));
      thief.close();
      demand(
        replies.every(({ successful }) => successful !== true),
        what,
        'no success',
        replies,
      );
      equal('the owner may still connect', (await one(socket, connect(clientId))).successful, true);
    }),
    needsSockets,
  );
for (const [what, text] of [
  ['broken-json', '[{"channel":'],
  ['no-list', '"x"'],
] as const)
  refuses(
    `socket/input/${what}`,
    '',
    `${what} over a socket does no harm`,
    async (stage) => {
      const rest = await anew(stage);
      const spoilt = await open(stage, rest);
      const answer = await spoilt.say(text);
      spoilt.close();
      demand(answer === undefined || !answer.includes('"successful":true'), 'answer', 'no success', answer);
      const socket = await open(stage, rest);
      await shake(socket);
      socket.close();
    },
    needsSockets,
  );
does(
  'socket/again',
  '',
  'after a cut the client goes on with its session over a new socket',
  async (stage) => {
    const rest = await anew(stage);
    const first = await open(stage, rest);
    const clientId = await shake(first);
    first.close();
    const second = await open(stage, rest);
    const reply = await one(second, connect(clientId));
    second.close();
    equal('successful', reply.successful, true);
  },
  needsSockets,
);
tells(
  'socket/same',
  'R49',
  'a socket brings what a poll brings, byte for byte',
  async (stage) => {
    const { patience } = stage.settings;
    const { id } = await stage.item();
    const inboxes = await Promise.all(
      (['websocket', 'long-polling'] as const).map(async (transport) =>
        openInbox(await anew(stage), ['/v2/me/*'], { transport, patience }),
      ),
    );
    try {
      await stage.caller.rest.post(stage.workbin.path, { operationName: 'AddWorkitem', id });
      const [bySocket, byPoll] = await Promise.all(
        inboxes.map((inbox) =>
          inbox.next('The item', ({ data }) => 'workitem' in data && itemId(data) === id, 0),
        ),
      );
      equal('the message over the socket', bySocket, byPoll);
    } finally {
      for (const inbox of inboxes) await inbox.close();
    }
  },
  needsSockets,
);

export const socketCases = cases;
