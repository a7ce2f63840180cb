/** The servers a person works with: which is in use, others, one more. */
import { Button, TextField } from '@intray/ui';
import { useState } from 'react';
import type { Begin } from '../shared/contract.ts';
import css from './Preferences.module.css';
import { words } from './words.ts';

export interface ServersProps {
  readonly begin: Begin;
  readonly onAdd: (server: { readonly name: string; readonly url: string }) => void;
  readonly onUse: (id: string) => void;
  readonly onRemove: (id: string) => void;
}

export function Servers({ begin, onAdd, onUse, onRemove }: ServersProps) {
  const [name, setName] = useState('');
  const [url, setUrl] = useState('');
  return (
    <section aria-labelledby="servers" className={css.section}>
      <h2 id="servers">{words.servers}</h2>
      {begin.servers.length === 0 && <p className={css.hint}>{words.noServers}</p>}
      <ul className={css.servers}>
        {begin.servers.map((server) => (
          <li key={server.id}>
            <span className={css.server}>
              <b title={server.name}>{server.name}</b>
              <small title={server.url}>{server.url}</small>
            </span>
            <Button
              size="s"
              disabled={server.id === begin.server}
              aria-label={server.id === begin.server ? undefined : words.useOne(server.name)}
              onClick={() => onUse(server.id)}
            >
              {server.id === begin.server ? words.inUse : words.use}
            </Button>
            <Button
              size="s"
              kind="bare"
              aria-label={words.removeOne(server.name)}
              onClick={() => onRemove(server.id)}
            >
              {words.remove}
            </Button>
          </li>
        ))}
      </ul>
      <form
        className={css.add}
        onSubmit={(event) => {
          event.preventDefault();
          onAdd({ name: (name.trim() || url.trim() || 'Intray').slice(0, 80), url });
        }}
      >
        <TextField label={words.name} value={name} onChange={setName} />
        <TextField
          label={words.address}
          value={url}
          onChange={setUrl}
          autoFocus={begin.server === undefined}
        />
        <Button type="submit" kind="primary">
          {words.add}
        </Button>
      </form>
    </section>
  );
}
