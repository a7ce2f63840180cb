// npm run conformance: asks any server whether it speaks the Web Services v2 wire.
import { launch } from './launch.mjs';

await launch('tooling/conformance/src/main.ts');
