/** The part of the port for strategies and rules over Intray's own wire. */
import type { IntrayClient } from '@intray/api/client';
import type { RulesPort } from './rules-port.ts';

/** @param asked puts errors of the wire into the desk's words */
export const connectRules = (
  trpc: IntrayClient['trpc'],
  asked: <T>(answer: Promise<T>) => Promise<T>,
): RulesPort => ({
  configuration: (version) => asked(trpc.configuration.get.query(version === undefined ? {} : { version })),
  changeConfiguration: (change) => asked(trpc.configuration.change.mutate(change)),
});
