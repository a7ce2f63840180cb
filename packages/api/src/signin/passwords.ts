/** Passwords, as argon2id hashes. A wrong password and an unknown person take the same time to be told so. */
import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

/** OWASP's first recommendation for argon2id (the library's default algorithm): 19 MiB, two passes, one lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Hashes a password for keeping. Answers a PHC string: `$argon2id$v=19$m=19456,t=2,p=1$…`. */
export const hashPassword = (password: string): Promise<string> => hash(password, COST);

/** Is it this password? Costs the same (about 20 ms) when there is no hash to compare with. */
export type VerifyPassword = (password: string, passwordHash: string | undefined) => Promise<boolean>;

/** Prepares verification. The hash of nobody's password stands in for people who do not exist. */
export function passwordVerifier(): VerifyPassword {
  let nobody: Promise<string> | undefined;
  return async (password, passwordHash) => {
    nobody ??= hashPassword(randomBytes(32).toString('base64url'));
    const matches = await verify(passwordHash ?? (await nobody), password);
    return passwordHash !== undefined && matches;
  };
}
