// The Electron binary: fetched only when somebody asks for it, never by an install.
import { existsSync, readFileSync } from 'node:fs';
import { runNode } from './processes.mjs';
import { at, say } from './repository.mjs';

const FOLDER = at('apps/desktop/node_modules/electron');

/** The program, if it has been fetched or is named in `ELECTRON_OVERRIDE_DIST_PATH`; otherwise `undefined`. */
export function findElectron() {
  const given = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  const folder = given ?? `${FOLDER}/dist`;
  const named = existsSync(`${FOLDER}/path.txt`) ? [readFileSync(`${FOLDER}/path.txt`, 'utf8')] : [];
  const names = [...named, 'electron', 'electron.exe', 'Electron.app/Contents/MacOS/Electron'];
  return names.map((name) => `${folder}/${name}`).find((path) => existsSync(path));
}

/** Fetches it. @returns whether it is there now */
export async function fetchElectron() {
  if (findElectron() !== undefined) return true;
  say('Fetching Electron (about 120 MB, from its release page) …');
  const code = await runNode([`${FOLDER}/install.js`], { cwd: at('apps/desktop') });
  if (code === 0 && findElectron() !== undefined) return true;
  process.stderr.write(
    [
      '',
      'Electron could not be fetched, so the desktop desk cannot be started here.',
      'Expected: access to the release page of Electron, from which the installer takes its zip.',
      'Otherwise: set ELECTRON_MIRROR to a mirror, or ELECTRON_OVERRIDE_DIST_PATH to a folder with an unpacked Electron.',
      'Everything else works without it: the web desk (npm start) and all tests but the suite e2e:electron.',
      '',
    ].join('\n'),
  );
  return false;
}
