import { describe, expect, test } from 'vitest';
import { byId, quotedIds } from './ids.ts';

describe('the ids a title quotes', () => {
  test.each([
    ['one id', '[R52] the state is InWorkbin', ['R52']],
    ['several with a blank', 'pull [R52 R53]', ['R52', 'R53']],
    ['several with a comma, of requirements and rules', '[R52, I7] pull', ['R52', 'I7']],
    ['several with a stroke', '[R52/I7] pull', ['R52', 'I7']],
    ['several brackets', '[R1] and [W3] and [R1] again', ['R1', 'W3']],
    ['a range with a dash', '[R55–R58]', ['R55', 'R56', 'R57', 'R58']],
    ['a range with a hyphen and blanks', '[R9 - R11, R20]', ['R9', 'R10', 'R11', 'R20']],
    ['a range that names its letter once', '[R1-3]', ['R1', 'R2', 'R3']],
  ])('%s', (_, title, ids) => {
    expect(quotedIds(title)).toEqual(ids);
  });

  test.each([
    'no brackets: R52',
    'an array [1, 2]',
    'prose [see R52]',
    'empty []',
    'lower case [r52]',
    'a bare word [R]',
  ])('quotes nothing: %s', (title) => {
    expect(quotedIds(title)).toEqual([]);
  });

  test('a range that cannot be meant stays as it is, and so becomes an unknown id', () => {
    expect(quotedIds('[R62-R55] [R1-W3] [R1-R9999]')).toEqual(['R62-R55', 'R1-W3', 'R1-R9999']);
  });

  test('ids are ordered by number, not by digit', () => {
    expect(['W1', 'R10', 'R9', 'I7'].sort(byId)).toEqual(['I7', 'R9', 'R10', 'W1']);
  });
});
