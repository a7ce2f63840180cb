'use client';
import { PROPERTIES, parseCondition, SPANS, writeCondition } from '@intray/core';
import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../parts/Button.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { IconButton } from '../../parts/IconButton.tsx';
import { Select } from '../../parts/Select.tsx';
import { TextArea } from '../../parts/TextArea.tsx';
import { TextField } from '../../parts/TextField.tsx';
import {
  comparisonsFor,
  conditionOfDraft,
  draftOf,
  type FilterDraft,
  type FilterLine,
  lineFault,
  NEW_LINE,
  needsValue,
} from './draft.ts';
import css from './Oversight.module.css';
import { words } from './words.ts';

const EMPTY: FilterDraft = { join: 'all', lines: [NEW_LINE] };

export interface FilterBuilderProps {
  /** The condition to begin with; empty: none. */
  readonly condition: string;
  readonly onApply: (condition: string) => void;
  readonly onClose: () => void;
}

/** Puts a condition together line by line, or as text; both are the same language. */
export function FilterBuilder({ condition, onApply, onClose }: FilterBuilderProps) {
  const [begun] = useState(() => {
    const parsed = condition === '' ? undefined : parseCondition(condition);
    const draft = parsed?.ok ? draftOf(parsed.condition) : undefined;
    return { draft: condition === '' ? EMPTY : draft, text: condition };
  });
  const [draft, setDraft] = useState(begun.draft ?? EMPTY);
  const [text, setText] = useState(begun.text);
  const [asText, setAsText] = useState(begun.draft === undefined);
  const [tried, setTried] = useState(false);
  const written = conditionOfDraft(draft);
  const parsed = parseCondition(text);
  const { filter } = words;

  const apply = () => {
    setTried(true);
    if (asText) {
      if (text.trim() === '' || parsed.ok) onApply(text.trim());
    } else if (draft.lines.length === 0) onApply('');
    else if (written !== undefined) onApply(writeCondition(written));
  };
  const toText = () => {
    if (written !== undefined) setText(writeCondition(written));
    setAsText(true);
  };
  const rows = parsed.ok ? draftOf(parsed.condition) : undefined;
  const toRows = () => {
    if (text.trim() === '') setDraft(EMPTY);
    else if (rows !== undefined) setDraft(rows);
    setAsText(false);
  };
  const fault = !parsed.ok && text.trim() !== '' ? filter.unclear(parsed.at, parsed) : undefined;

  return (
    <Dialog
      open
      size="l"
      onOpenChange={(open) => open || onClose()}
      title={filter.title}
      description={filter.why}
      closeLabel={words.bulk.close}
      footer={
        <>
          <Button kind="bare" onClick={() => onApply('')}>
            {filter.clear}
          </Button>
          <Button kind="primary" onClick={apply}>
            {filter.apply}
          </Button>
        </>
      }
    >
      {asText ? (
        <div className={css.builder}>
          <TextArea
            label={filter.text}
            value={text}
            onChange={setText}
            rows={4}
            {...(fault !== undefined ? { error: fault } : {})}
          />
          {parsed.ok && rows === undefined && <p className={css.quiet}>{filter.notRows}</p>}
          <div>
            <Button kind="bare" size="s" onClick={toRows} disabled={text.trim() !== '' && rows === undefined}>
              {filter.asRows}
            </Button>
          </div>
        </div>
      ) : (
        <div className={css.builder}>
          {draft.lines.length > 1 && (
            <div className={css.join}>
              <Select
                label={filter.join}
                value={draft.join}
                options={[
                  { value: 'all', label: filter.joins.all },
                  { value: 'any', label: filter.joins.any },
                ]}
                onChange={(join) => setDraft({ ...draft, join })}
              />
            </div>
          )}
          {draft.lines.map((line, index) => (
            <Line
              // Lines have no name of their own, and nothing but their place tells them apart.
              key={`line ${index + 1}`}
              line={line}
              tried={tried}
              onChange={(next) =>
                setDraft({ ...draft, lines: draft.lines.map((each, at) => (at === index ? next : each)) })
              }
              onRemove={() => setDraft({ ...draft, lines: draft.lines.filter((_, at) => at !== index) })}
            />
          ))}
          <div className={css.builderEnd}>
            <Button
              size="s"
              icon={Plus}
              onClick={() => setDraft({ ...draft, lines: [...draft.lines, NEW_LINE] })}
            >
              {filter.add}
            </Button>
            <Button kind="bare" size="s" onClick={toText}>
              {filter.asText}
            </Button>
          </div>
          {written !== undefined && <code className={css.written}>{writeCondition(written)}</code>}
        </div>
      )}
    </Dialog>
  );
}

interface LineProps {
  readonly line: FilterLine;
  readonly tried: boolean;
  readonly onChange: (line: FilterLine) => void;
  readonly onRemove: () => void;
}

/** One comparison. */
function Line({ line, tried, onChange, onRemove }: LineProps) {
  const { filter } = words;
  const fault = tried ? lineFault(line) : undefined;
  const fields: readonly { value: FilterLine['field']; label: string }[] = [
    { value: 'key', label: filter.attached },
    ...SPANS.map((value) => ({ value, label: filter.spans[value] })),
    ...PROPERTIES.map((value) => ({ value, label: filter.properties[value] })),
  ];
  const setField = (field: FilterLine['field']) => {
    const may = comparisonsFor(field);
    onChange({ ...line, field, by: may.includes(line.by) ? line.by : (may[0] ?? '=') });
  };
  return (
    <div className={css.line}>
      <Select label={filter.field} hideLabel value={line.field} options={fields} onChange={setField} />
      {line.field === 'key' && (
        <TextField
          label={filter.key}
          hideLabel
          placeholder={filter.key}
          value={line.key}
          onChange={(key) => onChange({ ...line, key })}
          {...(fault === 'key' ? { error: filter.missing } : {})}
        />
      )}
      <Select
        label={filter.by}
        hideLabel
        value={line.by}
        options={comparisonsFor(line.field).map((value) => ({ value, label: filter.comparisons[value] }))}
        onChange={(by) => onChange({ ...line, by })}
      />
      {needsValue(line) && (
        <TextField
          label={filter.value}
          hideLabel
          placeholder={filter.value}
          value={line.value}
          onChange={(value) => onChange({ ...line, value })}
          {...(fault === 'value' ? { error: filter.missing } : {})}
        />
      )}
      <IconButton icon={Trash2} size="s" label={filter.remove} onClick={onRemove} />
    </div>
  );
}
