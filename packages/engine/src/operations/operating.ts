/**
 * Operations on many pieces of work at once: looks them up, asks core what would come of each, and has each done by a
 * command like any other. A request is one batch of bounded size; whoever has more goes on from where the report ends.
 */
import {
  type Actor,
  type Answer,
  commandOf,
  concernsOf,
  doneItem,
  type Interaction,
  isSelected,
  mayOperate,
  type OperationItem,
  type OperationReport,
  type OperationRequest,
  type Order,
  type Outcome,
  previewItem,
  refusedItem,
  reportOf,
  supervisesQueue,
  type UndoRequest,
  unknownItem,
  workbinKey,
} from '@intray/core';
import { maySeeNot, no, yes } from '../reads/answers.ts';
import type { ReadParts } from '../reads/parts.ts';
import { type Naming, once, UNNAMED } from './once.ts';

export interface OperatingParts extends ReadParts {
  readonly execute: (order: Order) => Promise<Outcome>;
}

/** What is asked about, and the version it was seen at. */
interface Asked {
  readonly id?: string | undefined;
  readonly externalId?: string | undefined;
  readonly version?: number | undefined;
}

const NOTHING = {
  interactionIds: [],
  externalIds: [],
  agentIds: [],
  workbins: [],
  commandIds: [],
  contactIds: [],
};

/** What is going to be done: what would come of each, and how each stood. */
interface Plan {
  readonly preview: readonly OperationItem[];
  readonly known: readonly Interaction[];
  readonly next?: string | undefined;
}

export const operating = (parts: OperatingParts) => ({
  async operate(actor: Actor, request: OperationRequest, key?: string): Promise<Answer<OperationReport>> {
    const refusal = mayOperate(actor, parts.centre());
    if (refusal) return no(refusal);
    const plan = () => planOf(actor, request, parts);
    const carryOut = (planned: Plan, naming: Naming) => carriedOut(actor, request, planned, naming, parts);
    if (key !== undefined && !request.dryRun)
      return once(parts, { actor, key, request: { operate: request } }, plan, carryOut);
    const planned = await plan();
    if (!planned.ok) return planned;
    const { preview, next } = planned.value;
    return yes(request.dryRun ? reportOf(preview, next) : await carryOut(planned.value, UNNAMED));
  },

  async undo(actor: Actor, request: UndoRequest, key?: string): Promise<Answer<OperationReport>> {
    const refusal = mayOperate(actor, parts.centre());
    if (refusal) return no(refusal);
    const takeBack = async (naming: Naming) =>
      reportOf(
        await Promise.all(
          request.steps.map(async ({ command, version }, step): Promise<OperationItem> => {
            const id = 'interactionId' in command ? command.interactionId : command.agentId;
            const order = { command, actor, expectVersion: version, ...naming(`${step} ${id}`) };
            const outcome = await parts.execute(order);
            return outcome.ok ? { id } : { id, refusal: outcome.refusal };
          }),
        ),
      );
    if (key === undefined) return yes(await takeBack(UNNAMED));
    const nothingMore = async () => yes({});
    return once(parts, { actor, key, request: { undo: request } }, nothingMore, (_, naming) =>
      takeBack(naming),
    );
  },
});

async function planOf(actor: Actor, request: OperationRequest, parts: OperatingParts): Promise<Answer<Plan>> {
  const found = await askedFor(actor, request, parts);
  if (!found.ok) return found;
  const { asked, next } = found.value;
  const known = await look(asked, parts);
  const preview = await previewOf(actor, request, asked, known, parts);
  return yes({ preview, known: [...known.values()], next });
}

async function carriedOut(
  actor: Actor,
  { operation }: OperationRequest,
  { preview, known: found, next }: Plan,
  naming: Naming,
  { store, execute }: OperatingParts,
): Promise<OperationReport> {
  const known = new Map(found.map((one) => [one.id, one]));
  const outcomes = await Promise.all(
    preview.map(async (item): Promise<Outcome | undefined> => {
      const before = known.get(item.id);
      if (item.refusal !== undefined || before === undefined) return undefined;
      // What the preview was made of is what it is done to, so that the way back leads to where it was.
      const command = commandOf(operation, item.id);
      return execute({ command, actor, expectVersion: before.version, ...naming(item.id) });
    }),
  );
  const ids = preview.map(({ id }) => id);
  const { interactions } = await store.load({ ...NOTHING, interactionIds: ids });
  const after = new Map(interactions.map((one) => [one.id, one]));
  const items = preview.map((item, index): OperationItem => {
    const outcome = outcomes[index];
    const [before, now] = [known.get(item.id), after.get(item.id)];
    if (outcome === undefined || before === undefined || now === undefined) return item;
    return outcome.ok
      ? doneItem(before, operation, now, outcome.version)
      : refusedItem(item, outcome.refusal);
  });
  return reportOf(items, next);
}

/** What a request is about: what it names, or what a page of the queue holds of what it selects. */
async function askedFor(
  actor: Actor,
  { items, select }: OperationRequest,
  { store, centre }: OperatingParts,
): Promise<Answer<{ readonly asked: readonly Asked[]; readonly next?: string | undefined }>> {
  if (select === undefined) return yes({ asked: items ?? [] });
  const { queue, limit, after } = select;
  if (!supervisesQueue(actor, queue, centre())) return maySeeNot(actor, `the queue "${queue}"`);
  const page = await store.queueContent(queue, {
    limit,
    order: 'oldest',
    keys: [],
    ...(after === undefined ? {} : { after }),
  });
  const asked = page.items
    .filter((line) => isSelected(line, select))
    .map(({ id, version }) => ({ id, version }));
  return yes({ asked, next: page.next });
}

/** Everything that is asked about, by its id. */
async function look(
  asked: readonly Asked[],
  { store }: OperatingParts,
): Promise<ReadonlyMap<string, Interaction>> {
  const { interactions } = await store.load({
    ...NOTHING,
    interactionIds: asked.flatMap(({ id }) => id ?? []),
    externalIds: asked.flatMap(({ externalId }) => externalId ?? []),
  });
  return new Map(interactions.map((one) => [one.id, one]));
}

/** What would come of each, in the order asked, each as if it were the only one. What is named twice is done once. */
async function previewOf(
  actor: Actor,
  { operation }: OperationRequest,
  asked: readonly Asked[],
  known: ReadonlyMap<string, Interaction>,
  { store, centre, clock }: OperatingParts,
): Promise<readonly OperationItem[]> {
  const now = { now: clock.now(), centre: centre() };
  const byExternalId = new Map([...known.values()].map((one) => [one.externalId, one]));
  const concerns = [...known.values()].map((interaction) =>
    concernsOf(commandOf(operation, interaction.id), actor, interaction, now.centre),
  );
  const { sessions, workbins } = await store.load({
    ...NOTHING,
    agentIds: [...new Set(concerns.flatMap(({ agents }) => [...agents]))],
    workbins: concerns.flatMap((one) => one.workbins),
  });
  const bySession = new Map(sessions.map((session) => [session.agentId, session]));
  const counts = new Map(workbins.map(({ workbin, count }) => [workbinKey(workbin), count]));
  const seen = new Set<string>();
  return asked.flatMap(({ id, externalId, version }): OperationItem[] => {
    const interaction = id === undefined ? byExternalId.get(externalId) : known.get(id);
    if (interaction === undefined) return [unknownItem(id ?? '', externalId)];
    if (seen.has(interaction.id)) return [];
    seen.add(interaction.id);
    const situation = {
      ...now,
      interaction,
      session: (agentId: string) => bySession.get(agentId),
      resting: (workbin: Parameters<typeof workbinKey>[0]) => counts.get(workbinKey(workbin)) ?? 0,
    };
    const expectations = version === undefined ? {} : { expectVersion: version };
    return [previewItem(situation, operation, actor, expectations)];
  });
}
