/** The team lead: moves, stops, sends back and insists, on whatever there is, at any moment. */
import { type Command, user } from '@intray/core';
import type { Callers } from './callers.ts';
import { ADMINISTRATOR, AGENTS, LEAD, MEDIA, QUEUES, TRAYS } from './centre.ts';
import type { Dice } from './dice.ts';
import type { Mood } from './mood.ts';
import type { Scheduler } from './scheduler.ts';

export interface LeadParts {
  readonly scheduler: Scheduler;
  readonly dice: Dice;
  readonly callers: Callers;
  readonly mood: Mood;
  /** What has come in so far. */
  readonly ids: readonly string[];
}

const RECENT = 40;

export async function lead(parts: LeadParts): Promise<void> {
  const { scheduler, dice, callers, mood, ids } = parts;
  const life = { alive: true };
  const me = user(LEAD);
  const all = user(ADMINISTRATOR);
  for (;;) {
    await scheduler.pause(mood.diligent ? 1_000 : dice.between(1_000, 8_000), life);
    if (mood.hush) continue;
    if (mood.diligent) {
      // As an administrator, who sees the trays of people whom the day's changes have taken from the lead's groups.
      for (const interactionId of ids) {
        const found = await callers.question(life, (engine) => engine.interaction(all, interactionId));
        if (found?.ok && found.value.interaction.state === 'Held')
          await callers.command(all, { type: 'resume', interactionId }, life);
      }
    } else await callers.command(me, wish(dice, ids.slice(-RECENT)), life);
  }
}

function wish(dice: Dice, ids: readonly string[]): Command {
  const agentId = dice.pick(AGENTS);
  const interactionId = ids.length === 0 ? 'NOBODYKNOWSITYET' : dice.pick(ids);
  const how = dice.weighted({
    hold: 2,
    resume: 3,
    cancel: 1,
    queue: 2,
    tray: 2,
    revoke: 2,
    restart: 1,
    invite: 2,
    urgent: 2,
    ready: 2,
    notReady: 1,
    logOff: 1,
  });
  switch (how) {
    case 'hold':
    case 'resume':
    case 'cancel':
    case 'restart':
      return { type: how, interactionId };
    case 'queue':
      return { type: 'moveToQueue', interactionId, queue: dice.pick(QUEUES) };
    case 'tray':
      return { type: 'moveToWorkbin', interactionId, workbin: dice.pick(TRAYS) };
    case 'revoke':
      return { type: 'revoke', interactionId, reason: 'supervisor' };
    case 'invite':
      return { type: 'invite', interactionId, agentId };
    case 'urgent':
      return { type: 'updateProperties', interactionId, priority: dice.below(4) };
    case 'ready':
      return { type: 'setReady', agentId };
    case 'notReady':
      return { type: 'setNotReady', agentId, mediaType: dice.pick(MEDIA) };
    case 'logOff':
      return { type: 'endSession', agentId };
  }
}
