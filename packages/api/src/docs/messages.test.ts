/** What clients hear over CometD is what the AsyncAPI document says: every message, on every channel. */
import { type ContactCentreConfig, type Desk, type FeedMessage, user } from '@intray/core';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import type { Message } from 'cometd';
import { describe, expect, it } from 'vitest';
import { workbinId } from '../genesys/addresses.ts';
import { FAMILIES, familyOf } from '../genesys/media.ts';
import { TEAM_CENTRE, team } from '../genesys/testing/desk-of-the-team.ts';
import { listen } from '../genesys/testing/listener.ts';
import { RawBayeux } from '../genesys/testing/raw-bayeux.ts';
import { basic, memoryDesk } from '../testing/index.ts';
import { asyncApi } from './asyncapi.ts';

const MEDIA = ['chat', 'email', 'facebook', 'twitter', 'facebooksession', 'openmedia', 'workitem'];
const CENTRE: ContactCentreConfig = {
  ...TEAM_CENTRE,
  mediaTypes: MEDIA.map((id) => ({ id, name: id, capacity: 50 })),
};
const SHARED = workbinId('team.shared');
const TRAY = `/workbins/${SHARED}?agentGroup=Demo%20Team`;

interface Documented {
  readonly address: string;
  readonly messages: readonly string[];
}

const document = asyncApi({ host: 'localhost', protocol: 'http' });
const documented = Object.values(document.channels).map((channel): Documented => {
  const { address, messages } = channel as { address: string; messages: object };
  return { address, messages: Object.keys(messages) };
});

const ajv = new Ajv({ strict: false });
addFormats.default(ajv);
ajv.addSchema(document, 'asyncapi.json');
const validators = new Map<string, ValidateFunction>();

/** What is wrong with a message, by the document; `undefined` if nothing is. */
function wrongWith(name: string, message: unknown): string | undefined {
  const $ref = `asyncapi.json#/components/messages/${name}/payload`;
  const validate = validators.get(name) ?? ajv.compile({ $ref });
  validators.set(name, validate);
  if (validate(message)) return undefined;
  return `${name}: ${JSON.stringify(validate.errors?.[0])} in ${JSON.stringify(message)}`;
}

const typeOf = ({ data }: Message) => (data as { readonly messageType: string }).messageType;

/** A desk whose feed breaks when it is told to. */
function fragileDesk(): { readonly desk: Desk; readonly breakFeed: () => void } {
  const inner = memoryDesk({ config: CENTRE });
  const broken = new Set<() => void>();
  const desk: Desk = {
    ...inner,
    async *follow(...ask): AsyncGenerator<FeedMessage> {
      const stop = Promise.withResolvers<never>();
      stop.promise.catch(() => {});
      broken.add(() => stop.reject(new Error('the connection to the database is gone')));
      const feed = inner.follow(...ask)[Symbol.asyncIterator]();
      for (;;) {
        const { value, done } = await Promise.race([feed.next(), stop.promise]);
        if (done === true || value === undefined) return;
        yield value;
      }
    },
  };
  const breakFeed = () => {
    for (const fail of broken) fail();
    broken.clear();
  };
  return { desk, breakFeed };
}

describe('a message', () => {
  it('of each kind is heard on its channel, and is as it is documented', async () => {
    const { desk, breakFeed } = fragileDesk();
    await using t = await team({ desk });
    await using listener = await listen(t.server.url, 'agent1');
    for (const channel of ['/v2/me/*', '/notifications/*']) await listener.subscribe(channel);
    const me = t.as('agent1');
    await me.post(TRAY, { operationName: 'Subscribe', notifyPropertyChanges: true });
    for (const mediaType of MEDIA) {
      const id = await t.inHands('agent1', { mediaType });
      const item = `/me/${familyOf(mediaType).path}/${id}`;
      await me.post(item, {
        operationName: 'AttachUserData',
        userData: { colour: 'red', '?: 2>1': [1, null] },
      });
      await me.post(TRAY, { operationName: 'AddInteraction', id });
      const edit = { type: 'updateUserData', interactionId: id, userData: { colour: 'blue' } } as const;
      await t.desk.execute({ actor: user('agent2'), command: edit });
      await me.post(TRAY, { operationName: 'PullInteraction', id });
      await me.post(item, { operationName: 'Complete' });
      await listener.heard(
        ({ channel, data }) =>
          channel === `/v2/me/${familyOf(mediaType).path}` && JSON.stringify(data).includes('"Completed"'),
      );
    }
    await me.post('/me', { operationName: 'NotReady' });
    await me.post(TRAY, { operationName: 'Unsubscribe' });
    await me.post(`/workbins/${SHARED}`, { operationName: 'Subscribe' });
    breakFeed();
    await listener.heard(({ data }) => JSON.stringify(data).includes('"Available"'));

    const { messages } = listener;
    expect(messages.map((message) => wrongWith(typeOf(message), message)).filter((wrong) => wrong)).toEqual(
      [],
    );
    const heard = new Set(messages.map((message) => `${message.channel} ${typeOf(message)}`));
    const said = documented
      .filter(({ address }) => !address.startsWith('/meta/'))
      .flatMap((channel) => channel.messages.map((name) => `${channel.address} ${name}`));
    expect([...heard].sort()).toEqual(said.sort());
    expect(said.length).toBe(FAMILIES.length + 4);
    const actions = new Set(messages.map(({ data }) => (data as { action?: string }).action));
    expect(actions).toEqual(new Set([undefined, 'ItemAdded', 'ItemRemoved', 'ItemUpdated']));
  });

  it('is not as it is documented if a field is missing or too many, or if it is elsewhere', () => {
    const good = {
      channel: '/notifications/services',
      data: { messageType: 'ServiceStateChangeMessage', service: 'interaction-server', state: 'Available' },
    };
    const { state: _, ...less } = good.data;
    expect(wrongWith('ServiceStateChangeMessage', good)).toBeUndefined();
    expect(wrongWith('ServiceStateChangeMessage', { ...good, data: less })).toContain('state');
    expect(wrongWith('ServiceStateChangeMessage', { ...good, data: { ...good.data, more: 1 } })).toContain(
      'more',
    );
    expect(wrongWith('ServiceStateChangeMessage', { ...good, channel: '/v2/me' })).toContain('channel');
  });
});

describe('the server’s own channels', () => {
  it('answer as they are documented, granted and refused', async () => {
    await using t = await team({ desk: memoryDesk({ config: CENTRE }) });
    const requests = [
      { channel: '/meta/handshake', version: '1.0', supportedConnectionTypes: ['long-polling'] },
      { channel: '/meta/subscribe', subscription: '/v2/me/*' },
      { channel: '/meta/subscribe', subscription: '/secret/place' },
      { channel: '/meta/connect', connectionType: 'long-polling', advice: { timeout: 0 } },
      { channel: '/meta/unsubscribe', subscription: '/v2/me/*' },
      { channel: '/meta/disconnect' },
      { channel: '/meta/connect', connectionType: 'long-polling', advice: { timeout: 0 } },
    ];
    const bayeux = new RawBayeux(t.server.url, basic('agent1'));
    const outcomes: (boolean | undefined)[] = [];
    for (const request of requests) {
      if (request.channel === '/meta/handshake') await bayeux.handshake();
      const key = `meta${request.channel.slice('/meta/'.length, '/meta/'.length + 1).toUpperCase()}${request.channel.slice('/meta/'.length + 1)}`;
      expect(wrongWith(`${key}Request`, request)).toBeUndefined();
      const [reply] = (await bayeux.send(request)).filter(({ channel }) => channel === request.channel);
      expect(wrongWith(`${key}Reply`, reply)).toBeUndefined();
      outcomes.push(reply?.successful);
    }
    expect(outcomes).toEqual([true, true, false, true, true, true, false]);
    const addresses = documented
      .map(({ address }) => address)
      .filter((address) => address.startsWith('/meta/'));
    expect(new Set(requests.map(({ channel }) => channel))).toEqual(new Set(addresses));
  });
});
