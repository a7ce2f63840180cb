/** Lays rules and tests side by side: what shows what, what nothing shows yet, and what is said wrongly. */
import { type Requirement, requirementsIn, rulesIn } from './documents.ts';
import { byId, quotedIds } from './ids.ts';
import { titlesOf } from './titles.ts';

/** A file of the repository; `path` runs from its root, with forward slashes. */
export interface SourceFile {
  readonly path: string;
  readonly content: string;
}

export interface Sources {
  readonly requirements: SourceFile;
  /** The other documents in `docs/spec`. */
  readonly specs: readonly SourceFile[];
  readonly tests: readonly SourceFile[];
}

export interface Showing {
  readonly file: string;
  readonly line: number;
  readonly title: string;
}

export interface Shown {
  readonly id: string;
  readonly text: string;
  /** Where it is written, `path:line`. */
  readonly at: string;
  /** The subject of a requirement, the document of a rule. */
  readonly group: string;
  readonly tests: readonly Showing[];
}

export interface Coverage {
  readonly requirements: readonly Shown[];
  readonly rules: readonly Shown[];
  /** Ids quoted by tests that no document defines. */
  readonly unknown: readonly { readonly id: string; readonly tests: readonly Showing[] }[];
  /** What else is wrong, each a sentence for people. Anything here is a failure. */
  readonly faults: readonly string[];
}

/** How many requirements there are: R1 to this one, each once. */
export const REQUIREMENTS = 145;

export function coverageOf({ requirements: document, specs, tests }: Sources): Coverage {
  const quoted = quotations(tests);
  const showing = (id: string) => quoted.get(id) ?? [];
  const rows = requirementsIn(document.content);

  const requirements = rows.map(({ id, text, subject, line }) => ({
    id,
    text,
    at: `${document.path}:${line}`,
    group: subject,
    tests: showing(id),
  }));
  const rules = specs.flatMap(({ path, content }) =>
    rulesIn(content).map(({ id, text, line }) => ({
      id,
      text,
      at: `${path}:${line}`,
      group: path,
      tests: showing(id),
    })),
  );

  const known = new Set([...requirements, ...rules].map(({ id }) => id));
  const unknown = [...quoted]
    .filter(([id]) => !known.has(id))
    .map(([id, of]) => ({ id, tests: of }))
    .sort((a, b) => byId(a.id, b.id));
  const faults = [
    ...twice([...requirements, ...rules]),
    ...missingRows(rows),
    ...overClaims(rows, document.path, showing),
  ];
  return { requirements, rules, unknown, faults };
}

function quotations(tests: readonly SourceFile[]): Map<string, Showing[]> {
  const quoted = new Map<string, Showing[]>();
  for (const { path, content } of tests) {
    for (const { title, line } of titlesOf(content)) {
      for (const id of quotedIds(title)) {
        const so = quoted.get(id) ?? [];
        so.push({ file: path, line, title });
        quoted.set(id, so);
      }
    }
  }
  return quoted;
}

function twice(all: readonly Shown[]): string[] {
  return [...Map.groupBy(all, ({ id }) => id)]
    .filter(([, same]) => same.length > 1)
    .map(
      ([id, same]) =>
        `${id} is written ${same.length} times (${same.map(({ at }) => at).join(', ')}); give each rule its own number.`,
    );
}

function missingRows(rows: readonly Requirement[]): string[] {
  const there = new Set(rows.map(({ id }) => id));
  const wanted = Array.from({ length: REQUIREMENTS }, (_, i) => `R${i + 1}`);
  const missing = wanted.filter((id) => !there.has(id));
  const surplus = [...there].filter((id) => !wanted.includes(id));
  return [
    ...missing.map((id) => `${id} has no row in the requirements document; write one.`),
    ...surplus.map((id) => `${id} is beyond R${REQUIREMENTS}; requirements end there.`),
  ];
}

function overClaims(
  rows: readonly Requirement[],
  path: string,
  showing: (id: string) => readonly Showing[],
): string[] {
  return rows.flatMap(({ id, state, line }) => {
    if (state !== 'shown' && state !== 'open')
      return `${path}:${line}: ${id} has the state "${state}"; expected shown or open.`;
    if (state === 'open' || showing(id).length > 0) return [];
    return `${path}:${line}: ${id} is marked shown, but no test quotes it; write the test, or run npm run requirements -- --write.`;
  });
}
