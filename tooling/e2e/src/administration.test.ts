import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cable } from './cable.ts';
import { openBrowser, openDesk, signIn } from './desk.ts';
import { startServer, submit, type TestServer } from './server.ts';

let server: TestServer;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await server[Symbol.asyncDispose]();
});

interface Configured {
  readonly version: number;
  readonly by: string;
  readonly note?: string;
  readonly config: {
    readonly mediaTypes: readonly { readonly id: string; readonly name: string; readonly capacity: number }[];
    readonly roles: readonly { readonly id: string; readonly denied?: readonly string[] }[];
    readonly options?: { readonly application?: Readonly<Record<string, Record<string, string>>> };
  };
}

const newest = () => server.as<Configured>('admin1', '/configuration');
const medium = async (id: string) => (await newest()).config.mediaTypes.find((one) => one.id === id);

async function goTo(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Places' }).getByRole('button', { name }).press('Enter');
  await page.getByRole('heading', { name, level: 2, exact: true }).waitFor();
}

/** Saves the draft with a reason, and waits until the server has it. */
async function save(page: Page, note: string): Promise<void> {
  await page.getByRole('button', { name: 'Review and save' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Save the draft as a new version' });
  await dialog.getByLabel('Why').fill(note);
  await dialog.getByRole('button', { name: 'Save', exact: true }).press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await expect.poll(async () => (await newest()).note, { timeout: 90_000 }).toBe(note);
}

test('[R90] [R70] [R95] [R97] [R98] [C8] [C17] [C18] an administrator sets a contact centre up without leaving the desk', async () => {
  const desk = await openDesk(browser, server.url);
  const { page } = desk;
  await signIn(page, 'admin1');

  // A new kind of work, by keyboard, in a draft that is checked as it is written.
  await goTo(page, 'Configuration');
  await page
    .getByRole('navigation', { name: 'Kinds of objects' })
    .getByRole('button', { name: /^Media types/ })
    .press('Enter');
  await page.getByRole('button', { name: 'New', exact: true }).press('Enter');
  const asked = page.getByRole('dialog', { name: 'New: Media types' });
  await asked.getByLabel('Id').fill('claim');
  await asked.getByLabel('Name').fill('Insurance claim');
  await page.keyboard.press('Enter');
  const form = page.getByRole('region', { name: 'Insurance claim' });
  await form.getByLabel('At once').fill('many');
  await form.getByText(/expected a number/i).waitFor();
  await form.getByLabel('At once').fill('4');
  await form.getByText(/expected a number/i).waitFor({ state: 'detached' });

  // The draft outlives the tab that it was typed in.
  await page.close();
  const again = await desk.context.newPage();
  again.on('pageerror', (error) => expect.soft(error.message).toBe(''));
  await again.goto(`${server.url}/?view=configuration&page=mediaTypes&id=claim`);
  await again.getByText('1 change', { exact: true }).waitFor();
  expect(
    await again.getByRole('region', { name: 'Insurance claim' }).getByLabel('At once').inputValue(),
  ).toBe('4');

  // Somebody else is faster: nothing of theirs is overwritten.
  const { version, config } = await newest();
  const email = config.mediaTypes.find(({ id }) => id === 'email');
  await server.as('admin1', '/configuration', {
    base: version,
    edits: [{ kind: 'mediaTypes', put: { ...email, name: 'Electronic mail' } }],
  });
  await again.getByText(`Version ${version + 1} was made meanwhile`).waitFor();
  await again.getByRole('button', { name: 'Settle' }).press('Enter');
  const conflict = again.getByRole('dialog', { name: `Version ${version + 1} was made meanwhile` });
  await conflict.getByText('Nothing that you changed was changed by others.').waitFor();
  await conflict.getByRole('button', { name: 'Take the draft over' }).press('Enter');
  await save(again, 'Claims come in');
  expect(await medium('claim')).toMatchObject({ name: 'Insurance claim', capacity: 4 });
  expect(await medium('email')).toMatchObject({ name: 'Electronic mail' });

  // What names an object is shown before it is removed.
  await again
    .getByRole('region', { name: 'Insurance claim' })
    .getByRole('button', { name: 'Remove' })
    .press('Enter');
  await again
    .getByRole('dialog', { name: /^Remove/ })
    .getByText('Nothing names it.')
    .waitFor();
  await again.keyboard.press('Escape');

  // An option for the new kind of work stands with those for work items, with its meaning and its values.
  await goTo(again, 'Options');
  const option = again.getByRole('group', { name: 'claim.auto-answer', exact: true });
  await option.getByText('Whether an offer is accepted by itself.').waitFor();
  await option.getByText('Values: true or false').waitFor();
  await option.getByRole('button', { name: 'Set claim.auto-answer' }).press('Enter');
  await option.getByRole('combobox').press('Enter');
  await again.getByRole('option', { name: 'true' }).click();

  // A role that denies, in the same draft.
  await goTo(again, 'Roles and privileges');
  await again
    .getByRole('navigation', { name: 'Roles' })
    .getByRole('button', { name: /^Agent/ })
    .first()
    .press('Enter');
  const decline = again.getByRole('group', { name: 'What the role says of decline', exact: true });
  await decline.getByRole('radio', { name: 'Deny' }).press('Space');
  await save(again, 'Nobody declines');
  const { config: then } = await newest();
  expect(then.roles.find(({ id }) => id === 'Agent')?.denied).toEqual(['decline']);
  expect(then.options?.application?.['interaction-workspace']?.['claim.auto-answer']).toBe('true');

  // Both inspectors say what holds and why.
  await again.goto(`${server.url}/?view=access&page=inspect&id=agent1`);
  await again
    .getByText(/^Denied by role Agent/)
    .first()
    .waitFor();
  await again.goto(`${server.url}/?view=options&page=inspect&id=agent1`);
  await again.getByLabel('Find an option').fill('claim.auto-answer');
  await again.getByRole('row', { name: /claim\.auto-answer true Everybody/ }).waitFor();

  // And all of it can be looked at and taken back.
  await goTo(again, 'Versions');
  const history = again.getByRole('navigation', { name: 'Versions' });
  await history.getByRole('button', { name: new RegExp(`^Version ${version} `) }).press('Enter');
  await again.getByRole('button', { name: 'Bring this version back' }).press('Enter');
  const back = again.getByRole('dialog', { name: `Bring version ${version} back` });
  await back.getByLabel('Why').fill('As it was');
  await back.getByRole('button', { name: 'Bring this version back' }).press('Enter');
  await expect.poll(async () => (await newest()).note, { timeout: 90_000 }).toBe('As it was');
  expect(await medium('claim')).toBe(undefined);
  await history.getByRole('button', { name: new RegExp(`^Version ${version + 4} In force`) }).press('Enter');
  await again.getByText('Removed').first().waitFor();
  expect(desk.complaints).toEqual([]);
  await desk.context.close();
});

/** The scripts that a page has fetched, whole. */
async function scriptsOf(page: Page): Promise<string> {
  const urls = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
  const scripts = urls.filter((url) => new URL(url).pathname.endsWith('.js'));
  const texts = await Promise.all(scripts.map(async (url) => (await page.request.get(url)).text()));
  return texts.join('\n');
}

test('[C7] whoever may not configure sees no way there, and their desk holds nothing of it', async () => {
  const marker = 'Everything that names it goes along';
  const { page, context } = await openDesk(browser, server.url);
  await signIn(page, 'lead1');
  const navigation = page.getByRole('navigation', { name: 'Places' });
  await navigation.waitFor();
  expect(await navigation.getByRole('button', { name: 'Configuration' }).count()).toBe(0);
  expect(await scriptsOf(page)).not.toContain(marker);
  await context.close();

  const admin = await openDesk(browser, `${server.url}/?view=configuration`);
  await admin.page.getByLabel('User name').fill('admin1');
  await admin.page.getByLabel('Password').fill('demo');
  await admin.page.keyboard.press('Enter');
  await admin.page.getByRole('navigation', { name: 'Kinds of objects' }).waitFor();
  expect(await scriptsOf(admin.page)).toContain(marker);
  await admin.context.close();
});

test('[P13] how the servers are is shown live, and says so when no server answers', async () => {
  await using wire = await cable(server.port);
  const { page, context } = await openDesk(browser, wire.url);
  await signIn(page, 'admin1');
  // By keys that the overview names, and by the palette.
  await page.keyboard.press('?');
  const keys = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await keys.getByText('Versions', { exact: true }).waitFor();
  await page.keyboard.press('Escape');
  await keys.waitFor({ state: 'detached' });
  await page.keyboard.press('g');
  await page.keyboard.press('v');
  await page.getByRole('heading', { name: 'Versions', level: 2 }).waitFor();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('Servers');
  await page.getByRole('option', { name: /Servers/ }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Servers', level: 2 }).waitFor();
  const node = page.getByRole('row').filter({ hasText: String(server.port) });
  await node.getByText('Serving').waitFor();
  await node.getByText('Routes').waitFor();
  await page.getByText('Everything is as it should be.').waitFor();

  // Work that comes in is counted without a reload.
  const waiting = page.locator('dl > div').filter({ hasText: 'in all queues' });
  const before = Number(await waiting.locator('dd').first().textContent());
  await submit(server, { subject: 'Counted' });
  await waiting.getByText(String(before + 1), { exact: true }).waitFor();

  wire.pull();
  await page.getByText(/^No server answers\. What is shown here was true at /).waitFor();
  await node.getByText('Serving').waitFor();
  wire.plugIn();
  await page.getByText('Everything is as it should be.').waitFor();
  await context.close();

  const agent = await openDesk(browser, server.url);
  await signIn(agent.page, 'agent1');
  expect(await agent.page.getByRole('button', { name: 'Servers' }).count()).toBe(0);
  await agent.context.close();
});
