// npm run crash: kills the server and its database again and again, and counts what was lost.
import { launch } from './launch.mjs';

await launch('tooling/crash/src/main.ts');
