// The Chromium that the end-to-end tests drive: the machine's own where there is one, else fetched.
import { existsSync, readFileSync } from 'node:fs';
import { capture, run, runNode } from './processes.mjs';
import { at, node24, say } from './repository.mjs';

// Not /usr/bin/chromium-browser: on Ubuntu that is a stub which wants snap.
const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** The path of a Chromium: `INTRAY_CHROMIUM` if set, else an installed one, else one it fetches. */
export async function findBrowser() {
  const named = process.env.INTRAY_CHROMIUM;
  if (named && !existsSync(named)) {
    process.stderr.write(
      `INTRAY_CHROMIUM names ${named}, which is not there. Give the path of a Chromium, or unset it.\n`,
    );
    process.exit(1);
  }
  return named ?? installed() ?? (await fetched());
}

function installed() {
  return INSTALLED.find((path) => existsSync(path));
}

async function fetched() {
  if (isDebian() && process.getuid?.() === 0) {
    say('Installing Debian’s chromium for the end-to-end tests …');
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    const packages = ['chromium', 'fonts-dejavu'];
    await must(run('apt-get', ['-q', 'update'], { env }));
    await must(run('apt-get', ['-q', 'install', '-y', '--no-install-recommends', ...packages], { env }));
    return installed();
  }
  const path = await playwrightPath();
  if (!existsSync(path)) {
    say('Fetching Playwright’s Chromium for the end-to-end tests …');
    await must(runNode([at('tooling/e2e/node_modules/playwright-core/cli.js'), 'install', 'chromium']));
  }
  return path;
}

async function playwrightPath() {
  const ask = "import('playwright-core').then((it) => console.log(it.chromium.executablePath()))";
  const { output } = await capture(node24, ['-e', ask], { cwd: at('tooling/e2e') });
  return output.trim();
}

function isDebian() {
  return existsSync('/etc/os-release') && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
}

async function must(code) {
  if ((await code) === 0) return;
  process.stderr.write('No Chromium could be fetched. Install one and name it in INTRAY_CHROMIUM.\n');
  process.exit(1);
}
