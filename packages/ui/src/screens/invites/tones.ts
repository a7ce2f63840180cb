/** Sounds for a new offer. Made, not loaded: nothing to fetch when it matters. */
export const TONES = ['soft', 'bright', 'double'] as const;
export type OfferTone = (typeof TONES)[number];

export const VOLUMES = ['quiet', 'normal', 'loud'] as const;
export type Volume = (typeof VOLUMES)[number];

interface Beep {
  /** Hertz. */
  readonly pitch: number;
  /** Seconds after the start. */
  readonly at: number;
  /** Seconds. */
  readonly lasts: number;
}

const BEEPS: Readonly<Record<OfferTone, readonly Beep[]>> = {
  soft: [{ pitch: 660, at: 0, lasts: 0.18 }],
  bright: [{ pitch: 990, at: 0, lasts: 0.14 }],
  double: [
    { pitch: 660, at: 0, lasts: 0.12 },
    { pitch: 880, at: 0.16, lasts: 0.16 },
  ],
};

const GAIN: Readonly<Record<Volume, number>> = { quiet: 0.05, normal: 0.12, loud: 0.3 };

let context: AudioContext | undefined;

/** Sounds it once. A browser that has not been clicked yet stays silent, by its own rule. */
export function sound(tone: OfferTone, volume: Volume): void {
  context ??= new AudioContext();
  if (context.state === 'suspended') {
    void context.resume();
    return;
  }
  const { currentTime: now } = context;
  for (const { pitch, at, lasts } of BEEPS[tone]) {
    const oscillator = context.createOscillator();
    const gain = context.createGain();
    oscillator.frequency.value = pitch;
    gain.gain.setValueAtTime(GAIN[volume], now + at);
    gain.gain.exponentialRampToValueAtTime(0.001, now + at + lasts);
    oscillator.connect(gain).connect(context.destination);
    oscillator.start(now + at);
    oscillator.stop(now + at + lasts);
  }
}
