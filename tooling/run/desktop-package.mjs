// npm run desktop:package: builds the desktop desk and packs it for the system it runs on, into apps/desktop/dist.
import { buildDesktop } from './desktop-build.mjs';
import { install } from './install.mjs';
import { runNode } from './processes.mjs';
import { at } from './repository.mjs';

await install();
await buildDesktop();
const builder = at('apps/desktop/node_modules/electron-builder/cli.js');
process.exit(
  await runNode([builder, '--publish=never', ...process.argv.slice(2)], { cwd: at('apps/desktop') }),
);
