// npm run e2e:electron: the story and the attacks on the real Electron. Where there is none it says so, loudly, and
// does not end as if all were well.
import { buildDesktop } from './desktop-build.mjs';
import { findElectron } from './electron.mjs';
import { install } from './install.mjs';
import { runNode } from './processes.mjs';
import { at } from './repository.mjs';

const DID_NOT_RUN = 3;

await install();
const electron = findElectron();
if (electron === undefined) {
  process.stderr.write(
    [
      '',
      '################################################################',
      '##  e2e:electron DID NOT RUN: there is no Electron here.      ##',
      '##  Nothing was verified on the real binary.                  ##',
      '##  Fetch it with: npm run desktop:setup                      ##',
      '################################################################',
      '',
    ].join('\n'),
  );
  process.exit(DID_NOT_RUN);
}
await buildDesktop();
const vitest = at('node_modules/vitest/vitest.mjs');
const config = at('tooling/desktop/electron.config.ts');
process.exit(await runNode([vitest, 'run', '--config', config], { env: { INTRAY_ELECTRON: electron } }));
