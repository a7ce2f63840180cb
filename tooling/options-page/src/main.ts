/** Writes docs/options.md from the registry: `npm run options`. A test holds the page to it. */
import { writeFileSync } from 'node:fs';
import { OPTIONS_PAGE, optionsPage } from './page.ts';

writeFileSync(OPTIONS_PAGE, optionsPage());
process.stdout.write('docs/options.md is as the registry has it.\n');
