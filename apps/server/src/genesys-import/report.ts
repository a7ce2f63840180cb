/** What became of each part of a folder that is brought in. Nothing is left out without being listed here. */

/** `where`: file and line. */
export interface Noted {
  readonly where: string;
  readonly what: string;
}

export interface KindReport {
  readonly kind: string;
  /** In the files. */
  found: number;
  /** Into the contact centre, as it is or adapted. */
  taken: number;
  /** Taken otherwise than it stands there. */
  readonly adapted: Noted[];
  readonly notUnderstood: Noted[];
}

export class ImportReport {
  readonly #kinds = new Map<string, KindReport>();

  kind(kind: string): KindReport {
    const known = this.#kinds.get(kind);
    if (known !== undefined) return known;
    const fresh: KindReport = { kind, found: 0, taken: 0, adapted: [], notUnderstood: [] };
    this.#kinds.set(kind, fresh);
    return fresh;
  }

  get kinds(): readonly KindReport[] {
    return [...this.#kinds.values()];
  }

  get notUnderstood(): number {
    return this.kinds.reduce((sum, { notUnderstood }) => sum + notUnderstood.length, 0);
  }

  /** For people: a line for each kind, and below it what is to be known of it. */
  *lines(): Generator<string> {
    const width = Math.max(...this.kinds.map(({ kind }) => kind.length));
    for (const { kind, found, taken, adapted, notUnderstood } of this.kinds) {
      const counts = `${found} found, ${taken} taken, ${adapted.length} adapted, ${notUnderstood.length} not understood`;
      yield `${kind.padEnd(width)}  ${counts}`;
      for (const { where, what } of adapted) yield `  adapted         ${where}: ${what}`;
      for (const { where, what } of notUnderstood) yield `  not understood  ${where}: ${what}`;
    }
  }
}
