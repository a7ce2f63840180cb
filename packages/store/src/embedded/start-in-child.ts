/**
 * For the tests of crashes: opens a data folder in a process of its own, tells how that went in one line of JSON, and
 * lives until it is killed. Started as `node start-in-child.ts <data folder>`.
 */
import { startEmbeddedPostgres } from './start.ts';

const [, , dataDir = ''] = process.argv;
try {
  const { url, pid } = await startEmbeddedPostgres({ dataDir, log: () => {} });
  process.stdout.write(`${JSON.stringify({ url, pid })}\n`);
  setInterval(() => {}, 60_000);
} catch (cause) {
  process.stdout.write(`${JSON.stringify({ refusal: String(cause) })}\n`);
}
