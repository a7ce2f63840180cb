/** Everything a case can use: people at work, trays, a queue, and items that go away with the case. */
import { at, deviate, done, type Fields, list } from '../wire/expect.ts';
import { type Credentials, openRest, type Rest } from '../wire/rest.ts';
import { openSocket } from '../wire/socket.ts';
import { clearAway, createItem, type Item, type Source } from './items.ts';
import { arrive, type Person } from './person.ts';
import { MEDIA, type Medium, type Settings } from './settings.ts';

export interface Workbin {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  /** `/api/v2/workbins/{id}` */
  readonly path: string;
}

export interface Stage {
  readonly settings: Settings;
  readonly caller: Person;
  readonly second: Person;
  readonly supervisor: Person | undefined;
  /** Nobody: no credentials, no cookies. */
  readonly stranger: Rest;
  /** The caller's own: the first of type Agent that the server lists. */
  readonly workbin: Workbin;
  /** The first of type AgentGroup. */
  readonly groupWorkbin: Workbin | undefined;
  readonly queue: { readonly name: string; readonly uri: string };
  /** An item on the caller's desk, or on another's. It is cleared away after the case. */
  item(medium?: Medium, owner?: Person): Promise<Item>;
  /** An item resting in the caller's workbin. */
  restingItem(medium?: Medium): Promise<Item>;
  /** An item offered to `to`, by a transfer from `from` who keeps it until then. */
  offeredItem(from: Person, to: Person): Promise<Item>;
  /** Takes an id into the clearing away. */
  keepTrackOf(id: string, medium: Medium, owner: Person): Item;
  /** Ends a case: clears its items away. */
  clear(): Promise<void>;
  close(): Promise<void>;
}

/** Signs everybody in and finds trays and queues. @throws when the server does not get that far */
export async function openStage(given: Settings): Promise<Stage> {
  const { url, patience, media } = given;
  const settings: Settings = { ...given, sockets: await hasSockets(given) };
  if (given.transport === 'websocket' && !settings.sockets)
    throw new Error(`--transport websocket: ${url} opens no WebSocket for ${given.caller.user}.`);
  const stranger = openRest(url);
  const items: Item[] = [];
  const people: Person[] = [];
  let source: Source;
  /** An item of a person's own: created, or handed over by the caller to somebody who supervises rather than works. */
  const lampOf = async (who: Person): Promise<string> => {
    if (who.user !== settings.supervisor?.user) return createItem(who, 'workitem', source);
    const id = await createItem(caller, 'workitem', source);
    const path = `/api/v2/me/workitems/${id}`;
    done(await caller.rest.post(path, { operationName: 'Transfer', userUri: who.uri }));
    done(await who.rest.post(path, { operationName: 'Accept' }));
    return id;
  };
  const enter = async (credentials: Credentials) => {
    const person = await arrive({ base: url, credentials, media, listening: settings, lamp: lampOf });
    people.push(person);
    return person;
  };

  const caller: Person = await enter(settings.caller);
  const second = await enter(settings.second);
  const supervisor = settings.supervisor === undefined ? undefined : await enter(settings.supervisor);

  const queues = list('queues', at(done(await caller.rest.get('/api/v2/queues?fields=*')), 'queues'));
  const chosen =
    settings.queue === undefined ? queues[0] : queues.find(({ name }) => name === settings.queue);
  if (chosen === undefined) deviate('GET /api/v2/queues', `the queue ${settings.queue ?? '(any)'}`, queues);
  const queue = { name: String(chosen.name), uri: String(chosen.uri) };
  source = { queue, create: settings.create, submitUrl: settings.submitUrl, patience };

  const workbins = list('workbins', at(done(await caller.rest.get('/api/v2/workbins?fields=*')), 'workbins'));
  const ofType = (type: string) => workbins.find((workbin) => workbin.type === type);
  const own = ofType('Agent');
  if (own === undefined) deviate('GET /api/v2/workbins', 'a workbin of type Agent', workbins);
  const workbin = workbinFrom(own);
  const shared = ofType('AgentGroup');

  for (const person of people)
    await person.rest.post('/api/v2/me/channels/workitem', { operationName: 'NotReady' });

  const track = (id: string, medium: Medium, owner: Person): Item => {
    const item = { id, medium, owner, path: `/api/v2/me/${MEDIA[medium].path}/${id}` };
    items.push(item);
    return item;
  };
  const stage: Stage = {
    settings,
    caller,
    second,
    supervisor,
    stranger,
    workbin,
    groupWorkbin: shared === undefined ? undefined : workbinFrom(shared),
    queue,
    keepTrackOf: track,
    item: async (medium = 'workitem', owner = caller) =>
      track(await createItem(owner, medium, source), medium, owner),
    async restingItem(medium = 'workitem') {
      const item = await stage.item(medium);
      done(
        await caller.rest.post(workbin.path, {
          operationName: `Add${MEDIA[medium].operation}`,
          id: item.id,
        }),
      );
      return item;
    },
    async offeredItem(from, to) {
      const item = await stage.item('workitem', from);
      const since = to.inbox.told.length;
      done(await from.rest.post(item.path, { operationName: 'Transfer', userUri: to.uri }));
      await to.inbox.next('The offer', ({ data }) => at(data, 'workitem', 'id') === item.id, since);
      return item;
    },
    async clear() {
      const group = encodeURIComponent(settings.agentGroup ?? '');
      const trays = [
        workbin.path,
        ...(shared === undefined || settings.agentGroup === undefined
          ? []
          : [`/api/v2/me/workbins/${String(shared.id)}?agentGroup=${group}`]),
      ];
      for (const item of items.splice(0))
        await clearAway(item, {
          people: [item.owner, ...others(item.owner)],
          worker: caller,
          workbinPaths: trays,
          patience,
        });
    },
    async close() {
      await stage.clear();
      for (const person of people) await person.leave();
    },
  };
  const others = (owner: Person) => people.filter((person) => person !== owner);
  return stage;
}

/** Whether the server opens a WebSocket for somebody who may have one. */
async function hasSockets({ url, caller, patience }: Settings): Promise<boolean> {
  const rest = openRest(url, caller);
  await rest.get('/api/v2/me');
  const socket = await openSocket(rest, patience);
  if (typeof socket === 'number') return false;
  socket.close();
  return true;
}

const workbinFrom = (resource: Fields): Workbin => ({
  id: String(resource.id),
  name: String(resource.workbinName ?? resource.name),
  type: String(resource.type),
  path: `/api/v2/workbins/${String(resource.id)}`,
});
