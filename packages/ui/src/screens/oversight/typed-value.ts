import type { Json } from '@intray/core';

const NUMBER = /^-?(0|[1-9]\d{0,14})(\.\d{1,6})?$/;

/** What was typed as the value it most likely is: `12` a number, `true` a truth; `'12` in front of it keeps it a text. */
export function typedValue(text: string): Json {
  if (text.startsWith("'")) return text.slice(1);
  if (NUMBER.test(text)) return Number(text);
  if (text === 'true' || text === 'false') return text === 'true';
  return text;
}
