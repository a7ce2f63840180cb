/** Somebody at work: REST, an inbox, and a way to know that everything told so far has arrived. */
import { at, deviate, done, type Fields, fields, list } from '../wire/expect.ts';
import { type Inbox, type Listening, openInbox, type Told } from '../wire/inbox.ts';
import { type Answer, type Credentials, openRest, type Rest } from '../wire/rest.ts';
import { MEDIA, type Medium } from './settings.ts';

/** The channels that the documents name for everybody. */
export const CHANNELS = ['/v2/me/workbins', '/v2/me/workitems', '/v2/me/channels'] as const;

export interface Person {
  readonly user: string;
  readonly password: string;
  readonly id: string;
  /** Absolute, as messages and the users list write it. */
  readonly uri: string;
  readonly rest: Rest;
  readonly inbox: Inbox;
  /** Ids of the person's current items of a medium, by the list a client reads after a reload. */
  ids(medium: Medium): Promise<readonly string[]>;
  /** Waits until everything caused before has arrived, and answers what was told since position `since`. */
  settled(since: number): Promise<readonly Told[]>;
  leave(): Promise<void>;
}

interface Arrival {
  readonly base: string;
  readonly credentials: Credentials;
  readonly media: readonly Medium[];
  readonly listening: Listening;
  /** Gets the person an item whose changes show that everything before them has been told, and answers its id. */
  readonly lamp: (person: Person) => Promise<string>;
}

/** Signs in, listens, and starts a work session on the media, in the order real clients do. */
export async function arrive({ base, credentials, media, listening, lamp: light }: Arrival): Promise<Person> {
  const rest = openRest(base, credentials);
  const me = fields('user of GET /api/v2/me', at(done(await rest.get('/api/v2/me')), 'user'));
  const id = me.id;
  if (typeof id !== 'string') deviate('user.id of GET /api/v2/me', 'a string', id);
  const inbox = await openInbox(rest, CHANNELS, listening);
  done(await rest.post('/api/v2/me', { operationName: 'StartContactCenterSession', channels: [...media] }));

  let lamp: string | undefined;
  let flashes = 0;
  const person: Person = {
    ...credentials,
    id,
    uri: new URL(`/api/v2/users/${id}`, base).href,
    rest,
    inbox,
    ids: async (medium) => idsIn(await rest.get(`/api/v2/me/${MEDIA[medium].path}?fields=*`)),
    /**
     * Silence cannot be waited for, but order can: one outgoing line per session means that whatever was caused
     * before a change of one's own has come when that change is told.
     */
    async settled(since) {
      lamp ??= await light(person);
      flashes += 1;
      const flash = `flash ${flashes}`;
      const before = inbox.told.length;
      done(
        await rest.post(`/api/v2/me/workitems/${lamp}`, {
          operationName: 'AttachUserData',
          userData: { Conformance: flash },
        }),
      );
      await inbox.next(
        'The message about attached data',
        ({ data }) => itemId(data) === lamp && at(itemIn(data), 'userData', 'Conformance') === flash,
        Math.min(since, before),
      );
      return inbox.told.slice(since).filter(({ data }) => itemId(data) !== lamp);
    },
    async leave() {
      if (lamp !== undefined) await rest.post(`/api/v2/me/workitems/${lamp}`, { operationName: 'Complete' });
      await rest.post('/api/v2/me', { operationName: 'EndContactCenterSession' });
      await inbox.close();
    },
  };
  return person;
}

/** The item a message carries, whatever its medium. */
export function itemIn(data: Fields): unknown {
  for (const { resource } of Object.values(MEDIA)) if (resource in data) return data[resource];
  const key = Object.keys(data).find((name) => name.endsWith('StateResourceV2'));
  return key === undefined ? undefined : data[key];
}

export const itemId = (data: Fields): unknown => at(itemIn(data), 'id');

/** The ids in a list answer: of the one array it holds. */
export function idsIn(answer: Answer): readonly string[] {
  const body = done(answer);
  const array = Object.values(body).find(Array.isArray);
  return list(answer.asked, array).map(({ id }) => String(id));
}
