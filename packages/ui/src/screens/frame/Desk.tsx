'use client';
import { DeskProvider } from '../../desk/DeskProvider.tsx';
import type { DeskPort } from '../../desk/port.ts';
import { useAuth, useMe } from '../../desk/questions.ts';
import { useLanguage, useLanguageStarted } from '../../language/useLanguage.ts';
import { Logo } from '../../parts/Logo.tsx';
import { Toaster } from '../../parts/Toaster.tsx';
import { later } from '../later.tsx';
import { Trouble } from '../Trouble.tsx';
import { words } from '../words.ts';
import css from './Desk.module.css';
import { LinkBar } from './LinkBar.tsx';
import { Shell } from './Shell.tsx';
import { SignInPage } from './SignIn.tsx';

const SignInAgain = later(async () => (await import('./SignInAgain.tsx')).SignInAgain);

export interface DeskProps {
  /** Opens the way to the server; called once, in the browser. The same function at each render. */
  readonly connect: () => DeskPort;
}

/** The whole desk of an agent, from signing in to signing out. */
export function Desk({ connect }: DeskProps) {
  return (
    <DeskProvider connect={connect} fallback={<Opening />}>
      <InWords />
    </DeskProvider>
  );
}

/** Another language draws everything anew; what was typed and what is on its way lie below and stay. */
function InWords() {
  const language = useLanguage();
  if (!useLanguageStarted()) return <Opening />;
  return (
    <Toaster key={language} label={words.toasts.corner} dismissLabel={words.toasts.dismiss}>
      <Rooms />
    </Toaster>
  );
}

function Rooms() {
  const { data: me, error, isFetching, refetch } = useMe();
  const auth = useAuth();
  if (auth === 'out') return <SignInPage />;
  if (me === undefined)
    return (
      <>
        <LinkBar />
        {error ? (
          <main className={css.opening}>
            <Trouble error={error} busy={isFetching} onRetry={() => void refetch()} />
          </main>
        ) : (
          <Opening />
        )}
      </>
    );
  return (
    <>
      <Shell me={me} />
      {auth === 'expired' && <SignInAgain userName={me.agent.id} />}
    </>
  );
}

function Opening() {
  return (
    <main className={css.opening} aria-busy="true">
      <Logo size={40} />
      <p role="status">{words.signIn.loading}</p>
    </main>
  );
}
