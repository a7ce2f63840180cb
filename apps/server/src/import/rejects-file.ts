/** The rows that were not imported: a CSV file of line number, reason and the row as it stood. */
import { open, rm } from 'node:fs/promises';
import { REJECTS_HEAD, type Reject, type Rejects, rejectLines } from '@intray/importing';

/** The rejects file. It comes into being with the first reject, so that its being there means something. */
export class RejectsFile implements Rejects {
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
  static async open(path: string, bytes: number): Promise<RejectsFile> {
    if (bytes === 0) await rm(path, { force: true });
    else {
      const file = await open(path, 'r+');
      await file.truncate(bytes);
      await file.close();
    }
    return new RejectsFile(path, bytes);
  }

  /** Length of what has been written, in bytes. */
  get bytes(): number {
    return this.#bytes;
  }

  /** Adds rows, in the order given. */
  async add(rejects: readonly Reject[]): Promise<void> {
    if (rejects.length === 0) return;
    const text = (this.#bytes === 0 ? REJECTS_HEAD : '') + rejectLines(rejects);
    const file = await open(this.path, 'a');
    try {
      const bytes = Buffer.from(text);
      await file.writeFile(bytes);
      this.#bytes += bytes.length;
    } finally {
      await file.close();
    }
  }
}
