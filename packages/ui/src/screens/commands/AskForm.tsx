'use client';
import { CalendarClock, Clock } from 'lucide-react';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useDesk } from '../../desk/DeskProvider.tsx';
import { locale } from '../../language/locale.ts';
import { Button } from '../../parts/Button.tsx';
import { TextField } from '../../parts/TextField.tsx';
import { words } from '../words.ts';
import { ChoiceList } from './ChoiceList.tsx';
import css from './Commands.module.css';
import { lookOf } from './looks.ts';
import { fromLocalInput, momentOf, PRESETS, toLocalInput } from './moments.ts';
import type { QuestionProps } from './question.ts';

const { ask } = words;

interface FormProps {
  readonly command: QuestionProps['command'];
  readonly onSend: () => void;
  readonly children: ReactNode;
}

/** Fields and the one button that gives the command. */
function Form({ command, onSend, children }: FormProps) {
  const send = (event: FormEvent) => {
    event.preventDefault();
    onSend();
  };
  return (
    <form className={css.form} onSubmit={send} noValidate>
      {children}
      <div className={css.buttons}>
        <Button type="submit" kind={lookOf(command).danger ? 'danger' : 'primary'}>
          {words.commands[command]}
        </Button>
      </div>
    </form>
  );
}

/** Why, in a few words, for those who read the history. */
export function AskReason({ view, command, onGive }: QuestionProps) {
  const [reason, setReason] = useState('');
  const { id: interactionId } = view.interaction;
  const why = reason.trim() === '' ? {} : { reason: reason.trim() };
  const send = () =>
    onGive(
      command === 'cancel'
        ? { type: 'cancel', interactionId, ...why }
        : { type: 'hold', interactionId, ...why },
    );
  return (
    <Form command={command} onSend={send}>
      <TextField
        label={ask.reasonOptional}
        value={reason}
        onChange={setReason}
        maxLength={500}
        autoComplete="off"
      />
    </Form>
  );
}

const OTHER = 'other';

const clockTime = (moment: number) =>
  new Date(moment).toLocaleString(locale(), {
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  });

/** Until when it shall sleep: a usual moment, or one of the person's own. */
export function AskMoment({ view, command, onGive }: QuestionProps) {
  const { clock } = useDesk();
  const [now] = useState(() => clock.now());
  const [own, setOwn] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const { id: interactionId } = view.interaction;
  const snooze = (wakeAt: number) => onGive({ type: 'snooze', interactionId, wakeAt });

  if (own !== undefined) {
    const send = () => {
      const moment = fromLocalInput(own);
      if (moment === undefined || moment <= clock.now()) setProblem(ask.pastTime);
      else snooze(moment);
    };
    return (
      <Form command={command} onSend={send}>
        <TextField
          label={ask.at}
          type="datetime-local"
          autoFocus
          value={own}
          onChange={setOwn}
          {...(problem !== undefined && { error: problem })}
        />
      </Form>
    );
  }
  const presets = PRESETS.flatMap((preset) => {
    const moment = momentOf(preset, now);
    return moment === undefined ? [] : [{ preset, moment }];
  });
  return (
    <ChoiceList
      label={ask.when}
      placeholder={ask.when}
      emptyText={ask.snoozes.other}
      onChoose={(id) => {
        const moment = presets.find(({ preset }) => preset === id)?.moment;
        if (moment === undefined) setOwn(toLocalInput(now + 3_600_000));
        else snooze(moment);
      }}
      choices={[
        ...presets.map(({ preset, moment }) => ({
          id: preset,
          label: ask.snoozes[preset],
          hint: clockTime(moment),
          icon: Clock,
        })),
        { id: OTHER, label: ask.snoozes.other, icon: CalendarClock },
      ]}
    />
  );
}

/** Priority, due date and contact. Only what was changed is sent. */
export function AskProperties({ view, command, onGive }: QuestionProps) {
  const { interaction } = view;
  const [priority, setPriority] = useState(String(interaction.priority));
  const [due, setDue] = useState(interaction.dueAt === undefined ? '' : toLocalInput(interaction.dueAt));
  const [contact, setContact] = useState(interaction.contactId ?? '');
  const [problem, setProblem] = useState<string>();
  const [before] = useState({ priority, due, contact });

  const send = () => {
    const number = Number(priority);
    if (priority.trim() === '' || !Number.isInteger(number)) {
      setProblem(ask.notWhole);
      return;
    }
    onGive({
      type: 'updateProperties',
      interactionId: interaction.id,
      ...(priority !== before.priority && { priority: number }),
      ...(due !== before.due && { dueAt: fromLocalInput(due) ?? null }),
      ...(contact !== before.contact && { contactId: contact.trim() === '' ? null : contact.trim() }),
    });
  };
  return (
    <Form command={command} onSend={send}>
      <div className={css.pair}>
        <TextField
          label={ask.priority}
          inputMode="numeric"
          value={priority}
          onChange={setPriority}
          {...(problem === undefined ? { description: ask.priorityHint } : { error: problem })}
        />
        <TextField label={ask.due} type="datetime-local" value={due} onChange={setDue} />
      </div>
      <TextField
        label={ask.contact}
        value={contact}
        onChange={setContact}
        maxLength={255}
        autoComplete="off"
      />
    </Form>
  );
}
