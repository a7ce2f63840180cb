/** Writes docs/options.md and docs/privileges.md from the registries: `npm run options`. A test holds the pages to them. */
import { writeFileSync } from 'node:fs';
import { OPTIONS_PAGE, optionsPage } from './page.ts';
import { PRIVILEGES_PAGE, privilegesPage } from './privileges-page.ts';

writeFileSync(OPTIONS_PAGE, optionsPage());
writeFileSync(PRIVILEGES_PAGE, privilegesPage());
process.stdout.write('docs/options.md and docs/privileges.md are as the registries have them.\n');
