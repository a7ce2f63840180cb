'use client';
import type { AgentExplanation } from '@intray/core';
import { MediaIcon } from '../../parts/MediaIcon.tsx';
import { RelativeTime } from '../../parts/RelativeTime.tsx';
import { SkeletonRows } from '../../parts/Skeleton.tsx';
import { useNames } from '../names.ts';
import { Trouble } from '../Trouble.tsx';
import css from './Explanation.module.css';
import { useAgentExplanation } from './useExplanation.ts';
import { words } from './words.ts';

export interface WhyNoWorkProps {
  readonly agentId: string;
  /** Without it work is named and can't be opened. */
  readonly onOpen?: (id: string) => void;
}

/** What keeps work away from an agent: per medium, and per queue whose work may come. */
export function WhyNoWork({ agentId, onOpen }: WhyNoWorkProps) {
  const { data, error, isFetching, refetch } = useAgentExplanation(agentId);
  if (data !== undefined) return <Told told={data} {...(onOpen && { onOpen })} />;
  return error ? (
    <Trouble error={error} busy={isFetching} onRetry={() => void refetch()} />
  ) : (
    <SkeletonRows label={words.loading} rows={4} />
  );
}

interface ToldProps {
  readonly told: AgentExplanation;
  readonly onOpen?: (id: string) => void;
}

function Told({ told, onOpen }: ToldProps) {
  const names = useNames();
  const { agent } = words;
  // A medium that is neither theirs nor on says nothing about them.
  const media = told.media.filter(
    ({ hindrance, capacity }) => hindrance !== 'notOnThisMedium' || capacity > 0,
  );
  return (
    <div className={css.told}>
      <ul className={css.rows} data-of="media">
        {media.map(({ mediaType, hindrance, reason, load, capacity }) => (
          <li key={mediaType} data-free={hindrance === 'none' || undefined}>
            <MediaIcon mediaType={mediaType} label={names.media(mediaType)} />
            <span className={css.who}>{names.media(mediaType)}</span>
            <span className={css.quiet}>
              {agent.hindrances[hindrance]}
              {reason !== undefined && ` ${names.reason(reason)}.`} {load}/{capacity}
            </span>
          </li>
        ))}
      </ul>
      {told.queues.length === 0 && <p className={css.quiet}>{agent.noQueues}</p>}
      {told.queues.map(({ queue, waiting, first }) => (
        <section key={queue}>
          <h3>
            {names.queue(queue)} · <span className={css.quiet}>{agent.waiting(waiting)}</span>
          </h3>
          <ul className={css.rows}>
            {first.map(({ id, mediaType, subject = id, reason, until }) => (
              <li key={id}>
                <MediaIcon mediaType={mediaType} label={names.media(mediaType)} />
                {onOpen ? (
                  <button
                    type="button"
                    className={css.open}
                    aria-label={agent.open(subject)}
                    title={subject}
                    onClick={() => onOpen(id)}
                  >
                    {subject}
                  </button>
                ) : (
                  <span className={css.who} title={subject}>
                    {subject}
                  </span>
                )}
                <span className={css.quiet}>
                  {agent.reasons[reason]}{' '}
                  {until !== undefined && (
                    <>
                      {words.item.until} <RelativeTime at={until} />
                    </>
                  )}
                </span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
