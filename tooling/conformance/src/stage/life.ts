/**
 * One item's life on the wire: routed, accepted, worked on, put aside, taken out, handed over, finished. What was
 * answered and told in each step is kept, so that many cases can look at it, each at one thing.
 */
import { at, deviate, done, type Fields } from '../wire/expect.ts';
import type { Told } from '../wire/inbox.ts';
import type { Answer } from '../wire/rest.ts';
import { itemId, type Person } from './person.ts';
import type { Stage } from './stage.ts';

export const STEPS = [
  'invite',
  'accept',
  'attach',
  'update',
  'remove',
  'focus',
  'subscribe',
  'watch',
  'add',
  'content',
  'pull',
  'unsubscribe',
  'unwatch',
  'addUnwatched',
  'pullUnwatched',
  'offer',
  'reject',
  'offerAgain',
  'takeOver',
  'complete',
] as const;

export type Step = (typeof STEPS)[number];

/** What came of one step. */
export interface Moment {
  readonly answer: Answer;
  /** What the caller was told from the step's beginning until all of it had arrived. */
  readonly caller: readonly Told[];
  readonly second: readonly Told[];
  readonly supervisor: readonly Told[];
}

export interface Life {
  readonly id: string;
  /** @throws the failure of the step that kept it from being reached */
  moment(step: Step): Moment;
}

/** The attached data that the life begins with: kinds of values and of keys that a wire may lose. */
export const SENT_DATA: Fields = {
  ConformanceText: 'DATA1',
  ConformanceNumber: 7,
  'Conformance?: 2>1': 'kept',
};

const lives = new WeakMap<Stage, Promise<Life>>();

/** The item's way through everything. It is lived once on a stage, whoever asks. */
export function lifeOn(stage: Stage): Promise<Life> {
  const life = lives.get(stage) ?? liveThrough(stage);
  lives.set(stage, life);
  return life;
}

async function liveThrough(stage: Stage): Promise<Life> {
  const { caller, second, supervisor, workbin } = stage;
  const moments = new Map<Step, Moment>();
  let reached: Step = 'invite';
  let failure: unknown;

  const positions = () => [caller, second, supervisor].map((person) => person?.inbox.told.length ?? 0);
  // Whoever has no item yet to settle by gets one now, while nobody else's is on its way.
  for (const person of [caller, second, supervisor]) await person?.settled(person.inbox.told.length);
  // The router may tell its offer while the submission is still being answered.
  const start = positions();
  await caller.rest.post('/api/v2/me/channels/workitem', { operationName: 'Ready' });
  const { id, waiting } = await bringIn(stage);
  const operate = (person: Person, body: Fields) => person.rest.post(`/api/v2/me/workitems/${id}`, body);
  const onWorkbin = (body: Fields) => caller.rest.post(workbin.path, body);
  const watched = `/api/v2/users/${caller.id}/workbins/${workbin.id}`;
  const watch = (operationName: string) => (supervisor ?? caller).rest.post(watched, { operationName });

  const steps: Record<Step, () => Promise<Answer>> = {
    invite: waiting,
    accept: () => operate(caller, { operationName: 'Accept' }),
    attach: () =>
      operate(caller, {
        operationName: 'AttachUserData',
        userData: { UserData1: 'DATA1', UserData2: 123456789 },
      }),
    update: () => operate(caller, { operationName: 'UpdateUserData', userData: { UserData1: 'DATA2' } }),
    remove: () => operate(caller, { operationName: 'DeleteUserData', keys: ['UserData2'] }),
    focus: () => operate(caller, { operationName: 'SetInFocus' }),
    subscribe: () => onWorkbin({ operationName: 'Subscribe' }),
    watch: () => watch('Subscribe'),
    add: () =>
      onWorkbin({
        operationName: 'AddWorkitem',
        uri: new URL(`/api/v2/workitems/${id}`, caller.rest.base).href,
      }),
    content: () => caller.rest.get(`/api/v2/me/workbins/${workbin.id}?subresources=*`),
    pull: () => onWorkbin({ operationName: 'PullWorkitem', id }),
    unsubscribe: () => onWorkbin({ operationName: 'Unsubscribe' }),
    unwatch: () => watch('Unsubscribe'),
    addUnwatched: () => onWorkbin({ operationName: 'AddWorkitem', id }),
    pullUnwatched: () => onWorkbin({ operationName: 'PullWorkitem', id }),
    offer: () => operate(caller, { operationName: 'Transfer', userUri: second.uri }),
    reject: () => operate(second, { operationName: 'Reject' }),
    offerAgain: () => operate(caller, { operationName: 'Transfer', userUri: second.uri }),
    takeOver: () => operate(second, { operationName: 'Accept' }),
    complete: () => operate(second, { operationName: 'Complete' }),
  };

  try {
    for (const step of STEPS) {
      reached = step;
      const since = step === 'invite' ? start : positions();
      const answer = await steps[step]();
      // Watching is the supervisor's; without one the two steps would only refuse the caller's second subscription.
      if (supervisor !== undefined || !step.endsWith('watch')) done(answer);
      if (step === 'invite')
        await caller.rest.post('/api/v2/me/channels/workitem', { operationName: 'NotReady' });
      moments.set(step, {
        answer,
        caller: await caller.settled(since[0] ?? 0),
        second: await second.settled(since[1] ?? 0),
        supervisor: supervisor === undefined ? [] : await supervisor.settled(since[2] ?? 0),
      });
    }
  } catch (cause) {
    failure = cause;
  }

  return {
    id,
    moment(step) {
      const moment = moments.get(step);
      if (moment !== undefined) return moment;
      throw new Error(
        `The life of the item broke at "${reached}"${reached === step ? '' : `, before "${step}"`}: ${failure instanceof Error ? failure.message : String(failure)}`,
      );
    },
  };
}

/** Brings an item into the queue; `waiting` resolves when it is offered to the caller. */
async function bringIn(stage: Stage): Promise<{ id: string; waiting: () => Promise<Answer> }> {
  const { caller, second, queue, settings } = stage;
  const { submitUrl } = settings;
  const offered = async (id: string, since: number, answer: Answer) => {
    await caller.inbox.next('The offer of queued work', ({ data }) => itemId(data) === id, since);
    return answer;
  };
  if (submitUrl !== undefined) {
    // Sent within the step: what the router tells belongs to it.
    const since = caller.inbox.told.length;
    const answer = await caller.rest.post(submitUrl, {
      mediaType: 'workitem',
      queue: queue.name,
      userData: SENT_DATA,
    });
    const id = at(answer.body, 'id');
    if (typeof id !== 'string') deviate(answer.asked, 'the id of submitted work', answer.text);
    stage.keepTrackOf(id, 'workitem', caller);
    return { id, waiting: () => offered(id, since, answer) };
  }
  const { id, path } = await stage.item('workitem', second);
  return {
    id,
    async waiting() {
      const since = caller.inbox.told.length;
      done(await second.rest.post(path, { operationName: 'AttachUserData', userData: SENT_DATA }));
      return offered(
        id,
        since,
        await second.rest.post(path, { operationName: 'Complete', queueName: queue.name }),
      );
    },
  };
}
