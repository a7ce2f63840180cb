/** The administrator's part of the port over Intray's own wire. */
import type { IntrayClient } from '@intray/api/client';
import type { ConfigurationPort } from './configuration-port.ts';

/** @param asked puts errors of the wire into the desk's words */
export function connectConfiguration(
  trpc: IntrayClient['trpc'],
  asked: <T>(answer: Promise<T>) => Promise<T>,
): ConfigurationPort {
  return {
    configuration: (version) => asked(trpc.configuration.get.query(version === undefined ? {} : { version })),
    configurationHistory: (before) =>
      asked(trpc.configuration.history.query(before === undefined ? {} : { before })),
    configurationDifferences: (from, to) => asked(trpc.configuration.differences.query({ from, to })),
    changeConfiguration: (change) => asked(trpc.configuration.change.mutate(change)),
    options: (query) => asked(trpc.desk.options.query(query)),
    access: (query) => asked(trpc.access.explain.query(query)),
  };
}
