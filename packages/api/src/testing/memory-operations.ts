/** Operations on tasks at a memory desk: one after the other, by core's own preview and the desk's own commands. */
import {
  type Actor,
  type Answer,
  actorName,
  type ContactCentre,
  commandOf,
  type Desk,
  doneItem,
  isSelected,
  mayOperate,
  type OperationReport,
  type OperationUnderKey,
  type Order,
  type Outcome,
  otherRequest,
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

/** Operations that are done once for each key. */
export function memoryOperations(parts: Parts): Pick<Desk, 'operate' | 'undo'> {
  const operations = operating(parts);
  const answered = new Map<string, { kept: OperationUnderKey; answer: Answer<OperationReport> }>();
  async function once(
    actor: Actor,
    key: string | undefined,
    request: object,
    ask: () => Promise<Answer<OperationReport>>,
  ) {
    if (key === undefined) return ask();
    const own = `${key} ${actorName(actor)}`;
    const fingerprint = JSON.stringify(request);
    const before = answered.get(own);
    const refusal = before && otherRequest(before.kept, fingerprint, key);
    if (refusal) return { ok: false, refusal } as const;
    const answer = before?.answer ?? (await ask());
    answered.set(own, { kept: { key: own, fingerprint, at: parts.now(), plan: '' }, answer });
    return answer;
  }
  return {
    operate: (actor, request, key) =>
      once(actor, request.dryRun ? undefined : key, request, () => operations.operate(actor, request)),
    undo: (actor, request, key) => once(actor, key, request, () => operations.undo(actor, request)),
  };
}

const operating = ({ rows, centre, now, perform }: Parts): Pick<Desk, 'operate' | 'undo'> => ({
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
