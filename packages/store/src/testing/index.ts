/** For tests of this and the packages above: a real database for each test file. */
export { type FreshDatabase, freshDatabase } from './fresh-database.ts';
