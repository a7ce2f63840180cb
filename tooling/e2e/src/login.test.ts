import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accept, mark, offer, openBrowser, openDesk, openItem, openReadyDesk, signIn } from './desk.ts';
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

test('a wrong password is told, and the desk stays shut', async () => {
  const { page, context } = await openDesk(browser, server.url);
  await page.getByLabel('User name').fill('agent1');
  await page.getByLabel('Password').fill('wrong');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('alert').getByText('wrong').waitFor();
  await page.getByText('password demo').waitFor();
  expect(await page.getByRole('navigation').count()).toBe(0);
  await context.close();
});

test('a reload keeps the login, the place and the open item', async () => {
  const subject = 'Opened and reloaded';
  const { page, context } = await openReadyDesk(browser, server.url, 'agent4');
  await submit(server, { subject });
  await accept(page, subject);
  const address = page.url();
  await page.reload();
  await openItem(page, subject);
  expect(page.url()).toBe(address);
  await page.goBack();
  await page.getByRole('region', { name: 'Open item' }).waitFor({ state: 'detached' });
  await context.close();
  await server.as('agent4', '/session', { type: 'endSession' });
});

test('an expired login asks again over what was there, and no typed word is lost', async () => {
  const subject = 'A long letter';
  const { page, context, complaints } = await openReadyDesk(browser, server.url, 'agent1');
  const id = await submit(server, { subject });
  const item = await accept(page, subject);
  await item.getByRole('tab', { name: 'Notes' }).click();
  await item.getByLabel('Write a note').fill('Half a sentence that must not be');
  const notReloaded = await mark(page);

  await server.as('agent1', '/logout-everywhere', {});
  const dialog = page.getByRole('dialog', { name: 'Sign in again' });
  await dialog.waitFor();
  expect(await dialog.getByLabel('User name').inputValue()).toBe('agent1');
  await dialog.getByLabel('Password').fill('demo');
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });

  expect(await notReloaded()).toBe(true);
  expect(await item.getByLabel('Write a note').inputValue()).toBe('Half a sentence that must not be');
  await item.getByLabel('Write a note').fill('Half a sentence that must not be lost.');
  await item.getByRole('button', { name: 'Add note' }).click();
  await item.getByRole('article').getByText('must not be lost').waitFor();

  // The feed lives on under the new login: the next offer comes by itself.
  await submit(server, { subject: 'After the second login' });
  await offer(page, 'After the second login').waitFor();
  expect(await interactionOf(server, id)).toMatchObject({ state: 'Processing', handler: 'agent1' });
  expect(complaints).toEqual([]);
  await context.close();
  await server.as('agent1', '/session', { type: 'endSession' });
});

test('[R84] [R100] an offer to a browser that is gone goes to another agent', async () => {
  const subject = 'Nobody answers';
  const one = await openReadyDesk(browser, server.url, 'agent2');
  const id = await submit(server, { subject });
  await offer(one.page, subject).waitFor();
  const two = await openDesk(browser, server.url);
  await signIn(two.page, 'agent3');
  await two.page.getByRole('button', { name: 'Start session' }).click();
  await one.context.close();

  await offer(two.page, subject).waitFor();
  const revoked = (await historyOf(server, id)).find(({ type }) => type === 'InviteRevoked');
  expect(revoked?.data).toMatchObject({ agentId: 'agent2', reason: 'leaseLapsed' });
  await two.context.close();
});
