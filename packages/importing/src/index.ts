/** Rows of a file as work: read, mapped and sent, by the command and by the page alike. */
export { atTheBeginning, ImportState, rowsOf } from './import-state.ts';
export { IMPORT_TEXTS, type ImportTextCode, importText } from './import-texts.ts';
export { ENCODINGS, type Encoding, UnreadableFile } from './lines.ts';
export { BadMapping, Mapping, type Moment, readMapping, type Value } from './mapping.ts';
export { formatOf, openRows, type RowFormat } from './open-rows.ts';
export { REJECTS_HEAD, type Reject, type Rejects, rejectLines } from './rejects.ts';
export { fitMapping, type Mapped, type Work } from './row-to-work.ts';
export { type ImportJob, runImport, type Submitted } from './run-import.ts';
export type { Cells, Source, SourceRow } from './source-row.ts';
