'use client';
import { type Operation, workbinKey } from '@intray/core';
import { type FormEvent, useState } from 'react';
import { useCatalogue, useColleagues, useWorkbins } from '../../desk/questions.ts';
import { Button } from '../../parts/Button.tsx';
import { Combobox } from '../../parts/Combobox.tsx';
import type { SelectOption } from '../../parts/Select.tsx';
import { TextField } from '../../parts/TextField.tsx';
import { useNames } from '../names.ts';
import css from './Oversight.module.css';
import { typedValue } from './typed-value.ts';
import { words } from './words.ts';

export interface OperationFormProps {
  readonly type: Operation['type'];
  readonly initial: Operation | undefined;
  readonly onReady: (operation: Operation) => void;
}

/** Asks what an operation carries. */
export function OperationForm({ type, initial, onReady }: OperationFormProps) {
  switch (type) {
    case 'moveToQueue':
    case 'restart':
      return <AskQueue type={type} initial={initial} onReady={onReady} />;
    case 'moveToWorkbin':
      return <AskWorkbin onReady={onReady} />;
    case 'invite':
      return <AskAgent onReady={onReady} />;
    case 'hold':
    case 'cancel':
      return <AskReason type={type} onReady={onReady} />;
    case 'complete':
      return <AskDisposition onReady={onReady} />;
    case 'updateProperties':
      return <AskPriority onReady={onReady} />;
    case 'updateUserData':
      return <AskData onReady={onReady} />;
    case 'revoke':
      return <Form onSend={() => onReady({ type, reason: 'supervisor' })} />;
    case 'resume':
    case 'applyRules':
      return <Form onSend={() => onReady({ type })} />;
  }
}

interface FormProps {
  readonly onSend: () => void;
  readonly disabled?: boolean;
  readonly children?: React.ReactNode;
}

/** Fields, and the one button that goes on. */
function Form({ onSend, disabled, children }: FormProps) {
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!disabled) onSend();
  };
  return (
    <form className={css.form} onSubmit={send} noValidate>
      {children}
      <div className={css.formEnd}>
        <Button type="submit" kind="primary" disabled={disabled ?? false}>
          {words.bulk.preview}
        </Button>
      </div>
    </form>
  );
}

interface ChooseProps {
  readonly label: string;
  readonly options: readonly SelectOption[];
  readonly onReady: (id: string) => void;
  readonly initial?: string;
}

/** One of many. */
function Choose({ label, options, onReady, initial }: ChooseProps) {
  const [chosen, setChosen] = useState<string | null>(initial ?? null);
  return (
    <Form disabled={chosen === null} onSend={() => chosen !== null && onReady(chosen)}>
      <Combobox
        label={label}
        options={options}
        value={chosen}
        onChange={setChosen}
        placeholder={words.bulk.choose}
        emptyText={words.bulk.nothingFits}
        openLabel={words.bulk.open}
      />
    </Form>
  );
}

type Ready = Pick<OperationFormProps, 'onReady'>;

function AskQueue({
  type,
  initial,
  onReady,
}: Ready & { readonly type: 'moveToQueue' | 'restart'; readonly initial: Operation | undefined }) {
  const { data: catalogue } = useCatalogue();
  const before = initial?.type === type ? initial.queue : undefined;
  return (
    <Choose
      label={words.bulk.queue}
      options={(catalogue?.queues ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      onReady={(queue) => onReady({ type, queue })}
      {...(before !== undefined && { initial: before })}
    />
  );
}

function AskWorkbin({ onReady }: Ready) {
  const { data: workbins } = useWorkbins();
  const names = useNames();
  return (
    <Choose
      label={words.bulk.workbin}
      options={(workbins ?? []).map(({ workbin }) => ({
        value: workbinKey(workbin),
        label: names.workbin(workbin),
      }))}
      onReady={(key) => {
        const found = workbins?.find(({ workbin }) => workbinKey(workbin) === key);
        if (found) onReady({ type: 'moveToWorkbin', workbin: found.workbin });
      }}
    />
  );
}

function AskAgent({ onReady }: Ready) {
  const { data: colleagues } = useColleagues('');
  return (
    <Choose
      label={words.bulk.agent}
      options={(colleagues ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      onReady={(agentId) => onReady({ type: 'invite', agentId })}
    />
  );
}

function AskReason({ type, onReady }: Ready & { readonly type: 'hold' | 'cancel' }) {
  const [reason, setReason] = useState('');
  const why = reason.trim() === '' ? {} : { reason: reason.trim() };
  return (
    <Form onSend={() => onReady(type === 'hold' ? { type, ...why } : { type, ...why })}>
      <TextField
        label={words.bulk.reason}
        value={reason}
        onChange={setReason}
        maxLength={500}
        autoComplete="off"
      />
    </Form>
  );
}

function AskDisposition({ onReady }: Ready) {
  const { data: catalogue } = useCatalogue();
  const [chosen, setChosen] = useState<string | null>(null);
  return (
    <Form onSend={() => onReady({ type: 'complete', ...(chosen === null ? {} : { disposition: chosen }) })}>
      <Combobox
        label={words.bulk.disposition}
        options={(catalogue?.dispositions ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        value={chosen}
        onChange={setChosen}
        placeholder={words.bulk.noDisposition}
        emptyText={words.bulk.nothingFits}
        openLabel={words.bulk.open}
      />
    </Form>
  );
}

function AskPriority({ onReady }: Ready) {
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const whole = text.trim() !== '' && Number.isInteger(Number(text));
  const send = () => {
    setTried(true);
    if (whole) onReady({ type: 'updateProperties', priority: Number(text) });
  };
  return (
    <Form onSend={send}>
      <TextField
        label={words.bulk.priority}
        inputMode="numeric"
        value={text}
        onChange={setText}
        {...(tried && !whole ? { error: words.bulk.notWhole } : {})}
      />
    </Form>
  );
}

function AskData({ onReady }: Ready) {
  const [key, setKey] = useState('');
  const [value, setValue] = useState('');
  const send = () => onReady({ type: 'updateUserData', userData: { [key.trim()]: typedValue(value) } });
  return (
    <Form disabled={key.trim() === ''} onSend={send}>
      <div className={css.pair}>
        <TextField label={words.bulk.key} value={key} onChange={setKey} maxLength={255} autoComplete="off" />
        <TextField label={words.bulk.value} value={value} onChange={setValue} autoComplete="off" />
      </div>
    </Form>
  );
}
