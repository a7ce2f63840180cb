/** One line on the terminal that says what happens now; line by line where there is no terminal. */
import type { WriteStream } from 'node:tty';

export interface Progress {
  /** What happens now. */
  tell(doing: string): void;
  /** Something worth keeping. */
  note(line: string): void;
  end(): void;
}

export function progressOn(stream: NodeJS.WriteStream | WriteStream): Progress {
  const began = performance.now();
  const clear = () => stream.isTTY && stream.write('\r\u001b[2K');
  let last = '';
  return {
    tell(doing) {
      const line = `${Math.round((performance.now() - began) / 1_000)} s  ${doing}`;
      if (stream.isTTY) {
        clear();
        stream.write(line.slice(0, (stream.columns ?? 80) - 1));
        return;
      }
      // A log wants each workload once, not each round.
      const [workload = ''] = doing.split(':');
      if (workload !== last) stream.write(`${line}\n`);
      last = workload;
    },
    note(line) {
      clear();
      stream.write(`${line}\n`);
    },
    end: () => void clear(),
  };
}
