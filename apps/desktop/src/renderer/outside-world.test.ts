// @vitest-environment happy-dom
import {
  type Command,
  type Interaction,
  type InteractionView,
  type MyDesk,
  noSession,
  type Outcome,
  unsubmitted,
} from '@intray/core';
import type { OfflinePort } from '@intray/ui';
import { expect, test } from 'vitest';
import type { Bridge } from '../shared/bridge.ts';
import type { DeskState } from '../shared/contract.ts';
import type { News, Wish } from '../shared/news.ts';
import { deskState, withOutsideWorld } from './outside-world.ts';

const OFFERED: Partial<Interaction> = {
  state: 'Invited',
  invitation: { agentId: 'ana', ticket: 7, offeredAt: 0, until: 9 } as NonNullable<Interaction['invitation']>,
};

const view = (
  id: string,
  more: Partial<Interaction>,
  allowed: InteractionView['allowed'] = ['accept', 'reject'],
): InteractionView => ({
  interaction: { ...unsubmitted(id), mediaType: 'email', ...more } as Interaction,
  status: 'queued',
  allowed,
  options: { dispositionMandatory: false, mandatoryActions: [], promptForDone: false, toastKey: 'Subject' },
});

const deskWith = (work: readonly InteractionView[]): MyDesk => ({
  agent: { id: 'ana', name: 'Ana', roles: [] },
  privileges: [],
  session: { ...noSession('ana'), active: true, channels: { email: { ready: true, since: 0 } } },
  capacity: {},
  channels: [],
  work,
  cursor: '',
  now: 0,
});

interface Setting {
  readonly work?: readonly InteractionView[];
  readonly outcome?: Outcome;
  readonly reason?: string | Error;
  readonly popKey?: string;
}

/** The desk of Ana with what lies around it: what was given, said, opened and told. */
async function around({ work = [], outcome, reason = '', popKey = '' }: Setting) {
  const given: Command[] = [];
  const said: string[] = [];
  const links: string[] = [];
  const told: DeskState[] = [];
  let hear: (news: News) => void = () => undefined;
  const done: Outcome = { ok: true, id: 'i1', version: 1, events: [] };
  const port = {
    me: async () => deskWith(work),
    execute: async (_id: string, command: Command) => {
      given.push(command);
      return outcome ?? done;
    },
    options: async () => {
      if (reason instanceof Error) throw reason;
      return [{ value: reason }];
    },
    onSignedOut: () => () => undefined,
    recover: () => said.push('recovering'),
    offline: {
      state: () => ({ local: false, waiting: 0, conflicts: [] }),
      subscribe: () => () => undefined,
    },
  } as unknown as OfflinePort;
  const bridge = {
    tell: async (state: DeskState) => void told.push(state),
    say: async ({ body }: { body: string }) => void said.push(body),
    openLink: async ({ url }: { url: string }) => void links.push(url),
    onNews: (listener: (news: News) => void) => {
      hear = listener;
      return () => undefined;
    },
  } as unknown as Bridge;
  const desk = withOutsideWorld(port, bridge, () => popKey);
  await desk.me();
  const wish = async (one: Wish) => {
    hear({ kind: 'wish', wish: one });
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { desk, wish, given, said, links, told };
}

test('[O30] nobody at the computer: not ready, with the reason of the option, and without one where none can be had', async () => {
  const away = { type: 'setNotReady', agentId: 'ana' };
  const asked = async (reason: string | Error) => {
    const { wish, given } = await around({ reason });
    await wish({ do: 'away' });
    return given;
  };
  expect(await asked('pause')).toEqual([{ ...away, reason: 'pause' }]);
  expect(await asked('')).toEqual([away]);
  expect(await asked(new Error('not reached'))).toEqual([away]);
});

test('what was wished for outside the window and refused is said outside the window', async () => {
  const refusal = { code: 'taken', message: 'Ben was faster.', detail: {} } as const;
  const { wish, said, given } = await around({
    work: [view('i1', OFFERED)],
    outcome: { ok: false, refusal },
  });
  await wish({ do: 'acceptFirst' });
  expect(given).toEqual([{ type: 'accept', interactionId: 'i1', ticket: 7 }]);
  expect(said).toEqual(['Ben was faster.']);
});

test('accepted, wherever that was asked for, the link of the chosen attached key is handed to the rule of links', async () => {
  const userData = { crm: 'https://crm.example.com/1', size: 3 };
  const offer = view('i1', { ...OFFERED, userData });
  const { desk, wish, links } = await around({ work: [offer], popKey: 'crm' });
  await wish({ do: 'accept', id: 'i1', ticket: 7 });
  expect(new URLSearchParams(location.search).get('item')).toBe('i1');
  await desk.execute('c2', { type: 'accept', interactionId: 'i1', ticket: 7 });
  await desk.execute('c3', { type: 'reject', interactionId: 'i1', ticket: 7 });
  expect(links).toEqual(['https://crm.example.com/1', 'https://crm.example.com/1']);
  for (const popKey of ['', 'size', 'toString']) {
    const other = await around({ work: [offer], popKey });
    await other.wish({ do: 'acceptFirst' });
    expect(other.links).toEqual([]);
  }
});

test('awake again, the lease and the feed are told at once', async () => {
  const { wish, said } = await around({});
  let heard = 0;
  window.addEventListener('online', () => {
    heard += 1;
  });
  await wish({ do: 'recover' });
  expect({ heard, said }).toEqual({ heard: 1, said: ['recovering'] });
});

test('[O12] the main process is told how the desk stands, and which offers may be refused', async () => {
  const { told } = await around({
    work: [view('i1', { ...OFFERED, userData: { Subject: 'Storm' } }, ['accept'])],
  });
  expect(told.at(-1)).toMatchObject({
    signedIn: true,
    ready: true,
    offers: [{ id: 'i1', ticket: 7, title: 'Storm', mayReject: false }],
  });
  const offline = {
    state: () => ({ local: true, waiting: 2, conflicts: [] }),
  } as unknown as OfflinePort['offline'];
  expect(deskState(undefined, { offline })).toMatchObject({ signedIn: false, online: false, waiting: 2 });
});
