/** Between the desk and what lies outside its window: tells how the desk stands, and carries out what is wished there. */
import { newCommandId } from '@intray/api/client';
import type { Command, InteractionView, MyDesk } from '@intray/core';
import type { OfflinePort } from '@intray/ui';
import type { Bridge } from '../shared/bridge.ts';
import type { DeskState, Offer } from '../shared/contract.ts';
import type { Wish } from '../shared/news.ts';

const text = (value: unknown, otherwise: string) =>
  (typeof value === 'string' && value !== '' ? value : otherwise).slice(0, 300);

function offerOf({ interaction, options, allowed }: InteractionView): Offer {
  const { id, userData, invitation, mediaType } = interaction;
  return {
    id,
    ticket: invitation?.ticket ?? 0,
    title: text(userData[options.toastKey] ?? userData.Subject, id),
    detail: text(userData.From, mediaType),
    mayReject: allowed.includes('reject'),
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

/** The link to open when this work is accepted: what an attached key holds, if it is text. The rule of links decides. */
export function popOf(view: InteractionView | undefined, key: string): string | undefined {
  const data = view?.interaction.userData ?? {};
  const value = key !== '' && Object.hasOwn(data, key) ? data[key] : undefined;
  return typeof value === 'string' && value.length <= 2_048 ? value : undefined;
}

/** [O30] The reason of whoever nobody finds at the computer; none where there is none or nobody says. */
async function awayReason(port: Pick<OfflinePort, 'options'>): Promise<string | undefined> {
  try {
    const [told] = await port.options({ name: 'security.inactivity-not-ready-reason' });
    return told?.value || undefined;
  } catch {
    // Not being offered work to an empty chair matters more than the reason for it.
    return undefined;
  }
}

/**
 * @param popKey the attached key whose link is opened when work is accepted
 * @returns the port to give to the desk
 */
export function withOutsideWorld(
  port: OfflinePort,
  bridge: Bridge,
  popKey: () => string = () => '',
): OfflinePort {
  let me: MyDesk | undefined;
  let told = '';

  const tell = () => {
    const state = deskState(me, port);
    const now = JSON.stringify(state);
    if (now === told) return;
    told = now;
    void bridge.tell(state);
  };
  const execute: OfflinePort['execute'] = async (commandId, command, more) => {
    const before = me?.work.find(
      ({ interaction }) => 'interactionId' in command && interaction.id === command.interactionId,
    );
    const outcome = await port.execute(commandId, command, more);
    const link = command.type === 'accept' && outcome.ok ? popOf(before, popKey()) : undefined;
    if (link !== undefined) void bridge.openLink({ url: link });
    return outcome;
  };
  /** Gives a command that was wished for outside the window, and tells there what was refused. */
  const give = async (command: Command): Promise<boolean> => {
    const outcome = await execute(newCommandId(), command);
    if (!outcome.ok) void bridge.say({ title: 'Intray', body: outcome.refusal.message.slice(0, 300) });
    return outcome.ok;
  };
  const answer = async (type: 'accept' | 'reject', { id, ticket }: Pick<Offer, 'id' | 'ticket'>) => {
    const done = await give({ type, interactionId: id, ticket });
    if (done && type === 'accept') open(id);
  };
  const setReady = async (ready: boolean) => {
    if (me?.session.active) await give({ type: ready ? 'setReady' : 'setNotReady', agentId: me.agent.id });
  };
  const goAway = async () => {
    if (!me?.session.active) return;
    const reason = await awayReason(port);
    await give({ type: 'setNotReady', agentId: me.agent.id, ...(reason !== undefined && { reason }) });
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
        return state.ready ? goAway() : undefined;
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
    execute,
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
