/** Everybody knows the demo's password, so its accounts must not answer to a network, whoever made them and when. */
import type { Accounts } from '@intray/core';
import type { FastifyInstance } from 'fastify';
import { DEMO_PASSWORD, DEMO_USERS } from '../contact-centre/demo.ts';

/** The database holds accounts with the demo's password, and the server was to be reachable from elsewhere. */
export class DemoAccountsExposed extends Error {
  override readonly name = 'DemoAccountsExposed';
}

/**
 * Tries the demo's password at the server's own door.
 * @throws DemoAccountsExposed if it opens
 */
export async function refuseDemoAccounts(
  app: FastifyInstance,
  accounts: Accounts,
  host: string,
): Promise<void> {
  const open: string[] = [];
  for (const userName of DEMO_USERS) {
    if ((await accounts.find(userName)) === undefined) continue;
    const authorization = `Basic ${Buffer.from(`${userName}:${DEMO_PASSWORD}`).toString('base64')}`;
    const answer = await app.inject({ url: '/api/v1/me', headers: { authorization } });
    if (answer.statusCode === 200) open.push(userName);
  }
  if (open.length === 0) return;
  throw new DemoAccountsExposed(
    `HOST=${host} can be reached from other machines, but the database holds demo accounts whose password everybody ` +
      `knows: ${open.join(', ')}. Give each a password of its own (npm run intray -- account password ${open[0]}), ` +
      'use another database or data folder, or unset HOST.',
  );
}
