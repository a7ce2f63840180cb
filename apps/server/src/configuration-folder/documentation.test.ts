/** What the pages show as an example is taken, and what they point to is there. */
import { access, readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Move } from '@intray/core';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { z } from 'zod';
import { fullCentre } from '../testing/full-centre.ts';
import { describeFault, readTexts } from './read-folder.ts';
import { folderOf } from './write-folder.ts';

const DOCS = resolve(import.meta.dirname, '../../../../docs');
const page = (name: string) => readFile(resolve(DOCS, name), 'utf8');

/** As GitHub makes them of headings. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, '')
    .replaceAll(' ', '-');

describe('[R116] what a reader would look up elsewhere', () => {
  it('is pointed to where it stands', async () => {
    const links = [...(await page('manuals.md')).matchAll(/\]\(([^)#]+)(?:#([^)]+))?\)/g)];
    expect(links.length).toBeGreaterThan(15);
    for (const [, path = '', anchor] of links) {
      const file = resolve(DOCS, path);
      await access(file);
      if (anchor === undefined) continue;
      const headings = [...(await readFile(file, 'utf8')).matchAll(/^#+ (.+)$/gm)].map(
        ([, text = '']) => text,
      );
      expect(headings.map(anchorOf), path).toContain(anchor);
    }
  });

  it('is shown by examples that are taken as they stand, all together', async () => {
    const blocks = [...(await page('configuration.md')).matchAll(/```yaml\n([\s\S]*?)```/g)].map(
      ([, text = '']) => text,
    );
    const texts = new Map([...folderOf(fullCentre)].filter(([name]) => name.endsWith('.yaml')));
    const used: string[] = [];
    for (const block of blocks) {
      const name = /^# (\S+\.yaml)\n/.exec(block)?.[1];
      if (name === undefined) {
        expect(z.array(Move).safeParse(parse(block)).error, block).toBeUndefined();
        continue;
      }
      used.push(name);
      texts.set(name, stringify([...parse(texts.get(name) ?? '[]'), ...parse(block)]));
    }
    expect(used).toEqual(expect.arrayContaining(['media-types.yaml', 'agents.yaml', 'capacity-rules.yaml']));
    const read = readTexts(texts);
    expect(read.ok ? [] : read.faults.map(describeFault)).toEqual([]);
  });
});
