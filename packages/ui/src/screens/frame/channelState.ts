/** The channels of a session in one word. */
import type { AgentSession, MyDesk } from '@intray/core';

export type Readiness = 'off' | 'ready' | 'partly' | 'notReady';

/** All, some or none of the channels are ready. */
export function readinessOf({ active, channels }: Pick<AgentSession, 'active' | 'channels'>): Readiness {
  if (!active) return 'off';
  const all = Object.values(channels);
  const ready = all.filter((channel) => channel.ready).length;
  if (ready === 0) return 'notReady';
  return ready === all.length ? 'ready' : 'partly';
}

/** Some channel is ready. */
export const isReady = (channels: AgentSession['channels']): boolean =>
  Object.values(channels).some(({ ready }) => ready);

/** What the top of the desk shows of a person. */
export type AboutMe = Pick<MyDesk, 'agent' | 'session' | 'channels' | 'capacity'>;
