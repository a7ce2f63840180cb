/** How far an import is: a bar for people who watch, now and then a line for a log. */
import cliProgress from 'cli-progress';
import type { State } from './state.ts';

export interface Progress {
  /** `bytes`: read so far. */
  update(bytes: number, state: State): void;
  end(): void;
}

/** Milliseconds between two lines where there is no terminal. */
const LINE_EVERY = 5_000;

/** @param size of the file, in bytes: how many rows that is, nobody knows before the end */
export function showProgress(output: NodeJS.WriteStream, size: number): Progress {
  return output.isTTY ? bar(output, size) : lines(output, size);
}

function bar(output: NodeJS.WriteStream, size: number): Progress {
  const shown = new cliProgress.SingleBar({
    stream: output,
    format: '{bar} {percentage} % · {rows} rows · {rejected} rejected · {eta_formatted} left',
    barCompleteChar: '█',
    barIncompleteChar: '░',
    hideCursor: true,
  });
  shown.start(Math.max(1, size), 0, { rows: 0, rejected: 0 });
  return {
    update: (bytes, state) => shown.update(bytes, { rows: rowsOf(state), rejected: state.rejected }),
    end: () => shown.stop(),
  };
}

function lines(output: NodeJS.WriteStream, size: number): Progress {
  let saidAt = performance.now();
  return {
    update(bytes, state) {
      if (performance.now() - saidAt < LINE_EVERY) return;
      saidAt = performance.now();
      const percent = Math.floor((100 * bytes) / Math.max(1, size));
      output.write(`${percent} % · ${rowsOf(state)} rows · ${state.rejected} rejected\n`);
    },
    end: () => {},
  };
}

/** How many rows are done. */
export const rowsOf = ({ created, alreadyThere, rejected }: State): number =>
  created + alreadyThere + rejected;
