/** The channels a work session begins with: what the agent asks for, within what their options allow and demand. */

import { mayWith } from '../access/grants.ts';
import { lacking } from '../access/lacking.ts';
import { user } from '../actor.ts';
import type { ContactCentre } from '../config/contact-centre.ts';
import { isWorkitem } from '../config/media.ts';
import { AUTO_READY, CAN_LEAVE_OUT, WORKITEM_CHANNELS } from '../options/channel-options.ts';
import { resolve, setValue } from '../options/resolve.ts';
import { type Refusal, refuse } from '../refusals.ts';
import { capacityOf } from './capacity.ts';

/** A channel as it is asked for; ready or not as the agent's options say unless it is said here. */
export interface ChannelWish {
  readonly mediaType: string;
  readonly ready?: boolean | undefined;
}

export interface ChannelStart {
  readonly mediaType: string;
  readonly ready: boolean;
}

/** The agent may log on to the medium: it is not a kind of work item that their options leave out. */
function isOffered(mediaType: string, agentId: string, centre: ContactCentre): boolean {
  const listed = resolve(WORKITEM_CHANNELS, [], { agentId }, centre);
  return listed.length === 0 || !isWorkitem(mediaType) || listed.includes(mediaType);
}

/** The channels that are there for an agent: those there is room for and that their options do not leave out. */
export const channelsFor = (agentId: string, centre: ContactCentre): readonly string[] =>
  [...centre.mediaTypes.keys()].filter(
    (mediaType) => capacityOf(agentId, mediaType, centre) > 0 && isOffered(mediaType, agentId, centre),
  );

/** The channel begins ready unless it is said otherwise. */
export const beginsReady = (mediaType: string, agentId: string, centre: ContactCentre): boolean =>
  resolve(AUTO_READY, [mediaType], { agentId }, centre);

/** The agent may leave the channel out. */
export const mayLeaveOut = (mediaType: string, agentId: string, centre: ContactCentre): boolean =>
  resolve(CAN_LEAVE_OUT, [mediaType], { agentId }, centre);

/** What may not be left out at log-on may not be left later. */
export const mayLeave = (agentId: string, mediaType: string, centre: ContactCentre): Refusal | null =>
  mayLeaveOut(mediaType, agentId, centre)
    ? null
    : refuse(
        'kept_by_policy',
        `The option "login.${mediaType}.can-unactivate-channel" keeps ${agentId} on this channel. Set it to not ready, or end the session.`,
        { mediaType },
      );

/** A channel to log on to, as the options of the person have it. */
export interface ChannelChoice {
  readonly mediaType: string;
  /** Whether it begins ready, where an option says so; otherwise it is the person's to say, and not ready if they do not. */
  readonly ready?: boolean;
  /** It may be left out. */
  readonly mayLeaveOut: boolean;
}

/** The choice of channels at log-on. */
export const channelChoices = (agentId: string, centre: ContactCentre): readonly ChannelChoice[] =>
  channelsFor(agentId, centre).map((mediaType) => {
    const ready = setValue(AUTO_READY, [mediaType], { agentId }, centre);
    return {
      mediaType,
      ...(ready === undefined ? {} : { ready }),
      mayLeaveOut: mayLeaveOut(mediaType, agentId, centre),
    };
  });

/** Every medium asked for exists and is there for the agent. */
export function channelsAllowed(
  wishes: readonly ChannelWish[],
  agentId: string,
  centre: ContactCentre,
): Refusal | null {
  for (const { mediaType } of wishes) {
    if (!centre.mediaTypes.has(mediaType))
      return refuse('media_type_unknown', `There is no media type "${mediaType}".`, { mediaType });
    if (!mayWith(user(agentId), 'handle', mediaType, centre))
      return lacking(user(agentId), 'handle', mediaType, centre);
    if (!isOffered(mediaType, agentId, centre))
      return refuse(
        'channel_not_offered',
        `${agentId} does not work on "${mediaType}". Log on to: ${channelsFor(agentId, centre).join(', ')}.`,
        { mediaType },
      );
  }
  return null;
}

/** With ready or not ready decided. */
export const begun = (
  wishes: readonly ChannelWish[],
  agentId: string,
  centre: ContactCentre,
): readonly ChannelStart[] =>
  wishes.map(({ mediaType, ready }) => ({
    mediaType,
    ready: ready ?? beginsReady(mediaType, agentId, centre),
  }));

/** What a session starts on: what was asked for (all there is, if nothing was), and what may not be left out. */
export function channelsToStart(
  wishes: readonly ChannelWish[] | undefined,
  agentId: string,
  centre: ContactCentre,
): readonly ChannelStart[] {
  const there = channelsFor(agentId, centre);
  if (wishes === undefined)
    return begun(
      there.map((mediaType) => ({ mediaType })),
      agentId,
      centre,
    );
  const chosen = new Set(wishes.map(({ mediaType }) => mediaType));
  const kept = there.filter(
    (mediaType) => !chosen.has(mediaType) && !mayLeaveOut(mediaType, agentId, centre),
  );
  return begun([...wishes, ...kept.map((mediaType) => ({ mediaType }))], agentId, centre);
}
