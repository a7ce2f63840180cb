import type { ReactNode } from 'react';
import css from './Gallery.module.css';

interface SpecimenProps {
  readonly title: string;
  /** `wide` takes the whole width of the page, `flush` has no padding. */
  readonly wide?: boolean;
  readonly flush?: boolean;
  readonly children: ReactNode;
}

/** One part, in all its states, under its name. */
export function Specimen({ title, wide, flush, children }: SpecimenProps) {
  return (
    <section className={css.specimen} data-wide={wide} aria-label={title}>
      <h3 className={css.name}>{title}</h3>
      <div className={css.stage} data-flush={flush}>
        {children}
      </div>
    </section>
  );
}

/** States side by side, wrapping. */
export const Row = ({ children }: { readonly children: ReactNode }) => (
  <div className={css.row}>{children}</div>
);
