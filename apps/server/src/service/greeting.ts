/** What a person at the terminal is told when the server is ready. */
import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../config.ts';
import type { FirstStart } from '../contact-centre/first-start.ts';

export interface Greeting {
  readonly config: Config;
  readonly url: string;
  readonly firstStart: FirstStart;
  readonly webDesk: boolean;
}

/** Prints where Intray is and how to get in. */
export async function greet(
  output: NodeJS.WriteStream,
  { config, url, firstStart, webDesk }: Greeting,
): Promise<void> {
  const lines = [`Intray is ready: ${config.publicUrl ?? url}`];
  if (config.demo) lines.push(demoLine(firstStart));
  if (firstStart.kind === 'blank') lines.push(...(await tellPassword(output, config, firstStart)));
  if (!webDesk) lines.push('  The web desk is not built yet, so there are no pages; "npm start" builds it.');
  output.write(`${lines.join('\n')}\n`);
}

function demoLine(firstStart: FirstStart): string {
  if (firstStart.kind === 'configured' && !firstStart.demo)
    return (
      '  INTRAY_DEMO=1 changes nothing here: the database holds another contact centre already. ' +
      'For the demo, name a data folder of its own: INTRAY_DATA_DIR=./demo'
    );
  return '  Sign in as agent1 … agent6, lead1 or admin1; the password is demo.';
}

type Blank = Extract<FirstStart, { kind: 'blank' }>;

/** On a terminal the password is shown; what is written to a pipe ends up in some log, so there it goes to a file. */
async function tellPassword(
  output: NodeJS.WriteStream,
  config: Config,
  { userName, password }: Blank,
): Promise<string[]> {
  const change = `npm run intray -- account password ${userName}`;
  const demo =
    '  To look around with sample people and work instead: INTRAY_DEMO=1 INTRAY_DEMO_SAMPLES=1 INTRAY_DATA_DIR=./demo npm start';
  if (output.isTTY)
    return [
      `  First start: sign in as ${userName}, password ${password}`,
      `  It is shown this once. To choose another, stop the server and type: ${change}`,
      demo,
    ];
  const file = join(config.dataDir, 'first-password.txt');
  await writeFile(file, `${password}\n`, { mode: 0o600 });
  await chmod(file, 0o600);
  return [
    `  First start: sign in as ${userName}; the password is in ${file}. Delete that file afterwards.`,
    demo,
  ];
}
