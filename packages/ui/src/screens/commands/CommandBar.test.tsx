import {
  allowed,
  ContactCentreConfig,
  contactCentre,
  DEFAULT_SETTINGS,
  type Interaction,
  noSession,
  unsubmitted,
  user,
} from '@intray/core';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { words } from '../words.ts';
import { CommandBar } from './CommandBar.tsx';

/** A work item that came in and is on the desk of `ana`, whose role allows this. */
function bar(privileges: readonly string[]): string {
  const centre = contactCentre(
    ContactCentreConfig.parse({
      agents: [{ id: 'ana', name: 'Ana', roles: ['Agent'] }],
      places: [],
      placeGroups: [],
      agentGroups: [],
      mediaTypes: [{ id: 'workitem', name: 'Work item', capacity: 1 }],
      queues: [{ id: 'Inbox', name: 'Inbox', agentGroups: [] }],
      workbinTypes: [],
      roles: [{ id: 'Agent', name: 'Agent', privileges }],
      dispositions: [],
      notReadyReasons: [],
      settings: DEFAULT_SETTINGS,
    }),
  );
  const interaction: Interaction = {
    ...unsubmitted('i1'),
    state: 'Processing',
    mediaType: 'workitem',
    queue: 'Inbox',
    handler: 'ana',
  };
  const commands = allowed({
    interaction,
    actor: user('ana'),
    now: 0,
    centre,
    session: () => ({ ...noSession('ana'), active: true, reachable: true }),
    resting: () => 0,
  });
  return renderToStaticMarkup(<CommandBar allowed={commands} onBegin={() => {}} busy={false} />);
}

const done = `>${words.commands.complete}<`;

test('[R102 R106] the bar of an inbound work item has Done for holders of the privilege, and for nobody else', () => {
  expect(bar(['handle', 'transfer', 'mark-done'])).toContain(done);
  expect(bar(['handle', 'transfer', 'workitems.mark-done'])).toContain(done);
  expect(bar(['handle', 'transfer'])).not.toContain(done);
  expect(bar(['transfer', 'mark-done'])).not.toContain(done);
  expect(bar(['handle', 'transfer'])).toContain(`>${words.commands.transfer}<`);
});
