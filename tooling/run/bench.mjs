// npm run bench: what Intray costs, beside what others cost on the same database.
import { launch } from './launch.mjs';

await launch('tooling/bench/src/main.ts');
