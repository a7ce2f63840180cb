'use client';
import type { Identified } from '@intray/core';
import type { ReactNode } from 'react';
import { SkeletonRows } from '../../parts/Skeleton.tsx';
import { Trouble } from '../Trouble.tsx';
import { DraftBar } from './DraftBar.tsx';
import css from './Drafting.module.css';
import type { Drafting } from './useDrafting.ts';

export interface DraftFrameProps<T extends Identified> {
  readonly title: string;
  readonly drafting: Drafting<T>;
  /** Buttons that add to the list. */
  readonly tools: ReactNode;
  /** What there is, to choose from. */
  readonly list: ReactNode;
  /** What is chosen. */
  readonly children: ReactNode;
}

/** A list in somebody's hands: what there is on the left, what is chosen beside it, what is not saved yet below. */
export function DraftFrame<T extends Identified>({
  title,
  drafting,
  tools,
  list,
  children,
}: DraftFrameProps<T>) {
  return (
    <div className={css.area}>
      <header className={css.bar}>
        <h2>{title}</h2>
        <div className={css.end}>{tools}</div>
      </header>
      <div className={css.columns}>
        <div className={css.side}>{list}</div>
        <div className={css.main}>{children}</div>
      </div>
      <DraftBar drafting={drafting} />
    </div>
  );
}

/** The same while the configuration is on its way, or did not come. */
export function DraftOnItsWay<T extends Identified>({
  title,
  drafting: { error, busy, again },
}: Pick<DraftFrameProps<T>, 'title' | 'drafting'>) {
  return (
    <div className={css.area}>
      <header className={css.bar}>
        <h2>{title}</h2>
      </header>
      {error ? (
        <Trouble error={error} busy={busy} onRetry={again} />
      ) : (
        <SkeletonRows label={title} rows={8} />
      )}
    </div>
  );
}
