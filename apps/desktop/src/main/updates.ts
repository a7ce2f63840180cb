/** Looks for new versions where the person (or who set up the computer) said, and nowhere otherwise. */
import type { Electron, Timers } from './facade.ts';

export interface UpdatePorts {
  readonly updates: Electron['updates'];
  readonly timers: Timers;
  readonly address: () => string;
  readonly onFailure: (failure: unknown) => void;
}

const EVERY = 6 * 60 * 60 * 1_000;

/** Looks now and every six hours; off while there is no address. */
export function watchUpdates({ updates, timers, address, onFailure }: UpdatePorts): () => void {
  const look = () => {
    if (address() !== '') updates.look(address()).catch(onFailure);
  };
  look();
  return timers.every(EVERY, look);
}
