import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Cable, cable } from './cable.ts';
import {
  accept,
  becomeNotReady,
  choose,
  command,
  goTo,
  mark,
  openBrowser,
  openItem,
  openReadyDesk,
  row,
} from './desk.ts';
import { historyOf, interactionOf, startServer, submit, type TestServer } from './server.ts';

const MINUTE = 60_000;

let server: TestServer;
let browser: Browser;
let wire: Cable;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), openBrowser()]);
  wire = await cable(server.port);
});
afterAll(async () => {
  await browser.close();
  await wire[Symbol.asyncDispose]();
  await server[Symbol.asyncDispose]();
});

test('[R100] [R93] [R25] a minute without network loses nothing, doubles nothing and needs no reload', async () => {
  const one = await openReadyDesk(browser, wire.url, 'agent1');
  const two = await openReadyDesk(browser, server.url, 'agent2');
  await becomeNotReady(two.page);
  const sent: string[] = [];
  one.page.on('request', (request) => {
    const body = request.postData() ?? '';
    if (body.includes('placeInWorkbin')) sent.push(/"commandId":"([^"]+)"/.exec(body)?.[1] ?? '');
  });

  const kept = await submit(server, { subject: 'Kept in hand' });
  await accept(one.page, 'Kept in hand');
  const aside = await submit(server, { subject: 'Put aside in the cut' });
  const item = await accept(one.page, 'Put aside in the cut');
  await becomeNotReady(one.page);
  await two.page.keyboard.press('Shift+R');
  const others = await submit(server, { subject: 'Of the colleague' });
  const theirs = await accept(two.page, 'Of the colleague');
  const notReloaded = await mark(one.page);

  await wire.cutFor(MINUTE, async () => {
    await one.page.getByText('Reconnecting.').waitFor();

    // Given while nothing can be sent: the desk shows it at once and says that it waits.
    await command(item, 'placeInWorkbin').click();
    await choose(one.page, 'Put in workbin', 'Shared');
    await one.page.getByText('1 change waiting to be sent.').waitFor();
    await row(one.page, 'Put aside in the cut').waitFor({ state: 'detached' });

    // Meanwhile the colleague goes on.
    await command(theirs, 'placeInWorkbin').click();
    await choose(two.page, 'Put in workbin', 'Shared');
    await expect
      .poll(async () => (await interactionOf(server, others)).state, { timeout: 90_000 })
      .toBe('InWorkbin');
    expect((await interactionOf(server, aside)).state).toBe('Processing');
  });

  await expect
    .poll(async () => (await interactionOf(server, aside)).state, { timeout: 90_000 })
    .toBe('InWorkbin');
  await one.page.getByText('Connected again.').waitFor();
  await goTo(one.page, 'Shared by the team');
  await row(one.page, 'Put aside in the cut').waitFor();
  await row(one.page, 'Of the colleague').waitFor();
  expect(await notReloaded()).toBe(true);

  // The same command each time it was tried, and done once.
  expect(sent.length).toBeGreaterThan(1);
  expect(new Set(sent).size).toBe(1);
  const placed = (await historyOf(server, aside)).filter(({ type }) => type === 'PlacedInWorkbin');
  expect(placed).toHaveLength(1);

  // Work in hand is still there, on the server and on the desk.
  expect(await interactionOf(server, kept)).toMatchObject({ state: 'Processing', handler: 'agent1' });
  await goTo(one.page, 'My work');
  await row(one.page, 'Kept in hand').waitFor();

  // And the desk lives: what the colleague does now arrives by itself.
  await goTo(one.page, 'Shared by the team');
  await goTo(two.page, 'Shared by the team');
  await row(two.page, 'Of the colleague').click();
  await command(await openItem(two.page, 'Of the colleague'), 'pull').waitFor();
  await two.page.keyboard.press('p');
  await row(one.page, 'Of the colleague').waitFor({ state: 'detached' });
  expect(await notReloaded()).toBe(true);
  expect([...one.complaints, ...two.complaints]).toEqual([]);
});
