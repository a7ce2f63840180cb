'use client';
import type { Catalogue, ChannelChoice, MyDesk } from '@intray/core';
import { Power } from 'lucide-react';
import { useState } from 'react';
import { useCatalogue } from '../../desk/questions.ts';
import { useCommand, usePending } from '../../desk/useCommand.ts';
import { Button } from '../../parts/Button.tsx';
import { Checkbox } from '../../parts/Checkbox.tsx';
import { Combobox } from '../../parts/Combobox.tsx';
import { SkeletonRows } from '../../parts/Skeleton.tsx';
import { Switch } from '../../parts/Switch.tsx';
import { VisuallyHidden } from '../../parts/VisuallyHidden.tsx';
import { useGivable } from '../offline/useGivable.ts';
import { rememberedSession, rememberSession } from '../preferences.ts';
import { Trouble } from '../Trouble.tsx';
import { words } from '../words.ts';
import css from './Shell.module.css';

type Taken = Readonly<Record<string, { readonly on: boolean; readonly ready: boolean }>>;

/** Where I sit and what I take, as chosen the last time. */
export function StartSession({ me }: { readonly me: MyDesk }) {
  const { data: catalogue, error, isFetching, refetch } = useCatalogue();
  if (catalogue !== undefined) return <Choices me={me} catalogue={catalogue} />;
  if (error) return <Trouble error={error} busy={isFetching} onRetry={() => void refetch()} />;
  return <SkeletonRows label={words.list.loading(words.session.title)} rows={6} />;
}

function Choices({ me, catalogue }: { readonly me: MyDesk; readonly catalogue: Catalogue }) {
  const { session: text } = words;
  const execute = useCommand();
  const givable = useGivable();
  const busy = usePending(me.agent.id);
  const [kept] = useState(() => rememberedSession(me.agent.id));
  const [placeId, setPlaceId] = useState<string | null>(kept?.placeId ?? me.agent.defaultPlace ?? null);
  const [taken, setTaken] = useState<Taken>({});

  const names = new Map(catalogue.mediaTypes.map(({ id, name }) => [id, name]));
  const choiceOf = ({ mediaType, ready, mayLeaveOut }: ChannelChoice) => {
    const last = kept?.channels.find((channel) => channel.mediaType === mediaType);
    const on = !mayLeaveOut || kept === undefined || last !== undefined;
    // What an option says stands above what was chosen the last time.
    return taken[mediaType] ?? { on, ready: ready ?? last?.ready ?? true };
  };
  const choose = (channel: ChannelChoice, change: Partial<Taken[string]>) =>
    setTaken((before) => ({ ...before, [channel.mediaType]: { ...choiceOf(channel), ...change } }));

  const start = () => {
    const channels = me.channels
      .filter((channel) => choiceOf(channel).on)
      .map((channel) => ({ mediaType: channel.mediaType, ready: choiceOf(channel).ready }));
    const choice = { channels, ...(placeId !== null && { placeId }) };
    rememberSession(me.agent.id, choice);
    void execute({ type: 'startSession', agentId: me.agent.id, ...choice });
  };

  return (
    <form
      className={css.start}
      onSubmit={(event) => {
        event.preventDefault();
        start();
      }}
    >
      <header>
        <h2>{text.title}</h2>
        <p>{text.why}</p>
      </header>
      <Combobox
        label={text.place}
        options={catalogue.places.map(({ id, name }) => ({ value: id, label: name }))}
        value={placeId}
        onChange={setPlaceId}
        placeholder={text.findPlace}
        emptyText={text.noPlace}
        openLabel={text.openPlaces}
      />
      <div role="group" aria-label={text.channels} className={css.pick}>
        {me.channels.map((channel) => {
          const { mediaType, mayLeaveOut } = channel;
          const name = names.get(mediaType) ?? mediaType;
          const { on, ready } = choiceOf(channel);
          return (
            <div key={mediaType} className={css.pickRow}>
              <Checkbox
                label={name}
                description={text.atOnce(me.capacity[mediaType] ?? 0)}
                checked={on}
                disabled={!mayLeaveOut}
                onChange={(chosen) => choose(channel, { on: chosen })}
              />
              <Switch
                label={
                  <>
                    <VisuallyHidden>{`${name}: `}</VisuallyHidden>
                    {text.readyAtOnce}
                  </>
                }
                checked={on && ready}
                disabled={!on}
                onChange={(chosen) => choose(channel, { ready: chosen })}
              />
            </div>
          );
        })}
      </div>
      <div className={css.startButtons}>
        <Button type="submit" kind="primary" size="l" icon={Power} busy={busy} {...givable('startSession')}>
          {text.start}
        </Button>
      </div>
    </form>
  );
}
