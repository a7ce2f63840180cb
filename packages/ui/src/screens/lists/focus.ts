/** Puts the keyboard on the list's current row, or on the list itself while it has none. */
export function focusRow(room: HTMLElement | null): void {
  // A frame later: what was just closed has given its focus back by then.
  requestAnimationFrame(() => {
    const row = room?.querySelector<HTMLElement>('[data-index][aria-current="true"]') ?? firstRow(room);
    (row ?? room)?.focus();
  });
}

const firstRow = (room: HTMLElement | null) => room?.querySelector<HTMLElement>('[data-index][tabindex="0"]');
