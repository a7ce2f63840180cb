'use client';
import { Menu as Base } from '@base-ui/react/menu';
import { Check, type LucideIcon } from 'lucide-react';
import { Fragment, type ReactElement, type ReactNode } from 'react';
import { classes } from '../design/classes.ts';
import { KeyHint } from './KeyHint.tsx';
import popup from './Popup.module.css';

export interface MenuItem {
  readonly id: string;
  readonly label: ReactNode;
  readonly icon?: LucideIcon;
  readonly shortcut?: string;
  /** Shows a tick, where items are settings rather than deeds. */
  readonly checked?: boolean;
  readonly danger?: boolean;
  readonly disabled?: boolean;
  readonly onSelect: () => void;
}

/** Items that belong together; a line divides one group from the next. */
export interface MenuGroup {
  readonly id: string;
  readonly label?: string;
  readonly items: readonly MenuItem[];
}

export interface MenuProps {
  /** The button that opens it: one element that takes a ref, such as Button or IconButton's. */
  readonly trigger: ReactElement;
  readonly groups: readonly MenuGroup[];
  readonly side?: 'top' | 'bottom' | 'left' | 'right';
  readonly align?: 'start' | 'center' | 'end';
}

/** Things to do, opened from a button. Arrow keys, typing ahead and Esc work as in any menu. */
export function Menu({ trigger, groups, side = 'bottom', align = 'start' }: MenuProps) {
  return (
    <Base.Root modal={false}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner className={popup.positioner} side={side} align={align} sideOffset={4}>
          <Base.Popup className={popup.popup}>
            {groups.map((group, index) => (
              <Fragment key={group.id}>
                {index > 0 && <Base.Separator className={popup.separator} />}
                <Base.Group>
                  {group.label && <Base.GroupLabel className={popup.heading}>{group.label}</Base.GroupLabel>}
                  {group.items.map((item) => (
                    <Entry key={item.id} item={item} />
                  ))}
                </Base.Group>
              </Fragment>
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

function Entry({ item }: { readonly item: MenuItem }) {
  const { label, icon: Icon, shortcut, checked, danger, disabled, onSelect } = item;
  const className = classes(popup.item, danger && popup.danger);
  const content = (
    <>
      {Icon && <Icon className={popup.icon} aria-hidden />}
      <span className={popup.text}>{label}</span>
      {shortcut && <KeyHint keys={shortcut} decorative />}
      {checked && (
        <span className={popup.check}>
          <Check aria-hidden />
        </span>
      )}
    </>
  );
  return checked === undefined ? (
    <Base.Item className={className} disabled={disabled ?? false} onClick={onSelect}>
      {content}
    </Base.Item>
  ) : (
    <Base.CheckboxItem
      className={className}
      disabled={disabled ?? false}
      checked={checked}
      closeOnClick
      onCheckedChange={onSelect}
    >
      {content}
    </Base.CheckboxItem>
  );
}
