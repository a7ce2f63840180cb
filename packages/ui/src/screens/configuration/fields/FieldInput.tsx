'use client';
import { Select } from '../../../parts/Select.tsx';
import { Switch } from '../../../parts/Switch.tsx';
import { TextArea } from '../../../parts/TextArea.tsx';
import { TextField } from '../../../parts/TextField.tsx';
import { choiceTitle } from '../titles.ts';
import { words } from '../words.ts';
import { numberTyped } from './blank.ts';
import type { FieldInputProps } from './field-props.ts';
import { JsonField } from './JsonField.tsx';
import { ListField } from './ListField.tsx';
import { NamesField } from './NamesField.tsx';
import { ObjectField } from './ObjectField.tsx';
import { RecordField } from './RecordField.tsx';
import { ReferenceField } from './ReferenceField.tsx';

const LONG = 1_000;
const NONE = '';

/** The control for a value of some shape. */
export function FieldInput(props: FieldInputProps) {
  const { label, description, error, shape, required, value, onChange } = props;
  const frame = {
    label,
    required,
    ...(description !== undefined && { description }),
    ...(error !== undefined && { error }),
  };
  switch (shape.type) {
    case 'text': {
      if (shape.names !== undefined) return <ReferenceField {...props} kinds={shape.names} />;
      const text = value === undefined ? '' : String(value);
      const Line = (shape.longest ?? 0) >= LONG ? TextArea : TextField;
      return (
        <Line
          {...frame}
          value={text}
          spellCheck={false}
          onChange={(next) => onChange(next === '' && !required ? undefined : next)}
        />
      );
    }
    case 'number':
      return (
        <TextField
          {...frame}
          inputMode="numeric"
          value={value === undefined ? '' : String(value)}
          onChange={(next) => onChange(numberTyped(next) ?? (required ? '' : undefined))}
        />
      );
    case 'flag':
      return (
        <Switch
          label={label}
          {...(description !== undefined && { description })}
          checked={value === true}
          onChange={(on) => onChange(on || (required ? false : undefined))}
        />
      );
    case 'choice':
      return (
        <Select
          {...frame}
          value={value === undefined ? NONE : String(value)}
          onChange={(next) => onChange(next === NONE ? undefined : next)}
          options={[
            ...(required ? [] : [{ value: NONE, label: words.field.none }]),
            ...shape.choices.map((choice) => ({ value: choice, label: choiceTitle(choice) })),
          ]}
        />
      );
    case 'list':
      return shape.of.type === 'text' || shape.of.type === 'choice' ? (
        <NamesField {...props} of={shape.of} />
      ) : (
        <ListField {...props} of={shape.of} />
      );
    case 'record':
      return <RecordField {...props} shape={shape} />;
    case 'object':
      return <ObjectField {...props} shape={shape} />;
    case 'json':
      return <JsonField {...props} />;
    case 'options':
      // Options stand in a form of their own; whoever draws an object says where.
      return null;
  }
}
