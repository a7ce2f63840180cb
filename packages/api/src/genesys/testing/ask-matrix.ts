/** The whole matrix at once, for a server that is slower to ask than a desk in memory. */
import { V2_ROUTES } from '../mount.ts';
import { cellsOf } from './access-cells.ts';
import { askCells, type Findings } from './ask-cells.ts';
import { attack } from './attack.ts';
import type { Centre } from './contact-centre.ts';
import { hostileTo } from './hostile-requests.ts';

/** Media are served by one and the same code: one of them stands for all, at one of its two addresses. */
const OTHER_MEDIA = /\/(chats|emails|facebooks?|tweets|facebooksessions|openmedias?)(\/|$)/;
/** Where the same operations are served as somewhere else. */
const SAME_AGAIN = /^\/(me\/workbins|workitems\/)/;
const OTHER_OPERATIONS = /^(Add|Pull)(Chat|Email|Facebook|Tweet|Openmedia)/;
const ROUTES = V2_ROUTES.filter(({ path }) => !OTHER_MEDIA.test(path));

/** Asks, as everybody, for everything; then sends everything wrong there is. */
export async function askMatrix(url: string, centre: Centre): Promise<Findings> {
  const wrong: string[] = [];
  let asked = 0;
  for (const route of ROUTES) {
    const hostile = hostileTo(route, ROUTES).filter(
      ({ what }) => !SAME_AGAIN.test(route.path) && !OTHER_OPERATIONS.test(what),
    );
    const all = [await askCells(url, centre, cellsOf(route)), await attack(url, centre, hostile)];
    wrong.push(...all.flatMap((findings) => findings.wrong));
    asked += all.reduce((sum, findings) => sum + findings.asked, 0);
  }
  return { asked, wrong };
}
