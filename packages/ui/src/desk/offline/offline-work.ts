/** What screens may know and do about work that waits for the server. */
import type { Command, Conflict } from '@intray/core';

export interface OfflineState {
  /** What is shown is what was last known. */
  readonly local: boolean;
  /** Edits that wait to be sent. */
  readonly waiting: number;
  /** What somebody has to choose about. */
  readonly conflicts: readonly Conflict[];
}

export interface OfflineWork {
  /** The same object until something has changed. */
  state(): OfflineState;
  subscribe(listener: () => void): () => void;
  /** [L12] The server is there, or commands of this type can wait for it. */
  canGive(type: Command['type']): boolean;
  /** Takes the server's side, or asks for mine again on top of what was shown. */
  settle(commandId: string, choice: 'mine' | 'theirs'): Promise<void>;
}
