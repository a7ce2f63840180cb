import type { LoadRequest } from '@intray/store';
import type { Ticket } from './ticket.ts';
import { type Gathering, WorkingSet } from './working-set.ts';

/**
 * Gathers what the tickets concern: from memory, else from the database. Who has an interaction is only known once it
 * is there, so rows nobody remembers take two questions; a batch about remembered rows takes none.
 */
export async function gather(tickets: readonly Ticket[], from: Gathering): Promise<WorkingSet> {
  const set = new WorkingSet();
  const callers = tickets.flatMap(({ order }) => (order.commandId === undefined ? [] : [order.commandId]));
  const commandIds = [...from.receipts, ...callers];
  const mustAsk = commandIds.length > 0 && (from.afresh || from.receipts.length > 0);
  let asked = false;
  for (;;) {
    const missing = set.missing(tickets, from);
    if (missing === undefined && (asked || !mustAsk)) return set;
    // Whatever is read, receipts are looked for in the same question: a "no" on rows that were just read is final, and
    // after a restart the very rows that a command changed would refuse it to the caller who did not hear the answer. So
    // would rows that are read last, if another node has done the command since the first question.
    const request: LoadRequest = {
      ...(missing ?? { interactionIds: [], externalIds: [], agentIds: [], workbins: [], contactIds: [] }),
      commandIds,
    };
    asked = true;
    from.counted();
    set.add(request, await from.store.load(request));
  }
}
