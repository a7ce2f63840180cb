import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { openBrowser, openDesk } from './desk.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** The commands that the README tells a newcomer to type, without the remarks behind them. */
async function commandsOfTheReadme(): Promise<string[]> {
  const text = await readFile(join(ROOT, 'README.md'), 'utf8');
  const blocks = [...text.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, block]) => block ?? '');
  return blocks
    .flatMap((block) => block.split('\n'))
    .map((line) => line.replace(/\s+#.*$/, '').trim())
    .filter((line) => line !== '');
}

/**
 * What a newcomer does who knows nothing but what the screen says, up to the first piece of work that is done. Every
 * step is the button that stands out, or the words beside it.
 */
async function firstFinished(url: string): Promise<void> {
  const browser = await openBrowser();
  const { page, complaints } = await openDesk(browser, url);
  const said = await page.getByText(/^Demo: /).textContent();
  const [, name = '', password = ''] = /Demo: (\w+).*password (\w+)/.exec(said ?? '') ?? [];
  await page.getByLabel('User name').fill(name);
  await page.getByLabel('Password').fill(password);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Start session' }).click();
  const offers = page.getByRole('region', { name: 'Offers' });
  await offers.getByRole('button', { name: 'Accept' }).last().click();
  const item = page.getByRole('region', { name: 'Open item' });
  await item.getByRole('button', { name: 'Done' }).click();
  const question = page.getByRole('dialog', { name: 'Done' });
  await question.getByRole('option').first().click();
  await question.waitFor({ state: 'detached' });
  await page.getByRole('navigation').getByRole('button', { name: 'Finished' }).click();
  await page.getByRole('row').nth(1).waitFor();
  expect(complaints).toEqual([]);
  await browser.close();
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string')
    throw new Error('A port was asked for and none was given.');
  return address.port;
}

test('every npm command in the README is one that exists', async () => {
  const { scripts } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  const commands = await commandsOfTheReadme();
  const names = commands.flatMap((command) => /\bnpm (?:run )?([a-z]+)/.exec(command)?.[1] ?? []);
  expect(names).toContain('start');
  expect(names).toContain('test');
  expect(names.filter((name) => scripts[name] === undefined)).toEqual([]);
});

test('the first command of the README opens the demo, and a newcomer finishes a first piece of work there', async () => {
  const [start] = await commandsOfTheReadme();
  expect(start).toMatch(/npm start$/);
  const data = await mkdtemp(join(tmpdir(), 'intray-readme-'));
  const port = await freePort();
  const began = performance.now();
  const server = spawn('sh', ['-c', start ?? ''], {
    cwd: ROOT,
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, PORT: String(port), INTRAY_DATA_DIR: data },
  });
  // `close`, not `exit`: the shell goes at once, while the server behind it still stops its database in good order.
  const gone = once(server, 'close');
  try {
    const printed = await new Promise<string>((resolve, reject) => {
      let text = '';
      server.stdout.on('data', (chunk) => {
        text += String(chunk);
        if (text.includes('Sign in as agent1')) resolve(text);
      });
      server.once('exit', () => reject(new Error(`The server ended before it was ready:\n${text}`)));
    });
    expect(printed).toContain(`http://127.0.0.1:${port}`);
    // `npm test` has built everything; whoever builds it again takes it away from the desks that are open.
    expect(printed).not.toContain('Building');
    const page = await fetch(`http://127.0.0.1:${port}/`);
    expect(await page.text()).toMatch(/<title[^>]*>Intray<\/title>/);
    const me = await fetch(`http://127.0.0.1:${port}/api/v1/me`, {
      headers: { authorization: `Basic ${Buffer.from('agent1:demo').toString('base64')}` },
    });
    expect(me.status).toBe(200);
    const started = Math.round((performance.now() - began) / 1_000);
    await firstFinished(`http://127.0.0.1:${port}`);
    const finished = Math.round((performance.now() - began) / 1_000);
    console.log(`From npm start to the desk ${started} s, to the first finished item ${finished} s.`);
  } finally {
    if (server.pid !== undefined && server.exitCode === null) process.kill(-server.pid, 'SIGTERM');
    await gone;
    await rm(data, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 });
  }
});
