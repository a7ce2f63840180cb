/** Operations on tasks at a memory desk: one after the other, by core's own preview and the desk's own commands. */
import {
  type Answer,
  type ContactCentre,
  commandOf,
  type Desk,
  doneItem,
  isSelected,
  mayOperate,
  type OperationReport,
  type Order,
  type Outcome,
  previewItem,
  refusedItem,
  reportOf,
  unknownItem,
} from '@intray/core';
import type { MemoryRows } from './memory-rows.ts';

interface Parts {
  readonly rows: MemoryRows;
  readonly centre: () => ContactCentre;
  readonly now: () => number;
  readonly perform: (order: Order) => Outcome;
}

const yes = (value: OperationReport): Answer<OperationReport> => ({ ok: true, value });

export const memoryOperations = ({ rows, centre, now, perform }: Parts): Pick<Desk, 'operate' | 'undo'> => ({
  async operate(actor, { operation, items, select, dryRun }) {
    const refusal = mayOperate(actor, centre());
    if (refusal) return { ok: false, refusal };
    const waiting = select === undefined ? [] : rows.waiting(select.queue);
    const asked =
      select === undefined
        ? (items ?? [])
        : waiting.filter((one) => isSelected(one, select)).map(({ id }) => ({ id }));
    const report = asked.map((item) => {
      const { id, externalId } = { externalId: undefined, ...item };
      const before = id === undefined ? rows.byExternalId(externalId) : rows.interactions.get(id);
      if (before === undefined) return unknownItem(id ?? '', externalId);
      const situation = {
        interaction: before,
        session: (agentId: string) => rows.sessions.get(agentId),
        resting: (workbin: Parameters<typeof rows.resting>[0]) => rows.resting(workbin).length,
        now: now(),
        centre: centre(),
      };
      const preview = previewItem(situation, operation, actor);
      if (dryRun || preview.refusal !== undefined) return preview;
      const outcome = perform({ command: commandOf(operation, before.id), actor });
      const after = rows.interactions.get(before.id) ?? before;
      return outcome.ok
        ? doneItem(before, operation, after, outcome.version)
        : refusedItem(preview, outcome.refusal);
    });
    return yes(reportOf(report));
  },

  async undo(actor, { steps }) {
    const refusal = mayOperate(actor, centre());
    if (refusal) return { ok: false, refusal };
    const report = steps.map(({ command, version }) => {
      const id = 'interactionId' in command ? command.interactionId : command.agentId;
      const outcome = perform({ command, actor, expectVersion: version });
      return outcome.ok ? { id } : { id, refusal: outcome.refusal };
    });
    return yes(reportOf(report));
  },
});
