/** Lines with a look ahead: some have to be read before it is known what the first of them means. */
import type { Line } from './lines.ts';

export class LineWindow {
  readonly #source: AsyncIterator<Line>;
  readonly #ahead: Line[] = [];
  #ended = false;

  constructor(lines: AsyncIterable<Line>) {
    this.#source = lines[Symbol.asyncIterator]();
  }

  /** The line `offset` after the next one, without taking it; `undefined` after the end of the file. */
  async peek(offset: number): Promise<Line | undefined> {
    while (!this.#ended && this.#ahead.length <= offset) {
      const { done, value } = await this.#source.next();
      if (done) this.#ended = true;
      else this.#ahead.push(value);
    }
    return this.#ahead[offset];
  }

  /** Takes the next `count` lines, which must have been peeked. */
  take(count: number): readonly Line[] {
    return this.#ahead.splice(0, count);
  }
}
