/** Which server the desk works with, and how it behaves on this computer. */
import { Button, Checkbox, Logo, TextField } from '@intray/ui';
import { useState } from 'react';
import type { Bridge } from '../shared/bridge.ts';
import type { Begin, BridgeAnswer } from '../shared/contract.ts';
import type { Settings } from '../shared/settings.ts';
import css from './Preferences.module.css';

const SWITCHES = {
  notifications: 'Show a notification when work is offered',
  ringUntilAnswered: 'Sound until the offer is answered',
  frontOnOffer: 'Bring the window to the front when work is offered',
  stayInTray: 'Stay in the tray when the window is closed',
  startWithComputer: 'Start with the computer',
} as const satisfies Partial<Record<keyof Settings, string>>;

export interface PreferencesProps {
  readonly begin: Begin;
  readonly bridge: Bridge;
  /** Back to the desk; absent while there is none. */
  readonly onClose?: () => void;
}

export function Preferences({ begin: first, bridge, onClose }: PreferencesProps) {
  const [begin, setBegin] = useState(first);
  const [problem, setProblem] = useState<string>();
  const [name, setName] = useState('');
  const [url, setUrl] = useState('');

  const take = async (asked: Promise<BridgeAnswer<Begin>>, then?: 'reload') => {
    const answer = await asked;
    setProblem(answer.ok ? undefined : answer.refusal.message);
    if (!answer.ok) return;
    setBegin(answer.value);
    // Another server is another desk: nothing of the one before stays in the page.
    if (then === 'reload') location.reload();
  };
  const add = () => take(bridge.addServer({ name: name.trim() || url.trim() || 'Intray', url }), 'reload');
  const { settings } = begin;

  return (
    <main className={css.page}>
      <header className={css.head}>
        <Logo size={32} />
        <h1>Intray on this computer</h1>
        {onClose !== undefined && <Button onClick={onClose}>Back to the desk</Button>}
      </header>
      <section aria-labelledby="servers">
        <h2 id="servers">Servers</h2>
        <ul className={css.servers}>
          {begin.servers.map((server) => (
            <li key={server.id}>
              <span>
                {server.name} <small>{server.url}</small>
              </span>
              <Button
                disabled={server.id === begin.server}
                onClick={() => void take(bridge.chooseServer({ id: server.id }), 'reload')}
              >
                {server.id === begin.server ? 'In use' : 'Use'}
              </Button>
              <Button onClick={() => void take(bridge.removeServer({ id: server.id }), 'reload')}>
                Remove
              </Button>
            </li>
          ))}
        </ul>
        <form
          className={css.form}
          onSubmit={(event) => {
            event.preventDefault();
            void add();
          }}
        >
          <TextField label="Name" value={name} onChange={setName} />
          <TextField label="Address" value={url} onChange={setUrl} autoFocus />
          <div role="alert">{problem}</div>
          <Button type="submit" kind="primary">
            Add server
          </Button>
        </form>
      </section>
      <section aria-labelledby="behaviour" className={css.form}>
        <h2 id="behaviour">Behaviour</h2>
        {(Object.keys(SWITCHES) as (keyof typeof SWITCHES)[]).map((key) => (
          <Checkbox
            key={key}
            label={SWITCHES[key]}
            checked={settings[key]}
            onChange={(on) => void take(bridge.changeSettings({ [key]: on }))}
          />
        ))}
        <TextField
          label="Minutes without a touch until not ready (0: never)"
          value={String(settings.notReadyAfterMinutes)}
          onChange={(value) => {
            const minutes = Number(value);
            if (Number.isInteger(minutes))
              void take(bridge.changeSettings({ notReadyAfterMinutes: minutes }));
          }}
        />
        {!begin.keeps && (
          <p>
            This computer has no key store that is open: nothing is kept on it for times without the server.
          </p>
        )}
        <p>Version {begin.version}</p>
      </section>
    </main>
  );
}
