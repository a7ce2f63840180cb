/**
 * Sides take turns, round after round: A B A B …. A machine is never the same for long (other programs, checkpoints,
 * clock speeds), and measuring one side after the other would credit the difference to the wrong cause.
 */

/** One of those that are compared. */
export interface Side<Measured> {
  readonly name: string;
  /** Works for about so long and says how it went. */
  round(ms: number): Promise<Measured>;
}

export interface Plan {
  /** Rounds that count, for each side. */
  readonly rounds: number;
  /** How long a round lasts, in milliseconds. */
  readonly roundMs: number;
  /** How long each side runs first without being counted: plans, caches and compiled code come to rest. */
  readonly warmUpMs: number;
}

/** What the sides need to be run: how long, until when, and somebody to tell. */
export interface Turns {
  readonly plan: Plan;
  /** Aborts when the person wants to stop; looked at between rounds. */
  readonly signal: AbortSignal;
  /** Hears in a few words what happens now. */
  readonly tell: (doing: string) => void;
}

/** Runs all rounds; answers what each side measured, in the order of `sides`. */
export async function takeTurns<Measured>(
  sides: readonly Side<Measured>[],
  { plan, signal, tell }: Turns,
): Promise<readonly (readonly Measured[])[]> {
  for (const side of sides) {
    signal.throwIfAborted();
    tell(`warming up ${side.name}`);
    await side.round(plan.warmUpMs);
  }
  const measured = sides.map((): Measured[] => []);
  for (let round = 1; round <= plan.rounds; round += 1)
    for (const [index, side] of sides.entries()) {
      signal.throwIfAborted();
      tell(`round ${round} of ${plan.rounds}: ${side.name}`);
      measured[index]?.push(await side.round(plan.roundMs));
    }
  return measured;
}

/**
 * Runs so many loops side by side until the time is over and answers how much they did a second. Each loop finishes what
 * it began, and the time it takes for that counts.
 * @param work one turn of a loop; answers how many units it did
 */
export async function rateOf(
  loops: number,
  ms: number,
  work: (loop: number) => Promise<number>,
): Promise<number> {
  const began = performance.now();
  let done = 0;
  async function loop(number: number): Promise<void> {
    while (performance.now() - began < ms) {
      // Not `done += await …`: that adds to what `done` was before the others went on.
      const units = await work(number);
      done += units;
    }
  }
  await Promise.all(Array.from({ length: loops }, (_, number) => loop(number)));
  return (done * 1_000) / (performance.now() - began);
}
