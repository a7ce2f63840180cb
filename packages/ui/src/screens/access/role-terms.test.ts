import { expect, test } from 'vitest';
import { ALL_MEDIA, EVERY_WORKITEM, nameFor, privilegesFor, saidFor, saying, sayOf } from './role-terms.ts';

const role = { id: 'Agent', name: 'Agent', privileges: ['handle', 'email.decline'] };

test('[R97] a role allows, denies or says nothing, for all media or for one', () => {
  expect(sayOf(role, 'handle')).toBe('allow');
  expect(sayOf(role, 'decline')).toBe('nothing');
  const denies = saying(role, nameFor('decline', 'chat'), 'deny');
  expect(denies).toEqual({ ...role, denied: ['chat.decline'] });
  expect(sayOf(denies, 'chat.decline')).toBe('deny');
  expect(saidFor(denies, 'decline')).toEqual(['email', 'chat']);
  // Never both, and taken back it is the role it was.
  expect(saying(denies, 'chat.decline', 'allow')).toEqual({
    ...role,
    privileges: ['handle', 'email.decline', 'chat.decline'],
  });
  expect(saying(denies, 'chat.decline', 'nothing')).toEqual(role);
});

test('[R97] only what is held for media is said for one', () => {
  expect(privilegesFor(ALL_MEDIA)).toContain('configure');
  expect(privilegesFor(EVERY_WORKITEM)).not.toContain('configure');
  expect(privilegesFor('email')).toEqual(expect.arrayContaining(['decline', 'reply']));
  expect(privilegesFor('chat')).not.toContain('reply');
  expect(nameFor('decline', EVERY_WORKITEM)).toBe('workitems.decline');
});
