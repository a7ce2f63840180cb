/** Wakes one who waits for something new; what rang while nobody waited is not forgotten. */
export class Bell {
  #rung = 0;
  #waiting = Promise.withResolvers<void>();

  /** How often it rang: to be read before looking, and given to `after` if there was nothing to see. */
  get rung(): number {
    return this.#rung;
  }

  ring(): void {
    this.#rung += 1;
    this.#waiting.resolve();
    this.#waiting = Promise.withResolvers();
  }

  /** Resolves when it has rung more often than that. */
  after(rung: number): Promise<void> {
    return this.#rung > rung ? Promise.resolve() : this.#waiting.promise;
  }
}
