/** The store's one door: what is above may use this and nothing deeper. */

export { BadCursor, isAfter } from './cursors.ts';
export {
  type Database,
  type DatabaseOptions,
  openDatabase,
  type Queryable,
  type QueryResult,
  type Statement,
} from './database/database.ts';
export { DatabaseFailure } from './database/failure.ts';
export type { Listening } from './database/listening.ts';
export { MigrationMismatch, type MigrationReport, migrate, SchemaNewerThanCode } from './database/migrate.ts';
export { openStore } from './open-store.ts';
export type {
  ConfigurationWriting,
  ConfigurationWritten,
  FeedEntry,
  FeedSlice,
  Loaded,
  LoadRequest,
  Published,
  RouterLock,
  SaveBatch,
  Saved,
  Store,
  Waiting,
  WaitingPlace,
  WorkbinCounts,
} from './store.ts';
