/** A day in five minutes: signed in, offered work, cut off, ten edits, back. Played on whatever stage it is given. */
import { expect } from 'vitest';
import { MINUTE } from './contact-centre.ts';
import {
  addValue,
  choose,
  command,
  editValue,
  item,
  openResting,
  POLL,
  type Stage,
  signIn,
  writeNote,
} from './stage.ts';

const NOTES = ['one', 'two', 'three', 'four', 'five', 'six'].map((text) => `Note ${text}`);
const NEEDS_SERVER = 'This needs the server, which can’t be reached now.';
const LOCAL = 'You see your work as it was last known.';

/** @returns the ids of the work: in hand, and at rest in the agent's own tray */
async function begin(stage: Stage): Promise<readonly [string, string]> {
  const { centre, page } = stage;
  await signIn(stage);
  const claim = await centre.submit('Storm damage');
  await stage.acceptOutside('Storm damage');
  await expect.poll(async () => (await centre.row(claim)).handler, POLL).toBe('agent1');
  await item(page).getByRole('heading', { name: 'Storm damage' }).waitFor();
  await stage.notReadyOutside();
  await page.getByRole('button', { name: 'My channels: Not ready' }).waitFor();

  const resting = await centre.submit('Resting', { take: 'agent1' });
  await centre.give('agent1', {
    type: 'placeInWorkbin',
    interactionId: resting,
    workbin: { type: 'workitem.in-progress', owner: { kind: 'Agent', id: 'agent1' } },
  });
  await openResting(page, 'Resting');
  await page.getByRole('button', { name: /^My work/ }).click();
  await page.getByRole('row', { name: 'Storm damage' }).click();
  await command(page, 'complete').waitFor();
  return [claim, resting];
}

/** Ten edits, of two pieces of work. Meanwhile time passes on the server, and the team lead changes the same work. */
async function tenEdits({ page, centre }: Stage, claim: string): Promise<void> {
  for (const text of NOTES) await writeNote(page, text);
  await item(page).getByRole('tab', { name: 'Case data' }).click();
  await editValue(page, 'colour', 'blue');
  await addValue(page, 'town', 'Bonn');
  await centre.clock.advance(5 * MINUTE);
  await centre.give('lead1', {
    type: 'updateUserData',
    interactionId: claim,
    userData: { colour: 'green' },
  });
  await command(page, 'placeInWorkbin').click();
  await choose(page, 'Put in workbin', 'Shared');
  await page.getByText('9 changes kept on this computer').waitFor();
  await openResting(page, 'Resting');
  await writeNote(page, 'Note on what rests');
  await page.getByText('10 changes kept on this computer').waitFor();
}

/** Plays it. `away` is asked while ten edits wait and the server cannot be reached. */
export async function offlineStory(stage: Stage, away: () => Promise<void>): Promise<void> {
  const { centre, page } = stage;
  const [claim, resting] = await begin(stage);

  centre.unplug();
  await page.getByText(LOCAL).waitFor();
  // What cannot wait says so before it is pressed, and is refused at once when it is.
  const next = page.getByRole('button', { name: 'Pull next' });
  await expect.poll(() => next.getAttribute('title'), POLL).toBe(NEEDS_SERVER);
  expect(await next.getAttribute('aria-disabled')).toBe('true');
  await page.keyboard.press('Shift+R');
  await page.getByText('Try again once it can.').first().waitFor();
  await page.reload();
  await page.getByText(LOCAL).waitFor();
  await page.getByRole('row', { name: 'Storm damage' }).click();
  await item(page).getByRole('heading', { name: 'Storm damage' }).waitFor();
  await command(page, 'complete').waitFor();
  expect(await command(page, 'transfer').count()).toBe(0);
  await tenEdits(stage, claim);
  expect((await centre.row(claim)).noteCount).toBe(0);
  await away();

  // Back: what nobody else touched is carried out in order; what both changed waits for a choice, and what is behind it.
  centre.plugIn();
  await page.getByRole('button', { name: '1 change needs your choice' }).click(POLL);
  const conflict = page.getByRole('listitem', { name: 'Storm damage' });
  await conflict.getByRole('row', { name: 'colour blue green' }).waitFor();
  const notes = (await centre.history(claim)).flatMap((event) =>
    event.type === 'NoteAdded' ? [event.data.text] : [],
  );
  expect(notes).toEqual(NOTES);
  const before = await centre.row(claim);
  expect(before.userData).toMatchObject({ colour: 'green' });
  expect(before.workbin?.type).not.toBe('team.shared');
  await conflict.getByRole('button', { name: 'Use mine' }).click();

  await expect
    .poll(() => centre.row(claim), POLL)
    .toMatchObject({
      state: 'InWorkbin',
      workbin: { type: 'team.shared' },
      noteCount: NOTES.length,
      userData: { colour: 'blue', town: 'Bonn' },
    });
  await expect.poll(async () => (await centre.row(resting)).noteCount, POLL).toBe(1);
  await page.getByText(LOCAL).waitFor({ state: 'detached' });
}
