/** Every command to a work session: how it is said on this wire, or why it is not. */
import type { SessionCommandType } from '@intray/core';
import type { Team } from './desk-of-the-team.ts';
import { give, type Row, type Wish, type Words } from './wishes.ts';

const start = (t: Team) =>
  give(t, 'agent1', {
    type: 'startSession',
    agentId: 'agent1',
    channels: [{ mediaType: 'workitem' }],
  });
const over = (t: Team) => give(t, 'agent1', { type: 'endSession', agentId: 'agent1' });
const begun = async (t: Team) => {
  await start(t);
  return 'agent1';
};
const session = (wish: Wish, v2: Row['v2'], more: Partial<Row> = {}): Row => ({
  kind: 'session',
  who: 'agent1',
  begin: begun,
  end: over,
  wish: () => wish,
  v2,
  ...more,
});
const me = (body: Readonly<Record<string, unknown>>): Words => ['/me', body];
const channel = (body: Readonly<Record<string, unknown>>): Words => ['/me/channels/workitem', body];

export const SESSION_COMMANDS: Readonly<Record<SessionCommandType, readonly Row[]>> = {
  startSession: [
    session(
      {
        type: 'startSession',
        agentId: 'agent1',
        placeId: 'Place agent1',
        channels: [{ mediaType: 'workitem' }],
      },
      [me({ operationName: 'StartContactCenterSession', place: 'Place agent1', channels: ['workitem'] })],
      { begin: async () => 'agent1' },
    ),
  ],
  endSession: [
    session({ type: 'endSession', agentId: 'agent1' }, [me({ operationName: 'EndContactCenterSession' })], {
      end: async () => {},
    }),
  ],
  setReady: [
    session({ type: 'setReady', agentId: 'agent1' }, [me({ operationName: 'Ready' })]),
    session({ type: 'setReady', agentId: 'agent1', mediaType: 'workitem' }, [
      channel({ operationName: 'Ready' }),
    ]),
  ],
  setNotReady: [
    session({ type: 'setNotReady', agentId: 'agent1' }, [me({ operationName: 'NotReady' })]),
    session({ type: 'setNotReady', agentId: 'agent1', reason: 'lunch' }, [
      me({ operationName: 'lunch' }),
      me({ operationName: 'Lunch' }),
    ]),
    session({ type: 'setNotReady', agentId: 'agent1', mediaType: 'workitem', reason: 'lunch' }, [
      channel({ operationName: 'lunch' }),
    ]),
  ],
  leaveChannel: [
    session({ type: 'leaveChannel', agentId: 'agent1', mediaType: 'workitem' }, [
      channel({ operationName: 'Logout' }),
    ]),
  ],
  renewLease: [
    session(
      { type: 'renewLease', agentId: 'agent1' },
      'Every request and every listening client is a sign of life.',
    ),
  ],
  expireLease: [
    session(
      { type: 'expireLease', agentId: 'agent1' },
      'Only a deadline lets a lease lapse; nobody asks for it on any wire.',
      { answers: 5 },
    ),
  ],
};
