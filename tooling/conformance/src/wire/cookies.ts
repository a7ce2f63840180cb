/** The cookies of one person towards one server. Attributes are ignored: the suite talks to one host only. */
export class CookieJar {
  readonly #values = new Map<string, string>();

  /** Takes a `Set-Cookie` header; an emptied or expired cookie is forgotten. */
  store(setCookie: string): void {
    const pair = /^\s*([^=;\s]+)=([^;]*)/.exec(setCookie);
    if (pair === null) return;
    const [, name = '', value = ''] = pair;
    if (value === '' || /;\s*max-age=0\s*(;|$)/i.test(setCookie)) this.#values.delete(name);
    else this.#values.set(name, value);
  }

  get(name: string): string | undefined {
    return this.#values.get(name);
  }

  /** Each as `name=value`. */
  pairs(): string[] {
    return [...this.#values].map(([name, value]) => `${name}=${value}`);
  }
}
