/** What may happen to an agent's work session, and what is recorded of it. */
export interface SessionHappened {
  SessionStarted: {
    readonly placeId?: string;
    readonly channels: readonly { readonly mediaType: string; readonly ready: boolean }[];
  };
  /** Further channels were added to a running session, or its place changed. */
  SessionExtended: {
    readonly placeId?: string;
    readonly channels: readonly { readonly mediaType: string; readonly ready: boolean }[];
  };
  SessionEnded: Record<string, never>;
  /** One channel of a running session was left. */
  ChannelLeft: { readonly mediaType: string };
  AgentReady: { readonly mediaTypes: readonly string[] };
  AgentNotReady: { readonly mediaTypes: readonly string[]; readonly reason?: string };
  /** No sign of life in time: the agent is offered nothing until the lease is renewed. */
  LeaseLapsed: Record<string, never>;
  LeaseRecovered: Record<string, never>;
}

export type SessionHappenedName = keyof SessionHappened;
