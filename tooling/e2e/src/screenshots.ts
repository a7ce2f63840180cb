/**
 * Draws the pictures of the documentation. Kept apart from the tests, which must not change what is committed.
 *
 *     node_modules/.bin/node tooling/e2e/src/screenshots.ts                        what people do, light and dark
 *     node_modules/.bin/node tooling/e2e/src/screenshots.ts states [screen…]       every screen in every state, a contact sheet each
 *     node_modules/.bin/node tooling/e2e/src/screenshots.ts states --all FOLDER    and every shot of it in full size
 */
import { mkdir } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { SCREENSHOTS } from './config.ts';
import { openBrowser } from './desk.ts';
import { administration, flowOfWork } from './pictures/administrator.ts';
import { agentsDay, handOver, lookingBack } from './pictures/agent.ts';
import { oversight } from './pictures/lead.ts';
import { fillTray } from './pictures/stage.ts';
import { drawStates } from './pictures/states.ts';
import { startServer } from './server.ts';

async function drawDays(): Promise<void> {
  for (const scheme of ['light', 'dark'] as const) {
    await using server = await startServer();
    const browser = await openBrowser();
    await fillTray(server);
    const scene = { server, browser, scheme };
    await agentsDay(scene);
    await handOver(scene);
    await lookingBack(scene);
    await oversight(scene);
    await flowOfWork(scene);
    await administration(scene);
    await browser.close();
  }
}

const { values, positionals } = parseArgs({ allowPositionals: true, options: { all: { type: 'string' } } });
const [what, ...names] = positionals;
await mkdir(SCREENSHOTS, { recursive: true });
if (what === 'states') await drawStates(names, values.all);
else await drawDays();
