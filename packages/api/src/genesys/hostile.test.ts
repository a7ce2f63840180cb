/** Every route of the table, with everything that can be wrong with a request to it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { memoryDesk, type RunningServer, runServer } from '../testing/index.ts';
import { V2_ROUTES } from './mount.ts';
import { attack } from './testing/attack.ts';
import { type Centre, EVERY_MEDIUM, openCentre } from './testing/contact-centre.ts';
import { hostileTo } from './testing/hostile-requests.ts';

let server: RunningServer;
let centre: Centre;

beforeAll(async () => {
  const desk = memoryDesk({ config: EVERY_MEDIUM });
  server = await runServer({ desk });
  centre = await openCentre(desk);
});
afterAll(() => server?.[Symbol.asyncDispose]());

describe('[F1 F3] whatever is sent', () => {
  it.each(V2_ROUTES.map((route) => [`${route.method} ${route.path}`, route] as const))(
    '%s answers with a code and does nothing',
    async (_, route) => {
      const { asked, wrong } = await attack(server.url, centre, hostileTo(route, V2_ROUTES));
      expect(asked).toBeGreaterThan(20);
      expect(wrong).toEqual([]);
    },
  );

  it('leaves no mark on what everything inherits from, and surprises nobody', () => {
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect('polluted' in {}).toBe(false);
    expect(server.log.filter(({ level }) => level === 'error' || level === 'warn')).toEqual([]);
  });
});
