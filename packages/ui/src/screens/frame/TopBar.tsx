'use client';
import { Keyboard, Search } from 'lucide-react';
import { memo } from 'react';
import { IconButton } from '../../parts/IconButton.tsx';
import { Logo } from '../../parts/Logo.tsx';
import { ThemeSwitch } from '../../parts/ThemeSwitch.tsx';
import { later } from '../later.tsx';
import { words } from '../words.ts';
import type { AboutMe } from './channelState.ts';
import css from './Shell.module.css';

// Nobody opens a menu before there is something to see, and what menus are made of is a tenth of the first load.
const place = () => <span className={css.menuPlace} aria-hidden />;
const Channels = later(async () => (await import('./Channels.tsx')).Channels, place, 'seen');
const PersonMenu = later(async () => (await import('./PersonMenu.tsx')).PersonMenu, place, 'seen');

export interface TopBarProps extends AboutMe {
  readonly onHelp: () => void;
  readonly onFind: () => void;
}

function Bar({ onHelp, onFind, ...me }: TopBarProps) {
  const { person } = words;
  return (
    <header className={css.bar}>
      <h1 className={css.brand}>
        <Logo size={22} /> {words.product}
      </h1>
      <IconButton icon={Search} label={words.palette.open} shortcut="mod+k" onClick={onFind} />
      {me.session.active && <Channels {...me} />}
      <ThemeSwitch label={person.theme} labels={person.themes} />
      <IconButton icon={Keyboard} label={person.shortcuts} shortcut="?" onClick={onHelp} />
      <PersonMenu agent={me.agent} />
    </header>
  );
}

/** Who I am, what I take, and how the desk looks. Work that comes and goes is none of that, and does not render it. */
export const TopBar = memo(Bar);
