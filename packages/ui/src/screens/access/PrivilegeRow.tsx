'use client';
import { type ConfiguredObject, descriptionOf, type Privilege } from '@intray/core';
import { useId } from 'react';
import { words } from '../configuration/words.ts';
import { privilegeSays } from '../meanings/meanings.ts';
import options from '../options/Options.module.css';
import css from './Access.module.css';
import { ALL_MEDIA, nameFor, type Say, saidFor, sayOf } from './role-terms.ts';

const SAYS: readonly Say[] = ['nothing', 'allow', 'deny'];

export interface PrivilegeRowProps {
  readonly role: ConfiguredObject;
  readonly privilege: Privilege;
  /** For which work it is said. */
  readonly scope: string;
  readonly onSay: (name: string, say: Say) => void;
}

/** A privilege with what it allows, and whether the role allows it, denies it, or says nothing. */
export function PrivilegeRow({ role, privilege, scope, onSay }: PrivilegeRowProps) {
  const group = useId();
  const said = words.accessScreen;
  const { needs, brings, onlyFor, effect } = descriptionOf(privilege);
  const name = nameFor(privilege, scope);
  const say = sayOf(role, name);
  const besides = scope === ALL_MEDIA ? saidFor(role, privilege) : [];
  const notes = [
    needs === undefined ? '' : said.needs(needs.join(', ')),
    brings === undefined ? '' : said.brings(brings.length),
    onlyFor === undefined ? '' : said.onlyFor(onlyFor),
    effect === 'none' ? words.optionScreen.effects.none : '',
    besides.length === 0 ? '' : said.alsoFor(besides.join(', ')),
  ].filter(Boolean);
  return (
    <div className={css.privilege}>
      <div className={options.about}>
        <code className={options.name}>{name}</code>
        <p>{privilegeSays(privilege)}</p>
        {notes.length > 0 && <p className={options.hint}>{notes.join(' ')}</p>}
      </div>
      <fieldset className={css.says} data-say={say}>
        <legend className="visually-hidden">{said.say(name)}</legend>
        {SAYS.map((one) => (
          <label key={one} className={css.say} data-say={one} data-chosen={one === say || undefined}>
            <input
              type="radio"
              className="visually-hidden"
              name={group}
              checked={one === say}
              onChange={() => onSay(name, one)}
            />
            {said.says[one]}
          </label>
        ))}
      </fieldset>
    </div>
  );
}
