import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LEVELS, nameOf, type Option } from './option.ts';
import { distance, nearest, readName } from './reading.ts';
import { OPTIONS } from './registry.ts';
import { faultIn } from './section.ts';

/** A media type or a nickname as it may stand in a name. */
const word = fc
  .stringMatching(/^[a-z][a-z0-9 -]{0,12}[a-z0-9]$/)
  .filter((text) => ['in-progress', 'draft', 'review'].every((reserved) => distance(text, reserved) > 2))
  .filter((text) => !['interaction', 'contact', 'privilege', 'toast', 'login', 'workbin'].includes(text));

const filledFor = (option: Option) => fc.tuple(...option.holes.map(() => word));
const anOption = fc.constantFrom(...OPTIONS);
const named = anOption.chain((option) => filledFor(option).map((filled) => ({ option, filled })));

describe('the registry', () => {
  test('[O1] gives every option a sentence, levels from weak to strong, and a default of its own kind', () => {
    for (const option of OPTIONS) {
      expect(option.says, option.pattern).toMatch(/^[A-Z].{10,}[.]$/);
      expect(option.levels, option.pattern).toEqual(LEVELS.filter((level) => option.levels.includes(level)));
      const text = option.kind.write(option.fallback);
      expect(option.kind.read(text), option.pattern).toEqual(option.fallback);
    }
    expect(new Set(OPTIONS.map(({ pattern }) => pattern)).size).toBe(OPTIONS.length);
  });

  test.each([
    'workbin.email.draft',
    'workbin.email.in-progress',
    'workbin.facebook.draft',
    'workbin.facebook.in-progress',
    'workbin.repair order.in-progress',
    'workbin.twitter.draft',
    'workbin.twitter.in-progress',
    'workbin.email.review',
    'workbin.email.later',
    'workbin.email.in-progress.displayed-columns',
    'workbin.email.draft.notify-property-changed',
    'openmedia.workitem-channels',
    'login.myworkitem.can-unactivate-channel',
    'login.myworkitem.is-auto-ready',
    'myworkitem.auto-answer',
    'myworkitem.auto-answer.timer',
    'myworkitem.auto-answer.enable-reject',
    'myworkitem.pull-from-history-isenabled',
    'myworkitem.ringing-bell',
    'intercommunication.myworkitem.queue',
    'intercommunication.myworkitem.routing-based-targets',
    'intercommunication.myworkitem.routing-based-actions',
    'interaction.disposition.is-mandatory',
    'interaction.override-option-key',
    'contact.last-called-agent.email.enable',
    'interaction-management.filters',
    'security.inactivity-not-ready-reason',
  ])('[O1] knows %s', (name) => {
    expect(readName(name)).toMatchObject({ ok: true });
  });
});

describe('names', () => {
  test('[O2] every registered name is read as the option it belongs to, with what stands in its holes', () => {
    fc.assert(
      fc.property(named, ({ option, filled }) => {
        const read = readName(nameOf(option, filled));
        expect(read).toEqual({ ok: true, value: { option, filled } });
      }),
    );
  });

  test('[O2] a slip in what is fixed of a name is refused, and the name that was meant is suggested', () => {
    const slip = named.chain(({ option, filled }) => {
      const name = nameOf(option, filled);
      // A letter of the last segment is replaced: that segment is fixed in every pattern but a nickname's.
      const last = name.lastIndexOf('.') + 1;
      return fc
        .integer({ min: last, max: name.length - 1 })
        .map((at) => ({ option, name, wrong: `${name.slice(0, at)}#${name.slice(at + 1)}` }));
    });
    fc.assert(
      fc.property(slip, ({ option, name, wrong }) => {
        const read = readName(wrong);
        if (option.pattern.endsWith('<nickname>')) return;
        expect(read.ok, wrong).toBe(false);
        if (!read.ok) expect(read.fault).toContain('Did you mean');
        expect(distance(wrong, nearest(wrong))).toBeLessThanOrEqual(distance(wrong, name));
      }),
    );
  });

  test.each([
    ['workbin.email.in-progres', 'workbin.email.in-progress'],
    ['workbin.email.drafts', 'workbin.email.draft'],
    ['workbins.email.draft', 'workbin.email.draft'],
    ['login.email.isautoready', 'login.email.is-auto-ready'],
    ['email.autoanswer', 'email.auto-answer'],
    ['email.auto-answer.timers', 'email.auto-answer.timer'],
    ['interaction.disposition.mandatory', 'interaction.disposition.is-mandatory'],
    ['Workbin.Email.Draft', 'workbin.Email.draft'],
  ])('[O2] %s: did you mean %s', (wrong, meant) => {
    const read = readName(wrong);
    expect(read.ok).toBe(false);
    if (!read.ok) expect(read.fault).toContain(`Did you mean "${meant}"?`);
  });

  test('[O2] a privilege is no option, and the way to give one is told', () => {
    const read = readName('privilege.workbins.can-use');
    expect(read).toMatchObject({ ok: false, fault: expect.stringContaining('roles') });
  });

  test('[O2] any text at all is read or refused in words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 600 }), (name) => {
        const read = readName(name);
        if (!read.ok) expect(read.fault).toMatch(/[.?]$/);
      }),
    );
  });
});

describe('values', () => {
  const text = fc.oneof(
    fc.constantFrom(
      'true',
      'FALSE',
      ' 10 ',
      '-1',
      'Agent',
      'Agent,Queue',
      'Queue, Agent',
      'History',
      'a,b',
      'a,a',
      'ring.mp3|10|-1|primary',
      '|1|1|both',
      '',
    ),
    fc.string({ unit: 'binary' }),
  );

  test('[O3] what is read is written as text that reads as the same value', () => {
    fc.assert(
      fc.property(anOption, text, ({ kind }, from) => {
        const value = kind.read(from);
        if (value === undefined) return;
        expect(kind.read(kind.write(value))).toEqual(value);
      }),
      { numRuns: 2_000 },
    );
  });

  test.each([
    ['email.auto-answer', 'yes', 'expected `true` or `false`; got "yes"'],
    ['email.auto-answer.timer', '1.5', 'a whole number from 0 to 86400; got "1.5"'],
    ['email.auto-answer.timer', '-1', 'got "-1"'],
    ['intercommunication.email.routing-based-targets', 'Agent,Skill', 'got "Agent,Skill"'],
    ['intercommunication.email.routing-based-targets', 'Agent,Agent', 'got "Agent,Agent"'],
    ['openmedia.workitem-channels', 'a,,b', 'each once; got "a,,b"'],
    ['email.ringing-bell', 'ring.mp3|10|-1', '`file|priority|duration|device`'],
    ['email.ringing-bell', 'ring.mp3|10|-2|primary', 'got "ring.mp3|10|-2|primary"'],
  ])('[O3] %s=%s is refused: %s', (name, value, fault) => {
    expect(faultIn(name, value, 'application')).toContain(fault);
  });

  test('[O3] a value that is too long is told in part', () => {
    expect(faultIn('email.auto-answer', 'x'.repeat(3_000), 'person')?.length).toBeLessThan(300);
  });

  test('[O4] an option set at a level where it may not be is refused, and its levels are told', () => {
    expect(faultIn('login.email.is-auto-ready', 'true', 'item')).toBe(
      'login.email.is-auto-ready cannot be set for an override set; it can for the application, the tenant, an agent group, a virtual group, a person.',
    );
    for (const option of OPTIONS)
      for (const level of LEVELS) {
        const name = nameOf(option, ['email', 'later']);
        const fault = faultIn(name, option.kind.write(option.fallback), level);
        expect(fault === undefined, `${name} at ${level}`).toBe(option.levels.includes(level));
      }
  });
});
