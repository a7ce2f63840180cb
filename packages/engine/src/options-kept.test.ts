/** What options do to work is in the database afterwards. */
import type { ContactCentreConfig } from '@intray/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CENTRE } from './testing/centre.ts';
import { House } from './testing/house.ts';

const config: ContactCentreConfig = {
  ...CENTRE,
  workbinTypes: [...CENTRE.workbinTypes, { id: 'drafts', name: 'Drafts', ownerKind: 'Agent' }],
  options: {
    application: {
      'interaction-workspace': {
        'contact.last-called-agent.workitem.enable': 'true',
        'workbin.email.draft': 'drafts',
        'interaction.disposition.default-value': 'solved',
      },
    },
  },
};

describe('with a real database', () => {
  let house: House;
  beforeAll(async () => {
    house = await House.open({ config });
    await house.present('ana', ['workitem', 'email']);
  });
  afterAll(() => house[Symbol.asyncDispose]());

  it('[O22 O28 R39] who finishes work is its contact’s last agent, and the next work comes in as theirs', async () => {
    const id = await house.submit({ contactId: 'c1' });
    await house.given('ana', id, { type: 'pull' });
    await house.given('ana', id, { type: 'complete' });
    expect(await house.row(id)).toMatchObject({
      state: 'Done',
      disposition: 'solved',
      userData: { DispositionCode: 'solved' },
    });
    const next = await house.submit({ contactId: 'c1' });
    expect(await house.row(next)).toMatchObject({ preferredAgent: 'ana' });
  });

  it('[O25 O27 R11 R14] a draft lies among drafts, and what was replied to in progress', async () => {
    const draft = await house.submit({ mediaType: 'email', interactionType: 'Outbound' });
    await house.given('ana', draft, { type: 'pull' });
    await house.given('ana', draft, { type: 'placeInWorkbin' });
    const letter = await house.submit({ mediaType: 'email' });
    await house.given('ana', letter, { type: 'pull' });
    await house.given('ana', letter, { type: 'reportReply', replyId: draft });
    const owner = { kind: 'Agent', id: 'ana' };
    expect(await house.row(draft)).toMatchObject({
      state: 'InWorkbin',
      interactionType: 'Outbound',
      workbin: { type: 'drafts', owner },
    });
    expect(await house.row(letter)).toMatchObject({
      state: 'InWorkbin',
      workbin: { type: 'email.in-progress', owner },
    });
  });
});
