/** A short, soft tone for a new offer. Made, not loaded: nothing to fetch when it matters. */
const PITCH = 660;
const LASTS = 0.18;

let context: AudioContext | undefined;

/** Sounds it once. A browser that has not been clicked yet stays silent, by its own rule. */
export function beep(): void {
  context ??= new AudioContext();
  if (context.state === 'suspended') {
    void context.resume();
    return;
  }
  const { currentTime: now } = context;
  const tone = context.createOscillator();
  const volume = context.createGain();
  tone.frequency.value = PITCH;
  volume.gain.setValueAtTime(0.12, now);
  volume.gain.exponentialRampToValueAtTime(0.001, now + LASTS);
  tone.connect(volume).connect(context.destination);
  tone.start(now);
  tone.stop(now + LASTS);
}
