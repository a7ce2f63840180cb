/** Orders that wait for their batch, in the order they came. */
import type { Ticket } from './ticket.ts';

/** Thrown when too many orders wait: doing them all would take longer than anybody waits. Ask again a little later. */
export class Overloaded extends Error {
  override readonly name = 'Overloaded';
  constructor(waiting: number) {
    super(`${waiting} commands are waiting already, which is as many as are let in. Try again in a moment.`);
  }
}

export class WaitingLine {
  readonly #bound: number;
  #tickets: Ticket[] = [];

  constructor(bound: number) {
    this.#bound = bound;
  }

  get length(): number {
    return this.#tickets.length;
  }

  /** @throws Overloaded when the line is full */
  add(ticket: Ticket): void {
    if (this.#tickets.length >= this.#bound) throw new Overloaded(this.#tickets.length);
    this.#tickets.push(ticket);
  }

  /** Puts tickets that were let in before back to the front. */
  putBack(tickets: readonly Ticket[]): void {
    this.#tickets.unshift(...tickets);
  }

  /**
   * The next batch: at most `most` tickets, no two about the same thing. Whoever is passed over holds its place: a
   * later ticket about the same thing is passed over too, so the commands to one interaction keep their order.
   * @param heldUp tickets that have to wait for something else
   */
  take(most: number, heldUp: (ticket: Ticket) => boolean = () => false): readonly Ticket[] {
    const batch: Ticket[] = [];
    const passed: Ticket[] = [];
    const spoken = new Set<string>();
    let next = 0;
    for (; next < this.#tickets.length && batch.length < most; next += 1) {
      const ticket = this.#tickets[next] as Ticket;
      const free = ticket.subjects.every((subject) => !spoken.has(subject)) && !heldUp(ticket);
      for (const subject of ticket.subjects) spoken.add(subject);
      (free ? batch : passed).push(ticket);
    }
    this.#tickets = next === this.#tickets.length ? passed : [...passed, ...this.#tickets.slice(next)];
    return batch;
  }
}
