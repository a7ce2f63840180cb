// npm run options: the pages about options and privileges, as the registries have them.
import { launch } from './launch.mjs';

await launch('tooling/options-page/src/main.ts');
