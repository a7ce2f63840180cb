import { describe, expect, test } from 'vitest';
import { MEDIA_OF_THEIR_OWN } from '../config/media.ts';
import { blockOf, descriptionOf, PRIVILEGES, readPrivilege } from './privileges.ts';

describe('the registry of privileges', () => {
  test('[P6] says of each what it does, and each is there once', () => {
    for (const name of PRIVILEGES) {
      expect(descriptionOf(name).says, name).toMatch(/^[A-Z].{5,}[.]$/);
      expect(name, name).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(readPrivilege(name)).toEqual({ ok: true, value: { privilege: name } });
    }
    expect(new Set(PRIVILEGES).size).toBe(PRIVILEGES.length);
  });

  test('[P4 P5] what a privilege needs or brings is in it too, and nothing needs itself', () => {
    const needed = (name: string): readonly string[] =>
      (descriptionOf(name as never).needs ?? []).flatMap((one) => [one, ...needed(one)]);
    for (const name of PRIVILEGES) {
      const { needs = [], brings = [], perMedium } = descriptionOf(name);
      for (const other of [...needs, ...brings]) expect(PRIVILEGES, `${name}: ${other}`).toContain(other);
      expect(needed(name), name).not.toContain(name);
      // What is held for no medium cannot need what is held for one: for which one would be unknown.
      if (perMedium === undefined)
        for (const other of needs) expect(descriptionOf(other as never).perMedium, name).toBeUndefined();
    }
  });

  test.each([
    ['Media', 'handle'],
    ['E-mail', 'handle'],
    ['Contact and history', 'use-history'],
    ['Interaction management', 'manage-interactions'],
    ['Tasks', 'manage-interactions'],
  ])('[P4] in the block %s everything the server holds people to needs %s', (block, gate) => {
    // Picking from one’s own queues and taking up what one finished are older than the history.
    const exempt = ['pull-from-queue', 'reopen', gate];
    for (const name of PRIVILEGES.filter((one) => blockOf(one) === block && !exempt.includes(one)))
      expect(descriptionOf(name).needs, name).toContain(gate);
  });

  test('[P12] no two privileges of the same media have one Genesys option', () => {
    const options = PRIVILEGES.flatMap((name) => descriptionOf(name).genesys?.options ?? []);
    expect(new Set(options).size).toBe(options.length);
    for (const option of options) expect(option).toMatch(/^privilege\.[a-z<>.-]+$/);
  });

  test('[P3] a privilege is named for a medium wherever it is held for one', () => {
    for (const name of PRIVILEGES) {
      const { perMedium, onlyFor } = descriptionOf(name);
      for (const medium of [...MEDIA_OF_THEIR_OWN, 'workitems', 'repair.order'])
        expect(readPrivilege(`${medium}.${name}`).ok, `${medium}.${name}`).toBe(
          perMedium === true && (onlyFor === undefined || onlyFor === medium),
        );
    }
  });
});
