import { describe, expect, test } from 'vitest';
import { accepted, refused, success } from './expect.ts';
import type { Answer } from './rest.ts';

const answer = (body: unknown, http = 200): Answer => ({
  asked: 'POST /x',
  http,
  headers: new Headers(),
  text: typeof body === 'string' ? body : JSON.stringify(body),
  body: typeof body === 'string' ? undefined : body,
});

describe('an acceptance', () => {
  test('is exactly statusCode 0 and an integer referenceId [R47, R124]', () => {
    expect(accepted(answer({ statusCode: 0, referenceId: 14 }))).toBe(14);
  });
  test.each([
    [{ statusCode: 0 }],
    [{ statusCode: 0, referenceId: '14' }],
    [{ statusCode: 0, referenceId: 1.5 }],
    [{ statusCode: 0, referenceId: 14, more: 1 }],
    [{ statusCode: '0', referenceId: 14 }],
    [{ referenceId: 14 }],
    [[]],
    ['<html>'],
  ])('is not %j', (body) => {
    expect(() => accepted(answer(body))).toThrow('POST /x');
  });
});

test('a success says nothing beside it', () => {
  expect(success(answer({ statusCode: 0, workbins: [] }))).toEqual({ statusCode: 0, workbins: [] });
  expect(() => success(answer({ statusCode: 0, statusMessage: 'fine' }))).toThrow('no statusMessage');
});

describe('a refusal', () => {
  const body = { statusCode: 6, statusMessage: 'There is no such item.' };
  test('has one of the codes and a sentence', () => {
    expect(() => refused(answer(body), [6])).not.toThrow();
    expect(() => refused(answer(body, 404), [1, 6])).not.toThrow();
  });
  test.each([
    ['another code', { ...body, statusCode: 2 }, 200],
    ['success', { statusCode: 0, referenceId: 1 }, 200],
    ['more fields', { ...body, errorId: 1 }, 200],
    ['no sentence', { statusCode: 6, statusMessage: '' }, 200],
    ['a failure of the server', body, 500],
    ['innards', { ...body, statusMessage: 'at x (/app/node_modules/y.js:1:1)' }, 200],
    ['a page', '<h1>Not found</h1>', 404],
  ])('is not %s', (_what, got, http) => {
    expect(() => refused(answer(got, http), [6])).toThrow('POST /x');
  });
});
