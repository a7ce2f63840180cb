/** How far an import is: a bar for people who watch, now and then a line for a log. */

import { type ImportState, rowsOf } from '@intray/importing';
import cliProgress from 'cli-progress';

export interface Progress {
  /** `bytes`: read so far. */
  update(bytes: number, state: ImportState): void;
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
    format: '{bar} {percentage} % · {rows} rows · {rejected} rejected {left}',
    barCompleteChar: '█',
    barIncompleteChar: '░',
    hideCursor: true,
  });
  const startedAt = performance.now();
  shown.start(Math.max(1, size), 0, { rows: 0, rejected: 0, left: '' });
  return {
    update(bytes, state) {
      const seconds = (performance.now() - startedAt) / 1000;
      const left = timeLeft(seconds, bytes / Math.max(1, size));
      shown.update(bytes, { rows: rowsOf(state), rejected: state.rejected, left });
    },
    end: () => shown.stop(),
  };
}

/** Says nothing in the first seconds: what it would say then is wrong. */
function timeLeft(seconds: number, share: number): string {
  if (seconds < 3 || share <= 0 || share >= 1) return '';
  const left = Math.ceil((seconds * (1 - share)) / share);
  return left < 120 ? ` · ${left} s left` : ` · ${Math.ceil(left / 60)} min left`;
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
