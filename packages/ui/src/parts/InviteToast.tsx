'use client';
import { type ReactNode, useId } from 'react';
import { CountdownRing, type CountdownRingProps } from './CountdownRing.tsx';
import css from './InviteToast.module.css';
import { VisuallyHidden } from './VisuallyHidden.tsx';

export interface InviteToastProps {
  /** Usually a MediaIcon. */
  readonly icon?: ReactNode;
  readonly title: ReactNode;
  /** One line below the title: queue, sender. */
  readonly subtitle?: ReactNode;
  /** Read out at once when the invite appears; the focus stays where the person is writing. */
  readonly announcement: string;
  readonly countdown: CountdownRingProps;
  /** Case data, usually a KeyValueList. */
  readonly children?: ReactNode;
  /** Accept and reject, the one to choose first. */
  readonly actions: ReactNode;
}

/** Work offered: what it is, how long the offer stands, and the answers to it. */
export function InviteToast(props: InviteToastProps) {
  const { icon, title, subtitle, announcement, countdown, children, actions } = props;
  const id = useId();
  return (
    <section className={css.invite} aria-labelledby={id}>
      <VisuallyHidden live="assertive">{announcement}</VisuallyHidden>
      <header className={css.header}>
        {icon}
        <div className={css.words}>
          <h3 id={id} className={css.title}>
            {title}
          </h3>
          {subtitle !== undefined && <p className={css.subtitle}>{subtitle}</p>}
        </div>
        <CountdownRing {...countdown} />
      </header>
      {children !== undefined && <div className={css.body}>{children}</div>}
      <footer className={css.actions}>{actions}</footer>
    </section>
  );
}

export interface InviteStackProps {
  /** Names the corner where invites appear. */
  readonly label: string;
  readonly children: ReactNode;
}

/** Holds invites in the lower right corner, above everything but tooltips. */
export function InviteStack({ label, children }: InviteStackProps) {
  return (
    <section className={css.stack} aria-label={label}>
      {children}
    </section>
  );
}
