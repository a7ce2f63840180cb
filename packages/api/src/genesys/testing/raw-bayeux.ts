/** Bayeux by hand, for what no decent client does. */

export interface BayeuxAnswer {
  readonly channel: string;
  readonly successful?: boolean;
  readonly error?: string;
  readonly clientId?: string;
  readonly ext?: { readonly ack?: number };
  readonly data?: { readonly workitem?: { readonly id: string; readonly state: string } };
}

export class RawBayeux {
  readonly #url: string;
  readonly #headers: Readonly<Record<string, string>>;
  #clientId: string | undefined;
  #cookie = '';
  #ack: number | undefined;

  /** @param like another client, whose id and browser cookie this one uses */
  constructor(url: string, headers: Readonly<Record<string, string>>, like?: RawBayeux) {
    this.#url = `${url}/api/v2/notifications`;
    this.#headers = headers;
    if (like === undefined) return;
    this.#clientId = like.#clientId;
    this.#cookie = like.#cookie;
  }

  get clientId(): string | undefined {
    return this.#clientId;
  }

  async send(message: object): Promise<readonly BayeuxAnswer[]> {
    const own = this.#headers.cookie;
    const cookie = [own, this.#cookie].filter((part) => part).join('; ');
    const response = await fetch(this.#url, {
      method: 'POST',
      headers: { ...this.#headers, ...(cookie === '' ? {} : { cookie }), 'content-type': 'application/json' },
      body: JSON.stringify([{ clientId: this.#clientId, ...message }]),
    });
    for (const line of response.headers.getSetCookie()) this.#cookie = line.split(';', 1)[0] ?? '';
    return (await response.json()) as readonly BayeuxAnswer[];
  }

  async handshake(acknowledges = false): Promise<void> {
    this.#clientId = undefined;
    const [reply] = await this.send({
      channel: '/meta/handshake',
      version: '1.0',
      supportedConnectionTypes: ['long-polling'],
      ...(acknowledges ? { ext: { ack: true } } : {}),
    });
    if (reply?.clientId === undefined) throw new Error(`The handshake was refused: ${JSON.stringify(reply)}`);
    this.#clientId = reply.clientId;
    this.#ack = acknowledges ? 0 : undefined;
  }

  /** Asks once, without waiting for something to happen, and confirms what came before. */
  async connect(): Promise<readonly BayeuxAnswer[]> {
    const answers = await this.send({
      channel: '/meta/connect',
      id: String(Math.random()),
      connectionType: 'long-polling',
      advice: { timeout: 0 },
      ...(this.#ack === undefined ? {} : { ext: { ack: this.#ack } }),
    });
    this.#ack = answers.find(({ channel }) => channel === '/meta/connect')?.ext?.ack ?? this.#ack;
    return answers;
  }

  /** Asks again and again until something came, which may be among what was `heard` before. */
  async connectUntil(
    fits: (answer: BayeuxAnswer) => boolean,
    heard: readonly BayeuxAnswer[] = [],
  ): Promise<readonly BayeuxAnswer[]> {
    let all = heard.filter(({ data }) => data !== undefined);
    while (!all.some(fits))
      all = [...all, ...(await this.connect()).filter(({ data }) => data !== undefined)];
    return all;
  }
}
