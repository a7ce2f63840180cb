/** Starting with the computer on Linux, where Electron leaves it to the program: an entry in the autostart folder. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from './kept-file.ts';

export interface Autostart {
  /** `~/.config/autostart`, or where the system has it. */
  readonly folder: string;
  /** What is started. */
  readonly program: string;
}

/** In the quotes of a desktop entry: what means something there is escaped, and a per cent sign is written twice. */
const quoted = (path: string): string =>
  `"${path.replaceAll(/[\\"`$]/g, (sign) => `\\${sign}`).replaceAll('%', '%%')}"`;

/** Writes the entry, or takes it away. */
export function setAutostart({ folder, program }: Autostart, on: boolean): void {
  const path = join(folder, 'intray.desktop');
  if (!on) {
    rmSync(path, { force: true });
    return;
  }
  const lines = [
    '[Desktop Entry]',
    'Type=Application',
    'Name=Intray',
    `Exec=${quoted(program)}`,
    'Terminal=false',
  ];
  writeWhole(path, `${lines.join('\n')}\n`);
}
