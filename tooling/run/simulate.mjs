// npm run simulate: days in a simulated contact centre, each from its seed.
import { launch } from './launch.mjs';

await launch('tooling/simulation/src/main.ts');
