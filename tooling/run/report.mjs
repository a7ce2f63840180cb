// What a person reads while checks and tests run.

/** Prints one check's end, and all it said if it failed. */
export function report({ name, ok, output }) {
  process.stdout.write(`${ok ? '✓' : '✗'} ${name}\n`);
  if (!ok) process.stdout.write(`${output.trimEnd()}\n`);
}
