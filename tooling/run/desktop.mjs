// npm run desktop: builds the desktop desk and starts it. `npm run desktop:setup` fetches Electron first.
import { spawn } from 'node:child_process';
import { buildDesktop } from './desktop-build.mjs';
import { fetchElectron, findElectron } from './electron.mjs';
import { install } from './install.mjs';
import { at } from './repository.mjs';

await install();
if (process.argv.includes('--setup')) process.exit((await fetchElectron()) ? 0 : 1);

const electron = findElectron();
if (electron === undefined) {
  process.stderr.write('There is no Electron here yet. Fetch it once: npm run desktop:setup\n');
  process.exit(1);
}
await buildDesktop();
spawn(electron, [at('apps/desktop'), ...process.argv.slice(2)], { stdio: 'inherit' }).once('exit', (code) =>
  process.exit(code ?? 1),
);
