/** Sends everything wrong and answers what was otherwise than it should be. */
import { basic } from '../../testing/running-server.ts';
import { FAMILY_PATHS } from '../media.ts';
import type { Findings } from './ask-cells.ts';
import { type Centre, ROLES } from './contact-centre.ts';
import type { Hostile } from './hostile-requests.ts';
import { codeOf, wrongWith } from './judge.ts';
import { sendRaw } from './raw-http.ts';
import { mediumOf } from './standing.ts';

const mediumAt = (path: string): string => {
  const segment = path.split('/').find((part) => FAMILY_PATHS.has(part)) ?? 'workitems';
  const family = FAMILY_PATHS.get(segment);
  return family === undefined ? 'workitem' : mediumOf(family);
};

/** All of it in agent1's name, whose own work is in hand. */
export async function attack(url: string, centre: Centre, all: readonly Hostile[]): Promise<Findings> {
  const wrong: string[] = [];
  let item: string | undefined;
  let before = '';
  for (const { what, request, codes, mayPass } of all) {
    if (item === undefined) {
      item = await centre.work('in hand', mediumAt(request.path));
      before = await centre.mark();
    }
    const path = `/api/v2${request.path.replace('{item}', item)}`;
    const headers = { ...basic(ROLES.owner), ...request.headers };
    const complain = (finding: string) =>
      wrong.push(
        `${what}: ${request.method} ${path.slice(0, 120)} ${String(request.body ?? '').slice(0, 120)}: ${finding}`,
      );
    const answer = await sendRaw(url, { ...request, path, headers });
    const code = codeOf(answer);
    const fault = wrongWith(answer);
    if (fault !== undefined) complain(fault);
    const passed = mayPass && (code === 0 || code === 7);
    if (!passed && !codes.includes(code as number))
      complain(`expected ${codes.join(' or ')}, got ${answer.text.slice(0, 200)}`);
    if ((await centre.mark()) !== before) {
      if (!passed || request.method === 'GET') complain('something happened');
      // What was understood after all may have taken the work away.
      item = undefined;
    }
  }
  return { asked: all.length, wrong };
}
