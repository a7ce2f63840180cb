/** How long things may take: an offer, the handling of an interaction, the peace after a "no". */
import type { ContactCentre } from '../config/contact-centre.ts';
import type { GonePolicy } from '../config/objects.ts';
import { type Instant, type Json, MINUTE, SECOND } from '../values.ts';
import type { Interaction } from './interaction.ts';

/** An offer lasts as long as its queue says, else as the contact centre says (30 s). */
export const inviteUntil = (interaction: Interaction, now: Instant, centre: ContactCentre): Instant =>
  now + (centre.queues.get(interaction.queue)?.inviteSeconds ?? centre.settings.inviteSeconds) * SECOND;

/** Sources attach figures as numbers or as text. Anything else (`true`, `[5]`, `"1e2"`) is no figure and counts for nothing. */
function attachedMinutes(value: Json | undefined): number | undefined {
  const minutes = typeof value === 'string' && /^\d{1,4}$/.test(value) ? Number(value) : value;
  return typeof minutes === 'number' && Number.isInteger(minutes) && minutes >= 1 && minutes <= 1440
    ? minutes
    : undefined;
}

/**
 * Handling may last as long as the attached key `handling-timeout` says (minutes, 1–1440), else the media type,
 * else the contact centre (180 min). Source: Genesys Interaction Server, option `handling-timeout`.
 */
export function handleUntil(interaction: Interaction, now: Instant, centre: ContactCentre): Instant {
  const minutes =
    attachedMinutes(interaction.userData['handling-timeout']) ??
    centre.mediaTypes.get(interaction.mediaType)?.handlingMinutes ??
    centre.settings.handlingMinutes;
  return now + minutes * MINUTE;
}

export const excludedUntil = (now: Instant, centre: ContactCentre): Instant =>
  now + centre.settings.exclusionSeconds * SECOND;

/** What the contact centre does with work in the hands of an agent who is gone. */
export const gonePolicy = (interaction: Interaction, centre: ContactCentre): GonePolicy =>
  centre.mediaTypes.get(interaction.mediaType)?.whenAgentGone ?? centre.settings.whenAgentGone;
