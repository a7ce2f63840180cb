/** The running server, as an import sees it: over HTTP, because an embedded database has room for one process only. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Submitted, Work } from '@intray/importing';
import { z } from 'zod';

/** The import cannot go on. The message says why and what to do. */
export class ImportStopped extends Error {
  override readonly name = 'ImportStopped';
}

export interface DeskClientOptions {
  /** Of the server, without a path. */
  readonly url: string;
  readonly user: string;
  readonly password: string;
  /** Ends the waiting between attempts. */
  readonly signal: AbortSignal;
  /** How long a server may be gone before the import gives up, in milliseconds. */
  readonly patienceMs: number;
}

/** One answer may take so long. */
const ANSWER_MS = 30_000;
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5_000;

const Envelope = z.object({ error: z.object({ code: z.string(), message: z.string() }) });

export interface DeskClient {
  /** @throws ImportStopped if no server answers or it does not know the user */
  signIn(): Promise<void>;
  /**
   * Submits one row. Tries again when the server cannot be reached or is not ready: the external id makes that
   * harmless, since the server creates the same row once only.
   * @throws ImportStopped when the server stays away, or will have nothing from this user
   */
  submit(work: Work): Promise<Submitted>;
}

export function deskClient({ url, user, password, signal, patienceMs }: DeskClientOptions): DeskClient {
  const authorization = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;

  function ask(path: string, init: RequestInit): Promise<Response> {
    const headers = { ...init.headers, authorization };
    return fetch(`${url}${path}`, { ...init, headers, signal: AbortSignal.timeout(ANSWER_MS) });
  }

  /** Asks until there is an answer that will not be another one a moment later. */
  async function askPatiently(path: string, init: RequestInit): Promise<Response> {
    const giveUpAt = performance.now() + patienceMs;
    for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(2 * pause, LONGEST_PAUSE_MS)) {
      const answer = await ask(path, init).catch((cause: unknown) => describe(cause));
      if (typeof answer !== 'string' && !isPassing(answer.status)) return answer;
      const what = typeof answer === 'string' ? answer : `it answers ${answer.status}`;
      if (typeof answer !== 'string') await answer.body?.cancel();
      if (signal.aborted || performance.now() >= giveUpAt)
        throw new ImportStopped(
          `The server at ${url} went away while the import ran: ${what}. ` +
            'What is done is remembered; start the server, then the same command goes on.',
        );
      const wait = typeof answer === 'string' ? pause : Math.max(pause, retryAfterMs(answer));
      await sleep(wait * (0.5 + Math.random() / 2), undefined, { signal }).catch(() => {});
    }
  }

  return {
    async signIn() {
      const answer = await ask('/api/v1/me', {}).catch((cause: unknown) => {
        throw new ImportStopped(
          `No Intray answers at ${url}: ${describe(cause)}. Start it with "npm start", or name another with --url.`,
        );
      });
      if (answer.status === 200) return void (await answer.body?.cancel());
      if (answer.status === 401)
        throw new ImportStopped(
          `The server at ${url} does not know ${user} by that password. Check both, then try again.`,
        );
      const reason = await reasonOf(answer);
      throw new ImportStopped(`The server at ${url} is not ready for an import: ${reason}`);
    },

    async submit(work) {
      const answer = await askPatiently('/api/v1/interactions', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(work),
      });
      if (answer.status === 201 || answer.status === 200) {
        await answer.body?.cancel();
        return { kind: answer.status === 201 ? 'created' : 'alreadyThere' };
      }
      const reason = await reasonOf(answer);
      if (answer.status === 401 || answer.status === 403 || answer.status >= 500)
        throw new ImportStopped(`The server at ${url} stopped the import: ${reason}`);
      return { kind: 'refused', reason: `refused by the server: ${reason}` };
    },
  };
}

const isPassing = (status: number): boolean => status === 429 || (status >= 502 && status <= 504);

function retryAfterMs(answer: Response): number {
  const seconds = Number(answer.headers.get('retry-after'));
  return Number.isFinite(seconds) ? seconds * 1000 : 0;
}

/** The server's own sentence, or the status if something else than Intray answered. */
async function reasonOf(answer: Response): Promise<string> {
  const body: unknown = await answer.json().catch(() => undefined);
  const envelope = Envelope.safeParse(body);
  if (!envelope.success) return `it answers ${answer.status} ${answer.statusText}`.trim();
  return `${envelope.data.error.message} (${envelope.data.error.code})`;
}

function describe(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  // fetch says "fetch failed"; what failed is in its cause.
  return cause.cause instanceof Error ? describe(cause.cause) : cause.message || cause.name;
}
