/** Which shortcut a key press means. Pure, so that layouts and modifiers are tested without a browser. */
export interface Press {
  readonly key: string;
  readonly code: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

const LETTER = /^[a-z]$/;

/**
 * `a`, `shift+s`, `?`, `escape`; `undefined` for presses that belong to the browser. On a keyboard without Latin letters
 * the place of the key counts.
 */
export function pressed({ key, code, shiftKey, ctrlKey, metaKey, altKey }: Press): string | undefined {
  if (ctrlKey || metaKey || altKey) return undefined;
  const name = key.toLowerCase();
  const byPlace = /^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase();
  const letter = LETTER.test(name) ? name : name.length === 1 && name > '\u007f' ? byPlace : undefined;
  if (letter === undefined) return name;
  return shiftKey ? `shift+${letter}` : letter;
}
