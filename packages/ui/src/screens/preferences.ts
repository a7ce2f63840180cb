/** What a person chose on this computer: where they sit, which channels they take, how they are told of offers. */
import { type OfferTone, TONES, VOLUMES, type Volume } from './invites/tones.ts';

const SESSION = 'intray.session';
const HINTS = 'intray.hints';
const SOUND = 'intray.sound';
const VOLUME = 'intray.volume';
const NOTIFY = 'intray.notify';

export interface SessionChoice {
  readonly placeId?: string;
  readonly channels: readonly { readonly mediaType: string; readonly ready: boolean }[];
}

function read(name: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(name) ?? 'null');
  } catch {
    return null;
  }
}

function write(name: string, value: unknown): void {
  try {
    localStorage.setItem(name, JSON.stringify(value));
  } catch {
    // A browser that keeps nothing asks again next time.
  }
}

const isChoice = (value: unknown): value is SessionChoice =>
  typeof value === 'object' && value !== null && 'channels' in value && Array.isArray(value.channels);

/** What the person chose last time, if they ever did. */
export function rememberedSession(agentId: string): SessionChoice | undefined {
  const kept = read(`${SESSION}.${agentId}`);
  return isChoice(kept) ? kept : undefined;
}

export const rememberSession = (agentId: string, choice: SessionChoice): void =>
  write(`${SESSION}.${agentId}`, choice);

/** The person has read what a newcomer is told. */
export const hintsDismissed = (agentId: string): boolean => read(`${HINTS}.${agentId}`) === true;
export const dismissHints = (agentId: string): void => write(`${HINTS}.${agentId}`, true);

/** The sound of an offer; none unless one was chosen. */
export const soundWanted = (): OfferTone | undefined => TONES.find((tone) => tone === read(SOUND));
export const wantSound = (tone: OfferTone | undefined): void => write(SOUND, tone ?? null);

export const volumeWanted = (): Volume => VOLUMES.find((volume) => volume === read(VOLUME)) ?? 'normal';
export const wantVolume = (volume: Volume): void => write(VOLUME, volume);

/** Notifications of the system while the desk is not to be seen. */
export const notificationsWanted = (): boolean => 'Notification' in globalThis && read(NOTIFY) === true;
export const wantNotifications = (wanted: boolean): void => write(NOTIFY, wanted);
