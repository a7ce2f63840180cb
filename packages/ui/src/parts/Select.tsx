'use client';
import { Select as Base } from '@base-ui/react/select';
import { Check, ChevronsUpDown, type LucideIcon } from 'lucide-react';
import { classes } from '../design/classes.ts';
import { defined } from '../design/defined.ts';
import frame from './FieldFrame.module.css';
import { FieldFrame, type FieldProps, RequiredMark } from './FieldFrame.tsx';
import popup from './Popup.module.css';
import css from './Select.module.css';

export interface SelectOption<V extends string = string> {
  readonly value: V;
  readonly label: string;
  readonly icon?: LucideIcon;
  readonly disabled?: boolean;
}

export interface SelectProps<V extends string> extends FieldProps {
  readonly options: readonly SelectOption<V>[];
  /** `null`: nothing chosen yet, the placeholder shows. */
  readonly value: V | null;
  readonly onChange: (value: V) => void;
  readonly placeholder?: string;
}

/** One of a few. For more than about fifteen, Combobox is kinder. */
export function Select<V extends string>(props: SelectProps<V>) {
  const { label, hideLabel, description, error, disabled, required, options, value, onChange, placeholder } =
    props;
  return (
    <Base.Root
      items={options}
      value={value}
      disabled={disabled ?? false}
      required={required ?? false}
      onValueChange={(chosen) => chosen !== null && onChange(chosen)}
    >
      <FieldFrame
        {...defined({ description, error, disabled })}
        label={label}
        labelElement={
          <Base.Label className={classes(frame.label, hideLabel && 'visually-hidden')}>
            {label}
            {required && <RequiredMark />}
          </Base.Label>
        }
      >
        <Base.Trigger className={classes(frame.control, css.trigger)}>
          <Base.Value className={css.value} placeholder={placeholder} />
          <Base.Icon className={css.chevron}>
            <ChevronsUpDown aria-hidden />
          </Base.Icon>
        </Base.Trigger>
      </FieldFrame>
      <Base.Portal>
        <Base.Positioner className={popup.positioner} sideOffset={4} alignItemWithTrigger={false}>
          <Base.Popup className={classes(popup.popup, popup.anchored)}>
            <Base.List>
              {options.map(({ value: each, label: word, icon: Icon, disabled: off }) => (
                <Base.Item key={each} value={each} disabled={off ?? false} className={popup.item}>
                  {Icon && <Icon className={popup.icon} aria-hidden />}
                  <Base.ItemText className={popup.text}>{word}</Base.ItemText>
                  <Base.ItemIndicator className={popup.check}>
                    <Check aria-hidden />
                  </Base.ItemIndicator>
                </Base.Item>
              ))}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
