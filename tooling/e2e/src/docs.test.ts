/** The documentation in a real browser, under the server's own policy and without the rest of the world. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, openDesk, signIn } from './desk.ts';
import { startServer, type TestServer } from './server.ts';

let server: TestServer;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await server[Symbol.asyncDispose]();
});

/** Whatever a page complains of (its policy too) or asks of another server, from now on. */
function listenTo(context: BrowserContext): readonly string[] {
  const complaints: string[] = [];
  context.on('weberror', (error) => complaints.push(error.error().message));
  context.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  context.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (protocol.startsWith('http') && origin !== server.url) complaints.push(`asked ${request.url()}`);
  });
  return complaints;
}

test('requests are shown, and tried out by whoever is signed in: a question and a change', async () => {
  const { context, page } = await openDesk(browser, server.url);
  await signIn(page, 'agent1');
  const complaints = listenTo(context);
  await page.goto(`${server.url}/docs`);

  const tryOut = async (operation: string, body?: string) => {
    const block = page.locator(`[id$="-${operation}"]`);
    await block.locator('.opblock-summary-control').click();
    await block.getByRole('button', { name: 'Try it out' }).click();
    if (body !== undefined) await block.locator('textarea.body-param__text').fill(body);
    await block.getByRole('button', { name: 'Execute' }).click();
    await block.locator('.live-responses-table').waitFor();
    return block.locator('.live-responses-table').textContent();
  };
  const tags = page.locator('.opblock-tag-section');
  await tags.first().waitFor();
  expect(await tags.count()).toBeGreaterThan(8);
  await page.locator('[data-tag="Signing in"]').click();
  expect(await tryOut('getApiV1Me')).toContain('"userName": "agent1"');
  await page.locator('[data-tag="Desk"]').click();
  // A change by cookie: refused if the page did not send the token along.
  expect(await tryOut('postApiV1Session', '{"type":"startSession"}')).toContain('SessionStarted');
  expect(complaints).toEqual([]);
  await context.close();
});

test.each(['light', 'dark'] as const)('messages are shown to everybody, %s', async (colorScheme) => {
  const context = await browser.newContext({ colorScheme });
  const complaints = listenTo(context);
  const page = await context.newPage();
  await page.goto(`${server.url}/docs/messages`);
  await page.getByRole('heading', { name: 'WorkbinStateChangeMessage' }).waitFor();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  await page.getByRole('link', { name: 'Requests' }).click();
  await page.locator('.opblock-tag-section').first().waitFor();
  expect(complaints).toEqual([]);
  await context.close();
});
