/** What a team lead sees: the queues, the trays of the team, and the pages that watch over both. */
import type { Page } from 'playwright-core';
import { command, goTo, openItem, row } from '../desk.ts';
import { waitingWork } from '../sample-work.ts';
import { submit } from '../server.ts';
import { draw, LARGE, person, type Scene, type Scheme, USUAL } from './stage.ts';

async function leadsPages(lead: Page, scheme: Scheme): Promise<void> {
  await lead.setViewportSize(LARGE);
  await goTo(lead, 'Interaction queues');
  await lead.getByRole('button', { name: 'Do this to all found' }).waitFor();
  await draw(lead, 'oversight', scheme);
  await lead.getByRole('button', { name: 'Do this to all found' }).click();
  await lead.getByRole('menuitem', { name: 'Put on hold' }).click();
  const dialog = lead.getByRole('dialog', { name: 'Put on hold' });
  await dialog.getByRole('button', { name: 'See what would come of it' }).click();
  await dialog.getByText('would be changed').waitFor();
  await draw(lead, 'operation', scheme);
  await lead.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await goTo(lead, 'Live board');
  await lead.getByRole('row').nth(1).click();
  await lead.getByRole('region', { name: 'The chosen agent' }).getByText('Why no work comes').waitFor();
  await draw(lead, 'board', scheme);
  await goTo(lead, 'Reports');
  await lead
    .getByRole('button', { name: /^Look at it: Unfinished/ })
    .first()
    .waitFor();
  await draw(lead, 'reports', scheme);
  await lead.setViewportSize(USUAL);
}

/** Waiting work, stopped, cancelled and counted. */
export async function oversight(scene: Scene): Promise<void> {
  const { server, scheme } = scene;
  const waiting = waitingWork(Date.now());
  const [login, pothole] = waiting;
  if (login === undefined || pothole === undefined) throw new Error('Expected waiting work.');
  // Only now: as long as somebody is ready it would be offered.
  for (const work of waiting) await submit(server, work);
  const lead = await person(scene, 'lead1');
  await goTo(lead, 'Inbox');
  await row(lead, login.subject).click();
  await command(await openItem(lead, login.subject), 'complete').waitFor();
  await draw(lead, 'lead', scheme);

  await row(lead, pothole.subject).click();
  await openItem(lead, pothole.subject);
  await lead.keyboard.press('h');
  await lead.getByRole('dialog', { name: 'Put on hold' }).getByLabel('Reason').fill('Waits for the survey');
  await lead.keyboard.press('Enter');
  const item = await openItem(lead, pothole.subject);
  await command(item, 'resume').waitFor();
  await item.getByRole('tab', { name: 'History' }).click();
  await item.getByText('Waits for the survey').waitFor();
  await draw(lead, 'held', scheme);

  await lead.keyboard.press('Shift+X');
  const dialog = lead.getByRole('dialog', { name: 'Cancel this work' });
  await dialog.getByLabel('Reason').fill('Reported twice');
  await lead.keyboard.press('Enter');
  await row(lead, pothole.subject).waitFor({ state: 'detached' });
  await goTo(lead, 'Finished');
  await row(lead, pothole.subject).click();
  await command(await openItem(lead, pothole.subject), 'restart').waitFor();
  await item.getByRole('tab', { name: 'History' }).click();
  await item.getByText('Reported twice').waitFor();
  await draw(lead, 'cancelled', scheme);

  await leadsPages(lead, scheme);

  // Ready for a medium that nothing waits for, so that nothing is offered.
  await server.as('agent2', '/session', {
    type: 'startSession',
    channels: [{ mediaType: 'chat', ready: true }],
  });
  const admin = await person(scene, 'admin1');
  await goTo(admin, 'Colleagues');
  await admin.getByText('Farid Rahman').waitFor();
  await draw(admin, 'administrator', scheme);
}
