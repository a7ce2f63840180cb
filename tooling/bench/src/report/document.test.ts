import { describe, expect, it } from 'vitest';
import { BEGIN, between, END } from './document.ts';

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
});
