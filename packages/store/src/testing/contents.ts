import { openDatabase } from '../database/database.ts';

/** A look at everything that is kept about work, for tests that say "and nothing is different". */
export type Contents = AsyncDisposable & {
  /** The same text as long as nothing has changed. Leases and logins do not count. */
  mark(): Promise<string>;
};

const EVERYTHING = `
  select md5(concat_ws('|',
    (select string_agg(md5(i::text), '' order by i.id) from interaction i),
    (select concat(count(*), ' ', max(seq)) from event),
    (select count(*) from receipt),
    (select string_agg(t::text, '' order by t.place) from tally t),
    (select string_agg(l::text, '' order by l.contact_id, l.media_type) from contact_last_agent l),
    (select string_agg(concat(agent_id, version, active, reachable, rest), '' order by agent_id) from agent_session)
  )) as mark`;

/** Opens one connection for it. @param url of the database */
export function openContents(url: string): Contents {
  const database = openDatabase({ url, poolSize: 1, applicationName: 'intray-test-contents' });
  return {
    async mark() {
      const { rows } = await database.query<{ mark: string }>({ text: EVERYTHING });
      return rows[0]?.mark ?? '';
    },
    [Symbol.asyncDispose]: () => database.close(),
  };
}
