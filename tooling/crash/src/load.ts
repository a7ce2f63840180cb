/** Everybody who uses the server at once: six agents, a system that submits, and one who only watches. */
import { deskClient } from '@intray/api/testing';
import { type AgentAtWork, startAgent } from './agent.ts';
import { dice } from './dice.ts';
import type { Ledger } from './ledger.ts';
import { startSubmitter } from './submitter.ts';

const AGENTS = ['agent1', 'agent2', 'agent3', 'agent4', 'agent5', 'agent6'];

export interface Load {
  /** No new work; what is there is finished. Resolves when nothing is open any more, as far as the outside knows. */
  drain(): Promise<void>;
  /** Everybody leaves. */
  end(): Promise<void>;
  /** The promise's value, or the failure of somebody who cannot go on, if that comes first. */
  while<T>(promise: Promise<T>): Promise<T>;
}

/** @param signal gives up at once, with commands unanswered */
export async function startLoad(
  url: string,
  ledger: Ledger,
  seed: number,
  signal: AbortSignal,
): Promise<Load> {
  const watcher = await deskClient(url, 'admin1', { backoff: { first: 25, longest: 100 } });
  const { cursor } = await watcher.trpc.desk.me.query();
  const following = watcher.followFeed({ from: cursor, onMessage: (message) => ledger.heard(message) });

  const agents: AgentAtWork[] = await Promise.all(
    AGENTS.map((agentId, index) =>
      startAgent({
        url,
        agentId,
        colleagues: AGENTS.filter((other) => other !== agentId),
        ledger,
        dice: dice(seed + index + 1),
        signal,
      }),
    ),
  );
  const submitter = startSubmitter({ url, ledger, dice: dice(seed + AGENTS.length + 1), signal });

  const failure = new Promise<never>((_, reject) => {
    for (const { working } of [...agents, submitter]) working.catch(reject);
  });
  failure.catch(() => {});

  const stopWatching = () => {
    following.stop();
    watcher.close();
  };
  signal.addEventListener('abort', stopWatching, { once: true });

  return {
    while: (promise) => Promise.race([promise, failure]),
    async drain() {
      await submitter.finish();
      for (const agent of agents) agent.drain();
      await ledger.until(() => ledger.open === 0);
    },
    async end() {
      stopWatching();
      await Promise.all([submitter.finish(), ...agents.map((agent) => agent.leave())]);
    },
  };
}
