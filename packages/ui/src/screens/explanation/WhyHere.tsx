'use client';
import { type InteractionExplanation, type NextEvent, workbinKey } from '@intray/core';
import type { ReactNode } from 'react';
import { useCatalogue, useWorkbins } from '../../desk/questions.ts';
import { RelativeTime } from '../../parts/RelativeTime.tsx';
import { SkeletonRows } from '../../parts/Skeleton.tsx';
import { type Names, useNames } from '../names.ts';
import { Trouble } from '../Trouble.tsx';
import css from './Explanation.module.css';
import { lasting } from './lasting.ts';
import { useItemExplanation } from './useExplanation.ts';
import { words } from './words.ts';

/** Why a piece of work is where it is, whom it is for, why nobody else has it, and what happens next. */
export default function WhyHere({ id }: { readonly id: string }) {
  const { data, error, isFetching, refetch } = useItemExplanation(id);
  if (data !== undefined) return <Explained told={data} />;
  return error ? (
    <Trouble error={error} busy={isFetching} onRetry={() => void refetch()} />
  ) : (
    <SkeletonRows label={words.loading} rows={5} />
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section>
      <h3>{title}</h3>
      {children}
    </section>
  );
}

/** What a place is called; a tray by its key, as far as the person knows it. */
function useWhere({ where, state }: InteractionExplanation): string {
  const names = useNames();
  const { data: workbins } = useWorkbins();
  const { item } = words;
  switch (where.kind) {
    case 'queue':
      return item.queue(names.queue(where.id));
    case 'workbin': {
      const tray = workbins?.find(({ workbin }) => workbinKey(workbin) === where.id)?.workbin;
      return item.workbin(tray === undefined ? where.id : names.workbin(tray));
    }
    case 'agent':
      return item.agent(names.person(where.id), state === 'Invited');
    case 'history':
      return item.history;
  }
}

function Explained({ told }: { readonly told: InteractionExplanation }) {
  const names = useNames();
  const { item } = words;
  const { routing, agents, lastOffer, next } = told;
  const where = useWhere(told);
  return (
    <div className={css.told}>
      <Part title={item.where}>
        <p>
          {where} <span className={css.quiet}>{item.since}</span> <RelativeTime at={told.since} />
        </p>
      </Part>
      {routing && <Routing routing={routing} names={names} />}
      {agents.length > 0 && (
        <Part title={item.why}>
          <ul className={css.rows}>
            {agents.map(({ agentId, because, until }) => (
              <li key={agentId} data-free={because === undefined || undefined}>
                <span className={css.who}>{names.person(agentId)}</span>
                <span className={css.quiet}>
                  {because ?? item.wouldGet}
                  {until !== undefined && (
                    <>
                      {' '}
                      {item.until} <RelativeTime at={until} />
                    </>
                  )}
                </span>
              </li>
            ))}
          </ul>
        </Part>
      )}
      {lastOffer && (
        <Part title={item.last}>
          <p>
            {item.lastOffer(names.person(lastOffer.agentId), lastOffer.why.among)}{' '}
            <RelativeTime at={lastOffer.at} />
          </p>
          <p className={css.quiet}>
            {item.waited(lasting(lastOffer.why.waited))} {item.selection[lastOffer.why.selection]}
          </p>
        </Part>
      )}
      <Part title={item.next}>
        {next.length === 0 ? (
          <p className={css.quiet}>{item.nothingNext}</p>
        ) : (
          <ol className={css.rows}>
            {next.map((event) => (
              <li key={`${event.what} ${event.agentId ?? ''}`}>
                <Next event={event} names={names} />
              </li>
            ))}
          </ol>
        )}
      </Part>
    </div>
  );
}

interface RoutingProps {
  readonly routing: NonNullable<InteractionExplanation['routing']>;
  readonly names: Names;
}

function Routing({ routing, names }: RoutingProps) {
  const { item } = words;
  const { strategy, step, asked, preferred, selection } = routing;
  const named = asked.map(({ kind, id }) => item.asked[kind](kind === 'agent' ? names.person(id) : id));
  return (
    <Part title={item.whom}>
      <p>{strategy === undefined ? item.noStrategy : item.strategy(strategy, step)}</p>
      {preferred !== undefined && <p>{item.preferred(names.person(preferred))}</p>}
      <p>{named.length === 0 ? item.nobody : named.join(', ')}</p>
      {named.length > 0 && <p className={css.quiet}>{item.selection[selection]}</p>}
    </Part>
  );
}

function Next({ event, names }: { readonly event: NextEvent; readonly names: Names }) {
  const { data: catalogue } = useCatalogue();
  const { what, at, agentId, to } = event;
  const target =
    to === undefined
      ? undefined
      : 'queue' in to
        ? names.queue(to.queue)
        : (catalogue?.workbinTypes.find(({ id }) => id === to.workbin.type)?.name ?? to.workbin.type);
  return (
    <>
      <span className={css.who}>
        {words.item.events[what]} {agentId !== undefined && names.person(agentId)}
        {target !== undefined && words.item.to(target)}
      </span>
      {at !== undefined && <RelativeTime at={at} />}
    </>
  );
}
