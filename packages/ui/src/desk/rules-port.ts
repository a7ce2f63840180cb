/** What the screens for strategies and rules need of a server besides. Rejects as the rest of the port does. */
import type { Answer, ConfigurationChange, ConfigurationChanged, ConfigurationVersion } from '@intray/core';

export interface RulesPort {
  /** The newest unless named. */
  configuration(version?: number): Promise<ConfigurationVersion>;
  /** A refusal is an answer. It is not asked again when no answer comes: the next look at the versions tells. */
  changeConfiguration(change: ConfigurationChange): Promise<Answer<ConfigurationChanged>>;
}
