/** Asks every cell of a matrix and answers what was otherwise than it should be. */
import type { Cell } from './access-cells.ts';
import { type Centre, secretOf } from './contact-centre.ts';
import { codeOf, wrongWith } from './judge.ts';
import { sendRaw } from './raw-http.ts';

export interface Findings {
  readonly asked: number;
  readonly wrong: readonly string[];
}

export async function askCells(url: string, centre: Centre, cells: readonly Cell[]): Promise<Findings> {
  const standing = new Map<string, string>();
  const wrong: string[] = [];
  /** Of what is kept; none after something may have changed. */
  let mark: string | undefined;

  /** Work that a request may change is the request's own. */
  async function itemFor({ work, request, codes }: Cell): Promise<string> {
    if (work === undefined) return '';
    const key = `${work.place} ${work.mediaType}`;
    const changes = request.method === 'POST' && codes.includes(0);
    const known = changes ? undefined : standing.get(key);
    if (known !== undefined) return known;
    const id = await centre.work(work.place, work.mediaType);
    mark = undefined;
    if (!changes) standing.set(key, id);
    return id;
  }

  for (const cell of cells) {
    const { who, request, codes, secret } = cell;
    const id = await itemFor(cell);
    const path = request.path.replace('{item}', id);
    const { body } = request;
    const before = mark ?? (await centre.mark());
    const answer = await sendRaw(url, {
      ...request,
      path,
      ...(body === undefined ? {} : { body: body.toString().replace('{item}', id) }),
    });
    const code = codeOf(answer);
    const complain = (what: string) =>
      wrong.push(`${who}: ${request.method} ${path} ${body ?? ''} (${cell.work?.place ?? '-'}): ${what}`);
    const fault = wrongWith(answer);
    if (fault !== undefined) complain(fault);
    if (!codes.includes(code as number))
      complain(`expected ${codes.join(' or ')}, got ${answer.text.slice(0, 200)}`);
    if (answer.text.includes(secretOf(id)) !== secret)
      complain(secret ? 'the work is missing' : 'it tells the secret');
    if (code === 0 && request.method !== 'GET') {
      mark = undefined;
      continue;
    }
    mark = await centre.mark();
    if (mark !== before) complain('something happened although it was refused');
  }
  return { asked: cells.length, wrong };
}
