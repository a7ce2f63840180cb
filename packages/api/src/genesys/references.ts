/**
 * The number in the answer to a request comes back in the message about what the request did. It travels inside the
 * command's id, which the desk keeps with what happened, so any node can put it into the message.
 */
import { createHash, randomBytes } from 'node:crypto';

export interface Reference {
  /** Written into the answer and the caller's messages. */
  readonly referenceId: number;
  readonly commandId: string;
}

export interface References {
  /** The next reference of a person, or the one that belongs to an `Idempotency-Key`: the same key, the same answer. */
  next(userName: string, idempotencyKey?: string): Reference;
}

const shortHash = (text: string) => createHash('sha256').update(text).digest();

/** Numbers grow per person from 1 on, for as long as this process lives. */
export function references(): References {
  const last = new Map<string, number>();
  // Two processes count alike, and the ids of their commands must not be.
  const nonce = randomBytes(9).toString('base64url');
  return {
    next(userName, idempotencyKey) {
      if (idempotencyKey !== undefined) {
        const hash = shortHash(`${userName}\0${idempotencyKey}`);
        const referenceId = hash.readUInt32BE(0) >>> 1;
        return { referenceId, commandId: `v2:${referenceId}:k${hash.toString('base64url')}:${userName}` };
      }
      const referenceId = (last.get(userName) ?? 0) + 1;
      last.set(userName, referenceId);
      return { referenceId, commandId: `v2:${referenceId}:${nonce}:${userName}` };
    },
  };
}

/** The number in a command's id, if the command is this person's and came over this wire. */
export function referenceIn(commandId: string | undefined, userName: string): number | undefined {
  const [, digits, owner] = /^v2:(\d{1,10}):[\w-]+:(.*)$/s.exec(commandId ?? '') ?? [];
  return digits !== undefined && owner === userName ? Number(digits) : undefined;
}
