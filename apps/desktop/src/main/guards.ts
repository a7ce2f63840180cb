/** What no page may do, whichever way it came to be open: go elsewhere, open windows, hold webviews, use devices. */
import type { Electron } from './facade.ts';
import { isOwnPage } from './pages.ts';

/** What the desk itself needs of the browser; everything else is denied, also what is invented later. */
const PERMITTED: ReadonlySet<string> = new Set(['clipboard-sanitized-write']);

/** @param openLink what is done with the address of a link that wants a window of its own */
export function setGuards(
  { app, pages }: Pick<Electron, 'app' | 'pages'>,
  openLink: (url: string) => void,
): void {
  pages.decidePermissions((permission) => PERMITTED.has(permission));
  app.onGuarded((page) => {
    page.onNavigate(isOwnPage);
    page.onNewWindow(openLink);
    page.forbidWebviews();
  });
}
