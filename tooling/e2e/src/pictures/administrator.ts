/** What an administrator sees: how the flow of work is shaped, and everything that is configured. */
import { goTo } from '../desk.ts';
import { configureFlow } from '../flow-centre.ts';
import { draw, LARGE, person, type Scene } from './stage.ts';

/** Where the flow of work is shaped: rules, a strategy, work from a file. */
export async function flowOfWork(scene: Scene): Promise<void> {
  const { server, scheme } = scene;
  await configureFlow(server);
  const page = await person(scene, 'admin1');
  await page.setViewportSize(LARGE);
  const shoot = (name: string) => draw(page, name, scheme);
  await goTo(page, 'Rules');
  await page.getByRole('button', { name: 'By time left' }).click();
  await page.locator('[data-spot="0:2"]').click();
  await page.keyboard.type('high');
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowUp');
  await page.getByText(/^Row 1, column 3: /).waitFor();
  await shoot('rule-table');
  await page.getByRole('button', { name: 'Discard' }).click();
  await page.getByRole('tab', { name: 'Try out' }).click();
  await page.getByLabel('Due in').fill('90m');
  await page.getByText('priority 80').last().waitFor();
  await shoot('rules-tried');
  await goTo(page, 'Strategies');
  await page.getByRole('button', { name: 'Skilled people first' }).click();
  await page.getByRole('region', { name: 'Step 1' }).waitFor();
  await shoot('strategy');
  await page.getByRole('tab', { name: 'Try out' }).click();
  await page.getByRole('region', { name: 'If nobody takes it' }).waitFor();
  await shoot('strategy-tried');
  await goTo(page, 'Import work');
  await page.locator('input[type="file"]').setInputFiles({
    name: 'requests.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('Id,What,Due\n1,Noise,2026-12-01\n2,Light,soon\n3,Tree,2026-12-02\n'),
  });
  await page.getByRole('button', { name: 'Check all rows' }).click();
  await page.getByText('2 rows can be imported').scrollIntoViewIfNeeded();
  await shoot('import');
  await page.context().close();
}

/** The administrator's screens, with a draft that changes three things and a fault in one of them. */
export async function administration(scene: Scene): Promise<void> {
  const { server, scheme } = scene;
  const page = await person(scene, 'admin1');
  const look = async (name: string, address: string, landmark: string) => {
    await page.goto(`${server.url}/${address}`);
    await page.getByText(landmark).first().waitFor();
    await draw(page, name, scheme);
  };
  await page.goto(`${server.url}/?view=configuration&page=queues&id=Inbox`);
  const queue = page.getByRole('region', { name: 'Inbox' });
  await queue.getByLabel('Offer lasts (seconds)').fill('soon');
  await queue.getByText(/expected a number/i).waitFor();
  await draw(page, 'configuration', scheme);
  await queue.getByLabel('Offer lasts (seconds)').fill('45');
  await look('options', '?view=options', 'workitem.auto-answer');
  await look('options-inspected', '?view=options&page=inspect&id=agent1', 'workbin.email.draft');
  await look('servers', '?view=operator', 'Serving');
  await look('roles', '?view=access&page=roles&id=Agent', 'move-to-workbin');
  await look('privileges-inspected', '?view=access&page=inspect&id=agent1', 'Allowed by role');
  await page.getByRole('button', { name: 'Review and save' }).click();
  const dialog = page.getByRole('dialog', { name: 'Save the draft as a new version' });
  await dialog.getByLabel('Why').fill('Longer offers in the morning');
  await draw(page, 'configuration-review', scheme);
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  await look('versions', '?view=versions', 'Longer offers');
}
