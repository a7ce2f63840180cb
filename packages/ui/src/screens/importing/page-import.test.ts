import type { Command, Outcome } from '@intray/core';
import { readMapping, type Submitted } from '@intray/importing';
import { expect, it } from 'vitest';
import { guessed, mappingOf } from './mapping-form.ts';
import { checkOnly, importInPage, PageRejects, sampleOf, submitTo } from './page-import.ts';

const file = new File(['Id,What\n1,Noise\n2,Light\n,Nothing\n4,Tree\n1,Noise\n'], 'work.csv');
const mapping = readMapping(
  mappingOf(guessed(['Id', 'What'], { mediaType: 'workitem', queue: 'Inbox', zone: 'UTC' })),
);

/** A server that knows rows by their external id. */
function server() {
  const kept = new Set<string>();
  const execute = async (_: string, command: Command): Promise<Outcome> => {
    if (command.type !== 'submit') throw new Error('Expected work.');
    const id = command.externalId ?? '';
    const known = kept.has(id);
    kept.add(id);
    return { ok: true, id, version: 1, events: known ? [] : ['InteractionSubmitted'] };
  };
  return { kept, submit: submitTo({ execute }) };
}

it('shows the first rows, and checks all of them without sending any', async () => {
  expect(await sampleOf(file, mapping, 1)).toEqual({
    columns: ['Id', 'What'],
    rows: [{ Id: '1', What: 'Noise' }],
  });
  const rejects = new PageRejects();
  const end = await importInPage(
    { file, mapping, rejects, signal: new AbortController().signal, onProgress: () => {} },
    checkOnly,
  );
  expect(end).toMatchObject({ created: 4, rejected: 1 });
  expect(rejects.first).toEqual([{ line: 4, reason: 'the key is missing: Id is empty', raw: ',Nothing' }]);
  expect(rejects.file()).toBe('line,reason,raw\n4,"the key is missing: Id is empty",",Nothing"\n');
});

it('goes on where it was stopped, and brings nothing in twice', async () => {
  const { kept, submit } = server();
  const stop = new AbortController();
  const stopping = async (work: Parameters<typeof submit>[0]): Promise<Submitted> => {
    stop.abort();
    return submit(work);
  };
  const rejects = new PageRejects();
  const job = { file, mapping, rejects, onProgress: () => {} };
  const half = await importInPage({ ...job, signal: stop.signal }, stopping);
  expect(half).toMatchObject({ line: 2, created: 1 });
  const { signal } = new AbortController();
  expect(await importInPage({ ...job, signal, state: half }, submit)).toMatchObject({
    created: 3,
    alreadyThere: 1,
    rejected: 1,
  });
  expect(await importInPage({ ...job, signal }, submit)).toMatchObject({ created: 0, alreadyThere: 4 });
  expect([...kept]).toEqual(['1', '2', '4']);
});
