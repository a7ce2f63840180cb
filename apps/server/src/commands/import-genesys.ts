/** `intray config import-genesys`: takes a Genesys contact centre in, on the database itself as `intray account` does. */
import { resolve } from 'node:path';
import { hashPassword } from '@intray/api';
import { contactCentre, may, user } from '@intray/core';
import { createEngine, systemClock, systemIds } from '@intray/engine';
import { openStore } from '@intray/store';
import type { Config } from '../config.ts';
import { bringIn } from '../genesys-import/bring-in.ts';
import { translateFolder } from '../genesys-import/translate.ts';
import { findDatabase } from '../service/database.ts';
import { openLog } from '../service/log.ts';
import { NoAnswer } from './asking.ts';

export interface GenesysArguments {
  readonly as?: string;
  readonly dryRun?: boolean;
}

/** Something was not understood; all else is in. */
const NOT_ALL = 3;

/** Answers the exit code. */
export async function importGenesys(
  folder: string,
  given: GenesysArguments,
  config: Config,
): Promise<number> {
  const translation = await translateFolder(resolve(config.startedIn, folder));
  await using parts = new AsyncDisposableStack();
  const log = openLog(config.logLevel);
  const database = await findDatabase(config, log);
  parts.defer(() => database.stop());
  const store = await openStore({ url: database.url, poolSize: 4, applicationName: 'intray-import' });
  parts.defer(() => store.close());
  const present = await store.configuration();
  if (present === undefined)
    throw new NoAnswer('There is no contact centre yet. Start Intray once with "npm start", then import.');
  const centre = contactCentre(present.config);
  const by = given.as ?? [...centre.agents.keys()].find((id) => may(user(id), 'configure', centre));
  if (by === undefined) throw new NoAnswer('The contact centre has no administrator. Name one with --as.');

  const engine = createEngine({
    store,
    clock: systemClock,
    ids: systemIds,
    log,
    nodeId: `import:${process.pid}`,
  });
  parts.defer(() => engine.stop());
  await engine.start();
  const { dryRun = false } = given;
  const ports = { desk: engine, accounts: store.accounts, hash: hashPassword, by, dryRun };
  const { version, differences, accounts, work } = await bringIn(translation, ports);

  const { report } = translation;
  for (const line of report.lines()) process.stdout.write(`${line}\n`);
  process.stdout.write(
    dryRun
      ? `${differences} objects would be different from version ${version}; nothing was changed.\n`
      : `Version ${version}: ${differences} objects different. Accounts: ${accounts.made} made, ${accounts.kept} there already. ` +
          `Interactions: ${work.made} made, ${work.alreadyThere} there already.\n`,
  );
  return report.notUnderstood > 0 ? NOT_ALL : 0;
}
