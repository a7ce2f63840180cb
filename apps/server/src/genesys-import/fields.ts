/** Reads the fields of one object of a Genesys file, and keeps account of those that nobody asked for. */
import { type Annex, Name } from '@intray/core';
import type { YamlFile } from '../configuration-folder/yaml-file.ts';
import type { KindReport } from './report.ts';

export type Path = readonly (string | number)[];

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

type Scalar = string | number | boolean;
const isScalar = (value: unknown): value is Scalar =>
  typeof value === 'string' ||
  typeof value === 'boolean' ||
  (typeof value === 'number' && Number.isFinite(value));

export class Fields {
  readonly #file: YamlFile;
  readonly #path: Path;
  readonly #record: Readonly<Record<string, unknown>>;
  readonly #unread: Set<string>;
  readonly report: KindReport;

  constructor(file: YamlFile, path: Path, record: Readonly<Record<string, unknown>>, report: KindReport) {
    this.#file = file;
    this.#path = path;
    this.#record = record;
    this.#unread = new Set(Object.keys(record));
    this.report = report;
  }

  /** File and line of the object, or of something in it. */
  where(...path: Path): string {
    const { file, line } = this.#file.fault([...this.#path, ...path], '', 'key');
    return `${file}:${line}`;
  }

  adapted(what: string, ...path: Path): void {
    this.report.adapted.push({ where: this.where(...path), what });
  }

  notUnderstood(what: string, ...path: Path): void {
    this.report.notUnderstood.push({ where: this.where(...path), what });
  }

  take(key: string): unknown {
    this.#unread.delete(key);
    return Object.hasOwn(this.#record, key) ? this.#record[key] : undefined;
  }

  /** Text that is not empty; a number as it is written. */
  text(key: string): string | undefined {
    const value = this.take(key);
    if (value === undefined || value === null || value === '') return undefined;
    if (isScalar(value)) return String(value);
    this.notUnderstood(`${key}: expected text`, key);
    return undefined;
  }

  /** A name that may stand in a configuration. */
  name(key: string): string | undefined {
    const value = this.text(key);
    if (value === undefined || Name.safeParse(value).success) return value;
    this.notUnderstood(`${key} is no name that can be kept: ${JSON.stringify(value.slice(0, 60))}`, key);
    return undefined;
  }

  list(key: string): readonly unknown[] {
    const value = this.take(key) ?? [];
    if (Array.isArray(value)) return value;
    this.notUnderstood(`${key}: expected a list`, key);
    return [];
  }

  /** The sections of `key`, written as maps or as lists of single pairs, and numbers of Genesys' own under `genesys`. */
  annex(key: string, ...own: readonly string[]): { readonly annex?: Annex } {
    const annex: Record<string, Record<string, Scalar>> = {};
    for (const [section, content, at] of this.#pairs(this.take(key), [key])) {
      const kept: Record<string, Scalar> = {};
      for (const [name, value, place] of this.#pairs(content, at)) {
        if (isScalar(value)) kept[name] = value;
        else this.notUnderstood(`${section}.${name}: expected text or a number`, ...place);
      }
      annex[section] = { ...annex[section], ...kept };
    }
    const genesys: Record<string, Scalar> = {};
    for (const name of own) {
      const value = this.take(name);
      if (isScalar(value) && value !== '') genesys[name] = value;
    }
    if (Object.keys(genesys).length > 0) annex.genesys = { ...annex.genesys, ...genesys };
    return Object.keys(annex).length > 0 ? { annex } : {};
  }

  #pairs(value: unknown, at: Path): readonly (readonly [string, unknown, Path])[] {
    if (value === undefined || value === null) return [];
    if (isRecord(value)) return Object.entries(value).map(([name, one]) => [name, one, [...at, name]]);
    if (Array.isArray(value))
      return value.flatMap((one: unknown, index) => {
        if (isRecord(one)) return this.#pairs(one, [...at, index]);
        this.notUnderstood(`${at.join('.')}: expected a key and a value`, ...at, index);
        return [];
      });
    this.notUnderstood(`${at.join('.')}: expected sections`, ...at);
    return [];
  }

  /** Everything that was not asked for, as it stands there. */
  rest(): Readonly<Record<string, unknown>> {
    const rest = Object.fromEntries([...this.#unread].map((key) => [key, this.#record[key]]));
    this.#unread.clear();
    return rest;
  }

  /** Everything that was not asked for is not understood. */
  done(): void {
    for (const key of this.#unread) this.notUnderstood(`${key}: nothing in Intray stands for it`, key);
    this.#unread.clear();
  }
}

/** Each object of a file that is a list, or a map by name (whose name is handed on). */
export function* objectsIn(
  file: YamlFile | undefined,
  report: KindReport,
): Generator<{ readonly fields: Fields; readonly key: string | number }> {
  if (file === undefined || file.value === undefined || file.value === null) return;
  const entries: readonly (readonly [string | number, unknown])[] = Array.isArray(file.value)
    ? [...file.value.entries()]
    : Object.entries(file.value);
  for (const [key, value] of entries) {
    report.found += 1;
    if (isRecord(value)) {
      yield { fields: new Fields(file, [key], value, report), key };
      continue;
    }
    const { file: name, line } = file.fault([key], '', 'key');
    report.notUnderstood.push({ where: `${name}:${line}`, what: 'expected an object' });
  }
}
