/** Which server the desk works with, and how it behaves on this computer. */
import { Button, Logo } from '@intray/ui';
import { type ReactNode, useState } from 'react';
import type { Bridge } from '../shared/bridge.ts';
import type { Begin, BridgeAnswer } from '../shared/contract.ts';
import { Behaviour } from './Behaviour.tsx';
import css from './Preferences.module.css';
import { Servers } from './Servers.tsx';
import { words } from './words.ts';

export interface PreferencesProps {
  readonly begin: Begin;
  readonly bridge: Bridge;
  /** Something was changed. */
  readonly onBegin: (begin: Begin) => void;
}

export function Preferences({ begin, bridge, onBegin }: PreferencesProps) {
  const [problem, setProblem] = useState<string>();

  const take = async (asked: Promise<BridgeAnswer<Begin>>, then?: 'reload') => {
    const answer = await asked;
    setProblem(answer.ok ? undefined : answer.refusal.message);
    if (!answer.ok) return;
    // Another server is another desk: nothing of the one before stays in the page.
    if (then === 'reload') location.reload();
    else onBegin(answer.value);
  };

  return (
    <div className={css.all}>
      <div role="alert" className={css.problem}>
        {problem}
      </div>
      <Servers
        begin={begin}
        onAdd={(server) => void take(bridge.addServer(server), 'reload')}
        onUse={(id) => void take(bridge.chooseServer({ id }), 'reload')}
        onRemove={(id) => void take(bridge.removeServer({ id }), id === begin.server ? 'reload' : undefined)}
      />
      <Behaviour begin={begin} onChange={(change) => void take(bridge.changeSettings(change))} />
      <footer className={css.foot}>
        {!begin.keeps && <p>{words.noStore}</p>}
        <p>{words.version(begin.version)}</p>
        <Button size="s" onClick={() => void bridge.showLog({})}>
          {words.log}
        </Button>
      </footer>
    </div>
  );
}

/** The page while there is no server yet, and so no desk. */
export function FirstStart({ children }: { readonly children: ReactNode }) {
  return (
    <main className={css.page}>
      <header className={css.head}>
        <Logo size={32} />
        <h1>{words.title}</h1>
      </header>
      {children}
    </main>
  );
}
