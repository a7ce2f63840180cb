/** What a story needs of the desk it is played on: the browser that stands in for Electron, or Electron itself. */
import type { Locator, Page } from 'playwright-core';
import type { Centre } from './contact-centre.ts';

export interface Stage {
  readonly page: Page;
  readonly centre: Centre;
  /** Waits until the offer is told outside the window, and accepts it there. */
  acceptOutside(subject: string): Promise<void>;
  /** Becomes not ready from outside the window. */
  notReadyOutside(): Promise<void>;
}

export const POLL = { timeout: 90_000 };

export const item = (page: Page): Locator => page.getByRole('region', { name: 'Open item' });

/** The button of a command, by core's own name for it. */
export const command = (page: Page, name: string): Locator => item(page).locator(`[data-command="${name}"]`);

/** Names the first server and signs in. */
export async function signIn({ page, centre }: Pick<Stage, 'page' | 'centre'>): Promise<void> {
  await page.getByLabel('Address').fill(centre.url);
  await page.getByRole('button', { name: 'Add server' }).click();
  await page.getByLabel('User name').fill('agent1');
  await page.getByLabel('Password').fill('demo');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: 'Start session' }).click();
  await page.getByRole('button', { name: 'My channels: Ready' }).waitFor();
}

export async function writeNote(page: Page, text: string): Promise<void> {
  await item(page).getByRole('tab', { name: 'Notes' }).click();
  await item(page).getByLabel('Write a note').fill(text);
  await item(page).getByRole('button', { name: 'Add note' }).click();
  await item(page).getByText(text, { exact: true }).waitFor();
}

export async function editValue(page: Page, key: string, value: string): Promise<void> {
  await item(page)
    .getByRole('button', { name: `Edit ${key}` })
    .click();
  await item(page).getByLabel('Value').fill(value);
  await item(page).getByRole('button', { name: 'Save' }).click();
  await item(page).getByText(value, { exact: true }).waitFor();
}

export async function addValue(page: Page, key: string, value: string): Promise<void> {
  await item(page).getByRole('button', { name: 'Add a key' }).click();
  await item(page).getByLabel('Key').fill(key);
  await item(page).getByLabel('Value').fill(value);
  await item(page).getByRole('button', { name: 'Save' }).click();
  await item(page).getByText(value, { exact: true }).waitFor();
}

/** Answers the question of a dialog by typing and Enter. */
export async function choose(page: Page, question: string, answer: string): Promise<void> {
  const dialog = page.getByRole('dialog', { name: question });
  await dialog.getByRole('combobox').fill(answer);
  await dialog.getByRole('option', { name: answer }).first().waitFor();
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });
}

/** Opens a piece of work of the agent's own tray. */
export async function openResting(page: Page, subject: string): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Places' })
    .getByRole('button', { name: /^In progress/ })
    .click();
  await page.getByRole('row', { name: subject }).click();
  await item(page).getByRole('heading', { name: subject }).waitFor();
}
