/** Every option does what it says, at every level where it may be set, and an override set wins for its interaction alone. */
import { describe, expect, test } from 'vitest';
import { user } from '../actor.ts';
import { OPTION_CASES } from '../testing/option-cases.ts';
import type { OptionCase } from '../testing/option-scene.ts';
import { centreWithOptions, type Settings, settingsAt } from '../testing/options.ts';
import { explainOptions } from './answer.ts';
import { LEVELS, type Level, nameOf, type Option } from './option.ts';
import { readName } from './reading.ts';
import { OPTIONS } from './registry.ts';

const optionOf = (name: string): Option => {
  const read = readName(name);
  if (!read.ok) throw new Error(read.fault);
  return read.value.option;
};

/** Several settings at once; the later are those of other places. */
function together(...all: readonly Settings[]): Settings {
  const joined: Record<string, unknown> = {};
  for (const settings of all)
    for (const [level, texts] of Object.entries(settings)) {
      const before = joined[level] as Record<string, unknown> | undefined;
      const merged = { ...before };
      for (const [key, value] of Object.entries(texts ?? {}))
        merged[key] =
          typeof value === 'object' ? { ...(merged[key] as object | undefined), ...value } : value;
      joined[level] = merged;
    }
  return joined as Settings;
}

const NAMED = { IW_OverrideOptions: 'VIP' };

/** What is seen of a case with these settings. */
const seen = (
  { see, besides = {}, objects }: OptionCase,
  settings: Settings,
  who = 'ana',
  userData: Readonly<Record<string, string>> = {},
) => see({ centre: centreWithOptions(together(besides, settings), objects), who, userData });

const weakerThan = (level: Level) => LEVELS.slice(0, LEVELS.indexOf(level));
const at = (levels: readonly Level[], name: string, text: string): Settings =>
  together(...levels.map((level) => settingsAt(level, { [name]: text })));

describe('options that the server holds', () => {
  test('[O1] are all of them here', () => {
    const held = OPTIONS.filter(({ effect }) => effect === 'held').map(({ pattern }) => pattern);
    const cased = OPTION_CASES.map(({ name }) => optionOf(name).pattern);
    expect(cased.toSorted()).toEqual(held.toSorted());
  });

  describe.each(OPTION_CASES)('$name', (one) => {
    const { name, value, other, shows, otherwise } = one;
    const { levels } = optionOf(name);

    test('[O1 O7] does nothing while nobody sets it', () => {
      expect(seen(one, {})).toEqual(otherwise);
      expect(shows).not.toEqual(otherwise);
    });

    test.each(levels.filter((level) => level !== 'item'))(
      '[O1 O5 R10] holds when set for the level %s, over all weaker ones and for nobody else',
      (level) => {
        expect(seen(one, at([level], name, value))).toEqual(shows);
        const weaker = weakerThan(level);
        expect(
          seen(one, together(at(weaker, name, other), settingsAt(level, { [name]: value }))),
          'the stronger wins',
        ).toEqual(shows);
        expect(
          seen(one, together(at(weaker, name, value), settingsAt(level, { [name]: other }))),
          'also with a no',
        ).toEqual(otherwise);
        const everybody = level === 'application' || level === 'tenant';
        expect(seen(one, at([level], name, value), 'cem'), 'for somebody else').toEqual(
          everybody ? shows : otherwise,
        );
      },
    );

    if (levels.includes('item'))
      test('[O6 R85] set by an override set, holds for the interaction that names it, and for no other', () => {
        const all = together(at(weakerThan('item'), name, other), settingsAt('item', { [name]: value }));
        expect(seen(one, all, 'ana', NAMED)).toEqual(shows);
        expect(seen(one, all)).toEqual(otherwise);
        const against = together(at(weakerThan('item'), name, value), settingsAt('item', { [name]: other }));
        expect(seen(one, against, 'ana', NAMED)).toEqual(otherwise);
        expect(seen(one, against)).toEqual(shows);
      });
  });
});

/** A value of the option that is not its default. */
const SAMPLES = ['true', 'false', '7', 'team.shared', 'ding.mp3|5|0|both', 'CaseData', 'Order,Priority'];
function sampleFor(option: Option): string {
  const unset = option.kind.write(option.fallback);
  const found = SAMPLES.find((text) => {
    const value = option.kind.read(text);
    return value !== undefined && option.kind.write(value) !== unset;
  });
  if (found === undefined) throw new Error(`There is no sample for ${option.pattern}.`);
  if (option.names === 'not-ready reason') return 'lunch';
  return option.names === 'workbin type' ? 'team.shared' : found;
}

const TOLD = OPTIONS.filter(({ effect }) => effect === 'told').map((option) => ({
  name: nameOf(option, ['email', 'later']),
  sample: sampleFor(option),
  levels: option.levels,
}));
const told = (settings: Settings, who: string, name: string, userData?: Readonly<Record<string, string>>) => {
  const interaction = userData && { ...UNKNOWN, userData };
  const answer = explainOptions(
    user(who),
    { agentId: who, name },
    interaction as never,
    centreWithOptions(settings),
  );
  if (!answer.ok) throw new Error(answer.refusal.message);
  return answer.value[0];
};
const UNKNOWN = { id: 'i1', mediaType: 'email' };

describe.each(TOLD)('$name, which desks and programs are told', ({ name, sample, levels }) => {
  test.each(levels.filter((level) => level !== 'item'))(
    '[O1 O5 O8] is told when set for the level %s',
    (level) => {
      const settings = at([level], name, sample);
      expect(told(settings, 'ana', name)).toMatchObject({ value: sample, wonBy: level });
      const everybody = level === 'application' || level === 'tenant';
      expect(told(settings, 'cem', name)?.wonBy).toBe(everybody ? level : 'default');
    },
  );

  if (levels.includes('item'))
    test('[O6 O8 R85] set by an override set, is told with the interaction that names it, and with no other', () => {
      const settings = settingsAt('item', { [name]: sample });
      expect(told(settings, 'ana', name, NAMED)).toMatchObject({ value: sample, wonBy: 'item' });
      expect(told(settings, 'ana', name, {})).toMatchObject({ wonBy: 'default' });
    });
});
