'use client';
import type { BoardAgent } from '@intray/core';
import { CircleDot, CircleOff, Info, LogOut, X } from 'lucide-react';
import { useState } from 'react';
import { useCatalogue } from '../../desk/questions.ts';
import { useCommand, usePending } from '../../desk/useCommand.ts';
import { Badge } from '../../parts/Badge.tsx';
import { Button } from '../../parts/Button.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { IconButton } from '../../parts/IconButton.tsx';
import { MediaIcon } from '../../parts/MediaIcon.tsx';
import { Menu } from '../../parts/Menu.tsx';
import { RelativeTime } from '../../parts/RelativeTime.tsx';
import { WhyNoWork } from '../explanation/WhyNoWork.tsx';
import { useNames } from '../names.ts';
import css from './Board.module.css';
import { MEDIUM_TONES } from './columns.tsx';
import { stateOf, TONES } from './states.ts';
import { WorkInHand } from './WorkInHand.tsx';
import { words } from './words.ts';

export interface AgentPaneProps {
  readonly agent: BoardAgent;
  readonly onOpen: (id: string) => void;
  readonly onClose: () => void;
}

/** One agent of the board: the media, the work, what may be done about it, and why no work comes. */
export function AgentPane({ agent, onOpen, onClose }: AgentPaneProps) {
  const names = useNames();
  const state = stateOf(agent);
  const { agent: said } = words;
  return (
    <section className={css.pane} aria-label={said.pane}>
      <header className={css.paneHead}>
        <h3 title={agent.name}>{agent.name}</h3>
        <Badge tone={TONES[state]}>{words.states[state]}</Badge>
        <IconButton icon={X} label={said.close} size="s" onClick={onClose} className={css.close ?? ''} />
      </header>
      <SessionCommands agent={agent} />
      {agent.startedAt !== undefined && (
        <p className={css.quiet}>
          {said.loggedOn} <RelativeTime at={agent.startedAt} />
          {agent.placeId !== undefined && ` · ${names.place(agent.placeId)}`}
        </p>
      )}
      <h4>{said.media}</h4>
      <ul className={css.facts}>
        {agent.media.map(({ mediaType, hindrance, reason, since, load, capacity }) => (
          <li key={mediaType}>
            <MediaIcon mediaType={mediaType} label={names.media(mediaType)} />
            <span className={css.cut}>{names.media(mediaType)}</span>
            <Badge tone={MEDIUM_TONES[hindrance]} look="plain">
              {reason === undefined ? words.hindrances[hindrance] : names.reason(reason)}
            </Badge>
            {since !== undefined && <RelativeTime at={since} />}
            <span className={css.number}>{said.room(load, capacity)}</span>
          </li>
        ))}
      </ul>
      <WorkInHand work={agent.work} onOpen={onOpen} />
      <h4>
        <Info aria-hidden /> {said.why}
      </h4>
      <WhyNoWork agentId={agent.id} onOpen={onOpen} />
    </section>
  );
}

/** What core lets this person do to the agent's session. */
function SessionCommands({ agent }: { readonly agent: BoardAgent }) {
  const execute = useCommand();
  const busy = usePending(agent.id);
  const [leaving, setLeaving] = useState(false);
  const { data: catalogue } = useCatalogue();
  const { agent: said } = words;
  const { id: agentId, allowed } = agent;
  if (allowed.length === 0) return null;
  const notReady = (reason?: string) =>
    void execute({ type: 'setNotReady', agentId, ...(reason === undefined ? {} : { reason }) });
  return (
    <div className={css.commands}>
      {allowed.includes('setReady') && (
        <Button
          size="s"
          icon={CircleDot}
          busy={busy}
          onClick={() => void execute({ type: 'setReady', agentId })}
        >
          {said.commands.setReady}
        </Button>
      )}
      {allowed.includes('setNotReady') && (
        <Menu
          trigger={
            <Button size="s" icon={CircleOff} busy={busy}>
              {said.commands.setNotReady}
            </Button>
          }
          groups={[
            {
              id: 'reasons',
              label: said.notReadyBecause,
              items: [
                { id: '', label: said.noReason, onSelect: () => notReady() },
                ...(catalogue?.notReadyReasons ?? []).map(({ id, name }) => ({
                  id,
                  label: name,
                  onSelect: () => notReady(id),
                })),
              ],
            },
          ]}
        />
      )}
      {allowed.includes('endSession') && (
        <Button size="s" icon={LogOut} busy={busy} onClick={() => setLeaving(true)}>
          {said.commands.endSession}
        </Button>
      )}
      <Dialog
        open={leaving}
        onOpenChange={setLeaving}
        title={said.logOffTitle(agent.name)}
        description={said.logOffWhy}
        footer={
          <>
            <Button onClick={() => setLeaving(false)}>{said.cancel}</Button>
            <Button
              kind="danger"
              onClick={() => {
                setLeaving(false);
                void execute({ type: 'endSession', agentId });
              }}
            >
              {said.commands.endSession}
            </Button>
          </>
        }
      />
    </div>
  );
}
