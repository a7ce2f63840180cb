import type { OperationsUnderKeys } from '@intray/core';
import type { MemoryDatabase } from './database.ts';
import type { Wire } from './wire.ts';

export const operationsUnderKeysIn = (
  { operationsUnderKeys: kept }: MemoryDatabase,
  wire: Wire,
): OperationsUnderKeys => ({
  find: (key, since) =>
    wire.ask(() => {
      const found = kept.get(key);
      return found !== undefined && found.at >= since ? found : undefined;
    }),
  begin: ({ answer, ...operation }, since) =>
    wire.ask(() => {
      for (const old of kept.values()) if (old.at < since) kept.delete(old.key);
      const present = kept.get(operation.key) ?? operation;
      kept.set(present.key, present);
      return present;
    }),
  end: (key, at, answer) =>
    wire.ask(() => {
      const found = kept.get(key);
      if (found?.at !== at) return answer;
      const ended = { ...found, answer: found.answer ?? answer };
      kept.set(key, ended);
      return ended.answer;
    }),
});
