// The packages of this workspace.
import { existsSync, readdirSync } from 'node:fs';
import { at } from './repository.mjs';

const FLOORS = ['packages', 'apps', 'tooling'];

/** Folders of all packages relative to the root, `packages/core` and so on, in a fixed order. */
export function packageFolders() {
  return FLOORS.flatMap((floor) =>
    readdirSync(at(floor))
      .sort()
      .map((name) => `${floor}/${name}`)
      .filter((folder) => existsSync(at(folder, 'package.json'))),
  );
}
