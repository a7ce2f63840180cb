/** Asks the person at the terminal. */
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { text } from 'node:stream/consumers';

/** There is nobody to ask. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
}

/**
 * Asks for a line.
 * @param instead what to do where there is no terminal
 * @throws NoAnswer
 */
export async function ask(question: string, instead: string): Promise<string> {
  return prompt(question, instead, process.stderr);
}

/** Asks for a secret, which does not appear on the screen. @throws NoAnswer */
export async function askSecretly(question: string, instead: string): Promise<string> {
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  process.stderr.write(question);
  const answer = await prompt('', instead, nowhere);
  process.stderr.write('\n');
  return answer;
}

/** The first line of standard input. @throws NoAnswer if it is empty */
export async function readSecretFromStdin(): Promise<string> {
  const first = (await text(process.stdin)).split(/\r?\n/, 1)[0] ?? '';
  if (first === '') throw new NoAnswer('Expected a password on standard input, but it is empty.');
  return first;
}

/** Asks one question after the other, at a terminal or of lines that are piped in. */
export interface Questioner extends Disposable {
  /** Somebody sits there and can be asked again. */
  readonly interactive: boolean;
  /** The next line; `undefined` when there are no more. */
  ask(question: string): Promise<string | undefined>;
}

export function questioner(): Questioner {
  const interactive = process.stdin.isTTY === true;
  const reader = createInterface({ input: process.stdin, output: process.stderr, terminal: interactive });
  // Lines that are piped in come faster than they are asked for: the iterator keeps them.
  const lines = reader[Symbol.asyncIterator]();
  return {
    interactive,
    async ask(question) {
      reader.setPrompt(question);
      reader.prompt();
      const next = await lines.next();
      if (!interactive) process.stderr.write('\n');
      return next.done === true ? undefined : next.value;
    },
    [Symbol.dispose]: () => reader.close(),
  };
}

async function prompt(question: string, instead: string, output: NodeJS.WritableStream): Promise<string> {
  if (!process.stdin.isTTY) throw new NoAnswer(instead);
  const terminal = createInterface({ input: process.stdin, output, terminal: true });
  try {
    const answer = await terminal.question(question);
    if (answer === '') throw new NoAnswer(instead);
    return answer;
  } finally {
    terminal.close();
  }
}
