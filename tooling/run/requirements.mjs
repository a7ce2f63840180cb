// npm run requirements: each requirement with the tests that show it.
import { launch } from './launch.mjs';

await launch('tooling/requirements/src/main.ts');
