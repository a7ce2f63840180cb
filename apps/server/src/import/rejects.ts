/** The rows that were not imported: a CSV file of line number, reason and the row as it stood. */
import { open, rm } from 'node:fs/promises';

export interface Reject {
  readonly line: number;
  readonly reason: string;
  readonly raw: string;
}

/** The rejects file. It comes into being with the first reject, so that its being there means something. */
export class Rejects {
  readonly path: string;
  #bytes: number;

  private constructor(path: string, bytes: number) {
    this.path = path;
    this.#bytes = bytes;
  }

  /**
   * Opens the file of a run: anew, or cut to the length it had at a remembered moment, which takes away what a killed
   * run wrote after it and will write again.
   */
  static async open(path: string, bytes: number): Promise<Rejects> {
    if (bytes === 0) await rm(path, { force: true });
    else {
      const file = await open(path, 'r+');
      await file.truncate(bytes);
      await file.close();
    }
    return new Rejects(path, bytes);
  }

  /** Length of what has been written, in bytes. */
  get bytes(): number {
    return this.#bytes;
  }

  /** Adds rows, in the order given. */
  async add(rejects: readonly Reject[]): Promise<void> {
    if (rejects.length === 0) return;
    const header = this.#bytes === 0 ? 'line,reason,raw\n' : '';
    const text = rejects
      .map(({ line, reason, raw }) => `${line},${quoted(reason)},${quoted(raw)}\n`)
      .join('');
    const file = await open(this.path, 'a');
    try {
      const bytes = Buffer.from(header + text);
      await file.writeFile(bytes);
      this.#bytes += bytes.length;
    } finally {
      await file.close();
    }
  }
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
