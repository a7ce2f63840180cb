/** The agents whom a change concerned, read from the topics it was filed under. */
import { agentTopic } from '@intray/core';

const PREFIX = agentTopic('');

export const agentsIn = (topics: readonly string[]): readonly string[] =>
  topics.flatMap((topic) => (topic.startsWith(PREFIX) ? [topic.slice(PREFIX.length)] : []));
