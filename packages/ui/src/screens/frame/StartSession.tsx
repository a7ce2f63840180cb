'use client';
import type { Catalogue, MyDesk } from '@intray/core';
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
  const busy = usePending(me.agent.id);
  const [kept] = useState(() => rememberedSession(me.agent.id));
  const [placeId, setPlaceId] = useState<string | null>(kept?.placeId ?? me.agent.defaultPlace ?? null);
  const [taken, setTaken] = useState<Taken>(() =>
    Object.fromEntries(
      (kept?.channels ?? []).map(({ mediaType, ready }) => [mediaType, { on: true, ready }]),
    ),
  );

  const media = catalogue.mediaTypes.filter(({ id }) => (me.capacity[id] ?? 0) > 0);
  const choiceOf = (id: string) => taken[id] ?? { on: kept === undefined, ready: true };
  const choose = (id: string, change: Partial<Taken[string]>) =>
    setTaken((before) => ({ ...before, [id]: { ...choiceOf(id), ...change } }));

  const start = () => {
    const channels = media
      .filter(({ id }) => choiceOf(id).on)
      .map(({ id }) => ({ mediaType: id, ready: choiceOf(id).ready }));
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
        {media.map(({ id, name }) => (
          <div key={id} className={css.pickRow}>
            <Checkbox
              label={name}
              description={text.atOnce(me.capacity[id] ?? 0)}
              checked={choiceOf(id).on}
              onChange={(on) => choose(id, { on })}
            />
            <Switch
              label={
                <>
                  <VisuallyHidden>{`${name}: `}</VisuallyHidden>
                  {text.readyAtOnce}
                </>
              }
              checked={choiceOf(id).on && choiceOf(id).ready}
              disabled={!choiceOf(id).on}
              onChange={(ready) => choose(id, { ready })}
            />
          </div>
        ))}
      </div>
      <div className={css.startButtons}>
        <Button type="submit" kind="primary" size="l" icon={Power} busy={busy}>
          {text.start}
        </Button>
      </div>
    </form>
  );
}
