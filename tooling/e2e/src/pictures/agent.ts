/** An agent's day: work offered, taken, put aside, handed over, finished and found again. */
import type { Page } from 'playwright-core';
import {
  accept,
  becomeNotReady,
  choose,
  command,
  goTo,
  offer,
  openDesk,
  openItem,
  row,
  startSession,
} from '../desk.ts';
import { inHand, invoice, offered } from '../sample-work.ts';
import { submit } from '../server.ts';
import { draw, give, LARGE, person, type Scene, USUAL } from './stage.ts';

/** The desk, and what is done with one interaction. */
export async function agentsDay(scene: Scene): Promise<void> {
  const { server, browser, scheme } = scene;
  const now = Date.now();
  const shoot = (name: string, on: Page) => draw(on, name, scheme);

  const door = await openDesk(browser, server.url, { colorScheme: scheme, width: 960, height: 640 });
  await door.page.getByText('password demo').waitFor();
  await shoot('sign-in', door.page);
  await door.context.close();

  // The first picture: work in hand, trays, an offer with its countdown.
  const page = await person(scene, 'agent1');
  await startSession(page);
  for (const work of [...inHand(now), invoice(now)]) {
    await submit(server, work);
    await accept(page, work.subject);
  }
  await page.setViewportSize(LARGE);
  await goTo(page, 'My work');
  await row(page, invoice(now).subject).click();
  const item = await openItem(page, invoice(now).subject);
  await submit(server, offered(now));
  await offer(page, offered(now).subject).getByText('Brooklyn').waitFor();
  await shoot('desk', page);
  await page.setViewportSize(USUAL);
  await accept(page, offered(now).subject);
  await becomeNotReady(page);

  await command(item, 'placeInWorkbin').click();
  await page
    .getByRole('dialog', { name: 'Put in workbin' })
    .getByRole('option', { name: 'Shared' })
    .waitFor();
  await shoot('put-aside', page);
  await choose(page, 'Put in workbin', 'Shared');

  await goTo(page, 'Shared by the team');
  await row(page, offered(now).subject).click();
  await openItem(page, offered(now).subject);
  await item.getByRole('tab', { name: 'History' }).click();
  await item.getByText('Put in Shared by the team').waitFor();
  await shoot('workbin', page);

  await page.keyboard.press('j');
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('Shift+ArrowDown');
  await page.getByText('4 items chosen').waitFor();
  await page.getByRole('button', { name: 'Move to queue' }).waitFor();
  await shoot('several', page);
  await page.getByRole('button', { name: 'Clear', exact: true }).click();
}

/** From one desk to another, to sleep, and to an end. */
export async function handOver(scene: Scene): Promise<void> {
  const { server, scheme } = scene;
  const now = Date.now();
  const { subject } = invoice(now);
  const [chat, label] = inHand(now);
  if (chat === undefined || label === undefined) throw new Error('Expected work in hand.');
  const shoot = (name: string, on: Page) => draw(on, name, scheme);

  const page = await person(scene, 'agent1');
  const other = await person(scene, 'agent2');
  await startSession(other);
  await becomeNotReady(other);

  await row(page, subject).click();
  const item = await openItem(page, subject);
  await command(item, 'transfer').click();
  await choose(page, 'Transfer', 'Ben Okafor');
  await offer(other, subject).waitFor();
  await item.getByText('Offered to Ben Okafor').waitFor();
  await shoot('transferring', page);
  await goTo(other, 'Shared by the team');
  await shoot('handed-over', other);
  await offer(other, subject).getByRole('button', { name: 'Reject' }).click();
  await offer(other, subject).waitFor({ state: 'detached' });

  await row(page, label.subject).click();
  await openItem(page, label.subject);
  await command(item, 'snooze').click();
  await page
    .getByRole('dialog', { name: 'Snooze' })
    .getByRole('option', { name: 'Tomorrow morning' })
    .click();
  await page.getByText('Snoozed until').waitFor();
  await page.getByText('In My e-mails').waitFor();
  await goTo(page, 'My e-mails');
  await row(page, label.subject).click();
  await command(await openItem(page, label.subject), 'wake').waitFor();
  await shoot('snoozed', page);

  await goTo(page, 'My work');
  await row(page, chat.subject).click();
  await command(await openItem(page, chat.subject), 'complete').click();
  await choose(page, 'Done', 'Call-back agreed');
  await goTo(page, 'Finished');
  await row(page, chat.subject).click();
  await command(await openItem(page, chat.subject), 'reopen').waitFor();
  await shoot('finished', page);
  await server.as('agent2', '/session', { type: 'endSession' });
}

/** What belongs to a contact, and the field that finds everything. */
export async function lookingBack(scene: Scene): Promise<void> {
  const { server, scheme } = scene;
  const contact = 'rosa.delgado@example.org';
  const work = ['Lamp repaired', 'Lamp dark again', 'Sparks at the mast'].map((subject) =>
    submit(server, { subject, from: 'Rosa Delgado', contact }),
  );
  const [repaired = ''] = await Promise.all(work);
  const page = await person(scene, 'agent4');
  await server.as('agent4', '/session', { type: 'startSession', channels: [] });
  await give(server, 'agent4', repaired, { type: 'pull' });
  await give(server, 'agent4', repaired, { type: 'complete', disposition: 'resolved' });
  await goTo(page, 'Finished');
  await row(page, 'Lamp repaired').click();
  const item = await openItem(page, 'Lamp repaired');
  await item.getByRole('tab', { name: 'Contact' }).click();
  await item.getByRole('button', { name: 'Reopen Lamp repaired' }).waitFor();
  await draw(page, 'contact', scheme);
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('combobox').fill('re');
  await page.getByRole('option', { name: 'Lamp repaired' }).waitFor();
  await draw(page, 'palette', scheme);
  await server.as('agent4', '/session', { type: 'endSession' });
}
