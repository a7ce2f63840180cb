/** Shortcuts are written as react-hotkeys-hook reads them: parts joined with `+`, `mod` for Ctrl or the Mac's ⌘. */
const ON_MAC: Readonly<Record<string, string>> = { mod: '⌘', alt: '⌥', shift: '⇧', ctrl: '⌃' };
const ELSEWHERE: Readonly<Record<string, string>> = { mod: 'Ctrl', alt: 'Alt', shift: 'Shift', ctrl: 'Ctrl' };
const EVERYWHERE: Readonly<Record<string, string>> = {
  enter: '↵',
  escape: 'Esc',
  up: '↑',
  down: '↓',
  left: '←',
  right: '→',
  space: 'Space',
};

/** The caps to draw for a shortcut: `mod+enter` → `['Ctrl', '↵']`, on a Mac `['⌘', '↵']`. */
export function keyCaps(shortcut: string, mac: boolean): string[] {
  return shortcut.split('+').map((part) => {
    const key = part.toLowerCase();
    return (
      (mac ? ON_MAC : ELSEWHERE)[key] ?? EVERYWHERE[key] ?? (part.length === 1 ? part.toUpperCase() : part)
    );
  });
}

const ARIA: Readonly<Record<string, string>> = {
  mod: 'Control',
  ctrl: 'Control',
  shift: 'Shift',
  alt: 'Alt',
};

/** The same shortcut in the form that `aria-keyshortcuts` wants: `mod+enter` → `Control+Enter`. */
export function ariaShortcut(shortcut: string): string {
  return shortcut
    .split('+')
    .map((part) => ARIA[part.toLowerCase()] ?? part.charAt(0).toUpperCase() + part.slice(1))
    .join('+');
}
