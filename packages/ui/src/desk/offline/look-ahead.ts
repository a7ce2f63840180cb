/** Fetches one's trays and what lies in them while the server is there, so that it is at hand when it is not. */
import { type InteractionLine, workbinKey } from '@intray/core';
import type { DeskPort } from '../port.ts';
import type { Kept } from './kept.ts';

const PAGE = 200;
/** Pages of a tray; what lies deeper is not at hand offline. */
const MOST_PAGES = 3;
/** Asked for in one batch of the wire. */
const AT_ONCE = 25;
/** Milliseconds in which news is gathered before looking again. */
const CALM = 4_000;

export interface LookAhead {
  soon(): void;
  stop(): void;
}

async function linesOf(port: DeskPort, workbin: Parameters<DeskPort['workbinContent']>[0]) {
  const lines: InteractionLine[] = [];
  let after: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const slice = await port.workbinContent(workbin, { limit: PAGE, ...(after !== undefined && { after }) });
    lines.push(...slice.items);
    after = slice.next;
    if (after === undefined) break;
  }
  return lines;
}

async function look(port: DeskPort, kept: Kept): Promise<void> {
  const [catalogue, workbins] = await Promise.all([port.catalogue(), port.workbins()]);
  kept.change((snapshot) => {
    snapshot.catalogue = catalogue;
    snapshot.workbins = workbins;
  });
  for (const { workbin } of workbins.filter(({ mine }) => mine)) {
    const lines = await linesOf(port, workbin);
    kept.change((snapshot) => {
      snapshot.trays[workbinKey(workbin)] = lines;
    });
    const views = kept.snapshot()?.views ?? {};
    const news = lines.filter(({ id, version }) => views[id]?.interaction.version !== version);
    for (let at = 0; at < news.length; at += AT_ONCE) {
      const batch = await Promise.allSettled(
        news.slice(at, at + AT_ONCE).map(({ id }) => port.interaction(id)),
      );
      kept.change((snapshot) => {
        for (const answer of batch)
          if (answer.status === 'fulfilled') snapshot.views[answer.value.interaction.id] = answer.value;
      });
    }
  }
}

export function lookAhead(port: DeskPort, kept: Kept): LookAhead {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let underWay = false;

  const run = async () => {
    timer = undefined;
    if (underWay) return soon();
    underWay = true;
    // Cut, refused or signed out: what was kept before stays, and the next look is due with the next news.
    await look(port, kept).catch(() => undefined);
    underWay = false;
  };
  const soon = () => {
    timer ??= setTimeout(() => void run(), CALM);
  };
  return { soon, stop: () => clearTimeout(timer) };
}
