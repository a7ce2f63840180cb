import { describe, expect, test } from 'vitest';
import type { House } from '../testing/house.ts';
import { givenIn } from '../testing/house.ts';
import { PRIVILEGE_CASES, type PrivilegeCase } from '../testing/privilege-cases.ts';
import { ALL_ALLOWED, centreWhere, type TessHas, waysToGet } from '../testing/privileges.ts';
import { needsOf } from './grants.ts';
import { descriptionOf, PRIVILEGES, type Privilege } from './privileges.ts';

const CASES = Object.entries(PRIVILEGE_CASES) as [Privilege, PrivilegeCase][];
const FOR_MEDIA = CASES.filter(([name]) => descriptionOf(name).perMedium);
const NEEDING = CASES.flatMap(([name]) => needsOf(name).map((needed) => [name, needed] as const));
const FULL = centreWhere(ALL_ALLOWED);

/** The situation of the case, in which the roles of `tess` say something else from now on. */
function afterwards({ given }: PrivilegeCase, tess: TessHas): House {
  const house = givenIn(FULL, ...given);
  house.centre = centreWhere(tess);
  return house;
}

/** What `tess` hears when she tries it. Her own role allows whatever else it takes. */
function answer(name: Privilege, tess: TessHas, without?: Privilege) {
  const one = PRIVILEGE_CASES[name] as PrivilegeCase;
  const rest = [...needsOf(name), ...one.besides].filter((needed) => needed !== without);
  const own = { ...tess.own, allow: [...(tess.own?.allow ?? []), ...rest] };
  return one.tries(afterwards(one, { ...tess, own }));
}

test('[P1] every privilege that the server holds people to has a case', () => {
  const held = PRIVILEGES.filter((name) => descriptionOf(name).effect === 'held');
  expect(CASES.map(([name]) => name).sort()).toEqual([...held].sort());
});

describe.each(CASES)('%s', (name) => {
  test.each(waysToGet(name))('[P1 P2 R97] comes with %s', (_, tess) => {
    expect(answer(name, tess)).toBeNull();
  });

  test('[P1 P10] is missed without a role: no, and the refusal names what is missing', () => {
    // In one word for several, the first of them that is missing is named.
    const named = { supervise: 'manage-interactions', administer: 'configure', oversee: undefined };
    expect(answer(name, {})?.detail.privilege).toBe(name in named ? named[name as 'oversee'] : name);
  });

  test('[P1] denied by one role, it is not had by another', () => {
    for (const [, got] of waysToGet(name))
      for (const deny of [
        { own: { deny: [name] } },
        { group: { deny: [name] } },
        { virtual: { deny: [name] } },
      ])
        expect(answer(name, { ...both(got, deny) })).not.toBeNull();
  });
});

/** Two sets of roles together. */
function both(one: TessHas, other: TessHas): TessHas {
  const says = (key: keyof TessHas) => ({
    allow: [...(one[key]?.allow ?? []), ...(other[key]?.allow ?? [])],
    deny: [...(one[key]?.deny ?? []), ...(other[key]?.deny ?? [])],
  });
  return { own: says('own'), group: says('group'), virtual: says('virtual') };
}

test.each(NEEDING)('[P4] %s has no effect without %s', (name, needed) => {
  const own = { allow: [name] };
  expect(answer(name, { own })).toBeNull();
  expect(answer(name, { own }, needed)).not.toBeNull();
  expect(answer(name, both({ own }, { group: { deny: [needed] } }))).not.toBeNull();
});

describe.each(FOR_MEDIA)('%s, for a medium', (name) => {
  test('[P3] is had for that medium alone', () => {
    expect(answer(name, { group: { allow: [`email.${name}`] } })).toBeNull();
    expect(answer(name, { group: { allow: [`chat.${name}`, `workitems.${name}`] } })).not.toBeNull();
  });

  test('[P3] is denied for that medium alone', () => {
    const group = { allow: [name] };
    expect(answer(name, { group, own: { deny: [`email.${name}`] } })).not.toBeNull();
    expect(answer(name, { group, own: { deny: [`chat.${name}`, `workitems.${name}`] } })).toBeNull();
  });
});

describe('the refusal', () => {
  const said = (name: Privilege, tess: TessHas, without?: Privilege) => answer(name, tess, without);

  test('[P10] names the privilege and a role that would give it', () => {
    expect(said('mark-done', {})).toMatchObject({
      code: 'not_permitted',
      detail: { privilege: 'mark-done', mediaType: 'email', roles: ['Agent'] },
      message:
        'tess has no role that allows "mark-done" for email. It comes with "Agent". Ask an administrator.',
    });
  });

  test('[P10] says which role denies it, and through which group', () => {
    expect(said('hold', { own: { allow: ['hold'] }, group: { deny: ['hold'] } })).toMatchObject({
      detail: { privilege: 'hold', deniedBy: 'Group' },
      message: 'tess may not: the role "Group" of the group "Testers" denies "hold". Ask an administrator.',
    });
  });

  test('[P10] says what it needs', () => {
    expect(said('move-to-workbin', { own: { allow: ['move-to-workbin'] } }, 'use-workbins')).toMatchObject({
      detail: { privilege: 'move-to-workbin', needs: 'use-workbins' },
      message: expect.stringContaining('has no effect for tess without "use-workbins"'),
    });
  });
});
