'use client';
import { Monitor, Moon, Sun } from 'lucide-react';
import { useId, useSyncExternalStore } from 'react';
import { chooseTheme, currentTheme, onThemeChange, THEMES, type Theme } from '../design/theme.ts';
import css from './ThemeSwitch.module.css';

const SIGNS = { light: Sun, dark: Moon, system: Monitor };

export interface ThemeSwitchProps {
  readonly label: string;
  /** The three choices in the reader's words. */
  readonly labels: Readonly<Record<Theme, string>>;
}

/** Light, dark, or as the operating system has it. The choice is kept in this browser. */
export function ThemeSwitch({ label, labels }: ThemeSwitchProps) {
  const name = useId();
  const theme = useSyncExternalStore(onThemeChange, currentTheme, () => 'system' as const);
  return (
    <fieldset className={css.switch}>
      <legend className="visually-hidden">{label}</legend>
      {THEMES.map((each) => {
        const Sign = SIGNS[each];
        return (
          <label key={each} className={css.choice} title={labels[each]}>
            <input
              type="radio"
              name={name}
              className="visually-hidden"
              checked={theme === each}
              onChange={() => chooseTheme(each)}
            />
            <Sign aria-hidden />
            <span className="visually-hidden">{labels[each]}</span>
          </label>
        );
      })}
    </fieldset>
  );
}
