/** The server's questions answered from what is kept, with what waits laid over it. */
import {
  afterEdits,
  allowedOffline,
  type InteractionEvent,
  type InteractionLine,
  type InteractionView,
  localCentre,
  type MyDesk,
  type OfflineDesk,
  type Page,
  sameWorkbin,
  type WorkbinRef,
  type WorkbinSummary,
  withEdits,
  workbinKey,
} from '@intray/core';
import { lineOf } from '../lists.ts';
import type { Kept, Snapshot } from './kept.ts';

export interface LocalAnswers {
  /** What is known of the desk; `undefined` until there has been an answer to everything that deciding needs. */
  desk(): OfflineDesk | undefined;
  me(): MyDesk | undefined;
  view(id: string): InteractionView | undefined;
  tray(workbin: WorkbinRef): Page<InteractionLine> | undefined;
  /** What happened to it, newest first, what waits before all else. */
  history(id: string): Page<InteractionEvent>;
  workbins(): readonly WorkbinSummary[] | undefined;
}

export function localAnswers(kept: Kept, now: () => number = Date.now): LocalAnswers {
  let known: { readonly of: Snapshot; readonly me: MyDesk; readonly desk: OfflineDesk } | undefined;

  function desk(): OfflineDesk | undefined {
    const snapshot = kept.snapshot();
    if (snapshot?.catalogue === undefined || snapshot.workbins === undefined) return undefined;
    const { me, catalogue, workbins } = snapshot;
    // Indexing a contact centre takes milliseconds: done once an answer, not once a row.
    if (known?.of !== snapshot || known.me !== me)
      known = { of: snapshot, me, desk: { me, centre: localCentre({ me, catalogue, workbins }) } };
    return known.desk;
  }

  const shown = (view: InteractionView): InteractionView => {
    const here = desk();
    const offline = allowedOffline(view);
    return here === undefined ? offline : withEdits(here, offline, kept.queue().edits);
  };
  const view = (id: string) => {
    const found = kept.snapshot()?.views[id];
    return found && shown(found);
  };
  /** Work that waits for something, as it was and as it will be. */
  const changed = () => {
    const ids = new Set(kept.queue().edits.map(({ command }) => command.interactionId));
    return [...ids].flatMap((id) => {
      const before = kept.snapshot()?.views[id];
      return before === undefined ? [] : [{ before: before.interaction, after: shown(before) }];
    });
  };

  return {
    desk,
    view,
    me() {
      const snapshot = kept.snapshot();
      if (snapshot === undefined) return undefined;
      const { me, skew } = snapshot;
      // An offer cannot be answered now, and will be somebody else's when it can.
      const work = me.work.map(shown).filter(({ interaction }) => interaction.handler === me.agent.id);
      return { ...me, work, now: now() + skew };
    },
    tray(workbin) {
      const lines = kept.snapshot()?.trays[workbinKey(workbin)];
      if (lines === undefined) return undefined;
      const edited = changed();
      const gone = new Set(edited.map(({ after }) => after.interaction.id));
      const here = edited
        .filter(({ after }) => sameWorkbin(after.interaction.workbin, workbin))
        .map(({ after }) => lineOf(after));
      return { items: [...lines.filter(({ id }) => !gone.has(id)), ...here] };
    },
    history(id) {
      const known = kept.snapshot()?.histories[id] ?? [];
      const [here, found] = [desk(), kept.snapshot()?.views[id]];
      const waiting = here && found ? afterEdits(here, allowedOffline(found), kept.queue().edits).events : [];
      return { items: [...[...waiting].reverse(), ...known] };
    },
    workbins() {
      const all = kept.snapshot()?.workbins;
      const edited = changed();
      return all?.map((summary) => {
        const by = edited.reduce(
          (sum, { before, after }) =>
            sum -
            (sameWorkbin(before.workbin, summary.workbin) ? 1 : 0) +
            (sameWorkbin(after.interaction.workbin, summary.workbin) ? 1 : 0),
          0,
        );
        return by === 0 ? summary : { ...summary, count: summary.count + by };
      });
    },
  };
}
