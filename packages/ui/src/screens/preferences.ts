/** What a person chose on this computer: where they sit, which channels they take, whether offers make a sound. */
const SESSION = 'intray.session';
const SOUND = 'intray.sound';

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

export const soundWanted = (): boolean => read(SOUND) === true;
export const wantSound = (wanted: boolean): void => write(SOUND, wanted);
