/** What the page about the servers needs of a server. */
import type { Operations } from '@intray/core';

/** Questions reject as those of `DeskPort` do. */
export interface OperatorPort {
  operations(): Promise<Operations>;
}
