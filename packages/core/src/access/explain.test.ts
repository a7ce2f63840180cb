import { describe, expect, test } from 'vitest';
import { TIMER, user } from '../actor.ts';
import { centreWhere, type TessHas, waysToGet } from '../testing/privileges.ts';
import { explainAccess } from './answer.ts';
import { mayWith } from './grants.ts';
import { descriptionOf, PRIVILEGES, type Privilege } from './privileges.ts';
import type { AccessQuery } from './query.ts';

function told(has: TessHas, query: AccessQuery = {}, who = 'tess') {
  const answer = explainAccess(user(who), query, centreWhere(has));
  if (!answer.ok) throw new Error(answer.refusal.message);
  return answer.value;
}

const refused = (who: string, query: AccessQuery, has: TessHas = {}) => {
  const answer = explainAccess(user(who), query, centreWhere(has));
  return answer.ok ? 'told' : answer.refusal.code;
};

describe('why somebody may do something', () => {
  test('[P11] every privilege there is, those of media once for each medium, as it is decided', () => {
    const has = {
      own: { allow: ['handle', 'email.decline', 'supervise'] },
      group: { deny: ['chat.handle'] },
    };
    const all = told(has);
    expect(new Set(all.map(({ privilege }) => privilege))).toEqual(new Set(PRIVILEGES));
    for (const { privilege, mediaType = 'chat', allowed } of all)
      expect(allowed, `${mediaType} ${privilege}`).toBe(
        mayWith(user('tess'), privilege, mediaType, centreWhere(has)),
      );
  });

  test('[P11] which role allows or denies it, through which assignment, and in which words', () => {
    const has = {
      own: { allow: ['supervise'] },
      group: { allow: ['hold'] },
      virtual: { deny: ['hold'] },
    };
    expect(told(has, { privilege: 'hold' })).toMatchObject([
      {
        privilege: 'hold',
        block: 'Tasks',
        effect: 'held',
        allowed: false,
        allowedBy: [
          { role: 'Own', as: 'supervise' },
          { role: 'Group', agentGroup: 'Testers', as: 'hold' },
        ],
        deniedBy: [{ role: 'Virtual', agentGroup: 'Skilled', as: 'hold' }],
        withheldFor: [],
        rolesThatAllow: ['Lead', 'Administrator'],
      },
    ]);
  });

  test('[P11] what withholds it', () => {
    const has = { own: { allow: ['move-to-workbin'] } };
    expect(told(has, { privilege: 'move-to-workbin', mediaType: 'email' })).toMatchObject([
      { mediaType: 'email', allowed: false, withheldFor: ['handle', 'use-workbins'], deniedBy: [] },
    ]);
  });

  const TOLD = PRIVILEGES.filter((name) => descriptionOf(name).effect !== 'held');
  test.each(TOLD)('[P1 P2 P11] %s is told as the roles have it, at every level', (name: Privilege) => {
    const needs = descriptionOf(name).needs ?? [];
    const mediaType = descriptionOf(name).perMedium ? 'email' : undefined;
    const allowed = ({ own, ...rest }: TessHas, base: readonly string[] = needs) => {
      const has = { ...rest, own: { ...own, allow: [...(own?.allow ?? []), ...base] } };
      return told(has, { privilege: name, mediaType })[0]?.allowed;
    };
    expect(allowed({})).toBe(false);
    for (const [way, has] of waysToGet(name)) {
      expect(allowed(has), way).toBe(true);
      expect(allowed({ ...has, own: { ...has.own, deny: [name] } }), way).toBe(false);
    }
    for (const needed of needs)
      expect(
        allowed(
          { group: { allow: [name] } },
          needs.filter((one) => one !== needed),
        ),
      ).toBe(false);
  });
});

describe('who is told', () => {
  test('[P11] anybody of themselves; of others who supervises them, and administrators', () => {
    expect(refused('tess', {})).toBe('told');
    expect(refused('nora', {})).toBe('told');
    expect(refused('lena', { agentId: 'ana' })).toBe('told');
    expect(refused('adam', { agentId: 'nora' })).toBe('told');
    expect(refused('ben', { agentId: 'ana' })).toBe('not_permitted');
    expect(refused('lena', { agentId: 'cem' })).toBe('not_permitted');
    expect(refused('ben', { agentId: 'nobody' })).toBe('not_permitted');
  });

  test('[P11] a team lead only with the privilege to watch the team', () => {
    expect(refused('tess', { agentId: 'ana' })).toBe('not_permitted');
    expect(refused('tess', { agentId: 'ana' }, { group: { allow: ['watch-team'] } })).toBe('told');
  });

  test('[P11] nobody of whom there is not', () => {
    expect(refused('adam', { agentId: 'nobody' })).toBe('agent_unknown');
    expect(refused('adam', { mediaType: 'fax' })).toBe('media_type_unknown');
    expect(explainAccess(TIMER, {}, centreWhere({}))).toMatchObject({
      refusal: { code: 'agent_unknown' },
    });
  });
});
