import { describe, expect, it } from 'vitest';
import { readOptions, WORKLOAD_NAMES } from './options.ts';

describe('options of the bench', () => {
  it('runs everything unless told otherwise', () => {
    expect(readOptions([])).toEqual({
      desk: false,
      only: WORKLOAD_NAMES,
      quick: false,
      write: false,
    });
  });

  it('runs what was named, in its own order', () => {
    expect(readOptions(['--only', 'peers, lives', '--quick']).only).toEqual(['lives', 'peers']);
  });

  it('knows no other workloads', () => {
    expect(() => readOptions(['--only', 'lifes'])).toThrow('There is no workload "lifes"');
  });

  it('takes the desk alone', () => {
    expect(readOptions(['--only', 'desk', '--write'])).toEqual({
      desk: true,
      only: [],
      quick: false,
      write: true,
    });
    expect(() => readOptions(['--only', 'desk', '--quick', '--write'])).toThrow('not worth writing down');
    expect(() => readOptions(['--only', 'desk,lives'])).toThrow('There is no workload "desk"');
    expect(readOptions(['--only', 'desktop', '--quick'])).toEqual({
      desk: false,
      desktop: true,
      only: [],
      quick: true,
      write: false,
    });
  });

  it('writes down nothing that was measured in a hurry', () => {
    expect(() => readOptions(['--write', '--quick'])).toThrow('not worth writing down');
    expect(readOptions(['--write', '--only', 'lives'])).toEqual({
      desk: false,
      only: ['lives'],
      quick: false,
      write: true,
    });
    expect(readOptions(['--write']).write).toBe(true);
  });
});
