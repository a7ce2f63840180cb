'use client';
import type { MyDesk } from '@intray/core';
import { Keyboard, Search } from 'lucide-react';
import { IconButton } from '../../parts/IconButton.tsx';
import { Logo } from '../../parts/Logo.tsx';
import { ThemeSwitch } from '../../parts/ThemeSwitch.tsx';
import { words } from '../words.ts';
import { Channels } from './Channels.tsx';
import { PersonMenu } from './PersonMenu.tsx';
import css from './Shell.module.css';

export interface TopBarProps {
  readonly me: MyDesk;
  readonly onHelp: () => void;
  readonly onFind: () => void;
}

/** Who I am, what I take, and how the desk looks. */
export function TopBar({ me, onHelp, onFind }: TopBarProps) {
  const { person } = words;
  return (
    <header className={css.bar}>
      <h1 className={css.brand}>
        <Logo size={22} /> {words.product}
      </h1>
      <IconButton icon={Search} label={words.palette.open} shortcut="mod+k" onClick={onFind} />
      {me.session.active && <Channels me={me} />}
      <ThemeSwitch label={person.theme} labels={person.themes} />
      <IconButton icon={Keyboard} label={person.shortcuts} shortcut="?" onClick={onHelp} />
      <PersonMenu me={me} />
    </header>
  );
}
