import type { Privilege } from '@intray/core';
import { expect, test } from 'vitest';
import { pagesOf } from './pages.ts';

const ids = (...privileges: readonly Privilege[]) => pagesOf({ privileges }).map(({ id }) => id);

test('only the pages that the person may see are offered', () => {
  expect(ids('handle', 'use-workbins')).toEqual([]);
  expect(ids('watch-team')).toEqual(['lead:board', 'lead:reports']);
  expect(ids('see-servers')).toEqual(['operator']);
  expect(ids('configure')).toEqual([
    'strategies',
    'rules',
    'importing',
    'configuration',
    'options',
    'access',
    'versions',
  ]);
});

test('every page has a key of its own, none of those that everybody has', () => {
  const pages = pagesOf({
    privileges: ['watch-team', 'manage-interactions', 'use-team-workbins', 'configure', 'see-servers'],
  });
  const keys = pages.map(({ key }) => key);
  expect(pages).toHaveLength(12);
  expect(new Set([...keys, 'w', 'f', 'c']).size).toBe(pages.length + 3);
  expect(keys.every((key) => /^[a-z]$/.test(key ?? ''))).toBe(true);
  expect(pages.find(({ key }) => key === 'b')?.place).toEqual({ view: 'lead', page: 'board' });
});
