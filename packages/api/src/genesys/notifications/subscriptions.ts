/** The trays whose changes a person's clients asked to hear of. */
import { type WorkbinRef, workbinKey } from '@intray/core';

export interface Subscription {
  readonly workbin: WorkbinRef;
  /** As the client names it: an id of a type. */
  readonly id: string;
  /** Set when it is another person's, or a group's: repeated in every message about it. */
  readonly workbinUserId?: string;
  readonly agentGroup?: string;
  readonly placeGroup?: string;
  /** Also tell of changes to attached data of what rests there. */
  readonly propertyChanges: boolean;
}

/** The part of a subscription that messages repeat. */
export const whose = ({ workbinUserId, agentGroup, placeGroup }: Subscription) => ({
  ...(workbinUserId === undefined ? {} : { workbinUserId }),
  ...(agentGroup === undefined ? {} : { agentGroup }),
  ...(placeGroup === undefined ? {} : { placeGroup }),
});

export interface Subscriptions {
  add(subscription: Subscription): void;
  /** Answers whether there was one. */
  remove(workbin: WorkbinRef): boolean;
  to(workbin: WorkbinRef | undefined): Subscription | undefined;
  clear(): void;
}

export function subscriptions(): Subscriptions {
  const byTray = new Map<string, Subscription>();
  return {
    add: (subscription) => void byTray.set(workbinKey(subscription.workbin), subscription),
    remove: (workbin) => byTray.delete(workbinKey(workbin)),
    to: (workbin) => (workbin === undefined ? undefined : byTray.get(workbinKey(workbin))),
    clear: () => byTray.clear(),
  };
}
