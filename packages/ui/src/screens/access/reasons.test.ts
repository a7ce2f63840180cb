import type { PrivilegeExplanation } from '@intray/core';
import { expect, test } from 'vitest';
import { reasonOf } from './reasons.ts';

const none: PrivilegeExplanation = {
  privilege: 'decline',
  block: 'Media',
  says: 'Say no to an offer.',
  effect: 'held',
  allowed: false,
  allowedBy: [],
  deniedBy: [],
  withheldFor: [],
  rolesThatAllow: [],
};

test('[R97] the reason names the role, how it came, and what decided', () => {
  expect(reasonOf(none)).toBe('No role of theirs allows it.');
  expect(reasonOf({ ...none, rolesThatAllow: ['Agent'] })).toBe(
    'No role of theirs allows it. It comes with Agent.',
  );
  const allowedBy = [{ role: 'Agent', agentGroup: 'Team', as: 'email.decline' }];
  expect(reasonOf({ ...none, allowed: true, allowedBy })).toBe(
    'Allowed by role Agent through the group Team (as email.decline).',
  );
  expect(reasonOf({ ...none, allowedBy, deniedBy: [{ role: 'Trainee', as: 'decline' }] })).toBe(
    'Denied by role Trainee.',
  );
  expect(reasonOf({ ...none, allowedBy, withheldFor: ['handle'] })).toContain('lacks handle');
});
