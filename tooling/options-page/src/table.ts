/** What the pages have in common. */

/** A bar would end the cell. */
export const cell = (text: string): string => text.replaceAll('|', '\\|');

export const EFFECTS = {
  held: 'The server does it, for every desk and every program.',
  told: 'Every desk and program can read it; the server does nothing with it.',
  none: 'Registered without effect: it is kept and explained, and nothing here has a use for it yet.',
} as const;
