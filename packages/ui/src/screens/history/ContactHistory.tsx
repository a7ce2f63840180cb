'use client';
import type { HistoryLine, Interaction } from '@intray/core';
import { History, RotateCcw, SquareArrowOutUpRight, UserRound } from 'lucide-react';
import { useState } from 'react';
import { useContactHistory } from '../../desk/history-questions.ts';
import { useCatalogue } from '../../desk/questions.ts';
import { useCommand } from '../../desk/useCommand.ts';
import { Button } from '../../parts/Button.tsx';
import { Checkbox } from '../../parts/Checkbox.tsx';
import { MediaIcon } from '../../parts/MediaIcon.tsx';
import { EmptyState } from '../../parts/Message.tsx';
import { RelativeTime } from '../../parts/RelativeTime.tsx';
import { Select } from '../../parts/Select.tsx';
import { SkeletonRows } from '../../parts/Skeleton.tsx';
import { StateBadge } from '../../parts/StateBadge.tsx';
import { subjectOf } from '../lists/subject.ts';
import { useNames } from '../names.ts';
import { Trouble } from '../Trouble.tsx';
import { whereIs } from '../whereIs.ts';
import { words } from '../words.ts';
import css from './History.module.css';

const ALL = '*';

export interface ContactHistoryProps {
  readonly interaction: Interaction;
  /** May be told where unfinished work stands. */
  readonly tellsWhere: boolean;
  readonly onOpen: (id: string) => void;
}

/** Everything that belongs to the contact of the open item, and the way to take it up. */
export default function ContactHistory({ interaction, tellsWhere, onOpen }: ContactHistoryProps) {
  const { contactId } = interaction;
  if (contactId === undefined)
    return (
      <EmptyState icon={UserRound} title={words.contact.unknown}>
        {words.contact.unknownWhy}
      </EmptyState>
    );
  return <Lines contactId={contactId} openId={interaction.id} tellsWhere={tellsWhere} onOpen={onOpen} />;
}

interface LinesProps {
  readonly contactId: string;
  readonly openId: string;
  readonly tellsWhere: boolean;
  readonly onOpen: (id: string) => void;
}

function Lines({ contactId, openId, tellsWhere, onOpen }: LinesProps) {
  const text = words.contact;
  const [mediaType, setMediaType] = useState(ALL);
  const [unfinished, setUnfinished] = useState(false);
  const { data: catalogue } = useCatalogue();
  const { lines, data, error, isFetching, refetch, hasNextPage, fetchNextPage } = useContactHistory(
    contactId,
    mediaType === ALL ? undefined : mediaType,
    unfinished,
  );
  if (data === undefined)
    return error ? (
      <Trouble error={error} busy={isFetching} onRetry={() => void refetch()} />
    ) : (
      <SkeletonRows label={words.list.loading(text.of(contactId))} rows={5} />
    );
  return (
    <section className={css.history} aria-label={text.of(contactId)}>
      <div className={css.filters}>
        <Select
          label={text.media}
          hideLabel
          options={[
            { value: ALL, label: text.allMedia },
            ...(catalogue?.mediaTypes ?? []).map(({ id, name }) => ({ value: id, label: name })),
          ]}
          value={mediaType}
          onChange={setMediaType}
        />
        <Checkbox label={text.unfinished} checked={unfinished} onChange={setUnfinished} />
      </div>
      {lines.length === 0 && (
        <EmptyState icon={History} title={text.none}>
          {text.noneWhy}
        </EmptyState>
      )}
      <ul className={css.lines}>
        {lines.map((each) => (
          <Line
            key={each.line.id}
            each={each}
            open={each.line.id === openId}
            tellsWhere={tellsWhere}
            onOpen={onOpen}
          />
        ))}
      </ul>
      {hasNextPage && (
        <Button busy={isFetching} onClick={() => void fetchNextPage()}>
          {text.more}
        </Button>
      )}
    </section>
  );
}

interface LineProps {
  readonly each: HistoryLine;
  readonly open: boolean;
  readonly tellsWhere: boolean;
  readonly onOpen: (id: string) => void;
}

function Line({ each: { line, visible, actions }, open, tellsWhere, onOpen }: LineProps) {
  const execute = useCommand();
  const names = useNames();
  const text = words.contact;
  const subject = subjectOf(line);
  const ended = line.completedAt;
  const take = async (type: 'pull' | 'reopen') => {
    const { id: interactionId, contactId } = line;
    const outcome = await execute(
      type === 'pull'
        ? { type, interactionId }
        : { type, interactionId, ...(contactId !== undefined && { contactId }) },
    );
    if (outcome?.ok) onOpen(interactionId);
  };
  return (
    <li className={css.line} data-open={open || undefined}>
      <MediaIcon mediaType={line.mediaType} label={names.media(line.mediaType)} />
      <div className={css.what}>
        {visible && !open ? (
          <button type="button" className={css.subject} title={subject} onClick={() => onOpen(line.id)}>
            {subject}
          </button>
        ) : (
          <span className={css.subject} title={subject}>
            {subject}
          </span>
        )}
        <span className={css.where}>
          <StateBadge state={line.state} label={words.states[line.state]} look="plain" />
          {(tellsWhere || ended !== undefined) && <span>{whereIs(line, names)}</span>}
          {line.disposition !== undefined && <span>{names.disposition(line.disposition)}</span>}
          <RelativeTime at={ended ?? line.placedAt} />
          {open && <span>{text.this}</span>}
        </span>
      </div>
      {actions.includes('pull') && (
        <Button
          size="s"
          icon={SquareArrowOutUpRight}
          aria-label={text.openWhat(subject)}
          onClick={() => void take('pull')}
        >
          {text.open}
        </Button>
      )}
      {actions.includes('reopen') && (
        <Button
          size="s"
          icon={RotateCcw}
          aria-label={text.reopenWhat(subject)}
          onClick={() => void take('reopen')}
        >
          {words.commands.reopen}
        </Button>
      )}
    </li>
  );
}
