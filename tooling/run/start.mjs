// npm start: install what is missing, build what has changed, serve.
import { install } from './install.mjs';
import { launch } from './launch.mjs';
import { buildWeb } from './web.mjs';

await install();
await buildWeb();
await launch('apps/server/src/main.ts', ['serve', ...process.argv.slice(2)]);
