'use client';
import { type FormEvent, useState } from 'react';
import { useDesk } from '../../desk/DeskProvider.tsx';
import { useIsDemo } from '../../desk/questions.ts';
import { Button } from '../../parts/Button.tsx';
import { Logo } from '../../parts/Logo.tsx';
import { TextField } from '../../parts/TextField.tsx';
import { namesOf } from '../names.ts';
import { saidOf } from '../refusals/said.ts';
import { words } from '../words.ts';
import css from './Desk.module.css';
import { LinkBar } from './LinkBar.tsx';

/** Whoever is not signed in knows nobody's name. */
const NOBODY = namesOf(undefined, undefined);

/** The first page of somebody whom nobody knows yet. */
export function SignInPage() {
  const demo = useIsDemo();
  const { preferences } = useDesk().port;
  return (
    <main className={css.page}>
      <LinkBar />
      <div className={css.card}>
        <header className={css.brand}>
          <Logo size={36} />
          <h1>{words.signIn.title}</h1>
        </header>
        <SignInForm userName="" />
        {demo && <p className={css.hint}>{words.signIn.demo}</p>}
        {preferences !== undefined && (
          <Button kind="bare" onClick={preferences}>
            {words.person.preferences}
          </Button>
        )}
      </div>
    </main>
  );
}

/** Who one is and the word that shows it. */
export function SignInForm({ userName: known }: { readonly userName: string }) {
  const desk = useDesk();
  const [userName, setUserName] = useState(known);
  const [password, setPassword] = useState('');
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);

  const send = async () => {
    if (userName === '' || password === '') {
      setProblem(words.signIn.missing);
      return;
    }
    setBusy(true);
    const answer = await desk.signIn(userName, password);
    setBusy(false);
    setProblem(answer.ok ? undefined : saidOf(answer.problem, NOBODY));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void send();
  };

  return (
    <form className={css.form} onSubmit={submit} noValidate>
      <TextField
        label={words.signIn.userName}
        name="username"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        autoFocus={known === ''}
        value={userName}
        onChange={setUserName}
      />
      <TextField
        label={words.signIn.password}
        name="password"
        type="password"
        autoComplete="current-password"
        autoFocus={known !== ''}
        value={password}
        onChange={setPassword}
      />
      <div role="alert">{problem !== undefined && <p className={css.problem}>{problem}</p>}</div>
      <Button type="submit" kind="primary" size="l" busy={busy}>
        {words.signIn.submit}
      </Button>
    </form>
  );
}
