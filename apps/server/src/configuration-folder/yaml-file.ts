/** One YAML file that can be asked where in it something stands. */
import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
} from 'yaml';

/** A fault in a file, for whoever edits it. Lines and columns begin with 1. */
export interface FileFault {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

export interface YamlFile {
  /** What it says, as JavaScript has it; `undefined` when there are faults. */
  readonly value: unknown;
  readonly faults: readonly FileFault[];
  /** A fault where a value stands (or its key), or the nearest thing around it that is there. */
  fault(path: readonly PropertyKey[], message: string, where?: 'value' | 'key'): FileFault;
}

/** Enough for what people write by hand, and nothing that a few lines could blow up. */
const MOST_ALIASES = 1_000;

export function readYaml(file: string, text: string): YamlFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: 'error' });
  const at = (offset: number, message: string): FileFault => {
    const { line, col } = lines.linePos(Math.min(Math.max(offset, 0), text.length));
    return { file, line: Math.max(line, 1), column: Math.max(col, 1), message };
  };
  const fault: YamlFile['fault'] = (path, message, where = 'value') =>
    at(offsetOf(document, path, where), message);
  // To look through a large file takes a while, and nearly none has an alias.
  const turns = text.includes('*') ? circles(document) : [];
  const problems = [...document.errors, ...document.warnings, ...turns];
  const faults = problems.map(({ pos: [offset], message }) => at(offset, `not YAML: ${message}`));
  if (faults.length > 0) return { value: undefined, faults, fault };
  try {
    return { value: document.toJS({ maxAliasCount: MOST_ALIASES }) as unknown, faults, fault };
  } catch (cause) {
    if (!(cause instanceof ReferenceError)) throw cause;
    return { value: undefined, faults: [at(0, `not YAML: ${cause.message}`)], fault };
  }
}

/** Aliases that stand within what they stand for: written out, they would have no end. */
function circles(document: Document): readonly { pos: readonly [number]; message: string }[] {
  const found: { pos: readonly [number]; message: string }[] = [];
  visit(document, {
    Alias(_, alias, around) {
      const meant = alias.resolve(document);
      if (meant !== undefined && around.some((node) => node === meant))
        found.push({ pos: [alias.range?.[0] ?? 0], message: `*${alias.source} stands within itself` });
    },
  });
  return found;
}

/** Where a value begins. Of a path that leads nowhere, where it stops leading anywhere. */
function offsetOf(document: Document, path: readonly PropertyKey[], where: 'value' | 'key'): number {
  let node: unknown = document.contents;
  let offset = isNode(node) ? (node.range?.[0] ?? 0) : 0;
  for (const [index, step] of path.entries()) {
    const wantsKey = where === 'key' && index === path.length - 1;
    if (isAlias(node)) node = node.resolve(document);
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => String(isScalar(key) ? key.value : key) === String(step));
      if (pair === undefined) break;
      if (isNode(pair.key)) offset = pair.key.range?.[0] ?? offset;
      node = pair.value;
      if (isScalar(node) && !wantsKey) offset = node.range?.[0] ?? offset;
    } else if (isSeq(node)) {
      node = node.items[Number(step)];
      if (isNode(node)) offset = node.range?.[0] ?? offset;
    } else break;
  }
  return offset;
}
