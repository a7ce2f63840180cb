// npm run intray -- <command>: the command line of the server.
import { launch } from './launch.mjs';

await launch('apps/server/src/main.ts');
