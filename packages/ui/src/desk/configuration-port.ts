/** What an administrator's screens need of a server besides. Rejects as the rest of the port does. */
import type {
  AccessQuery,
  Answer,
  ConfigurationChange,
  ConfigurationChanged,
  ConfigurationNote,
  ConfigurationVersion,
  ObjectDifference,
  OptionExplanation,
  OptionsQuery,
  PrivilegeExplanation,
} from '@intray/core';

export interface ConfigurationPort {
  /** The newest unless named. */
  configuration(version?: number): Promise<ConfigurationVersion>;
  /** Newest first, at most 50; those before a version if one is named. */
  configurationHistory(before?: number): Promise<readonly ConfigurationNote[]>;
  configurationDifferences(from: number, to: number): Promise<readonly ObjectDifference[]>;
  /** A refusal is an answer. It is not asked again when no answer comes: the next look at the versions tells. */
  changeConfiguration(change: ConfigurationChange): Promise<Answer<ConfigurationChanged>>;
  options(query: OptionsQuery): Promise<readonly OptionExplanation[]>;
  access(query: AccessQuery): Promise<readonly PrivilegeExplanation[]>;
}
