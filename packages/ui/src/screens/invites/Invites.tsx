'use client';
import type { InteractionView, MyDesk } from '@intray/core';
import { Check, X } from 'lucide-react';
import { memo, useEffect } from 'react';
import { lineOf } from '../../desk/lists.ts';
import { useServerNow } from '../../desk/questions.ts';
import { useCommand, usePending } from '../../desk/useCommand.ts';
import { Button } from '../../parts/Button.tsx';
import { InviteStack, InviteToast } from '../../parts/InviteToast.tsx';
import { KeyValueList } from '../../parts/KeyValueList.tsx';
import { MediaIcon } from '../../parts/MediaIcon.tsx';
import { directCommand } from '../commands/direct.ts';
import { senderOf, subjectOf } from '../lists/subject.ts';
import { useNames } from '../names.ts';
import { useGivable } from '../offline/useGivable.ts';
import { useKeys } from '../useKeys.ts';
import { words } from '../words.ts';
import { alertTo } from './alert.ts';
import css from './Invites.module.css';
import { toastData } from './toastData.ts';

/** So many stand in the corner at once; the others are told as a number and wait in "My work". */
const STACKED = 2;

export interface InvitesProps extends Pick<MyDesk, 'agent' | 'work'> {
  readonly onAccepted: (id: string) => void;
  /** More is offered than the corner holds. */
  readonly onShowAll: () => void;
}

const isOffered = (agentId: string) => (view: InteractionView) =>
  view.interaction.invitation?.agentId === agentId;

function Offers({ agent, work, onAccepted, onShowAll }: InvitesProps) {
  const execute = useCommand();
  const names = useNames();
  const offers = work
    .filter(isOffered(agent.id))
    .sort((a, b) => (a.interaction.invitation?.offeredAt ?? 0) - (b.interaction.invitation?.offeredAt ?? 0));
  const count = offers.length;

  useEffect(() => {
    document.title = count > 0 ? `(${count}) ${words.product}` : words.product;
  }, [count]);
  const newest = offers.at(-1)?.interaction;
  const announced = newest && `${newest.id}:${newest.invitation?.ticket}`;
  const title = newest && words.invite.offered(names.media(newest.mediaType));
  const view = offers.at(-1);
  const body = view && (headingOf(view) || subjectOf(lineOf(view)));
  // Told once for each offer, in the words of that moment.
  useEffect(() => {
    if (announced !== undefined) return alertTo({ key: announced, title: title ?? '', body: body ?? '' });
  }, [announced]);

  const answer = async (view: InteractionView, type: 'accept' | 'reject') => {
    const command = directCommand(type, view, agent.id);
    if (command === undefined) return;
    const outcome = await execute(command);
    if (outcome?.ok && type === 'accept') onAccepted(view.interaction.id);
  };
  const [first] = offers;
  useKeys({
    'shift+a': first && (() => void answer(first, 'accept')),
    'shift+d': first && (() => void answer(first, 'reject')),
  });

  return (
    <InviteStack label={words.invite.corner}>
      {count > STACKED && (
        <Button className={css.more} onClick={() => onShowAll()}>
          {words.invite.more(count - STACKED)}
        </Button>
      )}
      {offers
        .slice(0, STACKED)
        .reverse()
        .map((view) => (
          <Invite
            key={`${view.interaction.id}:${view.interaction.invitation?.ticket}`}
            view={view}
            first={view === first}
            onAnswer={(type) => void answer(view, type)}
          />
        ))}
    </InviteStack>
  );
}

/** Everything offered to me, oldest first, and the answers to it. */
export const Invites = memo(Offers);

interface InviteProps {
  readonly view: InteractionView;
  /** The one the shortcuts answer. */
  readonly first: boolean;
  readonly onAnswer: (type: 'accept' | 'reject') => void;
}

/** What the options head an offer with; empty if it is not there. */
function headingOf({ interaction, options }: InteractionView): string {
  const { userData } = interaction;
  const value = Object.hasOwn(userData, options.toastKey) ? userData[options.toastKey] : undefined;
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function Invite({ view, first, onAnswer }: InviteProps) {
  const { interaction, allowed } = view;
  const names = useNames();
  const now = useServerNow();
  const givable = useGivable();
  const busy = usePending(interaction.id);
  const { invitation, mediaType, handler, queue } = interaction;
  if (invitation === undefined) return null;
  const line = lineOf(view);
  const { autoAnswer } = invitation;
  const end = autoAnswer?.at ?? invitation.until;
  const total = (end - invitation.offeredAt) / 1_000;
  const left = Math.min(total, Math.max(0, (end - now) / 1_000));
  const seconds = Math.ceil(left);
  const from =
    handler === undefined
      ? words.invite.from(names.queue(queue))
      : words.invite.transferred(names.person(handler));
  const title = headingOf(view) || subjectOf(line);
  const text = autoAnswer === undefined ? words.invite.announcement : words.invite.announcementByItself;
  const { toastFields } = view.options;
  const data = first || toastFields ? toastData(interaction.userData, toastFields) : [];
  return (
    <InviteToast
      icon={<MediaIcon mediaType={mediaType} />}
      title={title}
      subtitle={[senderOf(line), from].filter(Boolean).join(' · ')}
      announcement={text(names.media(mediaType), title, Math.round(total))}
      countdown={{
        remaining: left,
        total,
        label: autoAnswer === undefined ? words.invite.left(seconds) : words.invite.byItself(seconds),
      }}
      actions={
        <>
          {allowed.includes('accept') && (
            <Button
              kind="primary"
              icon={Check}
              busy={busy}
              {...(first && { shortcut: 'shift+a' })}
              {...givable('accept')}
              onClick={() => onAnswer('accept')}
            >
              {words.commands.accept}
            </Button>
          )}
          {allowed.includes('reject') && (
            <Button
              icon={X}
              {...(first && { shortcut: 'shift+d' })}
              {...givable('reject')}
              onClick={() => onAnswer('reject')}
            >
              {words.commands.reject}
            </Button>
          )}
        </>
      }
    >
      {data.length > 0 ? <KeyValueList entries={data} /> : undefined}
    </InviteToast>
  );
}
