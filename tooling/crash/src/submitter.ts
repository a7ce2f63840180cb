/** A system outside that brings work in and writes down what it was promised. */
import { randomUUID } from 'node:crypto';
import type { Dice } from './dice.ts';
import { insist } from './insist.ts';
import type { Ledger } from './ledger.ts';
import { type Rest, restAs } from './rest.ts';

const MEDIA = ['workitem', 'email', 'chat', 'facebook', 'twitter'];
/** Submissions under way at once. */
const LANES = 4;
/** More unfinished work than this is not brought in: queues must stay short enough to be worked off in the end. */
const MOST_OPEN = 80;
/** Now and then the same work is sent again, as by a program that lost its notes. */
const AGAIN = 0.1;

export interface Submitter {
  /** Brings no more work in; resolves when every submission is answered. */
  finish(): Promise<void>;
  /** Rejects when it cannot go on. */
  readonly working: Promise<unknown>;
}

export interface SubmitterPorts {
  readonly url: string;
  readonly ledger: Ledger;
  readonly dice: Dice;
  readonly signal: AbortSignal;
}

export function startSubmitter({ url, ledger, dice, signal }: SubmitterPorts): Submitter {
  const rest = restAs(url, 'lead1');
  const sent: string[] = [];
  let finished = false;

  async function lane(): Promise<void> {
    while (!finished) {
      const again = sent.length > 0 && dice.chance(AGAIN);
      const externalId = again ? dice.pick(sent) : `outside-${randomUUID()}`;
      await submitOnce({ rest, ledger, dice, signal }, externalId);
      if (!again) sent.push(externalId);
      await ledger.until(() => finished || signal.aborted || ledger.open < MOST_OPEN);
    }
  }
  const working = Promise.all(Array.from({ length: LANES }, lane));
  working.catch(() => {});

  return {
    working,
    async finish() {
      finished = true;
      ledger.nudge();
      await working;
    },
  };
}

async function submitOnce(
  { rest, ledger, dice, signal }: Omit<SubmitterPorts, 'url'> & { readonly rest: Rest },
  externalId: string,
): Promise<void> {
  const commandId = randomUUID();
  const body = {
    externalId,
    mediaType: dice.pick(MEDIA),
    queue: 'Inbox',
    priority: dice.below(3),
    userData: { Subject: `Work ${externalId}`, Text: 'ä ß 你好 🙂' },
  };
  const answer = await insist(signal, () => rest('/interactions', { method: 'POST', body, commandId }));
  if (answer.status !== 200 && answer.status !== 201)
    throw new Error(`A submission was answered with ${answer.status}: ${JSON.stringify(answer.body)}`);
  const { id } = answer.body as { id: string };
  ledger.submission(externalId, {
    commandId,
    by: 'lead1',
    command: {
      type: 'submit',
      interactionId: id,
      externalId,
      mediaType: body.mediaType,
      queue: body.queue,
      priority: body.priority,
      userData: body.userData,
    },
    id,
    version: answer.version,
    // 200 says only that it is there: by this command, whose first answer was lost, or by an earlier one.
    ...(answer.status === 201 ? { events: ['InteractionSubmitted' as const] } : {}),
  });
}
