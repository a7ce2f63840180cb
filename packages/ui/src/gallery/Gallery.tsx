'use client';
import { type ReactNode, useState } from 'react';
import { Button } from '../parts/Button.tsx';
import { Logo } from '../parts/Logo.tsx';
import { ThemeSwitch } from '../parts/ThemeSwitch.tsx';
import { Toaster } from '../parts/Toaster.tsx';
import { Actions } from './Actions.tsx';
import { Facts } from './Facts.tsx';
import { Forms } from './Forms.tsx';
import css from './Gallery.module.css';
import { Layout } from './Layout.tsx';
import { Messages } from './Messages.tsx';

/** Every part in every state, for those who build screens. Can show both themes side by side. */
export function Gallery() {
  const [both, setBoth] = useState(false);
  return (
    <Toaster label="Notifications" dismissLabel="Dismiss">
      <header className={css.header}>
        <Logo size={24} />
        <h1>Intray parts</h1>
        <div className={css.controls}>
          <Button kind={both ? 'primary' : 'quiet'} aria-pressed={both} onClick={() => setBoth(!both)}>
            Side by side
          </Button>
          <ThemeSwitch label="Theme" labels={{ light: 'Light', dark: 'Dark', system: 'As the system' }} />
        </div>
      </header>
      <main className={css.page} data-both={both}>
        {both ? (
          <>
            <div className={css.theme} data-theme="light">
              <Parts />
            </div>
            <div className={css.theme} data-theme="dark">
              <Parts />
            </div>
          </>
        ) : (
          <div className={css.theme}>
            <Parts />
          </div>
        )}
      </main>
    </Toaster>
  );
}

function Parts() {
  return (
    <>
      <Group title="The desk">
        <Layout />
      </Group>
      <Group title="Actions">
        <Actions />
      </Group>
      <Group title="Forms">
        <Forms />
      </Group>
      <Group title="Facts">
        <Facts />
      </Group>
      <Group title="Messages">
        <Messages />
      </Group>
    </>
  );
}

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={css.group} aria-label={title}>
      <h2 className={css.heading}>{title}</h2>
      <div className={css.specimens}>{children}</div>
    </section>
  );
}
