import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { offer, openBrowser, openReadyDesk } from './desk.ts';
import { historyOf, interactionOf, startServer, submit, type TestServer } from './server.ts';

let server: TestServer;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await server[Symbol.asyncDispose]();
});

test('[O11 O12 O17 R85 R86 R88] an offer that accepts itself counts down and takes no "no"; others do neither', async () => {
  const { page, complaints, context } = await openReadyDesk(browser, server.url, 'agent1');
  const [urgent, ordinary] = ['Water main broke', 'Bulk trash left behind'];
  const id = await submit(server, { subject: urgent, data: { IW_OverrideOptions: 'Urgent' } });
  const toast = offer(page, urgent);
  await toast.getByRole('timer', { name: /^accepted by itself in \d+ seconds?$/ }).waitFor();
  expect(await toast.getByRole('button', { name: /^Reject/ }).count()).toBe(0);
  expect(await toast.getByRole('button', { name: /^Accept/ }).count()).toBe(1);

  // The set belongs to that interaction alone.
  await submit(server, { subject: ordinary });
  await offer(page, ordinary).getByRole('timer', { name: /left$/ }).waitFor();
  expect(
    await offer(page, ordinary)
      .getByRole('button', { name: /^Reject/ })
      .count(),
  ).toBe(1);

  await toast.waitFor({ state: 'detached' });
  await expect
    .poll(async () => (await interactionOf(server, id)).state, { timeout: 90_000 })
    .toBe('Processing');
  expect(await interactionOf(server, id)).toMatchObject({ handler: 'agent1' });
  const accepted = (await historyOf(server, id)).find(({ type }) => type === 'InteractionAccepted');
  expect(accepted).toMatchObject({ by: '@timer', data: { agentId: 'agent1' } });
  expect(complaints).toEqual([]);
  await context.close();
});
