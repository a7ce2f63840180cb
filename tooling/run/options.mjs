// npm run options: the page about options, as the registry has it.
import { launch } from './launch.mjs';

await launch('tooling/options-page/src/main.ts');
