/** Reads from the repository what the requirements tool looks at. */
import { globSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { SourceFile, Sources } from './coverage.ts';

export const REQUIREMENTS_DOCUMENT = 'docs/spec/requirements.md';

/** Folders that hold no source of ours: packages, output of builds and test runs, and all that begin with a dot. */
const PASSED_BY = /^(node_modules|out|dist|build|coverage|\..+)$/;

/** All requirements, rules and test files below `root`. Throws if the requirements document is missing. */
export function readSources(root: string): Sources {
  const at = (path: string): SourceFile => ({ path, content: readFileSync(join(root, path), 'utf8') });
  const find = (pattern: string) =>
    globSync(pattern, { cwd: root, exclude: (path) => path.split(sep).some((part) => PASSED_BY.test(part)) })
      .map((path) => path.split(sep).join('/'))
      .sort();
  return {
    requirements: at(REQUIREMENTS_DOCUMENT),
    specs: find('docs/spec/**/*.md')
      .filter((path) => path !== REQUIREMENTS_DOCUMENT)
      .map(at),
    tests: find('**/*.test.{ts,tsx}').map(at),
  };
}
