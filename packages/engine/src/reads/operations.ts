/** How the servers and their database are: what they last said of themselves. */
import {
  type Actor,
  type Answer,
  type Instant,
  maySeeServers,
  nodesShown,
  type Operations,
  type OperationsKept,
  troublesIn,
} from '@intray/core';
import { DatabaseFailure } from '@intray/store';
import { no, yes } from './answers.ts';
import type { ReadParts } from './parts.ts';

/** So long the database may take before it counts as not reachable: whoever looks wants to know now. */
const PATIENCE = 3_000;

interface Known {
  readonly kept: OperationsKept;
  readonly at: Instant;
  readonly ms: number;
}

export function operationsReads({ store, clock, centre, nodeId }: ReadParts & { readonly nodeId: string }) {
  let last: Known | undefined;

  /** What was known last, and what keeps more from being known. Throws if nothing ever was. */
  async function ask(): Promise<Known & { readonly note?: string }> {
    const begun = clock.now();
    const { promise: late, resolve } = Promise.withResolvers<'late'>();
    const alarm = clock.at(begun + PATIENCE, () => resolve('late'));
    const asked = store.operations([...centre().queues.keys()]);
    // Heard in the race, unless patience had an end before.
    asked.catch(() => {});
    try {
      const kept = await Promise.race([asked, late]);
      if (kept !== 'late') {
        last = { kept, at: clock.now(), ms: clock.now() - begun };
        return last;
      }
      if (last === undefined) last = { kept: await asked, at: clock.now(), ms: clock.now() - begun };
      return { ...last, note: `The database has not answered for ${PATIENCE / 1000} seconds.` };
    } catch (failure) {
      if (!(failure instanceof DatabaseFailure) || last === undefined) throw failure;
      return { ...last, note: failure.message };
    } finally {
      alarm.cancel();
    }
  }

  return {
    async operations(actor: Actor): Promise<Answer<Operations>> {
      const refusal = maySeeServers(actor, centre());
      if (refusal) return no(refusal);
      const { kept, at, ms, note } = await ask();
      // As they were then: nobody can say that they live while the database is away.
      const nodes = nodesShown(kept.nodes, at);
      const database = {
        ...kept.database,
        ...{ reachable: note === undefined, ms },
        ...(note === undefined ? {} : { note }),
      };
      return yes({
        ...{ now: clock.now(), asOf: at, nodes, database },
        people: kept.people,
        waiting: kept.waiting,
        troubles: troublesIn({ nodes, database }, at),
        answeredBy: nodeId,
      });
    },
  };
}
