/**
 * The same thousand slips, sent to a contact centre as they are, also where the folder would be refused before anything is
 * sent: a program that sends JSON of its own is checked by nobody but the server.
 */

import { join } from 'node:path';
import {
  type Actor,
  ConfigurationChange,
  type ContactCentreConfig,
  configurationDifferences,
  contactCentre,
  isAdministrator,
  user,
} from '@intray/core';
import { createEngine, systemClock, systemIds } from '@intray/engine';
import { openStore } from '@intray/store';
import { startEmbeddedPostgres } from '@intray/store/embedded';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mutate, mutation, texts } from '../testing/folder-mutations.ts';
import { fullCentre } from '../testing/full-centre.ts';
import { scratchFolder } from '../testing/processes.ts';
import { PART_FILES } from './kind-files.ts';
import { readTexts } from './read-folder.ts';
import { readYaml } from './yaml-file.ts';

const QUIET = { debug() {}, info() {}, warn() {}, error() {} };
/** Whoever administers it now: a slip may have given that person another id. */
function administratorOf(config: ContactCentreConfig): Actor {
  const centre = contactCentre(config);
  const id = [...centre.agents.keys()].find((one) => isAdministrator(user(one), centre));
  if (id === undefined) throw new Error('Nobody is an administrator any more.');
  return user(id);
}

/** What the files say, each by itself, whether or not it is a contact centre. */
const saidBy = (folder: ReadonlyMap<string, string>): Record<string, unknown> =>
  Object.fromEntries(
    PART_FILES.flatMap(({ part, name }) => {
      const text = folder.get(name);
      const value = text === undefined ? undefined : readYaml(name, text).value;
      return value === undefined || value === null ? [] : [[part, value]];
    }),
  );

it('[C13] whatever is sent comes into force whole or not at all', async () => {
  await using scratch = await scratchFolder();
  await using parts = new AsyncDisposableStack();
  const postgres = await startEmbeddedPostgres({ dataDir: join(scratch.path, 'postgres'), log: () => {} });
  parts.defer(() => postgres.stop());
  const store = await openStore({ url: postgres.url, poolSize: 2, applicationName: 'half-applied' });
  parts.defer(() => store.close());
  await store.saveConfiguration(fullCentre, 'admin1', Date.now());
  const engine = createEngine({ store, clock: systemClock, ids: systemIds, log: QUIET, nodeId: 'one' });
  await engine.start();
  parts.defer(() => engine.stop());

  const newest = async () => {
    const found = await store.configuration();
    if (found === undefined) throw new Error('There is no configuration any more.');
    return found;
  };
  const seen = { applied: 0, refused: 0 };
  let present = await newest();
  await fc.assert(
    fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 3 }), async (mutations) => {
      const folder = new Map(texts);
      for (const one of mutations) mutate(folder, one);
      const config = saidBy(folder);
      const change = ConfigurationChange.safeParse({ base: present.version, config });
      if (!change.success) return;
      const answer = await engine.changeConfiguration(administratorOf(present.config), change.data);
      const after = await newest();
      if (answer.ok) {
        seen.applied += 1;
        expect(configurationDifferences(after.config, config as unknown as ContactCentreConfig)).toEqual([]);
        // And it is what the folder says, where the folder can be read.
        const read = readTexts(folder);
        if (read.ok) expect(configurationDifferences(after.config, read.config)).toEqual([]);
      } else {
        seen.refused += 1;
        expect(answer.refusal.code).toBe('configuration_invalid');
        expect(answer.refusal.detail.faults).not.toEqual([]);
        expect(after).toEqual(present);
      }
      present = after;
    }),
    { numRuns: 1_000 },
  );
  expect(seen.applied).toBeGreaterThan(50);
  expect(seen.refused).toBeGreaterThan(100);
}, 180_000);
