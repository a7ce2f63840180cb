/** The configuration of a running server, over HTTP: an embedded database has room for one process only. */
import type { ConfigurationChanged, ContactCentreConfig, Move } from '@intray/core';
import { z } from 'zod';

/** The server says no, or does not answer. The message is for whoever typed the command. */
export class ServerRefused extends Error {
  override readonly name = 'ServerRefused';
}

export interface ServerLogin {
  /** Without a path. */
  readonly url: string;
  readonly user: string;
  readonly password: string;
}

export interface WantedChange {
  readonly base: number;
  readonly config: ContactCentreConfig;
  readonly moves: readonly Move[];
  readonly dryRun: boolean;
  readonly note?: string;
}

/** One answer may take so long: work may have to move first. */
const ANSWER_MS = 10 * 60_000;

const Refusal = z.object({
  error: z.object({
    code: z.string(),
    message: z.string(),
    detail: z
      .object({ inTheWay: z.array(z.string()).optional(), faults: z.array(z.string()).optional() })
      .optional(),
  }),
});

export function configurationClient({ url, user, password }: ServerLogin) {
  const authorization = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;

  async function ask<T>(path: string, init: RequestInit = {}): Promise<T> {
    const headers = { authorization, 'content-type': 'application/json' };
    const signal = AbortSignal.timeout(ANSWER_MS);
    const answer = await fetch(`${url}${path}`, { ...init, headers, signal }).catch((cause: Error) => {
      const reason = cause.cause instanceof Error ? cause.cause.message : cause.message;
      throw new ServerRefused(
        `No Intray answers at ${url}: ${reason}. Start it with "npm start", or name another with --url.`,
      );
    });
    const body: unknown = await answer.json().catch(() => undefined);
    if (answer.ok) return body as T;
    const refusal = Refusal.safeParse(body);
    if (!refusal.success) throw new ServerRefused(`The server at ${url} answers ${answer.status}.`);
    const { message, code, detail } = refusal.data.error;
    const lines = [...(detail?.inTheWay ?? []), ...(detail?.faults ?? [])].map((line) => `\n  ${line}`);
    throw new ServerRefused(`${message} (${code})${lines.join('')}`);
  }

  return {
    newestVersion: async () =>
      (await ask<{ version: number }[]>('/api/v1/configuration/versions?limit=1'))[0]?.version ?? 0,
    newest: () => ask<{ version: number; config: ContactCentreConfig }>('/api/v1/configuration'),
    change: (change: WantedChange) =>
      ask<ConfigurationChanged>('/api/v1/configuration', { method: 'POST', body: JSON.stringify(change) }),
  };
}
