/** Where the desktop desk begins: binds Electron and starts. */
import { join } from 'node:path';
import { startDesktop } from './desktop.ts';
import { bindElectron, declareApp, onCrash, userFolder } from './electron.ts';
import { logIn } from './log.ts';
import { PAGE_SCHEME } from './pages.ts';

const timers = {
  now: () => Date.now(),
  every(ms: number, run: () => void) {
    const timer = setInterval(run, ms);
    return () => clearInterval(timer);
  },
};
const here = import.meta.dirname;
const folder = join(userFolder(), 'desk');
const log = logIn(join(folder, 'desk.log'), timers);

declareApp(PAGE_SCHEME);
onCrash((cause) => log.failure('crash', cause));
startDesktop({
  electron: bindElectron({
    tray: join(here, '../../build/tray.png'),
    mark: join(here, '../../build/mark.png'),
  }),
  timers,
  fetch: (input, init) => globalThis.fetch(input, init),
  folder,
  pages: join(here, '../renderer'),
  preload: join(here, '../preload/index.cjs'),
}).catch((cause: unknown) => {
  log.failure('start', cause);
  throw cause;
});
