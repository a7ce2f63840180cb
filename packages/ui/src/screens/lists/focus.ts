/**
 * Puts the keyboard on the list's current row, or on the list itself while it has none. At once, because the next key
 * may follow at once; and again a frame later, when a dialog that closes has given the focus back to where it was.
 */
export function focusRow(room: HTMLElement | null): void {
  const focus = () => {
    const current = room?.querySelector<HTMLElement>('[data-index][aria-current="true"]');
    const active = room?.querySelector<HTMLElement>('[data-index][tabindex="0"]');
    (current ?? active ?? room)?.focus();
  };
  focus();
  requestAnimationFrame(focus);
}

/** Nobody has the keyboard: what had it is gone, or the empty room kept it. */
export function isKeyboardFree(): boolean {
  const { activeElement, body } = document;
  return activeElement === null || activeElement === body || activeElement.id === 'list';
}
