/** Looking at what an item's life told: one message, one field at a time. */
import { type Life, lifeOn, type Step } from '../stage/life.ts';
import { itemId } from '../stage/person.ts';
import type { Stage } from '../stage/stage.ts';
import { deviate, type Fields, fields } from '../wire/expect.ts';
import type { Told } from '../wire/inbox.ts';
import { type Case, casesOf } from './case.ts';

export type Audience = 'caller' | 'second' | 'supervisor';

const ofType = (told: readonly Told[], messageType: string) =>
  told.filter(({ data }) => data.messageType === messageType);

/** The one workitem message of a step about the item. */
export function itemMessage(life: Life, step: Step, who: Audience = 'caller'): Told {
  const about = life
    .moment(step)
    [who].filter(({ data, channel }) => channel === '/v2/me/workitems' && itemId(data) === life.id);
  if (about.length !== 1 || about[0] === undefined)
    deviate(`messages on /v2/me/workitems for the ${who} after ${step}`, 'exactly one about the item', about);
  return about[0];
}
/** The one message of a step about the workbin. */
export function workbinMessage(life: Life, step: Step, who: Audience = 'caller'): Told {
  const about = ofType(life.moment(step)[who], 'WorkbinStateChangeMessage');
  if (about.length !== 1 || about[0] === undefined)
    deviate(`WorkbinStateChangeMessage for the ${who} after ${step}`, 'exactly one', about);
  return about[0];
}
/** The item in it. */
export const workitem = (life: Life, step: Step, who?: Audience): Fields =>
  fields('workitem', itemMessage(life, step, who).data.workitem);

/** Writes down a case that looks at the life. */
export function tellingOf(area: 'messages') {
  const { cases, tells } = casesOf(area);
  const tell = (
    id: string,
    numbers: string,
    says: string,
    look: (life: Life, stage: Stage) => void,
    needless?: Case['needless'],
  ) => tells(id, numbers, says, async (stage) => look(await lifeOn(stage), stage), needless);
  return { cases, tell };
}
