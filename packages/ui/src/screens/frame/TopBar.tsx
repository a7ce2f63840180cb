'use client';
import type { MyDesk } from '@intray/core';
import { Keyboard, Languages, LogOut, ShieldOff, Volume2 } from 'lucide-react';
import { useState } from 'react';
import { useDesk } from '../../desk/DeskProvider.tsx';
import { chooseLanguage, LANGUAGE_NAMES, LANGUAGES } from '../../language/language.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import { Avatar } from '../../parts/Avatar.tsx';
import { Button } from '../../parts/Button.tsx';
import { IconButton } from '../../parts/IconButton.tsx';
import { Logo } from '../../parts/Logo.tsx';
import { Menu } from '../../parts/Menu.tsx';
import { ThemeSwitch } from '../../parts/ThemeSwitch.tsx';
import { soundWanted, wantSound } from '../preferences.ts';
import { words } from '../words.ts';
import { Channels } from './Channels.tsx';
import css from './Shell.module.css';

export interface TopBarProps {
  readonly me: MyDesk;
  readonly onHelp: () => void;
}

/** Who I am, what I take, and how the desk looks. */
export function TopBar({ me, onHelp }: TopBarProps) {
  const { person } = words;
  return (
    <header className={css.bar}>
      <h1 className={css.brand}>
        <Logo size={22} /> {words.product}
      </h1>
      {me.session.active && <Channels me={me} />}
      <ThemeSwitch label={person.theme} labels={person.themes} />
      <IconButton icon={Keyboard} label={person.shortcuts} shortcut="?" onClick={onHelp} />
      <Person me={me} />
    </header>
  );
}

function Person({ me }: { readonly me: MyDesk }) {
  const desk = useDesk();
  const [sound, setSound] = useState(soundWanted);
  const language = useLanguage();
  const { person } = words;
  const leave = (where: 'here' | 'everywhere') => () => void desk.signOut(where);
  const toggleSound = () => {
    wantSound(!sound);
    setSound(!sound);
  };
  return (
    <Menu
      align="end"
      trigger={
        <Button kind="bare">
          <Avatar name={me.agent.name} size="s" decorative />
          {me.agent.name}
        </Button>
      }
      groups={[
        {
          id: 'how',
          label: me.agent.id,
          items: [{ id: 'sound', label: person.sound, icon: Volume2, checked: sound, onSelect: toggleSound }],
        },
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
        {
          id: 'leave',
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
