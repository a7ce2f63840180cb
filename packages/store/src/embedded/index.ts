/** The embedded database: a real PostgreSQL out of an npm package, started and supervised by us. */
export { DataFolderInUse, EmbeddedPostgresFailure, type EmbeddedPostgresFailureCode } from './failures.ts';
export {
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
  startEmbeddedPostgres,
  stopAbandonedPostgres,
} from './start.ts';
