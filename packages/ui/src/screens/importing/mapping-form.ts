/** The mapping of a file as it is chosen on the page, and the mapping that comes of it. */

/** A column, the same for every row, or nothing. */
export interface ChosenValue {
  readonly from: 'none' | 'fixed' | 'column';
  readonly fixed: string;
  readonly column: string;
}

export interface AttachedColumn {
  readonly column: string;
  readonly key: string;
  readonly on: boolean;
}

export interface MappingForm {
  readonly delimiter: string;
  readonly encoding: 'utf-8' | 'windows-1252';
  readonly externalId: string;
  readonly mediaType: ChosenValue;
  readonly queue: ChosenValue;
  readonly priority: ChosenValue;
  readonly contact: ChosenValue;
  readonly due: { readonly column: string; readonly format: string; readonly zone: string };
  readonly attached: readonly AttachedColumn[];
}

const NOTHING: ChosenValue = { from: 'none', fixed: '', column: '' };

/** What is probably meant, by the names of the columns. */
export function guessed(
  columns: readonly string[],
  usual: { readonly mediaType: string; readonly queue: string; readonly zone: string },
): MappingForm {
  const like = (pattern: RegExp) => columns.find((column) => pattern.test(column)) ?? '';
  const named = (pattern: RegExp): ChosenValue => {
    const column = like(pattern);
    return column === '' ? NOTHING : { ...NOTHING, from: 'column', column };
  };
  return {
    delimiter: ',',
    encoding: 'utf-8',
    externalId: like(/\b(id|key|number|nr|no)\b|(Id|ID|Key)$/) || (columns[0] ?? ''),
    mediaType: { ...NOTHING, from: 'fixed', fixed: usual.mediaType },
    queue: { ...NOTHING, from: 'fixed', fixed: usual.queue },
    priority: named(/^priorit/i),
    contact: named(/^(contact|customer)( id)?$/i),
    due: { column: like(/\b(due|deadline)\b/i), format: 'ISO', zone: usual.zone },
    attached: columns.map((column) => ({ column, key: column, on: true })),
  };
}

/** The mapping in the form of its file; whether it makes sense is for `readMapping`. */
export function mappingOf(form: MappingForm): Readonly<Record<string, unknown>> {
  const { delimiter, encoding, externalId, mediaType, queue, priority, contact, due, attached } = form;
  const value = ({ from, fixed, column }: ChosenValue) =>
    from === 'none' ? undefined : from === 'fixed' ? { value: fixed } : { column };
  const fields = {
    delimiter,
    encoding,
    externalId: { column: externalId },
    mediaType: value(mediaType),
    queue: value(queue),
    priority: value(priority),
    contact: value(contact),
    dueAt: due.column === '' ? undefined : due,
    userData: Object.fromEntries(
      attached.filter(({ on, key }) => on && key !== '').map(({ key, column }) => [key, column]),
    ),
  };
  return Object.fromEntries(Object.entries(fields).filter(([, one]) => one !== undefined));
}

/** Keys that two columns would be attached under. */
export function repeatedKeys(attached: readonly AttachedColumn[]): ReadonlySet<string> {
  const keys = attached.filter(({ on }) => on).map(({ key }) => key);
  return new Set(keys.filter((key, at) => keys.indexOf(key) !== at));
}
