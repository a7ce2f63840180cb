// npm run check: lint and format, types, floors.
import { runChecks } from './checks.mjs';
import { install } from './install.mjs';
import { report } from './report.mjs';

await install();
const results = await runChecks(report);
process.exit(results.every((result) => result.ok) ? 0 : 1);
