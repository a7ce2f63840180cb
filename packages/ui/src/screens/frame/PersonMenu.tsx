'use client';
import type { MyDesk } from '@intray/core';
import { BellRing, Languages, LogOut, Settings2, ShieldOff, Volume1, Volume2, VolumeX } from 'lucide-react';
import { useState } from 'react';
import { useDesk } from '../../desk/DeskProvider.tsx';
import { chooseLanguage, LANGUAGE_NAMES, LANGUAGES } from '../../language/language.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import { Avatar } from '../../parts/Avatar.tsx';
import { Button } from '../../parts/Button.tsx';
import { Menu, type MenuGroup } from '../../parts/Menu.tsx';
import { useNotify } from '../../parts/Toaster.tsx';
import { type OfferTone, sound, TONES, VOLUMES } from '../invites/tones.ts';
import {
  notificationsWanted,
  soundWanted,
  volumeWanted,
  wantNotifications,
  wantSound,
  wantVolume,
} from '../preferences.ts';
import { words } from '../words.ts';

/** How I am told of offers: what is chosen, and each choice, which is heard as it is made. */
function useAlerts(): readonly MenuGroup[] {
  const notify = useNotify();
  const { preferences } = useDesk().port;
  const [tone, setTone] = useState(soundWanted);
  const [volume, setVolume] = useState(volumeWanted);
  const [told, setTold] = useState(notificationsWanted);
  const { person } = words;
  const chooseTone = (next: OfferTone | undefined) => {
    wantSound(next);
    setTone(next);
    if (next !== undefined) sound(next, volume);
  };
  const toggleTold = async () => {
    const granted = told || (await Notification.requestPermission()) === 'granted';
    if (!granted) return notify({ title: person.notifyDenied, tone: 'caution', id: 'notify' });
    wantNotifications(!told);
    setTold(!told);
  };
  const tones: MenuGroup = {
    id: 'sound',
    label: person.sound,
    items: [
      {
        id: 'none',
        label: person.sounds.none,
        icon: VolumeX,
        checked: tone === undefined,
        onSelect: () => chooseTone(undefined),
      },
      ...TONES.map((each) => ({
        id: each,
        label: person.sounds[each],
        icon: Volume2,
        checked: tone === each,
        onSelect: () => chooseTone(each),
      })),
    ],
  };
  const volumes: MenuGroup = {
    id: 'volume',
    label: person.volume,
    items: VOLUMES.map((each) => ({
      id: each,
      label: person.volumes[each],
      icon: Volume1,
      checked: volume === each,
      onSelect: () => {
        wantVolume(each);
        setVolume(each);
        if (tone !== undefined) sound(tone, each);
      },
    })),
  };
  const notifications: MenuGroup = {
    id: 'notify',
    items: [
      {
        id: 'notify',
        label: person.notify,
        icon: BellRing,
        checked: told,
        onSelect: () => void toggleTold(),
      },
    ],
  };
  return [
    tones,
    ...(tone === undefined ? [] : [volumes]),
    // A desk that is a program of its own notifies by itself, as its preferences say.
    ...('Notification' in globalThis && preferences === undefined ? [notifications] : []),
  ];
}

/** What is mine: how I am told of offers, my language, and the way out. */
export function PersonMenu({ agent }: Pick<MyDesk, 'agent'>) {
  const desk = useDesk();
  const { preferences } = desk.port;
  const language = useLanguage();
  const alerts = useAlerts();
  const { person } = words;
  const leave = (where: 'here' | 'everywhere') => () => void desk.signOut(where);
  return (
    <Menu
      align="end"
      trigger={
        <Button kind="bare">
          <Avatar name={agent.name} size="s" decorative />
          {agent.name}
        </Button>
      }
      groups={[
        ...alerts,
        {
          id: 'language',
          label: person.language,
          items: LANGUAGES.map((each) => ({
            id: each,
            label: LANGUAGE_NAMES[each],
            icon: Languages,
            checked: each === language,
            onSelect: () => void chooseLanguage(each),
          })),
        },
        ...(preferences === undefined
          ? []
          : [
              {
                id: 'preferences',
                items: [
                  { id: 'preferences', label: person.preferences, icon: Settings2, onSelect: preferences },
                ],
              },
            ]),
        {
          id: 'leave',
          label: agent.id,
          items: [
            { id: 'out', label: person.signOut, icon: LogOut, onSelect: leave('here') },
            {
              id: 'everywhere',
              label: person.signOutEverywhere,
              icon: ShieldOff,
              onSelect: leave('everywhere'),
            },
          ],
        },
      ]}
    />
  );
}
