/** Names for new things. A port: tests may want to know them beforehand. */
import { randomBytes } from 'node:crypto';

export interface Ids {
  /** 16 upper-case letters and digits that nobody has seen before. */
  interactionId(): string;
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
/** Bytes from here on would make the first letters likelier than the last ones. */
const FAIR = 256 - (256 % LETTERS.length);

export const randomIds: Ids = {
  interactionId() {
    let id = '';
    while (id.length < 16)
      for (const byte of randomBytes(24))
        if (byte < FAIR && id.length < 16) id += LETTERS[byte % LETTERS.length];
    return id;
  },
};
