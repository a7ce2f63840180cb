import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';

const HERE = resolve(import.meta.dirname);

/** A process that does nothing but wait for a reason to stop; `then` runs once it listens, `stop` when it is asked. */
function processThat(then: string, stop = '') {
  const script = `
    const { listenForStop } = await import('${HERE}/stopping.ts');
    const { openLog } = await import('${HERE}/log.ts');
    const alive = setInterval(() => {}, 1_000);
    listenForStop(openLog('info')).requested.then(async (code) => {
      ${stop}
      clearInterval(alive);
      console.log('closed in order');
      process.exit(code);
    });
    console.log('listening');
    ${then}`;
  return spawn(process.execPath, ['--input-type=module', '-e', script], {
    env: {},
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

async function outcome(child: ReturnType<typeof processThat>) {
  const exited = once(child, 'exit');
  const [output, errors] = await Promise.all([text(child.stdout), text(child.stderr)]);
  const [code] = await exited;
  return { code, output, errors };
}

describe('a reason to stop', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)('%s: closes in order and ends with 0', async (signal) => {
    const child = processThat(`process.kill(process.pid, '${signal}');`);
    expect(await outcome(child)).toMatchObject({
      code: 0,
      output: expect.stringContaining('closed in order'),
    });
  });

  it.each(["Promise.reject(new Error('unseen'));", "setImmediate(() => { throw new Error('unseen'); });"])(
    'a failure that nobody had foreseen (%s): is logged, closes in order, ends with 1',
    async (failure) => {
      const result = await outcome(processThat(failure));
      expect(result).toMatchObject({ code: 1, output: expect.stringContaining('closed in order') });
      expect(result.errors).toContain('"message":"unseen"');
    },
  );

  it('a second signal ends a stop that hangs; the echo of the first one does not', async () => {
    const hang = `
      process.kill(process.pid, 'SIGINT');
      await new Promise((resolve) => setTimeout(resolve, 700));
      console.log('still stopping');
      process.kill(process.pid, 'SIGINT');
      await new Promise(() => {});`;
    const result = await outcome(processThat("process.kill(process.pid, 'SIGINT');", hang));
    expect(result).toMatchObject({ code: 1, output: 'listening\nstill stopping\n' });
  });
});
