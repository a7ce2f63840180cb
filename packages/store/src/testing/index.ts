/** For tests of this and the packages above: a real database for each test file, and a look at all that is in one. */
export { type Contents, openContents } from './contents.ts';
export { type CountedStore, openCountedStore } from './counted-store.ts';
export { type FreshDatabase, freshDatabase } from './fresh-database.ts';
