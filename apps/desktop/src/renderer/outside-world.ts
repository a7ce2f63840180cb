/** Between the desk and what lies outside its window: tells how the desk stands, and carries out what is wished there. */
import type { InteractionView, MyDesk } from '@intray/core';
import type { OfflinePort } from '@intray/ui';
import type { Bridge } from '../shared/bridge.ts';
import type { DeskState, Offer } from '../shared/contract.ts';
import type { Wish } from '../shared/news.ts';

const text = (value: unknown, otherwise: string) =>
  (typeof value === 'string' && value !== '' ? value : otherwise).slice(0, 300);

function offerOf({ interaction, options }: InteractionView): Offer {
  const { id, userData, invitation, mediaType } = interaction;
  return {
    id,
    ticket: invitation?.ticket ?? 0,
    title: text(userData[options.toastKey] ?? userData.Subject, id),
    detail: text(userData.From, mediaType),
  };
}

/** How the desk of somebody stands. */
export function deskState(me: MyDesk | undefined, port: Pick<OfflinePort, 'offline'>): DeskState {
  const { local, waiting } = port.offline.state();
  if (me === undefined)
    return { signedIn: false, session: false, ready: false, online: !local, inHand: 0, waiting, offers: [] };
  const { agent, session, work } = me;
  return {
    signedIn: true,
    session: session.active,
    ready: session.active && Object.values(session.channels).some(({ ready }) => ready),
    online: !local,
    inHand: work.filter(({ interaction }) => interaction.handler === agent.id).length,
    waiting,
    offers: work
      .filter(({ interaction }) => interaction.invitation?.agentId === agent.id)
      .slice(0, 200)
      .map(offerOf),
  };
}

/** Opens an interaction beside the list that is shown. */
function open(id: string): void {
  const parameters = new URLSearchParams(location.search);
  parameters.set('item', id);
  history.pushState(null, '', `${location.pathname}?${parameters}`);
  window.dispatchEvent(new PopStateEvent('popstate'));
}

const newCommandId = () => crypto.randomUUID().replaceAll('-', '');

/** @returns the port to give to the desk */
export function withOutsideWorld(port: OfflinePort, bridge: Bridge): OfflinePort {
  let me: MyDesk | undefined;
  let told = '';

  const tell = () => {
    const state = deskState(me, port);
    const now = JSON.stringify(state);
    if (now === told) return;
    told = now;
    void bridge.tell(state);
  };
  const answer = async (type: 'accept' | 'reject', { id, ticket }: Pick<Offer, 'id' | 'ticket'>) => {
    const outcome = await port.execute(newCommandId(), { type, interactionId: id, ticket });
    if (outcome.ok && type === 'accept') open(id);
  };
  const setReady = async (ready: boolean) => {
    if (me?.session.active)
      await port.execute(newCommandId(), { type: ready ? 'setReady' : 'setNotReady', agentId: me.agent.id });
  };
  const next = () => {
    const ids = (me?.work ?? []).map(({ interaction }) => interaction.id);
    const shown = new URLSearchParams(location.search).get('item');
    const id = ids[(ids.indexOf(shown ?? '') + 1) % Math.max(1, ids.length)];
    if (id !== undefined) open(id);
  };

  async function carryOut(wish: Wish): Promise<void> {
    const state = deskState(me, port);
    const [first] = state.offers;
    switch (wish.do) {
      case 'ready':
      case 'notReady':
        return setReady(wish.do === 'ready');
      case 'toggleReady':
        return setReady(!state.ready);
      case 'away':
        return state.ready ? setReady(false) : undefined;
      case 'accept':
      case 'reject':
        return answer(wish.do, wish);
      case 'acceptFirst':
        return first && answer('accept', first);
      case 'next':
        return next();
      case 'open':
        return open(wish.id);
      case 'recover':
        // The lease and the feed listen for this one too.
        window.dispatchEvent(new Event('online'));
        return port.recover();
      case 'preferences':
        return undefined;
    }
  }

  bridge.onNews((news) => {
    // Signed out, or the wish came too late: the desk shows what is so.
    if (news.kind === 'wish') carryOut(news.wish).catch(() => undefined);
  });
  port.offline.subscribe(tell);
  port.onSignedOut(() => {
    me = undefined;
    tell();
  });

  return {
    ...port,
    async me() {
      const answered = await port.me();
      me = answered;
      tell();
      return answered;
    },
    async signOut(where) {
      await port.signOut(where);
      me = undefined;
      tell();
    },
  };
}
