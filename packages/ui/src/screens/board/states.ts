/** An agent's state in one word, from the states of the media. */
import type { BoardAgent, BoardWork, Instant } from '@intray/core';
import type { Tone } from '../../design/tone.ts';
import type { AgentState } from './words.ts';

export function stateOf({
  active,
  reachable,
  media,
}: Pick<BoardAgent, 'active' | 'reachable' | 'media'>): AgentState {
  if (!active) return 'off';
  if (!reachable) return 'unreachable';
  const on = media.filter(({ hindrance }) => hindrance !== 'notOnThisMedium');
  const ready = on.filter(({ hindrance }) => hindrance === 'none' || hindrance === 'noRoom');
  if (ready.length === 0) return 'notReady';
  if (ready.every(({ hindrance }) => hindrance === 'noRoom')) return 'full';
  return ready.length === on.length ? 'ready' : 'partly';
}

export const TONES: Readonly<Record<AgentState, Tone>> = {
  off: 'neutral',
  unreachable: 'critical',
  ready: 'positive',
  partly: 'caution',
  notReady: 'caution',
  full: 'info',
};

/** Those who need a look first: unreachable with work, then by how much they can take. */
const ORDER: readonly AgentState[] = ['unreachable', 'ready', 'partly', 'full', 'notReady', 'off'];

export const stateRank = (agent: BoardAgent): number => ORDER.indexOf(stateOf(agent));

/** Since when the agent is so: the latest change among the media, or when they logged on. */
export function sinceOf({ active, startedAt, media }: BoardAgent): Instant | undefined {
  if (!active) return undefined;
  const changes = media.flatMap(({ since }) => since ?? []);
  return changes.length === 0 ? startedAt : Math.max(...changes);
}

/** The reason of whoever is not ready, where all their media have the same. */
export function reasonOf({ media }: BoardAgent): string | undefined {
  const reasons = new Set(
    media.flatMap(({ hindrance, reason }) => (hindrance === 'notReady' ? [reason] : [])),
  );
  const [only] = reasons;
  return reasons.size === 1 ? only : undefined;
}

export const oldestOf = (work: readonly BoardWork[]): Instant | undefined =>
  work.length === 0 ? undefined : Math.min(...work.map(({ since }) => since));
