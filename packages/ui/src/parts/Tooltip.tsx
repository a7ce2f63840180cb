'use client';
import {
  type ComponentType,
  cloneElement,
  type FocusEvent,
  type PointerEvent,
  type ReactElement,
  type ReactNode,
  useEffect,
  useRef,
  useState,
} from 'react';
import type { TooltipPopupProps } from './TooltipPopup.tsx';

/** What a tooltip listens to. Its own element may listen too: both hear it. */
interface Heard {
  readonly onPointerEnter?: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerLeave?: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerDown?: (event: PointerEvent<HTMLElement>) => void;
  readonly onFocus?: (event: FocusEvent<HTMLElement>) => void;
  readonly onBlur?: (event: FocusEvent<HTMLElement>) => void;
}

export interface TooltipProps {
  /** A few words. Whatever a person must know belongs on the page instead: touch and haste never see this. */
  readonly label: ReactNode;
  readonly shortcut?: string;
  readonly side?: 'top' | 'bottom' | 'left' | 'right';
  /** One element that listens and can be focused. */
  readonly children: ReactElement<Heard>;
}

/** Milliseconds that a pointer rests before it is told what is below it. */
const REST = 600;

/** What draws it: fetched when the first one is asked for, because placing it takes more code than all buttons do. */
let drawing: Promise<ComponentType<TooltipPopupProps>> | undefined;
async function fetchDrawing(): Promise<ComponentType<TooltipPopupProps>> {
  drawing ??= import('./TooltipPopup.tsx').then(
    ({ TooltipPopup }) => TooltipPopup,
    (cause: unknown) => {
      drawing = undefined;
      throw cause;
    },
  );
  return await drawing;
}

/** A few words about what is under the pointer or has the focus. */
export function Tooltip({ label, shortcut, side = 'bottom', children }: TooltipProps) {
  const [Popup, setPopup] = useState<ComponentType<TooltipPopupProps>>();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [open, setOpen] = useState(false);
  const asked = useRef<{ readonly timer: ReturnType<typeof setTimeout> | undefined }>(undefined);

  const hide = () => {
    clearTimeout(asked.current?.timer);
    asked.current = undefined;
    setOpen(false);
  };
  const show = (element: HTMLElement, delay: number) => {
    clearTimeout(asked.current?.timer);
    const begin = () =>
      // Without the code there is no tooltip, and what it says stands nowhere else than in the element's own name.
      fetchDrawing().then(
        (fetched) => {
          if (asked.current !== question) return;
          setPopup(() => fetched);
          setAnchor(element);
          setOpen(true);
        },
        () => {},
      );
    const question = { timer: setTimeout(begin, delay) };
    asked.current = question;
  };
  useEffect(
    () => () => {
      clearTimeout(asked.current?.timer);
      asked.current = undefined;
    },
    [],
  );

  const own = children.props;
  const listening: Heard = {
    onPointerEnter(event) {
      own.onPointerEnter?.(event);
      if (event.pointerType !== 'touch') show(event.currentTarget, REST);
    },
    onPointerLeave(event) {
      own.onPointerLeave?.(event);
      hide();
    },
    onPointerDown(event) {
      own.onPointerDown?.(event);
      hide();
    },
    onFocus(event) {
      own.onFocus?.(event);
      if (event.currentTarget.matches(':focus-visible')) show(event.currentTarget, 0);
    },
    onBlur(event) {
      own.onBlur?.(event);
      hide();
    },
  };
  return (
    <>
      {cloneElement(children, listening)}
      {Popup && (
        <Popup anchor={anchor} open={open} onHide={hide} label={label} shortcut={shortcut} side={side} />
      )}
    </>
  );
}
