/** The store's one door: what is above may use this and nothing deeper. */
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
