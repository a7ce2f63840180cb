/** What a colour means here. Parts take a tone, never a colour; tokens.css says how each looks in both themes. */
export const TONES = ['neutral', 'accent', 'info', 'positive', 'caution', 'critical'] as const;

export type Tone = (typeof TONES)[number];
