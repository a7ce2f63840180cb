/** The questions of a desk: asked of the server while it is there, and kept; otherwise answered from what is kept. */
import { workbinKey } from '@intray/core';
import { type DeskPort, Refused, SignedOut } from '../port.ts';
import type { Kept } from './kept.ts';
import type { LocalAnswers } from './local-answers.ts';
import { lost } from './loss.ts';

export interface KeptReadsPorts {
  readonly port: DeskPort;
  readonly kept: Kept;
  readonly local: LocalAnswers;
  readonly isThere: () => boolean;
  /** The server has said anew how the desk stands. */
  readonly onMe: () => void;
}

const NOT_KEPT = new Refused({
  code: 'not_kept',
  message: 'This is not kept on this computer. It can be seen once the server is reached again.',
});
/** The server understood, and said no. */
export const isNo = (error: unknown): boolean => error instanceof Refused || error instanceof SignedOut;

type Reads = 'me' | 'catalogue' | 'workbins' | 'queues' | 'interaction' | 'history' | 'workbinContent';

export function keptReads({ port, kept, local, isThere, onMe }: KeptReadsPorts): Pick<DeskPort, Reads> {
  async function answer<T>(
    ask: () => Promise<T>,
    { keep, from }: { readonly keep: (value: T) => void; readonly from: () => T | undefined },
  ): Promise<T> {
    if (isThere()) {
      const over = new AbortController();
      const asked = ask();
      try {
        const first = await Promise.race([asked.then((value) => ({ value })), lost(port, over.signal)]);
        if (first !== 'lost') {
          keep(first.value);
          return first.value;
        }
        asked.catch(() => undefined);
      } catch (error) {
        if (isNo(error) || from() === undefined) throw error;
      } finally {
        over.abort();
      }
    }
    const value = from();
    if (value !== undefined) return value;
    if (kept.snapshot() === undefined) return ask();
    throw NOT_KEPT;
  }

  return {
    me: () =>
      answer(port.me, {
        keep(me) {
          kept.heardMe(me);
          onMe();
        },
        from: local.me,
      }),
    catalogue: () =>
      answer(port.catalogue, {
        keep: (value) =>
          kept.change((snapshot) => {
            snapshot.catalogue = value;
          }),
        from: () => kept.snapshot()?.catalogue,
      }),
    workbins: () =>
      answer(port.workbins, {
        keep: (value) =>
          kept.change((snapshot) => {
            snapshot.workbins = value;
          }),
        from: local.workbins,
      }),
    queues: () =>
      answer(port.queues, {
        keep: (value) =>
          kept.change((snapshot) => {
            snapshot.queues = value;
          }),
        from: () => kept.snapshot()?.queues,
      }),
    interaction: (id) =>
      answer(() => port.interaction(id), {
        keep: (value) =>
          kept.change((snapshot) => {
            snapshot.views[id] = value;
          }),
        from: () => local.view(id),
      }),
    history: (id, slice) =>
      answer(() => port.history(id, slice), {
        keep: ({ items }) =>
          kept.change((snapshot) => {
            snapshot.histories[id] = items;
          }),
        from: () => local.history(id),
      }),
    workbinContent: (workbin, slice) =>
      answer(() => port.workbinContent(workbin, slice), {
        keep: ({ items, next }) => {
          const key = workbinKey(workbin);
          const shorter = next !== undefined && (kept.snapshot()?.trays[key]?.length ?? 0) > items.length;
          if (slice.after === undefined && !shorter)
            kept.change((snapshot) => {
              snapshot.trays[key] = items;
            });
        },
        from: () => local.tray(workbin),
      }),
  };
}
