/** What a database without a configuration gets, so that somebody can sign in. Never touches one that has one. */
import { randomInt } from 'node:crypto';
import type { Accounts, ContactCentreConfig } from '@intray/core';
import { blankContactCentre, FIRST_ADMINISTRATOR } from './blank.ts';
import { DEMO_PASSWORD, DEMO_USERS, demoContactCentre } from './demo.ts';

/** As much of the store as this needs. */
export interface ConfigurationStore {
  readonly accounts: Accounts;
  configuration(): Promise<{ readonly config: ContactCentreConfig } | undefined>;
  saveConfiguration(config: ContactCentreConfig, by: string, at: number): Promise<number>;
}

export type FirstStart =
  /** `demo`: by an earlier demo, as far as its people tell. */
  | { readonly kind: 'configured'; readonly demo: boolean }
  | { readonly kind: 'demo' }
  /** `password`: of the administrator, known to nobody else and kept nowhere. */
  | { readonly kind: 'blank'; readonly userName: string; readonly password: string };

/**
 * Sets up the demo or a blank contact centre where there is none. Accounts come first: a start that dies in between is
 * repeated as a whole, because the configuration is what tells that it was done.
 * @param hash makes the kept form of a password
 */
export async function setUpContactCentre(
  store: ConfigurationStore,
  demo: boolean,
  hash: (password: string) => Promise<string>,
): Promise<FirstStart> {
  const present = await store.configuration();
  if (present !== undefined) {
    const people = new Set(present.config.agents.map(({ id }) => id));
    return { kind: 'configured', demo: DEMO_USERS.every((name) => people.has(name)) };
  }
  if (demo) {
    const save = async (userName: string) =>
      store.accounts.save({ userName, passwordHash: await hash(DEMO_PASSWORD) });
    await Promise.all(DEMO_USERS.map(save));
    await store.saveConfiguration(demoContactCentre, 'intray', Date.now());
    return { kind: 'demo' };
  }
  const password = newPassword();
  await store.accounts.save({ userName: FIRST_ADMINISTRATOR, passwordHash: await hash(password) });
  await store.saveConfiguration(blankContactCentre, 'intray', Date.now());
  return { kind: 'blank', userName: FIRST_ADMINISTRATOR, password };
}

/** Nothing that looks like something else when it is read off a screen. */
const READABLE = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Four groups of five: about 99 bits. */
function newPassword(): string {
  const group = () => Array.from({ length: 5 }, () => READABLE[randomInt(READABLE.length)]).join('');
  return [group(), group(), group(), group()].join('-');
}
