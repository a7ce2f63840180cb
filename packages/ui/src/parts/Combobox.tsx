'use client';
import { Combobox as Base } from '@base-ui/react/combobox';
import { Check, ChevronsUpDown } from 'lucide-react';
import { useId } from 'react';
import { classes } from '../design/classes.ts';
import { defined } from '../design/defined.ts';
import frame from './FieldFrame.module.css';
import { FieldFrame, type FieldProps } from './FieldFrame.tsx';
import popup from './Popup.module.css';
import css from './Select.module.css';
import type { SelectOption } from './Select.tsx';

export interface ComboboxProps<V extends string> extends FieldProps {
  readonly options: readonly SelectOption<V>[];
  readonly value: V | null;
  /** `null` when the person empties the line. */
  readonly onChange: (value: V | null) => void;
  readonly placeholder?: string;
  /** Said when nothing matches what was typed. */
  readonly emptyText: string;
  /** Names the button that opens the list. */
  readonly openLabel: string;
}

/** The most that are drawn at once; more are found by typing. */
const MOST = 100;

/** One of many, found by typing. */
export function Combobox<V extends string>(props: ComboboxProps<V>) {
  const { label, hideLabel, description, error, disabled, required } = props;
  const { options, value, onChange, placeholder, emptyText, openLabel } = props;
  const id = useId();
  const chosen = options.find((option) => option.value === value) ?? null;
  return (
    <Base.Root
      items={options}
      limit={MOST}
      value={chosen}
      disabled={disabled ?? false}
      required={required ?? false}
      onValueChange={(option) => onChange(option?.value ?? null)}
    >
      <FieldFrame {...defined({ hideLabel, description, error, disabled, required })} label={label}>
        <Base.InputGroup className={classes(frame.control, css.group)}>
          <Base.Input id={id} className={css.input} placeholder={placeholder} />
          <Base.Trigger className={css.open} aria-label={openLabel}>
            <ChevronsUpDown aria-hidden />
          </Base.Trigger>
        </Base.InputGroup>
      </FieldFrame>
      <Base.Portal>
        <Base.Positioner className={popup.positioner} sideOffset={4}>
          <Base.Popup className={classes(popup.popup, popup.anchored)}>
            <Base.Empty>
              <div className={popup.empty}>{emptyText}</div>
            </Base.Empty>
            <Base.List>
              {(option: SelectOption<V>) => (
                <Base.Item
                  key={option.value}
                  value={option}
                  disabled={option.disabled ?? false}
                  className={popup.item}
                >
                  {option.icon && <option.icon className={popup.icon} aria-hidden />}
                  <span className={popup.text}>{option.label}</span>
                  <Base.ItemIndicator className={popup.check}>
                    <Check aria-hidden />
                  </Base.ItemIndicator>
                </Base.Item>
              )}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
