/**
 * Every command on every wire. The same wish through tRPC, REST v1 and this wire is the same command to core, records
 * the same events and is refused for the same kind of reason. A command that is not in the table does not compile; one
 * that a wire does not have says why.
 */
import { type Command, type CommandType, type Desk, type InteractionEvent, user } from '@intray/core';
import { describe, expect, it } from 'vitest';
import { basic, type DeskClient, deskClient, memoryDesk } from '../testing/index.ts';
import { workbinId } from './addresses.ts';
import { STATUS_OF_REFUSAL } from './status.ts';
import { EVERY_MEDIUM } from './testing/contact-centre.ts';
import { type Team, team } from './testing/desk-of-the-team.ts';
import { COMMANDS } from './testing/every-command.ts';
import { REFUSALS } from './testing/refused-alike.ts';
import type { Row, Wish } from './testing/wishes.ts';

interface Given {
  readonly command: Command;
  readonly events: readonly string[];
}

/** A desk that remembers what it was asked to do, apart from signs of life. */
function remembering(type?: CommandType): { desk: Desk; given: Given[] } {
  const desk = memoryDesk({ config: EVERY_MEDIUM });
  const given: Given[] = [];
  return {
    given,
    desk: {
      ...desk,
      async execute(order) {
        const outcome = await desk.execute(order);
        if ((order.command.type !== 'renewLease' || type === 'renewLease') && outcome.ok)
          given.push({ command: order.command, events: outcome.events });
        return outcome;
      },
    },
  };
}

const CHATTY = { enableJoinOnPullChat: true, enableNotificationOnPullChat: true };
const ID = 'ID';
/** Without what differs from run to run: ids and moments. */
const timeless = (value: unknown, id: string): unknown =>
  JSON.parse(JSON.stringify(value).replaceAll(id, ID), (key, inner) =>
    typeof inner === 'number' && inner > 1_000_000_000_000 ? `${key} is a moment` : inner,
  );

async function historyOf(t: Team, id: string): Promise<readonly InteractionEvent[]> {
  const answer = await t.desk.history(user('admin1'), id, { limit: 200, order: 'oldest', keys: [] });
  return answer.ok ? answer.value.items : [];
}

type Send = (t: Team, client: DeskClient, row: Row, wish: Wish, id: string) => Promise<unknown>;

/** How each wire gives a command; each answers the status code this wire has for what came of it. */
const WIRES = {
  tRPC: async (_, client, __, wish) => {
    const outcome = await client.execute(wish as Command);
    return outcome.ok ? 0 : STATUS_OF_REFUSAL[outcome.refusal.code];
  },
  'REST v1': async (t, _, row, wish, id) => {
    const { interactionId, ...rest } = wish as Wish & { interactionId?: string };
    const url =
      'agentId' in wish && row.kind === 'session' ? '/api/v1/session' : `/api/v1/interactions/${id}/commands`;
    const answer = await t.server.app.inject({ method: 'POST', url, headers: basic(row.who), payload: rest });
    const { error } = answer.json<{ error?: { code: keyof typeof STATUS_OF_REFUSAL } }>();
    return error === undefined ? 0 : STATUS_OF_REFUSAL[error.code];
  },
} as const satisfies Record<string, Send>;

const BIN = `/workbins/${workbinId('workitem.in-progress')}`;
const filled = (path: string, id: string) => path.replace('{id}', id).replace('{bin}', BIN);

describe('every command', () => {
  const rows = Object.entries(COMMANDS).flatMap(([type, all]) =>
    all.map((row, index) => [type as CommandType, index, row] as const),
  );

  it.each(rows)('%s (%i) is the same on every wire that has it', async (type, _, row) => {
    const { desk, given } = remembering(type);
    await using t = await team({ desk, genesys: CHATTY }, row.kind === 'session' ? [] : undefined);
    await using client = await deskClient(t.server.url, row.who);
    const outcomes: { given: unknown; events: unknown; session: unknown }[] = [];

    const through = async (give: (wish: Wish, id: string) => Promise<unknown>) => {
      const id = await row.begin(t);
      const wish = row.wish(id);
      const [before, past] = [given.length, (await historyOf(t, id)).length];
      expect(await give(wish, id)).toBe(row.answers ?? 0);
      const fresh = given.slice(before);
      // What a wire chooses the id of, it is asked by no id before.
      const found = (fresh[0]?.command as { interactionId?: string } | undefined)?.interactionId ?? id;
      const me = await t.desk.me(user(row.who));
      const session = me.ok ? me.value.session : undefined;
      outcomes.push({
        given: timeless(fresh, found),
        events: timeless((await historyOf(t, found)).slice(found === id ? past : 0), found),
        session: row.kind === 'session' ? timeless({ ...session, version: 0 }, ID) : undefined,
      });
      await row.end?.(t);
    };

    for (const send of Object.values(WIRES)) await through((wish, id) => send(t, client, row, wish, id));
    for (const [path, body] of Array.isArray(row.v2) ? row.v2 : [])
      await through(async (_wish, id) => {
        const words = JSON.parse(JSON.stringify(body).replaceAll('{id}', id));
        return (await t.as(row.who).post(filled(path, id), words)).body.statusCode;
      });
    const [first, ...others] = outcomes;
    if (row.answers === undefined) expect(first?.given).toMatchObject([{ command: { type } }]);
    for (const other of others) expect(other).toEqual(first);
  });

  /** The codes of all wires to one wish, and whether anything was done. */
  async function refusedEverywhere(row: Row, who: string) {
    const { desk, given } = remembering();
    await using t = await team({ desk, genesys: CHATTY });
    await using client = await deskClient(t.server.url, who);
    const id = await row.begin(t);
    const before = given.length;
    const codes: unknown[] = [];
    for (const send of Object.values(WIRES))
      codes.push(await send(t, client, { ...row, who }, row.wish(id), id));
    for (const [path, body] of Array.isArray(row.v2) ? row.v2 : []) {
      const words = JSON.parse(JSON.stringify(body).replaceAll('{id}', id));
      codes.push((await t.as(who).post(filled(path, id), words)).body.statusCode);
    }
    return { codes: [...new Set(codes)], done: given.length - before };
  }

  it.each(rows.filter(([, , { refusedTo }]) => refusedTo !== undefined))(
    '%s (%i) is refused to others for the same kind of reason on every wire that has it',
    async (_, __, row) => {
      expect(await refusedEverywhere(row, row.refusedTo ?? '')).toEqual({ codes: [5], done: 0 });
    },
  );

  it.each(REFUSALS)('is refused alike where $why: $statusCode', async ({ row, statusCode }) => {
    expect(await refusedEverywhere(row, row.who)).toEqual({ codes: [statusCode], done: 0 });
  });

  it('is on this wire, or it is said why not', () => {
    for (const [type, all] of Object.entries(COMMANDS))
      for (const { v2 } of all) expect(v2.length, type).toBeGreaterThan(typeof v2 === 'string' ? 15 : 0);
  });
});
