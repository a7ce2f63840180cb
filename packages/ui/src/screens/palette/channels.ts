'use client';
/** What the palette offers of a person's channels: to log off from each, and on to those that are left out. */
import type { MyDesk } from '@intray/core';
import { LogIn, LogOut } from 'lucide-react';
import { useMemo } from 'react';
import { useCommand } from '../../desk/useCommand.ts';
import { useNames } from '../names.ts';
import { words } from '../words.ts';
import { type PaletteEntry, usePaletteEntries } from './entries.ts';

export function useChannelEntries({ agent, session, channels: choices }: MyDesk): void {
  const execute = useCommand();
  const names = useNames();
  const { active, channels, placeId } = session;
  const entries = useMemo((): readonly PaletteEntry[] => {
    if (!active) return [];
    return choices.flatMap(({ mediaType, mayLeaveOut, ready = false }): readonly PaletteEntry[] => {
      const name = names.media(mediaType);
      const entry = { id: mediaType, hint: words.palette.desk };
      if (!Object.hasOwn(channels, mediaType))
        return [
          {
            ...entry,
            label: words.channels.logOnTo(name),
            icon: LogIn,
            act: () =>
              void execute({
                type: 'startSession',
                agentId: agent.id,
                ...(placeId !== undefined && { placeId }),
                channels: [{ mediaType, ready }],
              }),
          },
        ];
      if (!mayLeaveOut) return [];
      return [
        {
          ...entry,
          label: words.channels.logOffFrom(name),
          icon: LogOut,
          act: () => void execute({ type: 'leaveChannel', agentId: agent.id, mediaType }),
        },
      ];
    });
  }, [active, channels, choices, placeId, agent.id, execute, names]);
  usePaletteEntries('channels', entries);
}
