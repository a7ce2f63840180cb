/** Cuts a stream of chunks into lines, hands each to `onLine`, and remembers the last `size` of them. */
export class LastLines {
  readonly #size: number;
  readonly #onLine: (line: string) => void;
  #lines: string[] = [];
  #rest = '';

  constructor(size: number, onLine: (line: string) => void) {
    this.#size = size;
    this.#onLine = onLine;
  }

  add(chunk: string): void {
    const parts = (this.#rest + chunk).split(/\r?\n/);
    this.#rest = parts.pop() ?? '';
    for (const line of parts) {
      if (line === '') continue;
      this.#lines.push(line);
      if (this.#lines.length > this.#size) this.#lines.shift();
      this.#onLine(line);
    }
  }

  get lines(): readonly string[] {
    return this.#rest === '' ? [...this.#lines] : [...this.#lines, this.#rest];
  }
}
