'use client';
import type { Channel } from '@intray/core';
import { ChevronDown, LogOut } from 'lucide-react';
import { useCatalogue } from '../../desk/questions.ts';
import { useCommand } from '../../desk/useCommand.ts';
import { Button } from '../../parts/Button.tsx';
import { IconButton } from '../../parts/IconButton.tsx';
import { MediaIcon } from '../../parts/MediaIcon.tsx';
import { Menu } from '../../parts/Menu.tsx';
import { Popover } from '../../parts/Popover.tsx';
import { RelativeTime } from '../../parts/RelativeTime.tsx';
import { useNames } from '../names.ts';
import { useGivable } from '../offline/useGivable.ts';
import { words } from '../words.ts';
import { type AboutMe, readinessOf } from './channelState.ts';
import css from './Shell.module.css';

/** Ready or not, for everything at once and for each channel. */
export function Channels(me: AboutMe) {
  const execute = useCommand();
  const givable = useGivable();
  const { session } = me;
  const state = readinessOf(session);
  const list = Object.entries(session.channels);
  const ready = list.filter(([, channel]) => channel.ready).length;
  const { channels } = words;
  const summaries = {
    off: channels.off,
    ready: channels.ready,
    partly: channels.partly(ready, list.length),
    notReady: channels.notReady,
  };

  return (
    <Popover
      title={channels.button}
      align="end"
      trigger={
        <Button className={css.channelButton} aria-label={`${channels.button}: ${summaries[state]}`}>
          <span className={css.dot} data-state={state} />
          {session.reachable ? summaries[state] : words.session.unreachable}
        </Button>
      }
    >
      <div className={css.channels}>
        <Switches label={channels.all} agentId={me.agent.id} />
        {list.map(([id, channel]) => (
          <ChannelRow key={id} id={id} channel={channel} me={me} />
        ))}
        <Absent me={me} />
        <div className={css.channelEnd}>
          <Button
            kind="bare"
            size="s"
            {...givable('endSession')}
            onClick={() => void execute({ type: 'endSession', agentId: me.agent.id })}
          >
            {words.session.end}
          </Button>
        </div>
      </div>
    </Popover>
  );
}

function ChannelRow({
  id,
  channel,
  me,
}: {
  readonly id: string;
  readonly channel: Channel;
  readonly me: AboutMe;
}) {
  const execute = useCommand();
  const givable = useGivable();
  const names = useNames();
  const { channels } = words;
  const agentId = me.agent.id;
  const toggle = () =>
    void execute({ type: channel.ready ? 'setNotReady' : 'setReady', agentId, mediaType: id });
  const name = names.media(id);
  const mayLeave = me.channels.find(({ mediaType }) => mediaType === id)?.mayLeaveOut ?? true;
  return (
    <div className={css.channel}>
      <MediaIcon mediaType={id} />
      <div>
        <div className={css.channelName}>{name}</div>
        <div className={css.channelState}>
          {channels.state(channel, names.reason)} · <RelativeTime at={channel.since} /> ·{' '}
          {channels.load(me.session.load[id] ?? 0, me.capacity[id] ?? 0)}
        </div>
      </div>
      <div className={css.channelTools}>
        <Button
          size="s"
          aria-pressed={channel.ready}
          aria-label={`${name}: ${channels.makeReady}`}
          {...givable('setReady')}
          onClick={toggle}
        >
          <span className={css.dot} data-state={channel.ready ? 'ready' : 'notReady'} />
          {channel.ready ? channels.ready : channels.notReady}
        </Button>
        <Reasons
          label={`${name}: ${channels.because}`}
          onChoose={(reason) => void execute({ type: 'setNotReady', agentId, mediaType: id, reason })}
        />
        {mayLeave && (
          <IconButton
            icon={LogOut}
            label={channels.logOffFrom(name)}
            size="s"
            {...givable('leaveChannel')}
            onClick={() => void execute({ type: 'leaveChannel', agentId, mediaType: id })}
          />
        )}
      </div>
    </div>
  );
}

function Switches({ label, agentId }: { readonly label: string; readonly agentId: string }) {
  const execute = useCommand();
  const givable = useGivable();
  const { channels } = words;
  return (
    <div className={css.allChannels} role="group" aria-label={label}>
      <Button
        size="s"
        kind="primary"
        shortcut="shift+r"
        {...givable('setReady')}
        onClick={() => void execute({ type: 'setReady', agentId })}
      >
        {channels.makeReady}
      </Button>
      <Button
        size="s"
        {...givable('setNotReady')}
        onClick={() => void execute({ type: 'setNotReady', agentId })}
      >
        {channels.makeNotReady}
      </Button>
      <Reasons
        label={channels.because}
        onChoose={(reason) => void execute({ type: 'setNotReady', agentId, reason })}
      />
    </div>
  );
}

interface ReasonsProps {
  readonly label: string;
  readonly onChoose: (reason: string) => void;
}

/** Why not ready; nothing where no reasons are configured. */
function Reasons({ label, onChoose }: ReasonsProps) {
  const { data: catalogue } = useCatalogue();
  if (catalogue === undefined || catalogue.notReadyReasons.length === 0) return null;
  const items = catalogue.notReadyReasons.map(({ id, name }) => ({
    id,
    label: name,
    onSelect: () => onChoose(id),
  }));
  return (
    <Menu
      trigger={<IconButton icon={ChevronDown} label={label} size="s" />}
      align="end"
      groups={[{ id: 'reasons', label: words.channels.because, items }]}
    />
  );
}

/** Channels of the person that this session does not have yet. */
function Absent({ me }: { readonly me: AboutMe }) {
  const execute = useCommand();
  const givable = useGivable();
  const names = useNames();
  const { placeId, channels } = me.session;
  const absent = me.channels.filter(({ mediaType }) => channels[mediaType] === undefined);
  return absent.map(({ mediaType, ready }) => (
    <div key={mediaType} className={css.channel}>
      <MediaIcon mediaType={mediaType} />
      <div>
        <div className={css.channelName}>{names.media(mediaType)}</div>
        <div className={css.channelState}>{words.channels.off}</div>
      </div>
      <Button
        size="s"
        aria-label={words.channels.logOnTo(names.media(mediaType))}
        {...givable('startSession')}
        onClick={() =>
          void execute({
            type: 'startSession',
            agentId: me.agent.id,
            ...(placeId !== undefined && { placeId }),
            channels: [{ mediaType, ready: ready ?? false }],
          })
        }
      >
        {words.channels.logOn}
      </Button>
    </div>
  ));
}
