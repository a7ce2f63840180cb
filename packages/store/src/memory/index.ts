/** A store that keeps everything in memory: for simulations, and for tests that need no database. */
export { type KeptInteraction, MemoryDatabase, type Transaction } from './database.ts';
export { type MemoryStore, memoryStore, type Sharing, sharing } from './store.ts';
export { DIRECT, type Wire } from './wire.ts';
