/** Items for cases to work on: made by `Create`, and cleared away after the case whatever became of them. */
import { at, done, type Fields } from '../wire/expect.ts';
import type { Answer } from '../wire/rest.ts';
import type { Person } from './person.ts';
import { MEDIA, type Medium } from './settings.ts';

export interface Item {
  readonly id: string;
  readonly medium: Medium;
  /** Below the base address, as `/me` sees it. */
  readonly path: string;
  readonly owner: Person;
}

/** Where items come from. */
export interface Source {
  readonly queue: { readonly name: string; readonly uri: string };
  /** The server has `Create`. */
  readonly create: boolean;
  /** Where items come from otherwise. */
  readonly submitUrl: string | undefined;
  readonly patience: number;
}

/** Puts a new item on the person's desk and answers its id. */
export async function createItem(person: Person, medium: Medium, source: Source): Promise<string> {
  const before = new Set(await person.ids(medium));
  const path = `/api/v2/me/${MEDIA[medium].path}`;
  if (source.create)
    done(await person.rest.post(path, { operationName: 'Create', queueUri: source.queue.uri }));
  else await takeFromQueue(person, medium, source);
  return appeared(path, source.patience, async () =>
    (await person.ids(medium)).find((id) => !before.has(id)),
  );
}

/** Submits an item, has it routed to the person, and accepts it. */
async function takeFromQueue(person: Person, medium: Medium, { queue, patience, submitUrl = '' }: Source) {
  const channel = `/api/v2/me/channels/${medium}`;
  done(await person.rest.post(channel, { operationName: 'Ready' }));
  const { body } = await person.rest.post(submitUrl, { mediaType: medium, queue: queue.name, userData: {} });
  const id = String(at(body, 'id'));
  const path = `/api/v2/me/${MEDIA[medium].path}`;
  await appeared(path, patience, async () => (await person.ids(medium)).find((one) => one === id));
  done(await person.rest.post(`${path}/${id}`, { operationName: 'Accept' }));
  done(await person.rest.post(channel, { operationName: 'NotReady' }));
}

/** An acceptance means "passed on", not "done": asks again until it is there. */
async function appeared(
  where: string,
  patience: number,
  look: () => Promise<string | undefined>,
): Promise<string> {
  const deadline = performance.now() + patience;
  while (performance.now() < deadline) {
    const found = await look();
    if (found !== undefined) return found;
  }
  throw new Error(`A new item did not appear in ${where} within ${patience} ms.`);
}

const operate = (person: Person, { path }: Item, body: unknown) => person.rest.post(path, body);

const isDone = ({ body }: Answer): boolean => (body as { statusCode?: unknown } | null)?.statusCode === 0;

/** The states in which the item is shown, to whomever it is shown. */
async function statesShown({ path }: Item, people: readonly Person[]): Promise<readonly unknown[]> {
  const states: unknown[] = [];
  for (const person of people) {
    const { body } = await person.rest.get(path);
    for (const value of Object.values((body ?? {}) as Fields)) states.push(at(value, 'state'));
  }
  return states.filter((state) => state !== undefined);
}

/** Lets a person be offered what waits in the queue until the item is among it, and takes it. */
async function takeOffer(person: Person, item: Item, patience: number): Promise<void> {
  const channel = `/api/v2/me/channels/${item.medium}`;
  await person.rest.post(channel, { operationName: 'Ready' });
  try {
    await appeared(item.path, patience, async () =>
      (await person.ids(item.medium)).find((id) => id === item.id),
    );
    await operate(person, item, { operationName: 'Accept' });
  } finally {
    await person.rest.post(channel, { operationName: 'NotReady' });
  }
}

export interface Cleaners {
  readonly people: readonly Person[];
  /** Of the people, somebody whom the queue is routed to. */
  readonly worker: Person;
  readonly workbinPaths: readonly string[];
  readonly patience: number;
}

/**
 * Finishes an item wherever it is: on a desk, offered to somebody, resting in a workbin, or waiting in a queue. Nothing
 * is tried where everybody who is shown it sees it finished.
 */
export async function clearAway(
  item: Item,
  { people, worker, workbinPaths, patience }: Cleaners,
): Promise<void> {
  const finished = async () => {
    for (const person of people)
      if (isDone(await operate(person, item, { operationName: 'Complete' }))) return true;
    return false;
  };
  if (isDone(await operate(item.owner, item, { operationName: 'Complete' }))) return;
  const states = await statesShown(item, people);
  if (states.length > 0 && states.every((state) => state === 'Completed')) return;
  if (!states.includes('InWorkbin'))
    for (const person of people) await operate(person, item, { operationName: 'Reject' });
  for (const person of people)
    for (const path of workbinPaths)
      await person.rest.post(path, { operationName: 'PullInteraction', id: item.id });
  if (await finished()) return;
  if (!(await statesShown(item, people)).includes('Queued')) return;
  await takeOffer(worker, item, patience);
  await finished();
}
