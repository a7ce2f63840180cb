import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { INTERACTION_COMMAND_TYPES, isSessionCommand, SESSION_COMMAND_TYPES } from './command-types.ts';
import { Command, type InteractionCommandType } from './commands.ts';
import { given } from './testing/house.ts';
import { PEOPLE, pick, sensible } from './testing/walk.ts';

const accepts = (value: unknown): boolean => Command.safeParse(value).success;
const long = (length: number) => 'x'.repeat(length);
const id = { interactionId: 'i1' };

/** Each command with something in every field it has. */
const full: Readonly<Record<InteractionCommandType, object>> = Object.fromEntries(
  INTERACTION_COMMAND_TYPES.map((type) => [type, sensible(type, 'i1', 3, given())]),
) as never;

describe('what comes in', () => {
  test('[F1] every command that the rules know is understood', () => {
    for (const type of INTERACTION_COMMAND_TYPES) expect(accepts(full[type]), type).toBe(true);
    for (const type of SESSION_COMMAND_TYPES) {
      const one = type === 'leaveChannel' ? { mediaType: 'email' } : {};
      const parsed = Command.parse({ type, agentId: pick(PEOPLE, 0), ...one });
      expect(isSessionCommand(parsed), type).toBe(true);
    }
  });

  test('[F1] anything at all is either a command or a refusal of its shape, never a surprise', () => {
    const type = fc.constantFrom(...INTERACTION_COMMAND_TYPES, ...SESSION_COMMAND_TYPES, 'no such command');
    const junk = fc.oneof(fc.anything(), fc.dictionary(fc.string(), fc.anything()));
    const almost = fc.tuple(type, junk, fc.boolean()).map(([name, value, named]) => ({
      ...(typeof value === 'object' ? value : { value }),
      type: name,
      ...(named ? { ...id, agentId: 'ana' } : {}),
    }));
    fc.assert(
      fc.property(fc.oneof(junk, almost), (value) => {
        try {
          expect(typeof Command.parse(value).type).toBe('string');
        } catch (error) {
          expect(error).toBeInstanceOf(z.ZodError);
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('[F2] a command with a field it does not have is refused: a typing error must not pass for a wish', () => {
    for (const type of INTERACTION_COMMAND_TYPES)
      expect(accepts({ ...full[type], priorty: 5 }), type).toBe(false);
    for (const type of SESSION_COMMAND_TYPES)
      expect(accepts({ type, agentId: 'ana', priorty: 5 }), type).toBe(false);
  });

  test.each([
    ['an id', { type: 'accept', interactionId: long(65) }],
    ['no id', { type: 'accept', interactionId: '' }],
    ['a name', { type: 'invite', ...id, agentId: long(256) }],
    ['a note', { type: 'addNote', ...id, text: long(10_001) }],
    ['a reason', { type: 'hold', ...id, reason: long(501) }],
    ['a key', { type: 'attachUserData', ...id, userData: { [long(256)]: 1 } }],
    [
      'too many keys',
      {
        type: 'attachUserData',
        ...id,
        userData: Object.fromEntries(Array.from({ length: 501 }, (_, i) => [i, i])),
      },
    ],
    ['too many keys to delete', { type: 'deleteUserData', ...id, keys: Array.from({ length: 501 }, String) }],
    ['no keys to delete', { type: 'deleteUserData', ...id, keys: [] }],
    [
      'too many channels',
      {
        type: 'startSession',
        agentId: 'ana',
        channels: Array.from({ length: 51 }, (_, i) => ({ mediaType: `m${i}`, ready: true })),
      },
    ],
    ['a priority', { type: 'updateProperties', ...id, priority: 1_000_001 }],
    ['half a priority', { type: 'updateProperties', ...id, priority: 1.5 }],
    ['a moment after the end of time', { type: 'snooze', ...id, wakeAt: 8_640_000_000_000_001 }],
    ['a moment that is none', { type: 'snooze', ...id, wakeAt: Number.NaN }],
    [
      'an owner of no known kind',
      { type: 'moveToWorkbin', ...id, workbin: { type: 't', owner: { kind: 'Team', id: 'x' } } },
    ],
  ])('[F2] too much or too little is refused: %s', (_, command) => {
    expect(accepts(command)).toBe(false);
  });
});

describe('what could not be written down', () => {
  const unwritable = ['\0', 'a\0b', '\ud800', 'x\udfff'];

  test.each(unwritable)('[F3] is refused wherever text may stand: %j', (bad) => {
    for (const command of [
      { type: 'accept', interactionId: bad },
      { type: 'invite', ...id, agentId: bad },
      { type: 'addNote', ...id, text: bad },
      { type: 'cancel', ...id, reason: bad },
      { type: 'deleteUserData', ...id, keys: [bad] },
      { type: 'attachUserData', ...id, userData: { [bad]: 1 } },
      { type: 'attachUserData', ...id, userData: { a: { b: [bad] } } },
      { type: 'attachUserData', ...id, userData: { a: { [bad]: 1 } } },
    ])
      expect(accepts(command), JSON.stringify(command)).toBe(false);
  });

  test('[F3] attached data nested without end is refused, and exhausts nothing', () => {
    const nested = (depth: number) => JSON.parse(`${'['.repeat(depth)}${']'.repeat(depth)}`) as unknown;
    const attach = (a: unknown) => ({ type: 'attachUserData', ...id, userData: { a } });
    expect(accepts(attach(nested(60)))).toBe(true);
    expect(accepts(attach(nested(70)))).toBe(false);
    expect(accepts(attach(nested(200_000)))).toBe(false);
  });

  test('[F4] what is attached keeps its JSON type and its odd keys', () => {
    const userData = {
      'PegAG?: 2>1': 1,
      text: '1',
      nothing: null,
      yes: true,
      list: [1, '1'],
      'ключ 🗝': { a: {} },
    };
    expect(Command.parse({ type: 'attachUserData', ...id, userData })).toEqual({
      type: 'attachUserData',
      ...id,
      userData,
    });
    fc.assert(
      fc.property(fc.dictionary(fc.string({ minLength: 1 }), fc.jsonValue()), (any) => {
        const data = JSON.parse(JSON.stringify(any)) as object;
        const parsed = Command.safeParse({ type: 'attachUserData', ...id, userData: data });
        if (parsed.success) expect(parsed.data).toEqual({ type: 'attachUserData', ...id, userData: data });
      }),
    );
  });
});
