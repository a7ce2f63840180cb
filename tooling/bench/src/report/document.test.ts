import { describe, expect, it } from 'vitest';
import { BEGIN, between, END, inside, renewedText, textOf } from './document.ts';
import type { Line } from './table.ts';

describe('the page about performance', () => {
  it('gets a new table and keeps the rest', () => {
    const page = `# Title\n\n${BEGIN}\n\nold\n\n${END}\n\nMore.\n`;
    const once = between(page, 'new');
    expect(once).toBe(`# Title\n\n${BEGIN}\n\nnew\n\n${END}\n\nMore.\n`);
    expect(between(once, 'new')).toBe(once);
  });

  it('is not touched when nobody knows where the table belongs', () => {
    for (const page of ['', BEGIN, `${END}${BEGIN}`, `${BEGIN}${END}${BEGIN}${END}`])
      expect(() => between(page, 'new')).toThrow('each once');
  });

  const line = (workload: string, ratio: string): Line => [
    workload,
    'x/s',
    '1',
    'raw',
    '2',
    ratio,
    '–',
    '2026-11-27',
  ];
  const here = { day: '2026-11-27', run: '`bench`, today', on: 'a machine' };

  it('takes in a run of some workloads, unless it was made elsewhere than the others', () => {
    const old = textOf([line('lives', '1×'), line('wake', '2×')], '`bench`, yesterday', 'a machine');
    expect(inside(`${BEGIN}\n\n${old}\n\n${END}`)).toBe(old);
    expect(renewedText(old, [line('wake', '3×')], here, false)).toBe(
      textOf([line('lives', '1×'), line('wake', '3×')], here.run, here.on),
    );
    expect(() => renewedText(old, [line('wake', '3×')], { ...here, on: 'another' }, false)).toThrow(
      'another machine',
    );
    expect(renewedText('', [line('wake', '3×')], here, true)).toBe(
      textOf([line('wake', '3×')], here.run, here.on),
    );
  });
});
