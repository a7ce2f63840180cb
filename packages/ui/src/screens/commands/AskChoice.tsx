'use client';
import { sameWorkbin, type WorkbinSummary, workbinKey } from '@intray/core';
import { Circle, CircleDot, FolderInput, ListEnd, UserRound } from 'lucide-react';
import { useState } from 'react';
import { useCatalogue, useColleagues, useQueues, useWorkbins } from '../../desk/questions.ts';
import { Checkbox } from '../../parts/Checkbox.tsx';
import { useNames } from '../names.ts';
import { words } from '../words.ts';
import { type Choice, ChoiceList } from './ChoiceList.tsx';
import css from './Commands.module.css';
import type { QuestionProps } from './question.ts';

const { ask } = words;

/** One of the trays the person reaches, with how full each is. */
export function AskWorkbin({ view, command, onGive }: QuestionProps) {
  const { data: workbins } = useWorkbins();
  const names = useNames();
  const [saveLastAgent, setSaveLastAgent] = useState(false);
  const { id: interactionId, contactId } = view.interaction;
  const { inProgress } = view.options;
  // Where it would go without a choice comes first, then the person's own.
  const rank = ({ workbin, mine }: WorkbinSummary) => (sameWorkbin(workbin, inProgress) ? 2 : Number(mine));
  const sorted = workbins && [...workbins].sort((a, b) => rank(b) - rank(a));
  const choose = (key: string) => {
    const workbin = sorted?.find((each) => workbinKey(each.workbin) === key)?.workbin;
    if (workbin === undefined) return;
    if (command === 'moveToWorkbin') onGive({ type: 'moveToWorkbin', interactionId, workbin });
    else onGive({ type: 'placeInWorkbin', interactionId, workbin, ...(saveLastAgent && { saveLastAgent }) });
  };
  return (
    <div className={css.form}>
      <ChoiceList
        label={ask.workbin}
        placeholder={ask.findWorkbin}
        emptyText={ask.noWorkbin}
        onChoose={choose}
        choices={sorted?.map(({ workbin, name, mine, count, limit }) => ({
          id: workbinKey(workbin),
          label: mine ? name : names.workbin(workbin),
          hint: limit === undefined ? words.nav.items(count) : words.list.limit(count, limit),
          icon: FolderInput,
        }))}
      />
      {command === 'placeInWorkbin' && contactId !== undefined && (
        <Checkbox label={ask.saveLastAgent} checked={saveLastAgent} onChange={setSaveLastAgent} />
      )}
    </div>
  );
}

/** One of the configured queues; how many wait where the person may know. */
export function AskQueue({ view, command, onGive }: QuestionProps) {
  const { data: catalogue } = useCatalogue();
  const { data: queues } = useQueues();
  const { id: interactionId } = view.interaction;
  const countOf = (id: string) => queues?.find(({ queue }) => queue === id)?.count;
  return (
    <ChoiceList
      label={ask.queue}
      placeholder={ask.findQueue}
      emptyText={ask.noQueue}
      onChoose={(queue) =>
        onGive(
          command === 'restart'
            ? { type: 'restart', interactionId, queue }
            : { type: 'moveToQueue', interactionId, queue },
        )
      }
      choices={catalogue?.queues.map(({ id, name }) => {
        const count = countOf(id);
        return {
          id,
          label: name,
          icon: ListEnd,
          ...(count !== undefined && { hint: words.nav.items(count) }),
        };
      })}
    />
  );
}

/** A colleague, those who can take it first: that order is the server's. */
export function AskColleague({ view, command, onGive }: QuestionProps) {
  const { id: interactionId, mediaType } = view.interaction;
  const [text, setText] = useState('');
  const { data } = useColleagues(text, mediaType);
  const choices = data?.map(({ id, name, active, hasRoomFor, ready }): Choice => {
    const room = hasRoomFor.includes(mediaType);
    const state = !active
      ? ask.notOn
      : !room
        ? ask.full
        : ready.includes(mediaType)
          ? words.channels.ready
          : ask.hasRoom;
    return { id, label: name, hint: state, icon: UserRound };
  });
  return (
    <ChoiceList
      label={ask.colleagues}
      placeholder={ask.colleague}
      emptyText={words.empty.colleagues}
      onSearch={setText}
      onChoose={(agentId) =>
        onGive(
          command === 'invite'
            ? { type: 'invite', interactionId, agentId }
            : { type: 'transfer', interactionId, agentId },
        )
      }
      choices={choices}
    />
  );
}

const NONE = ' none';

/** How it ended. Whether that must be said the options say; core refuses without it. */
export function AskDisposition({ view, command, onGive }: QuestionProps) {
  const { data: catalogue } = useCatalogue();
  const { id: interactionId, disposition: current } = view.interaction;
  const finishing = command === 'complete';
  const { dispositionMandatory, defaultDisposition, dispositions = catalogue?.dispositions } = view.options;
  const mandatory = finishing && dispositionMandatory;
  const initial = current ?? defaultDisposition;
  const headings = new Set(dispositions?.map(({ parent }) => parent));
  const give = (id: string) => {
    const disposition = id === NONE ? undefined : id;
    if (finishing)
      onGive({ type: 'complete', interactionId, ...(disposition !== undefined && { disposition }) });
    else onGive({ type: 'setDisposition', interactionId, disposition: disposition ?? null });
  };
  const none: readonly Choice[] = mandatory ? [] : [{ id: NONE, label: ask.noDisposition, icon: Circle }];
  return (
    <div className={css.form}>
      {mandatory && <p>{ask.dispositionNeeded}</p>}
      <ChoiceList
        label={ask.disposition}
        placeholder={ask.disposition}
        emptyText={ask.noDisposition}
        onChoose={give}
        {...(initial !== undefined && { initial })}
        choices={
          dispositions && [
            ...none,
            ...dispositions
              .filter(({ id }) => !headings.has(id))
              .map(({ id, name }) => ({ id, label: name, icon: id === current ? CircleDot : Circle })),
          ]
        }
      />
    </div>
  );
}
