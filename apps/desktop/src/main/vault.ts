/**
 * What the desk keeps of work on this computer: encrypted, each piece bound to its name and to the server it belongs to.
 * The key lies sealed by the system's key store; without one nothing is kept.
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Electron } from './facade.ts';
import { readIfThere, writeWhole } from './kept-file.ts';

const CIPHER = 'aes-256-gcm';
const NONCE = 12;
const TAG = 16;
const NAME = /^[a-z0-9-]{1,64}$/;

export interface Vault {
  /** Whether anything is kept at all. */
  readonly keeps: boolean;
  /** The text under a name; `undefined` if there is none, or if it was changed by another hand. */
  read(name: string): string | undefined;
  write(name: string, text: string): void;
  forget(name: string): void;
}

const NOWHERE: Vault = { keeps: false, read: () => undefined, write() {}, forget() {} };

export interface VaultPlace {
  readonly folder: string;
  readonly keys: Electron['keys'];
  /** Something kept could not be opened: it is put aside, and the desk begins without it. */
  readonly onUnreadable: (what: string) => void;
}

function openKey({ folder, keys, onUnreadable }: VaultPlace): Buffer {
  const path = join(folder, 'key');
  const sealed = readIfThere(path);
  if (sealed !== undefined) {
    try {
      const key = Buffer.from(keys.unseal(sealed), 'base64');
      if (key.length === 32) return key;
    } catch {
      // Sealed on another computer or for another account: what it opened is lost to us, and that is said below.
    }
    writeWhole(`${path}.unreadable`, sealed);
    onUnreadable(path);
  }
  const key = randomBytes(32);
  writeWhole(path, keys.seal(key.toString('base64')));
  return key;
}

/** Opens the vault in a folder of its own. */
export function openVault(place: VaultPlace): Vault {
  if (!place.keys.available()) return NOWHERE;
  const key = openKey(place);
  const pathOf = (name: string) => {
    if (!NAME.test(name))
      throw new Error(`Expected a name of small letters and digits for what is kept, got "${name}".`);
    return join(place.folder, `${name}.sealed`);
  };

  return {
    keeps: true,
    read(name) {
      const path = pathOf(name);
      const bytes = readIfThere(path);
      if (bytes === undefined) return undefined;
      try {
        const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, NONCE), { authTagLength: TAG });
        decipher.setAAD(Buffer.from(name));
        decipher.setAuthTag(bytes.subarray(bytes.length - TAG));
        const sealed = bytes.subarray(NONCE, bytes.length - TAG);
        return Buffer.concat([decipher.update(sealed), decipher.final()]).toString('utf8');
      } catch {
        writeWhole(`${path}.unreadable`, bytes);
        rmSync(path, { force: true });
        place.onUnreadable(path);
        return undefined;
      }
    },
    write(name, text) {
      const path = pathOf(name);
      const nonce = randomBytes(NONCE);
      const cipher = createCipheriv(CIPHER, key, nonce, { authTagLength: TAG });
      cipher.setAAD(Buffer.from(name));
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      writeWhole(path, Buffer.concat([nonce, sealed, cipher.getAuthTag()]));
    },
    forget: (name) => rmSync(pathOf(name), { force: true }),
  };
}
