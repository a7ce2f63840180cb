/** A step in one sentence, and lengths of time in words. */
import type { Destination, RoutingStep, RoutingTarget } from '@intray/core';
import { words } from './words.ts';

/** `45 s`, `10 min`, `2 h`, `3 d`, and what is left over beside it. */
export function lengthOf(seconds: number): string {
  const parts: string[] = [];
  let rest = Math.round(seconds);
  for (const [unit, size] of [
    ['d', 86_400],
    ['h', 3_600],
    ['min', 60],
    ['s', 1],
  ] as const) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0) parts.push(`${count} ${unit}`);
  }
  return parts.slice(0, 2).join(' ') || '0 s';
}

export const WAYS = ['agent', 'agentGroup', 'placeGroup', 'skills', 'lastAgent', 'requested'] as const;
export type Way = (typeof WAYS)[number];

/** How a target names people. */
export const wayOf = (target: RoutingTarget): Way => WAYS.find((way) => target[way] !== undefined) ?? 'agent';

export function whom(target: RoutingTarget): string {
  const way = wayOf(target);
  const named = target[way];
  const share = target.share === undefined ? '' : ` (${target.share} %)`;
  if (typeof named !== 'string') return words.ways[way] + share;
  const relaxed = (target.relax ?? []).map(({ afterSeconds, skills }) =>
    words.said.after(lengthOf(afterSeconds), skills),
  );
  const name = way === 'placeGroup' ? `${words.said.place}${named}` : named;
  return [name, ...relaxed].join(', ') + share;
}

export function where(to: Destination | { readonly requested: true }): string {
  if ('queue' in to) return to.queue;
  if ('requested' in to) return words.kinds.requested;
  return `${to.workbin.type} · ${to.workbin.owner.id}`;
}

/** @param last it has no end, whatever it says */
export function stepSentence(step: RoutingStep, last: boolean): string {
  const { during, targets = [], moveTo, seconds } = step;
  const does =
    moveTo === undefined
      ? words.said.asks(targets.map(whom).join(words.said.or))
      : words.said.moves(where(moveTo));
  const long =
    moveTo !== undefined
      ? undefined
      : last || seconds === undefined
        ? words.said.toTheEnd
        : words.said.for(lengthOf(seconds));
  const when = during && words.said.while(during.calendar, words[during.hours]);
  return [does, long, when].filter(Boolean).join(', ');
}

/** Attached data as lines, and back; numbers and truth values stay what they are. */
export const attachedLines = (attach: Readonly<Record<string, unknown>> = {}): string =>
  Object.entries(attach)
    .map(([key, value]) => `${key}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join('\n');

export function readLines(text: string): Record<string, string | number | boolean> | undefined {
  const entries = text
    .split('\n')
    .map((line) => /^\s*([^:]+?)\s*:\s*(.*)$/.exec(line))
    .flatMap((found) => (found ? [[found[1] ?? '', plainValue(found[2] ?? '')] as const] : []));
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

function plainValue(text: string): string | number | boolean {
  if (text === 'true' || text === 'false') return text === 'true';
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}
