/**
 * Measures a cold start of the built desk in Chromium with 500 pieces of work in a tray and no server: from the first
 * request of the page until the list can be read and clicked. Run by hand: `node tooling/desktop/src/cold-start.ts`.
 */
import { FakeElectron, startedDesktop } from '@intray/desktop/testing';
import { openBrowser, openPage } from './bridged-page.ts';
import { PAGES, requireBuilt } from './built.ts';
import { openCentre } from './contact-centre.ts';
import { signIn } from './stage.ts';

const ITEMS = 500;
const STARTS = 9;
const TRAY = { type: 'workitem.in-progress', owner: { kind: 'Agent', id: 'agent1' } } as const;
const ADDRESS = '?view=workbin&type=workitem.in-progress&owner=Agent&of=agent1';

requireBuilt();
const electron = new FakeElectron();
await using centre = await openCentre();
await using desktop = await startedDesktop({
  electron,
  pages: PAGES,
  fetch: (input, init) => globalThis.fetch(input, init),
});
await using browser = await openBrowser();
const desk = await openPage(browser, electron);
const nothing = async () => undefined;
await signIn({ page: desk.page, centre, acceptOutside: nothing, notReadyOutside: nothing });
for (let number = 1; number <= ITEMS; number += 1) {
  const id = await centre.submit(`Claim ${number}`, { take: 'agent1' });
  await centre.give('agent1', { type: 'placeInWorkbin', interactionId: id, workbin: TRAY });
}

/** Everything lies on disk: the last piece of work, and the details of each. */
async function isKept(): Promise<boolean> {
  const answer = await desktop.ask('readKept', { shelf: 'snapshot' });
  const snapshot = JSON.parse((answer.ok && answer.value) || '{"views":{},"trays":{}}') as {
    readonly views: object;
    readonly trays: Readonly<Record<string, readonly unknown[]>>;
  };
  const lines = Object.values(snapshot.trays).reduce((most, tray) => Math.max(most, tray.length), 0);
  return lines >= ITEMS && Object.keys(snapshot.views).length >= ITEMS;
}
const patience = Date.now() + 120_000;
while (!(await isKept())) {
  if (Date.now() > patience) throw new Error('The work was not kept within two minutes.');
  await new Promise((resolve) => setTimeout(resolve, 500));
}
centre.unplug();

const times: number[] = [];
for (let start = 0; start < STARTS; start += 1) {
  await desk.page.goto('about:blank');
  await desk.page.goto(`https://app.local/index.html${ADDRESS}`, { waitUntil: 'commit' });
  times.push(
    await desk.page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const look = () => {
            const row = [...document.querySelectorAll('[role="row"]')].find((one) =>
              one.textContent?.includes('Claim '),
            );
            // Drawn, and open to the next click: counted after the frame in which it came.
            if (row) requestAnimationFrame(() => setTimeout(() => resolve(performance.now()), 0));
            else requestAnimationFrame(look);
          };
          look();
        }),
    ),
  );
}
times.sort((one, other) => one - other);
const shown = times.map((time) => Math.round(time));
process.stdout.write(
  `cold start, ${ITEMS} pieces of work, no server: median ${shown[Math.floor(STARTS / 2)]} ms, all ${shown.join(', ')} ms\n`,
);
await desk.context.close();
